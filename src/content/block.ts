import { type Edit, lastAtOrBefore, type Span } from '../text/index.ts'
import type { Block } from './document.ts'
import { type Piece, type Run, shownCode, type TextRun } from './run.ts'

/** The decoded text of runs: text as it is, U+FFFC for a stand-alone code, nothing for an opening or closing one. */
export function runsText(runs: readonly Run[]): string {
  let text = ''
  for (const run of runs) text += run.kind === 'text' ? run.text : run.kind === 'code' ? shownCode(run) : ''
  return text
}

/** The decoded text of a block; all matching happens in its coordinates (UTF-16 units). */
export const blockText = (block: Block): string => runsText(block.runs)

/**
 * The source span of a stretch of block text. It begins at the source of the first unit and ends at the source end of the
 * last one, so codes inside are enclosed and codes at the rim are not. An indivisible piece counts whole. Linear in the runs:
 * for many stretches of one block take `sourceSpans`.
 */
export const sourceSpan = (block: Block, start: number, end: number): Span => sourceSpans(block)(start, end)

/** `sourceSpan` for many stretches of one block: O(log runs + log pieces) each, after O(runs). */
export function sourceSpans(block: Block): (start: number, end: number) => Span {
  const part = block.part === undefined ? {} : { part: block.part }
  const at = sourceOffsets(block.runs)
  return (start, end) => {
    if (end <= start) {
      const place = at(start, 'start') ?? block.span.end
      return { start: place, end: place, ...part }
    }
    const from = at(start, 'start') ?? block.span.start
    return { start: from, end: Math.max(from, at(end - 1, 'end') ?? block.span.end), ...part }
  }
}

/** Where in the source a unit of the runs' text begins or ends; undefined for new text and beyond the end. */
function sourceOffsets(runs: readonly Run[]): (offset: number, edge: 'start' | 'end') => number | undefined {
  const visible = runs.filter(run => (run.kind === 'text' ? run.text !== '' : run.kind === 'code'))
  const starts: number[] = []
  let length = 0
  for (const run of visible) {
    starts.push(length)
    length += run.kind === 'text' ? run.text.length : 1
  }
  return (offset, edge) => {
    if (offset >= length) return undefined
    const index = lastAtOrBefore(starts, offset)
    const run = visible[index]!
    return run.kind === 'text' ? inPieces(run, offset - starts[index]!, edge) : run.span[edge]
  }
}

/**
 * The way back from the source to the block's text: the unit that a source offset belongs to, or the next one. Within an
 * indivisible piece its beginning. O(log pieces) each, after O(runs).
 */
export function blockOffsets(block: Block): (source: number) => number {
  const pieces: Piece[] = []
  let length = 0
  for (const run of block.runs) {
    if (run.kind === 'text') for (const piece of run.map) pieces.push({ ...piece, at: length + piece.at })
    length += run.kind === 'text' ? run.text.length : run.kind === 'code' ? 1 : 0
  }
  const starts = pieces.map(piece => piece.start)
  return source => {
    const index = pieces.length > 0 ? lastAtOrBefore(starts, source) : -1
    const piece = pieces[index]
    if (!piece || source < piece.start) return 0
    if (source < piece.end) return piece.at + (piece.length === piece.end - piece.start ? source - piece.start : 0)
    return pieces[index + 1]?.at ?? length
  }
}

function inPieces(run: TextRun, offset: number, edge: 'start' | 'end'): number | undefined {
  const piece = run.map[firstPieceAfter(run.map, offset)]
  if (!piece || piece.at > offset) return undefined
  if (piece.length !== piece.end - piece.start) return piece[edge]
  return piece.start + offset - piece.at + (edge === 'end' ? 1 : 0)
}

/** The index of the first piece that ends after `offset`. */
function firstPieceAfter(map: readonly Piece[], offset: number): number {
  let low = 0
  let high = map.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (map[middle]!.at + map[middle]!.length <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The runs with edits made in their text. Edit spans count units of the runs' text, in order, without overlap. Codes stay
 * where they are; what is replaced loses its map and what is not keeps it. Text inserted at the border of two runs goes to
 * the run that holds the replaced text, else to the earlier one unless a word goes on behind it.
 */
export function editRuns(runs: readonly Run[], edits: readonly Edit[]): Run[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start)
  const out: Run[] = []
  const done = new Set<Edit>()
  let at = 0
  for (const [i, run] of runs.entries()) {
    if (run.kind !== 'text') {
      out.push(run)
      at += run.kind === 'code' ? 1 : 0
      continue
    }
    out.push(editRun(run, at, sorted, done, wordGoesOn(runs, i)))
    at += run.text.length
  }
  return out
}

/** True where a word goes on behind a run. What is put in there belongs to what follows: the first letter may be a dropped capital. */
function wordGoesOn(runs: readonly Run[], index: number): boolean {
  const { text } = runs[index] as TextRun
  let next = index + 1
  while (runs[next]?.kind === 'open' || runs[next]?.kind === 'close') next++
  const behind = runs[next]
  return behind?.kind === 'text' && inWord.test(text.slice(-1)) && inWord.test(behind.text.charAt(0))
}

const inWord = /[\p{L}\p{M}]/u

function editRun(run: TextRun, offset: number, edits: readonly Edit[], done: Set<Edit>, goesOn: boolean): TextRun {
  const end = offset + run.text.length
  let text = ''
  let copied = 0
  const map: Piece[] = []
  const keep = (upTo: number) => {
    for (const piece of cut(run.map, copied, upTo)) map.push({ ...piece, at: piece.at - copied + text.length })
    text += run.text.slice(copied, upTo)
    copied = upTo
  }
  for (const edit of edits) {
    const { start: from, end: to } = edit.span
    const touches =
      from === to ? from >= offset && (from < end || (from === end && !goesOn)) : from < end && to > offset
    if (!touches || (from === to && done.has(edit))) continue
    keep(Math.max(from - offset, copied))
    if (!done.has(edit)) text += edit.insert
    done.add(edit)
    copied = Math.max(copied, Math.min(to - offset, run.text.length))
  }
  keep(run.text.length)
  return { kind: 'text', text, map }
}

/** The pieces between two offsets of the run's text; an indivisible piece that is cut is lost. */
export function cut(map: readonly Piece[], from: number, to: number): Piece[] {
  const out: Piece[] = []
  for (let i = firstPieceAfter(map, from); i < map.length && map[i]!.at < to; i++) {
    const piece = map[i]!
    const start = Math.max(piece.at, from)
    const end = Math.min(piece.at + piece.length, to)
    if (start >= end) continue
    if (piece.length === piece.end - piece.start) {
      const shift = start - piece.at
      out.push({ at: start, length: end - start, start: piece.start + shift, end: piece.start + shift + end - start })
    } else if (start === piece.at && end === piece.at + piece.length) out.push(piece)
  }
  return out
}

/** The runs between two offsets of their text. Codes at the rim are kept on the side given: `codesAtEnd` takes those at `to`. */
export function sliceRuns(
  runs: readonly Run[],
  from: number,
  to: number,
  codes: { atStart: boolean; atEnd: boolean },
): Run[] {
  const out: Run[] = []
  let at = 0
  for (const run of runs) {
    if (run.kind === 'text') {
      const start = Math.max(0, from - at)
      const end = Math.min(run.text.length, to - at)
      if (start < end) {
        const map = cut(run.map, start, end).map(piece => ({ ...piece, at: piece.at - start }))
        out.push({ kind: 'text', text: run.text.slice(start, end), map })
      }
      at += run.text.length
    } else {
      const width = run.kind === 'code' ? 1 : 0
      const inside =
        width === 1
          ? at >= from && at < to
          : (at > from || (at === from && codes.atStart)) && (at < to || (at === to && codes.atEnd))
      if (inside) out.push(run)
      at += width
    }
  }
  return out
}
