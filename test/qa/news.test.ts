import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { chooser, compile } from '../../src/glossary/index.ts'
import { type BilingualSegment, checkBitext, openBitext } from '../../src/qa/index.ts'
import { readGlossary } from '../../src/termbase/index.ts'
import { block } from './examples.ts'
import { news, type Slip, slips } from './news.ts'

const glossary = compile(
  ['institutions', 'people', 'places', 'styles'].map(
    name => readGlossary(readFileSync(new URL(`../../glossaries/${name}.yaml`, import.meta.url), 'utf8')).value,
  ),
)

/** What is found in a pair of sentences, information left out. */
function check(source: string, target: string, sourceLanguage: Slip['from'], targetLanguage: Slip['to']) {
  const segment: BilingualSegment = {
    id: '1',
    number: 1,
    source: block(source, sourceLanguage, {}),
    target: block(target, targetLanguage, {}),
    place: { start: 0, end: target.length },
  }
  const options = { sourceLanguage, targetLanguage, codes: 'id', glossary, chooser: chooser(glossary) } as const
  return checkBitext(openBitext([segment], options), {}).filter(({ severity }) => severity !== 'info')
}

const directions = [
  ['en', 'uk'],
  ['en', 'ru'],
  ['uk', 'en'],
  ['ru', 'en'],
  ['uk', 'ru'],
  ['ru', 'uk'],
] as const

describe('news in three languages', () => {
  it.each(directions)('are silent from %s to %s where the translation is right', (from, to) => {
    const told = news.flatMap(sentence =>
      check(sentence[from], sentence[to], from, to).map(({ code, data }) => [sentence[to], code, data]),
    )
    expect(told).toEqual([])
  })

  it.each(slips)('$from to $to: $wrong for $right is $code', ({ from, to, of, right, wrong, code }) => {
    const sentence = news[of]!
    expect(sentence[to]).toContain(right)
    const codes = check(sentence[from], sentence[to].replace(right, wrong), from, to).map(problem => problem.code)
    expect(codes).toContain(code)
  })
})
