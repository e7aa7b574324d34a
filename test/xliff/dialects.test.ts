import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newText, runsText } from '../../src/content/index.ts'
import {
  convertXliff,
  mergeXliff,
  readXliff,
  readXliffChunks,
  respellXliff,
  type Unit,
  units,
  unitsOf,
  writeXliff,
} from '../../src/xliff/index.ts'
import { decodeXml, encodeXml } from '../../src/xml/index.ts'
import { documentOf } from './blocks.ts'
import { documents, files } from './documents.ts'
import { anyFile1 } from './files-1.ts'

const firstFree = (all: readonly Unit[]) =>
  all
    .flatMap(unit => unit.segments.map(segment => ({ unit, segment })))
    .find(({ unit, segment }) => segment.kind === 'segment' && !unit.locked && !segment.locked)!

describe.each([...documents])('%s', (_, text) => {
  const { value, problems } = readXliff(text)

  it('is read, and written back as it was', () => {
    expect(problems).toEqual([])
    expect([...unitsOf(value)].length).toBeGreaterThan(0)
    expect(writeXliff(text, value, []).value).toBe(text)
    expect(readXliff(respellXliff(text, value)).problems).toEqual([])
  })

  it('is the same read in pieces', async () => {
    const pieces = Array.from({ length: Math.ceil(text.length / 7) }, (_, i) => text.slice(7 * i, 7 * i + 7))
    const found: Unit[] = []
    for await (const { unit } of units(pieces)) found.push(unit)
    expect(found).toEqual([...unitsOf(value)])
    expect(await readXliffChunks(pieces)).toEqual({ value, problems })
  })

  it('changes in one target alone', () => {
    const { unit, segment } = firstFree([...unitsOf(value)])
    const written = writeXliff(text, value, [{ unit, segment, target: [newText('Нове')] }]).value
    const again = firstFree([...unitsOf(readXliff(written).value)]).segment
    expect(runsText(again.target!.runs)).toBe('Нове')
    const at = (unit.whole?.segmented ?? segment.source).span.end
    const { span } = segment.target ?? { span: { start: at, end: at } }
    const end = text.length - span.end
    expect(written.slice(0, span.start)).toBe(text.slice(0, span.start))
    expect(written.slice(written.length - end)).toBe(text.slice(span.end))
  })

  it('comes back from the other family', () => {
    const to = value.version === '1.2' ? '2.1' : '1.2'
    const there = convertXliff(text, value, to).value
    const back = convertXliff(there, readXliff(there).value, value.version).value
    const texts = (xliff: string) =>
      [...unitsOf(readXliff(xliff).value)].map(u => [
        u.id,
        ...u.segments.map(s => [runsText(s.source.runs), s.target && runsText(s.target.runs)]),
      ])
    expect(texts(back)).toEqual(texts(text))
  })
})

it.each([...files])('%s is decoded and encoded byte for byte', (_, bytes) => {
  const { value, problems } = decodeXml(bytes)
  expect(problems).toEqual([])
  expect(Buffer.from(encodeXml(value)!)).toEqual(Buffer.from(bytes))
})

describe('what people have locked or confirmed', () => {
  const settled: Readonly<Record<string, readonly boolean[]>> = {
    'trados-1.sdlxliff': [true, false],
    'trados-2.sdlxliff': [false, true, false],
    'trados-3.sdlxliff': [true, false],
    'memoq-1.mqxliff': [true, false],
    'memoq-2.mqxliff': [true, false],
    'memoq-3.mqxliff': [true, false, true],
    'phrase-1.mxliff': [true, true, false],
    'wordfast-1.txlf': [false, false],
  }

  it.each(Object.entries(settled))('is known in %s, and never changed', (name, expected) => {
    const text = documents.get(name)!
    const { value } = readXliff(text)
    const all = [...unitsOf(value)].flatMap(unit =>
      unit.segments.filter(s => s.kind === 'segment').map(segment => ({ unit, segment })),
    )
    expect(all.map(({ unit, segment }) => unit.locked || segment.locked || false)).toEqual(expected)
    const changes = all.map(each => ({ ...each, target: [newText('Нове')], state: 'final' as const }))
    const written = writeXliff(text, value, changes)
    expect(written.problems.map(p => p.code)).toEqual(expected.filter(Boolean).map(() => 'xliff-segment-locked'))
    const again = [...unitsOf(readXliff(written.value).value)].flatMap(unit =>
      unit.segments.filter(s => s.kind === 'segment'),
    )
    again.forEach(({ target, state }, i) => {
      const before = all[i]!.segment
      const said = target && runsText(target.runs)
      expect(said).toBe(expected[i] ? before.target && runsText(before.target.runs) : 'Нове')
      if (expected[i]) expect(state).toBe(before.state)
    })
    const comments = /<(mq:comments|cmt-defs|mq:comment)\b[\s\S]*?<\/\1>/g
    expect(written.value.match(comments)).toEqual(text.match(comments))
  })
})

describe('any text', () => {
  const mutated = fc
    .tuple(
      anyFile1,
      fc.array(
        fc.tuple(
          fc.nat(),
          fc.nat({ max: 40 }),
          fc.constantFrom('', '<', '"', '<sub>', '</g>', '\0', ' id="1"', '<mrk mtype="seg" mid="1">', '1.2', '2.1'),
        ),
        { maxLength: 3 },
      ),
    )
    .map(([text, changes]) =>
      changes.reduce((now, [at, length, insert]) => {
        const place = at % (now.length + 1)
        return now.slice(0, place) + insert + now.slice(place + length)
      }, text),
    )

  it('maps to its place, unit by unit, however it is read', async () => {
    const entities = fc.constantFrom(
      'a',
      'б',
      '&amp;',
      '&#10;',
      '<![CDATA[<]]>',
      '\r\n',
      '<!-- -->',
      '😀',
      'long enough to be copied ',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(entities, { maxLength: 12 }), async parts => {
        const text = `<xliff version="1.2"><file original="a" source-language="en" datatype="x"><body><trans-unit id="1"><source>${parts.join('')}</source></trans-unit></body></file></xliff>`
        for (const { value } of [readXliff(text), await readXliffChunks([text])]) {
          const runs = [...unitsOf(value)][0]!.segments[0]!.source.runs
          for (const run of runs) {
            if (run.kind !== 'text') continue
            for (const { at, length, start, end } of run.map) {
              const raw = text.slice(start, end)
              const said = run.text.slice(at, at + length)
              expect(raw === said || /^(&amp;|&#10;|\r\n)$/.test(raw)).toBe(true)
            }
            expect(run.map.reduce((sum, piece) => sum + piece.length, 0)).toBe(run.text.length)
          }
        }
      }),
    )
  })

  it('is read, written, converted and merged without a throw, and problems are inside it', () => {
    fc.assert(
      fc.property(mutated, text => {
        const { value, problems } = readXliff(text)
        const conversions = (['1.2', '2.1', '2.2'] as const).map(to => convertXliff(text, value, to))
        const all = [...unitsOf(value)]
        const changes = all.flatMap(unit =>
          unit.segments.map(segment => ({ unit, segment, target: segment.source.runs, state: 'translated' as const })),
        )
        const written = writeXliff(text, value, changes, { targetLanguage: 'uk' })
        const block = {
          id: 'b',
          kind: 'paragraph',
          scope: 'body',
          span: { start: 0, end: 0 },
          runs: all[0]?.segments[0]?.source.runs ?? [],
        } as const
        const merged = mergeXliff(documentOf(block), value)
        for (const problem of [
          ...problems,
          ...conversions.flatMap(c => c.problems),
          ...written.problems,
          ...merged.problems,
        ]) {
          expect(problem.span.start).toBeGreaterThanOrEqual(0)
          expect(problem.span.end).toBeLessThanOrEqual(text.length)
        }
        if (problems.length > 0) return
        for (const result of [...conversions.map(c => c.value), written.value])
          expect(readXliff(result).problems).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})
