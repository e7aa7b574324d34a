import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { derivativesOf, type InflectedLanguage } from '../../src/inflect/index.ts'

/** `Кривий Ріг: криворізька, криворіжці, Криворіжжя`: a place and words derived from its name. */
const rows = (language: InflectedLanguage) =>
  readFileSync(new URL(`../fixtures/derivatives.${language}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => {
      const [name, words] = line.split(': ')
      return [name!, words!.toLowerCase().split(', ')] as const
    })

for (const language of ['uk', 'ru'] as const) {
  const all = rows(language)

  describe(`words derived from places of ${language}`, () => {
    it.each(all)('%s', (name, words) => {
      expect(words.filter(word => !derivativesOf(name, language)(word))).toEqual([])
    })

    it('are told from those of other places, nearly always', () => {
      const words = all.flatMap(([name, own]) => own.map(word => [name, word] as const))
      const wrong = all.flatMap(([name]) => {
        const test = derivativesOf(name, language)
        return words.filter(([other, word]) => other !== name && test(word))
      })
      expect(wrong.length).toBeLessThan(all.length / 4)
    })

    it('are none of the names themselves, and no other words', () => {
      const plain =
        language === 'uk' ? ['прапор', 'уряд', 'позиція', 'вода'] : ['флаг', 'правительство', 'позиция', 'вода']
      for (const [name] of all) expect(plain.filter(derivativesOf(name, language))).toEqual([])
    })
  })
}

it('words derived from names with marks, digits and one letter are looked for, too', () => {
  expect(derivativesOf('(a+', 'uk')('a')).toBe(false)
  expect(derivativesOf('', 'ru')('слово')).toBe(false)
  expect(derivativesOf('У', 'ru')('слово')).toBe(false)
})
