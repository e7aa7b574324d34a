import {
  alignRuns,
  type Block,
  blockText,
  type CodeRun,
  newText,
  type Piece,
  type Run,
  runsText,
} from '../content/index.ts'
import type { Problem } from '../text/index.ts'
import { sourceRuns } from './match-blocks.ts'
import { given, type Item, type Part, settle } from './merge-codes.ts'
import { documentRuns, type InlineCode, type Segment, type Unit } from './model.ts'
import { unitFacts } from './origin.ts'
import { codeIds, splitRuns } from './pieces.ts'
import { isUnreviewed, needsTranslation } from './states.ts'
import { collapsed } from './unit-id.ts'
import { targetOrder } from './write-2.ts'

/**
 * Translated: the target was taken. Unreviewed: so it was, but its state says that somebody has yet to look at it. Stale: the document
 * no longer has the source. Invalid: its codes cannot be taken.
 */
export type MergeStatus = 'translated' | 'unreviewed' | 'untranslated' | 'stale' | 'invalid'

export interface MergedUnit {
  /** The block's new runs, if any segment is translated; what stayed the same has its place in the source. */
  readonly runs?: readonly Run[]
  /** By segment; an ignorable has none. */
  readonly statuses: readonly (MergeStatus | undefined)[]
  readonly problems: readonly Problem[]
}

/** The runs of a block with the targets of its unit in place of their sources. */
export function mergeUnit(unit: Unit, block: Block): MergedUnit {
  const problems: Problem[] = []
  const codes = new Map<string, CodeRun>()
  const ids = new Map<Run, string>()
  for (const [index, id] of codeIds(block.runs)) {
    const run = block.runs[index] as CodeRun
    codes.set(`${run.kind} ${id}`, run)
    ids.set(run, id)
  }
  const exact = runsText(sourceRuns(unit)) === blockText(block)
  const pieces = splitRuns(block.runs, borders(unit, block, exact))
  const parts = unit.segments.map((segment, i): Part => {
    const kept = pieces[i]!.map((run): Item => ({ run, id: ids.get(run) }))
    const target = isCopy(unit, segment) ? undefined : targetOf(segment, pieces[i]!, exact)
    if (!target) return { segment, kept, invalid: false }
    const { items, faults } = translate(target, codes)
    problems.push(...faults)
    return { segment, kept, target: exact ? items : laidOut(items, pieces[i]!), invalid: faults.length > 0 }
  })
  const order = targetOrder(unit).map(i => parts[i]!)
  problems.push(...settle(unit, block, order))
  const statuses = parts.map(part => statusOf(part, unit))
  if (!parts.some(part => part.target && !part.invalid)) return { problems, statuses }
  const runs = joined(order.flatMap(given).map(item => item.run))
  return { problems, statuses, runs: alignRuns(joined(block.runs), runs) }
}

/** Neighbouring text as one run: segments may meet within a word. */
function joined(runs: readonly Run[]): Run[] {
  const out: Run[] = []
  let map: Piece[] | undefined
  for (const run of runs) {
    const last = out.at(-1)
    if (run.kind !== 'text' || last?.kind !== 'text' || !map) {
      map = run.kind === 'text' ? [...run.map] : undefined
      out.push(run.kind === 'text' ? { ...run, map: map! } : run)
      continue
    }
    for (const piece of run.map) map.push({ ...piece, at: piece.at + last.text.length })
    out[out.length - 1] = { kind: 'text', text: last.text + run.text, map }
  }
  return out
}

function statusOf({ segment, target, invalid }: Part, unit: Unit): MergeStatus | undefined {
  if (segment.kind === 'ignorable') return undefined
  if (invalid) return 'invalid'
  if (!target) return 'untranslated'
  return isUnreviewed(segment) && !isFormerCopy(unit, segment) ? 'unreviewed' : 'translated'
}

/** Programs that replace a copy leave the state that the file was made with. */
export const isFormerCopy = (unit: Unit, { subState }: Segment): boolean =>
  subState === needsTranslation && unitFacts(unit).target === 'copy'

/** Where the segments meet in the block's text. */
function borders(unit: Unit, block: Block, exact: boolean): number[] {
  const texts = unit.segments.map(segment => runsText(documentRuns(segment.source.runs)))
  const ends: number[] = []
  let at = 0
  for (const text of texts) {
    at += exact ? text.length : solid(text)
    ends.push(at)
  }
  ends.pop()
  return exact ? ends : ends.map((count, i) => placeOfSolid(blockText(block), count, !/[ \t\r\n]$/.test(texts[i]!)))
}

const space = /[ \t\r\n]/

/** How many units are not white space. */
const solid = (text: string) => text.replace(/[ \t\r\n]+/g, '').length

/** The offset after so many units that are not white space, or before the next one. */
function placeOfSolid(text: string, count: number, tight: boolean): number {
  let at = 0
  for (let seen = 0; at < text.length; at++) {
    if (space.test(text[at]!)) continue
    if (seen === count) break
    seen++
    if (seen === count && tight) return at + 1
  }
  return count === 0 && tight ? 0 : at
}

/** The target, where there is one that says something (or the source says nothing). */
function targetOf(segment: Segment, source: readonly Run[], exact: boolean) {
  const target = segment.target && documentRuns(segment.target.runs)
  if (!target || (runsText(target).trim() === '' && runsText(source).trim() !== '')) return undefined
  // a tool that lays files out anew fills what is empty with white space
  if (!exact && segment.kind === 'ignorable' && runsText(target).trim() === '') return undefined
  return target
}

/** True of a target that is still the copy of its source that the file was made with. */
export function isCopy(unit: Unit, { source, target, state }: Segment): boolean {
  if (!target || state !== 'initial' || unitFacts(unit).target !== 'copy') return false
  const [before, now] = [source, target].map(({ runs }) => collapsed(runsText(documentRuns(runs))))
  return before === now
}

/** Target runs as runs of the block; codes that the block does not have are faults. */
function translate(target: ReturnType<typeof documentRuns>, codes: ReadonlyMap<string, CodeRun>) {
  const items: Item[] = []
  const faults: Problem[] = []
  const aliases = new Map<string, string>()
  for (const run of target) {
    if (run.kind === 'text') {
      items.push({ run: newText(run.text) })
      continue
    }
    const id = blockId(run, codes, aliases)
    const code = codes.get(`${run.kind} ${id}`)
    if (code) items.push({ run: code, id, span: run.span })
    else faults.push({ code: 'xliff-code-unknown', severity: 'error', span: run.span, data: { code: run.label, id } })
  }
  return { items, faults }
}

/** The id of the block's code; a copy (`copyOf`) stands for what it was made from. */
function blockId(run: InlineCode, codes: ReadonlyMap<string, CodeRun>, aliases: Map<string, string>): string {
  if (run.attributes.copyOf !== undefined) aliases.set(run.id, run.attributes.copyOf)
  return codes.has(`${run.kind} ${run.id}`) ? run.id : (aliases.get(run.id) ?? run.id)
}

/** A target out of a file that was laid out anew: its inner white space is single, its outer one that of the source. */
function laidOut(items: readonly Item[], source: readonly Run[]): Item[] {
  const around = runsText(source)
  const texts = items.map(({ run }) => (run.kind === 'text' ? run.text.replace(/[ \t\r\n]+/g, ' ') : undefined))
  // an object is part of the text, and inside of it white space is not at the rim
  const isRim = ({ run }: Item) => run.kind === 'text' || run.kind === 'code'
  const [first, last] = [items.findIndex(isRim), items.findLastIndex(isRim)]
  if (texts[first] !== undefined) texts[first] = /^[ \t\r\n]*/.exec(around)![0] + texts[first]!.replace(/^ /, '')
  if (texts[last] !== undefined) texts[last] = texts[last]!.replace(/ $/, '') + /[ \t\r\n]*$/.exec(around)![0]
  return items.map((item, i) => (item.run.kind === 'text' ? { run: newText(texts[i]!) } : item))
}
