import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newText } from '../../src/content/index.ts'
import { editXliffChunks, readXliff, type Unit, unitsOf, writeXliff, type XliffChange } from '../../src/xliff/index.ts'
import { documents } from './documents.ts'
import { anyFile1 } from './files-1.ts'

/** Every kind of change, some of them to locked segments. */
function changesOf(unit: Unit): readonly XliffChange[] {
  const [first, ...others] = unit.segments.filter(segment => segment.kind === 'segment')
  const changes: XliffChange[] = others.map(segment => ({
    unit,
    segment,
    target: [newText('Нове & <'), ...segment.source.runs],
  }))
  if (first) changes.push({ unit, segment: first, state: 'reviewed', target: [newText('Перше')] })
  changes.push({ unit, note: { category: 'qa', text: 'a < b' } })
  return changes
}

function pieces(text: string, lengths: readonly number[]): string[] {
  const out: string[] = []
  let at = 0
  for (let i = 0; at < text.length; i++) {
    const length = Math.max(1, lengths[i % lengths.length]!)
    out.push(text.slice(at, at + length))
    at += length
  }
  return out
}

async function edited(chunks: readonly string[], edit: (unit: Unit) => readonly XliffChange[] | undefined) {
  const editing = editXliffChunks(chunks, ({ unit }) => edit(unit), { targetLanguage: 'uk' })
  let text = ''
  for await (const piece of editing) text += piece
  return { value: text, problems: editing.problems }
}

/** The whole-model editor's result. */
function whole(text: string) {
  const { value, problems } = readXliff(text)
  const written = writeXliff(text, value, [...unitsOf(value)].flatMap(changesOf), { targetLanguage: 'uk' })
  return { value: written.value, problems: [...written.problems, ...problems] }
}

const sameInAnyPieces = (text: string) =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 300 }), { minLength: 1, maxLength: 5 }), async lengths => {
      const { value, problems } = whole(text)
      const streamed = await edited(pieces(text, lengths), changesOf)
      expect(streamed.value).toBe(value)
      expect(new Set(streamed.problems)).toEqual(new Set(problems))
    }),
    { numRuns: 10, examples: [[[1]], [[1_000_000]]] },
  )

describe('editXliffChunks', () => {
  it.each([...documents])('does to %s what writeXliff does, however it comes', (_, text) => sameInAnyPieces(text))

  it('does it to any file, whole or broken', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile1, fc.nat(), fc.boolean(), async (text, at, isCut) => {
        const given = isCut ? text.slice(0, at % (text.length + 1)) : text
        const { value } = readXliff(given)
        // what has no target needs no language
        fc.pre([...unitsOf(value)].some(unit => unit.segments.some(segment => !segment.target)))
        const all = await edited(pieces(given, [64]), changesOf)
        expect(all.value).toBe(whole(given).value)
      }),
      { numRuns: 100 },
    )
  })

  it('knows no unit outside a file', async () => {
    const text =
      '<xliff version="2.0" trgLang="uk"><unit id="u"><segment><source>A</source><target>Б</target></segment></unit></xliff>'
    expect((await edited([text], changesOf)).value).toBe(text)
  })

  it('passes on what is not to change, byte for byte', async () => {
    for (const text of documents.values()) {
      const editing = editXliffChunks(pieces(text, [50]), () => undefined)
      let again = ''
      for await (const piece of editing) again += piece
      expect(again).toBe(text)
    }
  })

  it('waits for what is asked elsewhere', async () => {
    const [text] = pieces(documents.get('okapi-1.xlf')!, [1_000_000])
    const editing = editXliffChunks([text!], async ({ unit }) => changesOf(unit))
    let again = ''
    for await (const piece of editing) again += piece
    expect(again).toBe(whole(text!).value)
  })

  it('says what it could not read', async () => {
    expect((await edited(['<a/>'], changesOf)).problems.map(p => p.code)).toEqual(['xliff-unknown'])
    const broken = '<xliff version="1.2"><file target-language="uk"></body></file></xliff> and more'
    const { value, problems } = await edited(pieces(broken, [5]), changesOf)
    expect(value).toBe(broken)
    expect(problems.map(p => p.code)).toEqual(['xml-malformed'])
  })
})
