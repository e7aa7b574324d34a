import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Case,
  casesOf,
  decline,
  type InflectedLanguage,
  type Kind,
  lemmas,
  samples,
} from '../../src/inflect/index.ts'

describe('lemmas', () => {
  it.each<[string, InflectedLanguage, Kind, string, Case]>([
    ['Подоляком', 'uk', 'family', 'Подоляк', 'ins'],
    ['Києва', 'uk', 'place', 'Київ', 'gen'],
    ['Ользі', 'uk', 'given', 'Ольга', 'dat'],
    ['Кравцеві', 'uk', 'family', 'Кравець', 'dat'],
    ['Зеленского', 'ru', 'family', 'Зеленский', 'gen'],
    ['Москвой', 'ru', 'place', 'Москва', 'ins'],
    ['ПУТИНЫМ', 'ru', 'family', 'ПУТИН', 'ins'],
  ])('%s (%s %s): %s', (form, language, kind, lemma, grammaticalCase) => {
    const found = lemmas(form.toLowerCase(), { language, kind }).find(c => c.lemma === lemma.toLowerCase())
    expect(found?.cases).toContain(grammaticalCase)
  })

  it('gives no candidate of another gender than the one asked for', () => {
    const found = lemmas('Коваленка', { language: 'uk', kind: 'family', gender: 'm' })
    expect(new Set(found.map(c => c.gender))).toEqual(new Set(['m']))
  })

  it('finds the name of every sample from each of its forms', () => {
    for (const language of ['uk', 'ru'] as const) {
      for (const { name, kind, gender } of samples(language)) {
        for (const [grammaticalCase, forms] of casesOf(decline(name, { language, kind, gender }))) {
          for (const form of forms) {
            const found = lemmas(form, { language, kind, gender }).find(c => c.lemma === name)
            expect(found?.cases, `${form} of ${name}`).toContain(grammaticalCase)
          }
        }
      }
    }
  })

  it('gives only base forms that have the form', () => {
    const letters = 'абвгдезиклмнопрстуія'.split('')
    const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 3, maxLength: 9 })
    fc.assert(
      fc.property(word, fc.constantFrom<InflectedLanguage>('uk', 'ru'), (form, language) => {
        for (const { lemma, gender, cases } of lemmas(form, { language, kind: 'family' })) {
          const paradigm = decline(lemma, { language, kind: 'family', gender })
          for (const c of cases) expect(paradigm[c]).toContain(form)
        }
      }),
    )
  })
})
