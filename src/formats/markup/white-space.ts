import { joinTexts, type MutableRun, type MutableText } from '../growing.ts'
import { isSpace } from './text.ts'

/**
 * The runs of a block without what does not show (CSS Text 3 §4.1): white space, line breaks and comments at its rims are none
 * of its; white space inside that is dropped (after other white space, around a line break) goes to the code beside it. Linear.
 */
export function settleSpace(all: readonly MutableRun[], source: string): MutableRun[] {
  const runs = joinTexts(all)
  let from = 0
  while (from < runs.length && isNothing(runs[from]!, source)) from++
  let to = runs.length
  while (to > from && isNothing(runs[to - 1]!, source)) to--
  const kept = runs.slice(from, to)
  dropAfter(kept, source)
  dropBefore(kept, source)
  return kept.filter(run => run.kind !== 'text' || run.text !== '')
}

function isNothing(run: MutableRun, source: string): boolean {
  if (run.kind !== 'text') return run.kind === 'code' && run.effect !== undefined
  return run.map.every(
    (piece, i) => isSpace(source.charCodeAt(piece.start)) && run.map.length === 1 && i === 0 && run.text.length === 1,
  )
}

/** Drops white space at the start, after white space and after line breaks. */
function dropAfter(runs: readonly MutableRun[], source: string): void {
  let drops = true
  for (const [i, run] of runs.entries()) {
    if (run.kind !== 'text') {
      if (run.effect === 'break') drops = true
      else if (run.kind === 'code' && run.effect === undefined) drops = false
      continue
    }
    const end = drops ? cutStart(run, source) : undefined
    const before = runs[i - 1]
    if (end !== undefined && before && before.kind !== 'text') before.span.end = end
    if (run.text !== '') drops = endsInSpace(run, source)
  }
}

/** Drops white space at the end and before line breaks. */
function dropBefore(runs: readonly MutableRun[], source: string): void {
  let drops = true
  for (let i = runs.length - 1; i >= 0; i--) {
    const run = runs[i]!
    if (run.kind !== 'text') {
      if (run.effect === 'break') drops = true
      else if (run.kind === 'code' && run.effect === undefined) drops = false
      continue
    }
    if (run.text === '') continue
    const start = drops && endsInSpace(run, source) ? cutEnd(run) : undefined
    const after = runs[i + 1]
    if (start !== undefined && after && after.kind !== 'text') after.span.start = start
    if (run.text !== '') drops = false
  }
}

const endsInSpace = ({ map, text }: MutableText, source: string): boolean =>
  /[ \n]$/.test(text) && isSpace(source.charCodeAt(map.at(-1)!.end - 1))

/** Takes one white space off the start, where one stands plainly; where it ended in the source. */
function cutStart(run: MutableText, source: string): number | undefined {
  const piece = run.map[0]!
  if (!/^[ \n]/.test(run.text) || !isSpace(source.charCodeAt(piece.start))) return undefined
  const end = piece.length > 1 ? piece.start + 1 : piece.end
  if (piece.length > 1) {
    piece.start++
    piece.length--
    piece.at++
  } else run.map.shift()
  run.text = run.text.slice(1)
  for (const other of run.map) other.at--
  return end
}

function cutEnd(run: MutableText): number {
  const piece = run.map.at(-1)!
  run.text = run.text.slice(0, -1)
  if (piece.length > 1) {
    piece.length--
    return --piece.end
  }
  run.map.pop()
  return piece.start
}

/** A stretch of new text in the whole text of its block. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

export const isSpaceAt = (whole: string, at: number): boolean =>
  at >= 0 && at < whole.length && isSpace(whole.charCodeAt(at))

/** True for white space of new text that would be dropped or joined: at the rim of the block, beside other white space. */
export function isLostSpace(whole: string, at: number, { start, end }: Stretch, isCareful: boolean): boolean {
  if (whole[at] !== ' ' && whole[at] !== '\n') return true
  if (at === 0 || at === whole.length - 1 || isSpaceAt(whole, at - 1)) return true
  const isRim = at === start || at === end - 1
  return isRim && (isCareful || isSpaceAt(whole, at + 1))
}
