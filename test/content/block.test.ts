import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Block,
  blockEdits,
  blockText,
  type Changes,
  cut,
  type Document,
  type Escape,
  editRuns,
  newText,
  type Run,
  runsText,
  sliceRuns,
  sourceSpan,
  sourceSpans,
  verbatim,
} from '../../src/content/index.ts'
import { applyEdits } from '../../src/text/index.ts'

const spell = (source: string, document: Document, changes: Changes, asked: Escape) =>
  applyEdits(source, blockEdits(source, document, changes, asked))

const source = 'ab<b>cd</b>&amp;ef<br>gh'
const runs: readonly Run[] = [
  verbatim('ab', 0),
  { kind: 'open', id: '1', span: { start: 2, end: 5 }, label: '<b>' },
  verbatim('cd', 5),
  { kind: 'close', id: '1', span: { start: 7, end: 11 }, label: '</b>' },
  {
    kind: 'text',
    text: '&ef',
    map: [
      { at: 0, length: 1, start: 11, end: 16 },
      { at: 1, length: 2, start: 16, end: 18 },
    ],
  },
  { kind: 'code', id: '2', span: { start: 18, end: 22 }, label: '<br>' },
  verbatim('gh', 22),
]
const block: Block = { id: 'b1', kind: 'paragraph', scope: 'body', span: { start: 0, end: 24 }, runs }
const document: Document = { parts: [], blocks: [block], embedded: [], comments: [] }

describe('places in the source', () => {
  const cases: readonly (readonly [start: number, end: number, stands: string])[] = [
    [0, 2, 'ab'],
    [1, 3, 'b<b>c'],
    [2, 4, 'cd'],
    [3, 5, 'd</b>&amp;'],
    [4, 5, '&amp;'],
    [6, 9, 'f<br>g'],
    [7, 8, '<br>'],
    [0, 10, source],
    [2, 2, ''],
    [10, 10, ''],
  ]
  for (const [start, end, stands] of cases) {
    it(`${start}–${end} is ${stands}`, () => {
      const span = sourceSpan(block, start, end)
      expect(source.slice(span.start, span.end)).toBe(stands)
      expect(sourceSpans(block)(start, end)).toEqual(span)
    })
  }

  it('is quick for a block of many runs', () => {
    const many: Block = { ...block, runs: Array.from({ length: 100_000 }, (_, i) => verbatim('x', i)) }
    const at = sourceSpans(many)
    for (let i = 0; i < 100_000; i++) expect(at(i, i + 1).start).toBe(i)
  })
})

describe('editing and cutting', () => {
  const range = fc.tuple(fc.nat(10), fc.nat(10)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))

  it('edits the text and keeps every code', () => {
    fc.assert(
      fc.property(range, fc.string({ maxLength: 3 }), (span, insert) => {
        // A stand-alone code cannot be replaced.
        if (span.start <= 7 && span.end > 7) return
        const edited = editRuns(runs, [{ span, insert }])
        const text = blockText(block)
        expect(runsText(edited)).toBe(text.slice(0, span.start) + insert + text.slice(span.end))
        expect(edited.filter(run => run.kind !== 'text')).toEqual(runs.filter(run => run.kind !== 'text'))
      }),
    )
  })

  it('slices by the offsets of the text', () => {
    fc.assert(
      fc.property(range, ({ start, end }) => {
        const sliced = sliceRuns(runs, start, end, { atStart: true, atEnd: true })
        expect(runsText(sliced)).toBe(blockText(block).slice(start, end))
      }),
    )
  })

  it('cuts maps: indivisible pieces whole or not at all', () => {
    const map = [
      { at: 0, length: 3, start: 10, end: 13 },
      { at: 3, length: 2, start: 13, end: 20 },
      { at: 6, length: 2, start: 21, end: 23 },
    ]
    expect(cut(map, 1, 7)).toEqual([
      { at: 1, length: 2, start: 11, end: 13 },
      { at: 3, length: 2, start: 13, end: 20 },
      { at: 6, length: 1, start: 21, end: 22 },
    ])
    expect(cut(map, 4, 6)).toEqual([])
  })
})

describe('writing', () => {
  const write = (changes: ReadonlyMap<string, readonly Run[]>) =>
    spell(source, document, changes, text => text.replaceAll('&', '&amp;'))

  it('gives the source where nothing changes', () => {
    expect(write(new Map())).toBe(source)
    expect(write(new Map([['b1', runs]]))).toBe(source)
  })

  it('copies what has a map and spells what is new', () => {
    const edited = editRuns(runs, [{ span: { start: 5, end: 6 }, insert: '&' }])
    expect(write(new Map([['b1', edited]]))).toBe('ab<b>cd</b>&amp;&amp;f<br>gh')
  })

  it('changes a block that stands in the code of another', () => {
    const inner: Block = {
      id: 'b2',
      kind: 'title',
      scope: 'body',
      span: { start: 19, end: 21 },
      runs: [verbatim('br', 19)],
    }
    const both: Document = { ...document, blocks: [block, inner] }
    const changes = new Map<string, readonly Run[]>([
      ['b1', editRuns(runs, [{ span: { start: 0, end: 1 }, insert: 'X' }])],
      ['b2', [newText('hr')]],
    ])
    expect(spell(source, both, changes, text => text)).toBe('Xb<b>cd</b>&amp;ef<hr>gh')
    expect(spell(source, both, new Map([['b2', [newText('hr')]]]), text => text)).toBe('ab<b>cd</b>&amp;ef<hr>gh')
  })
})
