import type { Reading } from '../text/index.ts'
import { writeXliff, type XliffChange } from './edit.ts'
import type { Content, InlineCode, InlineRun, Segment, Unit, XliffDocument } from './model.ts'
import { isAside, isMarker, unitsOf } from './model.ts'

/**
 * The file that another one was converted from, with the targets, states and notes that have been changed since; what the
 * other family has no word for is all there. `before` is what the conversion made of it, `after` what is to be taken back.
 * Undefined where more has been changed than can be told: sources, segments, the text inside codes, codes that are new.
 */
export function revive(
  text: string,
  original: XliffDocument,
  before: XliffDocument,
  after: XliffDocument,
): Reading<string> | undefined {
  const own = [...unitsOf(original)]
  const [then, now] = [[...unitsOf(before)], [...unitsOf(after)]]
  if (own.length !== then.length || own.length !== now.length) return undefined
  const changes: XliffChange[] = []
  for (const [i, unit] of own.entries()) {
    const found = changesOf(unit, then[i]!, now[i]!)
    if (!found) return undefined
    changes.push(...found)
  }
  const targetLanguage = after.targetLanguage ?? after.files[0]?.targetLanguage
  return writeXliff(text, original, changes, targetLanguage === undefined ? {} : { targetLanguage })
}

/** What has been changed in a unit. */
function changesOf(unit: Unit, before: Unit, after: Unit): XliffChange[] | undefined {
  const rows = rowsOf(unit, before, after)
  if (!rows) return undefined
  const places = codePlaces(rows)
  const changes: XliffChange[] = []
  for (const [segment, then, now] of rows) {
    if (said(then.source) !== said(now.source)) return undefined
    const change = changeOf(then, now, places)
    if (!change) return undefined
    if (Object.keys(change).length > 0) changes.push({ unit, segment, ...change })
  }
  const known = before.notes.map(note => note.text)
  for (const { text } of after.notes) {
    const at = known.indexOf(text)
    if (at >= 0) known.splice(at, 1)
    else changes.push({ unit, note: { text } })
  }
  return changes
}

/** A segment as it stands in its file, as it was converted, and as it is now. */
type Row = readonly [segment: Segment, then: Segment, now: Segment]

/** What stands between segments counts where all of it has come through: a lone mark may have none of its own there. */
function rowsOf(unit: Unit, before: Unit, after: Unit): Row[] | undefined {
  const whole = [unit, before, after].map(({ segments }) => segments)
  const isWhole = whole.every(list => list.length === whole[0]!.length)
  const [own, then, now] = isWhole ? whole : whole.map(list => list.filter(({ kind }) => kind === 'segment'))
  if (own!.length !== then!.length || own!.length !== now!.length) return undefined
  return own!.map((segment, i) => [segment, then![i]!, now![i]!])
}

type SegmentChange = Pick<Extract<XliffChange, { segment: Segment }>, 'target' | 'state' | 'subState'>

function changeOf(then: Segment, now: Segment, places: Places): SegmentChange | undefined {
  const isSame = said(then.target) === said(now.target)
  if (!isSame && flowsOf(then.target) !== flowsOf(now.target)) return undefined
  const target = isSame ? undefined : placed(now.target?.runs ?? [], places)
  if (!isSame && !target) return undefined
  const isState = now.target && (then.state !== now.state || then.subState !== now.subState)
  return {
    ...(target && { target }),
    ...(isState && { state: now.state, ...(now.subState !== undefined && { subState: now.subState }) }),
  }
}

/** Text and codes of a content, however they are written. */
const said = (content: Content | undefined): string | undefined =>
  content?.runs
    .map(run => (run.kind === 'text' ? run.text : isAside(run) ? '' : `\0${keyOf(run)} ${flowsIn(run)}\0`))
    .join('')

const keyOf = (run: InlineCode): string => `${run.kind} ${isMarker(run) ? 'marker' : 'code'} ${run.id}`

const flowsIn = (run: InlineCode): string => (run.flows ?? []).map(flow => `${flow.at} ${said(flow.content)}`).join()

const flowsOf = (content: Content | undefined): string =>
  (content?.runs ?? []).map(run => (run.kind === 'text' ? '' : flowsIn(run))).join('')

/** Where the codes of a unit stand in the file, by what they are called in its conversion. */
type Places = ReadonlyMap<string, InlineCode>

function codePlaces(rows: readonly Row[]): Places {
  const places = new Map<string, InlineCode>()
  for (const [segment, before] of rows) {
    for (const side of ['target', 'source'] as const) {
      const [here, there] = [codesOf(segment[side]), codesOf(before[side])]
      if (here.length !== there.length) continue
      there.forEach((code, at) => {
        places.set(keyOf(code), here[at]!)
      })
    }
  }
  return places
}

const codesOf = (content: Content | undefined): InlineCode[] =>
  (content?.runs ?? []).filter((run): run is InlineCode => run.kind !== 'text' && !isAside(run))

/** The runs with the codes of the file; marks that are new are left out. */
function placed(runs: readonly InlineRun[], places: Places): InlineRun[] | undefined {
  const out: InlineRun[] = []
  for (const run of runs) {
    const place = run.kind === 'text' ? run : places.get(keyOf(run))
    if (place) out.push(place)
    else if (run.kind !== 'text' && !isMarker(run) && !isAside(run)) return undefined
  }
  return out
}
