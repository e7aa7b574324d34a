import type { Content, InlineCode, InlineRun, Match, Note, Segment, Unit } from './model.ts'
import { documentRuns, isMarker, nowhere } from './model.ts'
import { markedText, shownText } from './shown-text.ts'
import { needsReview } from './states.ts'
import { glossaryAuthor } from './to-1.ts'
import { hasTarget, type Pairing, type PlacedSegment } from './update-pairs.ts'

/** Where matches and notes that an update writes come from. */
const origin = 'tlumach update'
export const changeCategory = 'change'

/** What changed in a source, in words and signs. */
export type Difference = (before: string, after: string) => string

/** A unit of now with what is known from before: targets, states, candidates, notes. */
export function carryUnit(
  unit: Unit,
  pairs: ReadonlyMap<Segment, Pairing>,
  from: readonly Unit[],
  difference: Difference,
): Unit {
  const notes: Note[] = []
  const matches: Match[] = []
  const several = unit.segments.filter(({ kind }) => kind === 'segment').length > 1
  const segments = unit.segments.map(segment => {
    const pairing = pairs.get(segment)
    if (!pairing || !hasTarget(pairing.before)) return segment
    const { before, kind, similarity } = pairing
    const { source, target, state, subState } = before.segment
    const runs = withOwnCodes(target!.runs, source, segment.source)
    const isSame = kind === 'same' && runs !== undefined
    const usable = runs && (isSame || hasAllCodes(runs, segment.source)) ? runs : undefined
    notes.push(...remarksIn(target!))
    if (!isSame) {
      matches.push(matchOf(before, segment, similarity))
      const what = kind === 'like' ? changeOf(source, segment.source, difference) : shownOf(source)
      notes.push(noteOf(several ? `${segment.id}: ${what}` : what))
    }
    if (!usable) return { ...segment, target: undefined, state: 'initial' as const, subState: undefined }
    const states = isSame ? { state, subState } : { state: 'translated' as const, subState: needsReview }
    return { ...segment, ...states, target: { ...target!, runs: usable, preserve: segment.source.preserve } }
  })
  const known = new Set([...unit.notes, ...notes].map(noteKey))
  // terms are told anew
  const remarks = from.flatMap(old => old.notes).filter(note => note.from !== glossaryAuthor)
  const earlier = remarks.filter(note => !known.has(noteKey(note)))
  const first = segments.find(({ kind }) => kind === 'segment')?.id
  const refs = refsOf(unit, pairs)
  const candidates = from.flatMap(old =>
    old.matches.map(match => cleanMatch(match, refs.get(`${old.id} ${match.ref?.replace(/^#/, '')}`) ?? first)),
  )
  return {
    ...unit,
    segments,
    notes: numbered([...unit.notes, ...earlier, ...notes]),
    matches: [...unit.matches, ...matches, ...candidates],
  }
}

const shownOf = ({ runs }: Content): string => shownText(documentRuns(runs))

/** In words; where these are the same, with the codes around them. */
function changeOf(before: Content, now: Content, difference: Difference): string {
  if (shownOf(before) !== shownOf(now)) return difference(shownOf(before), shownOf(now))
  return [before, now].map(({ runs }) => markedText(documentRuns(runs))).join(' → ')
}

export const noteKey = ({ category = '', text }: Note) => `${category}\n${text}`

const noteOf = (text: string): Note => ({ category: changeCategory, text, span: nowhere })

/** Ids are a unit's own, and so is what they are of. */
const numbered = (notes: readonly Note[]): Note[] =>
  notes.map((note, i) => ({
    ...note,
    id: `n${i + 1}`,
    appliesTo: note.appliesTo === 'source' || note.appliesTo === 'target' ? note.appliesTo : undefined,
  }))

/** What somebody has remarked on a stretch of a target. */
const remarksIn = ({ runs }: Content): Note[] =>
  runs.flatMap(run =>
    run.kind === 'open' && isMarker(run) && run.attributes.value ? [{ text: run.attributes.value, span: nowhere }] : [],
  )

/** The segment of now by the unit and id that it had. */
function refsOf(unit: Unit, pairs: ReadonlyMap<Segment, Pairing>): ReadonlyMap<string, string | undefined> {
  const refs = new Map<string, string | undefined>()
  for (const segment of unit.segments) {
    const before = pairs.get(segment)?.before
    if (before) refs.set(`${before.unit.id} ${before.segment.id}`, segment.id)
  }
  return refs
}

const matchOf = ({ segment: { source, target } }: PlacedSegment, { id }: Segment, similarity: number): Match =>
  cleanMatch({ origin, similarity, source, target: target!, attributes: {}, span: nowhere }, id)

/** A candidate without what points into the unit that it was of. */
function cleanMatch(match: Match, segment: string | undefined): Match {
  const clean = (content: Content | undefined) => content && { ...content, runs: documentRuns(content.runs).map(alone) }
  return {
    ...match,
    id: undefined,
    ref: segment === undefined ? undefined : `#${segment}`,
    source: clean(match.source),
    target: clean(match.target),
  }
}

function alone(run: InlineRun): InlineRun {
  if (run.kind === 'text') return run
  const { subFlows: _, subFlowsStart: __, subFlowsEnd: ___, ...attributes } = run.attributes
  return { ...run, attributes }
}

/** A target with the codes that its source has now; undefined where one of them has no counterpart there. */
function withOwnCodes(target: readonly InlineRun[], before: Content, now: Content): InlineRun[] | undefined {
  const counterparts = codePairs(before, now)
  const runs = documentRuns(target).map(run => {
    if (run.kind === 'text') return run
    return counterparts.get(codeKey(run)) ?? counterparts.get(`${run.kind} ${run.attributes.copyOf}`)
  })
  return runs.every(run => run !== undefined) ? runs : undefined
}

/** True where no code is missing that must stay. */
function hasAllCodes(runs: readonly InlineRun[], source: Content): boolean {
  const there = new Set(runs)
  return source.runs.every(run => run.kind === 'text' || run.attributes.canDelete !== 'no' || there.has(run))
}

const codeKey = (run: InlineCode) => `${run.kind} ${run.id}`

/** Codes of two sources that look alike, in their order; of those that are left, those of a kind. */
function codePairs(before: Content, now: Content): ReadonlyMap<string, InlineCode> {
  const codesOf = ({ runs }: Content) => documentRuns(runs).filter((run): run is InlineCode => run.kind !== 'text')
  const pairs = new Map<string, InlineCode>()
  const free = new Set(codesOf(now))
  const equal = codesOf(before).length === free.size
  const rules = [
    (a: InlineCode, b: InlineCode) => a.kind === b.kind && a.label === b.label,
    (a: InlineCode, b: InlineCode) => equal && a.kind === b.kind,
  ]
  for (const alike of rules) {
    for (const code of codesOf(before)) {
      if (pairs.has(codeKey(code))) continue
      const found = [...free].find(one => alike(code, one))
      if (!found) continue
      free.delete(found)
      pairs.set(codeKey(code), found)
    }
  }
  return pairs
}
