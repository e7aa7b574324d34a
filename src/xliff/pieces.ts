import { type CodeRun, cut, type TextRun } from '../content/index.ts'

/**
 * The ids that a block's codes have in XLIFF, by the index of the run: numbers from 1 in the order of the text, the two
 * ends of a pair alike. They depend on the runs alone, so that the same block gives the same ids when it is merged.
 */
export function codeIds(runs: readonly (TextRun | CodeRun)[]): ReadonlyMap<number, string> {
  const ids = new Map<number, string>()
  const open = new Map<string, string[]>()
  let last = 0
  runs.forEach((run, index) => {
    if (run.kind === 'text') return
    const waiting = open.get(run.id)
    const partner = run.kind === 'close' ? waiting?.pop() : undefined
    const id = partner ?? String(++last)
    ids.set(index, id)
    if (run.kind !== 'open') return
    if (waiting) waiting.push(id)
    else open.set(run.id, [id])
  })
  return ids
}

/**
 * The runs cut at borders (offsets of their text, ascending): one list more than there are borders. At a border closing
 * codes go with the text before it and all from the first opening one on with the text after it.
 */
export function splitRuns<C extends CodeRun>(
  runs: readonly (TextRun | C)[],
  borders: readonly number[],
): (TextRun | C)[][] {
  const pieces: (TextRun | C)[][] = [[]]
  let at = 0
  const advance = () => {
    while (pieces.length <= borders.length && borders[pieces.length - 1]! <= at) pieces.push([])
  }
  for (const run of runs) {
    if (run.kind === 'text') {
      for (const end = at + run.text.length, begin = at; at < end; ) {
        advance()
        const until = Math.min(end, borders[pieces.length - 1] ?? end)
        pieces.at(-1)!.push(sliceText(run, at - begin, until - begin))
        at = until
      }
      continue
    }
    if (run.kind !== 'close') advance()
    pieces.at(-1)!.push(run)
    if (run.kind === 'code') at++
  }
  while (pieces.length <= borders.length) pieces.push([])
  return pieces
}

/** A part of a text run with its map. */
export function sliceText(run: TextRun, from: number, to: number): TextRun {
  if (from === 0 && to === run.text.length) return run
  const map = cut(run.map, from, to).map(piece => ({ ...piece, at: piece.at - from }))
  return { kind: 'text', text: run.text.slice(from, to), map }
}
