import fc from 'fast-check'
import { type Block, type CodeRun, type Document, type Run, runsText, verbatim } from '../../src/content/index.ts'

/** A block from a notation: `<1>`…`</1>` are a pair, `{2}` an object, all else text. Spans are those of the notation. */
export function blockOf(notation: string, id = 'b1'): Block {
  const runs: Run[] = []
  let at = 0
  for (const match of notation.matchAll(/<(\/?)(\w+)>|\{(\w+)\}/g)) {
    if (match.index > at) runs.push(verbatim(notation.slice(at, match.index), at))
    const kind = match[3] ? 'code' : match[1] ? 'close' : 'open'
    const span = { start: match.index, end: match.index + match[0].length }
    runs.push({ kind, id: (match[3] ?? match[2])!, span, label: match[0] })
    at = span.end
  }
  if (at < notation.length) runs.push(verbatim(notation.slice(at), at))
  return { id, kind: 'paragraph', scope: 'body', span: { start: 0, end: notation.length }, runs }
}

/** Runs in the notation of `blockOf`. */
export const notationOf = (runs: readonly Run[]): string =>
  runs
    .map(run => {
      if (run.kind === 'text') return run.text
      return run.kind === 'code' ? `{${run.id}}` : run.kind === 'open' ? `<${run.id}>` : `</${run.id}>`
    })
    .join('')

export const documentOf = (...blocks: readonly Block[]): Document => ({ parts: [], blocks, embedded: [], comments: [] })

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ' ',
      '\n',
      '\r',
      '\t',
      'К',
      'и',
      '&',
      '<',
      '>',
      ']]>',
      '"',
      '\u0001',
      '\ufffe',
      '\ud800',
      '😀',
      '\u00a0',
      'a',
    ),
    fc.string({ minLength: 1, maxLength: 1 }),
  ),
  maxLength: 12,
})

type Tree = readonly (string | { readonly code: true } | { readonly pair: Tree })[]

const { tree } = fc.letrec<{ tree: Tree }>(tie => ({
  tree: fc.array(
    fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      text,
      fc.constant({ code: true } as const),
      fc.record({ pair: tie('tree') }),
    ),
    { maxLength: 5 },
  ),
}))

/** Blocks with nested pairs, objects and any text that a string can hold. */
export const anyBlock: fc.Arbitrary<Block> = tree.map(nodes => {
  const runs: Run[] = []
  let id = 0
  let at = 0
  const code = (kind: CodeRun['kind'], name: string): CodeRun => {
    at += 2
    return { kind, id: name, label: `${kind} ${name}`, span: { start: at - 2, end: at } }
  }
  const walk = (list: Tree) => {
    for (const node of list) {
      if (typeof node === 'string') {
        if (node) runs.push(verbatim(node, at))
        at += node.length
      } else if ('code' in node) runs.push(code('code', String(++id)))
      else {
        const name = String(++id)
        runs.push(code('open', name))
        walk(node.pair)
        runs.push(code('close', name))
      }
    }
  }
  walk(nodes)
  return { id: 'b', kind: 'paragraph', scope: 'body', span: { start: 0, end: at }, runs }
})

/** Segments of a block's text: any stretches in order, with and without gaps. */
export const anySegments = (block: Block): fc.Arbitrary<{ start: number; end: number }[]> =>
  fc.uniqueArray(fc.nat({ max: runsText(block.runs).length }), { maxLength: 8 }).map(places => {
    const borders = places.sort((a, b) => a - b)
    return borders.flatMap((start, i) =>
      i % 3 === 2 || borders[i + 1] === undefined ? [] : [{ start, end: borders[i + 1]! }],
    )
  })
