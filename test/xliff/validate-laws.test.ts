import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { validateXliff, xliffValidator } from '../../src/xliff/validate/index.ts'

const two = `<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="uk" xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0">
 <file id="f"><skeleton href="s"/><notes><note id="n">a</note></notes>
  <group id="g"><unit id="u1"><originalData><data id="d">&lt;b></data></originalData>
   <segment id="1" state="translated"><source><pc id="2" dataRefStart="d" fs:fs="b">a</pc><ph id="3"/></source>
   <target><pc id="2" dataRefStart="d">б</pc><mrk id="m" type="comment" ref="#n=1">в</mrk></target></segment></unit></group>
  <unit id="u2"><segment><source><sc id="1" canReorder="firstNo"/>a<ec startRef="1"/></source></segment></unit></file></xliff>`
const one = `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
 <file original="a" source-language="en" target-language="uk" datatype="xml"><header><tool tool-id="t" tool-name="T"/></header>
 <body><group id="g"><trans-unit id="1" phase-name="p"><source>a<bpt id="1" rid="1">{</bpt>b<ept id="2" rid="1">}</ept><x id="3"/></source>
 <seg-source><mrk mtype="seg" mid="1">a</mrk></seg-source><target state="final">б</target><note priority="1">n</note></trans-unit></group></body></file></xliff>`

/** A document with stretches taken out, doubled or replaced: tags, attributes, quotes and single units of text. */
const mutated = fc
  .tuple(
    fc.constantFrom(one, two),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(60),
        fc.constantFrom('', '"', '<', '>', '</source>', '<ph id="1"/>', '&', ' id="1"', '😀', '\r\n', '=', '#'),
      ),
      {
        maxLength: 4,
      },
    ),
  )
  .map(([document, edits]) => {
    let text = document
    for (const [place, length, insert] of edits) {
      const at = place % text.length
      text = text.slice(0, at) + insert + text.slice(at + (insert ? 0 : length))
    }
    return text
  })

describe('laws', () => {
  test('problems stand inside the document and in order, whatever it is', () => {
    fc.assert(
      fc.property(mutated, document => {
        const { problems } = validateXliff(document)
        let last = 0
        for (const { span } of problems) {
          expect(span.start).toBeGreaterThanOrEqual(last)
          expect(span.end).toBeGreaterThanOrEqual(span.start)
          expect(span.end).toBeLessThanOrEqual(document.length)
          last = span.start
        }
      }),
      { numRuns: 1500 },
    )
  })

  test('a document in pieces has the problems of the whole', () => {
    fc.assert(
      fc.property(mutated, fc.array(fc.nat(200), { maxLength: 20 }), (document, cuts) => {
        const validator = xliffValidator()
        let at = 0
        for (const cut of cuts) {
          validator.write(document.slice(at, at + cut))
          at += cut
        }
        validator.write(document.slice(at))
        expect(validator.end()).toEqual(validateXliff(document))
      }),
      { numRuns: 300 },
    )
  })

  test('any text at all is answered', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), document => {
        expect(validateXliff(document).problems.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('what could harm', () => {
  const unit = (content: string): string =>
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en"><file id="f"><unit id="u"><segment><source>${content}</source></segment></unit></file></xliff>`

  test('deep nesting ends at the limit', () => {
    const { problems } = validateXliff(unit('<mrk id="1" type="term">'.repeat(100_000)))
    expect(problems.map(problem => problem.code)).toContain('xml-too-deep')
  })

  test('as many problems as there are units, and no more than are kept', () => {
    const { problems } = validateXliff(unit('<ph/>'.repeat(30_000)))
    expect(problems.length).toBe(10_000)
  })

  test('a hundred thousand codes of one unit', () => {
    const codes = Array.from({ length: 100_000 }, (_, i) => `<sc id="${i}"/>`).join('')
    const ends = Array.from({ length: 100_000 }, (_, i) => `<ec startRef="${i}"/>`).join('')
    expect(validateXliff(unit(codes + ends)).problems).toEqual([])
  })
})
