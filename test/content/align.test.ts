import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignRuns, newText, type Run, runsText, verbatim } from '../../src/content/index.ts'

const source = 'The &amp; old talks were hard.'
const old: Run[] = [
  {
    kind: 'text',
    text: 'The & old ',
    map: [
      { at: 0, length: 4, start: 0, end: 4 },
      { at: 4, length: 1, start: 4, end: 9 },
      { at: 5, length: 5, start: 9, end: 14 },
    ],
  },
  { kind: 'open', id: '1', span: { start: 14, end: 14 }, label: '*' },
  verbatim('talks', 14),
  { kind: 'close', id: '1', span: { start: 19, end: 19 }, label: '*' },
  verbatim(' were hard.', 19),
]

/** What stands in the source for each piece; new text in braces. */
const show = (runs: readonly Run[]) =>
  runs
    .map(run => {
      if (run.kind !== 'text') return '|'
      let out = ''
      let at = 0
      for (const piece of run.map) {
        if (piece.at > at) out += `{${run.text.slice(at, piece.at)}}`
        out += source.slice(piece.start, piece.end)
        at = piece.at + piece.length
      }
      return at < run.text.length ? `${out}{${run.text.slice(at)}}` : out
    })
    .join('')

describe('alignRuns', () => {
  const code = old[1]!
  const close = old[3]!
  const cases: readonly (readonly [name: string, runs: Run[], shown: string])[] = [
    ['the same text', old.map(run => (run.kind === 'text' ? newText(run.text) : run)), 'The &amp; old |talks| were hard.'],
    ['one word changed', [newText('The & new '), code, newText('talks'), close, newText(' were hard.')], 'The &amp; {new} |talks| were hard.'],
    ['codes in another place', [newText('The & old talks '), code, newText('were'), close, newText(' hard.')], 'The &amp; old talks |were| hard.'],
    ['nothing shared', [newText('Переговори')], '{Переговори}'],
    ['what has a map keeps it', [verbatim('talks', 14), newText(' were')], 'talks were'],
    ['nothing', [], ''],
  ] // biome-ignore format: a table
  for (const [name, runs, shown] of cases) {
    it(name, () => {
      const aligned = alignRuns(old, runs)
      expect(runsText(aligned)).toBe(runsText(runs))
      expect(show(aligned)).toBe(shown)
    })
  }

  it('never changes text, and copies nothing but equal text, in any case', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', ' ', 'word', 'слово', '.', '&'), { maxLength: 40 })
      .map(parts => parts.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const [aligned] = alignRuns([verbatim(before, 0)], [newText(after)])
        if (aligned?.kind !== 'text') throw new Error('a text gives a text')
        expect(aligned.text).toBe(after)
        let at = 0
        for (const piece of aligned.map) {
          expect(piece.at).toBeGreaterThanOrEqual(at)
          expect(before.slice(piece.start, piece.end)).toBe(after.slice(piece.at, piece.at + piece.length))
          at = piece.at + piece.length
        }
        if (before === after) expect(at).toBe(after.length)
      }),
    )
  })

  it('is bounded where nothing is unique', () => {
    const [aligned] = alignRuns([verbatim('a b '.repeat(20_000), 0)], [newText('b a '.repeat(20_000))])
    expect(aligned?.kind === 'text' && aligned.text.length).toBe(80_000)
  })
})
