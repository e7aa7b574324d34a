import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { casesOf, decline, type Gender, type InflectedLanguage, type Kind } from '../../src/inflect/index.ts'

const anyKind = fc.constantFrom<Kind>('given', 'patronymic', 'family', 'place', 'organisation', 'adjective', 'demonym')
const anyGender = fc.constantFrom<Gender | undefined>('m', 'f', 'n', 'p', undefined)
const anyLanguage = fc.constantFrom<InflectedLanguage>('uk', 'ru')
const letters = 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюяэыъё'.split('')
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 2, maxLength: 12 })
const separator = fc.constantFrom(' ', '-')
const name = fc
  .tuple(word, fc.array(fc.tuple(separator, word), { maxLength: 2 }))
  .map(([first, more]) => first + more.map(([s, w]) => s + w).join(''))

describe('every paradigm', () => {
  it('has each case of the language, without empty or repeated forms, and the name for its nominative', () => {
    fc.assert(
      fc.property(name, anyLanguage, anyKind, anyGender, (text, language, kind, gender) => {
        const paradigm = decline(text, { language, kind, gender })
        expect(Object.keys(paradigm)).toHaveLength(language === 'uk' ? 7 : 6)
        for (const [, forms] of casesOf(paradigm)) {
          expect(forms.length).toBeGreaterThan(0)
          expect(new Set(forms).size).toBe(forms.length)
          expect(forms.every(form => form.length > 0)).toBe(true)
        }
        if (!(kind === 'family' && gender === 'p')) expect(paradigm.nom).toEqual([text])
      }),
    )
  })

  it('keeps the number of words and of hyphens', () => {
    fc.assert(
      fc.property(name, anyLanguage, anyKind, anyGender, (text, language, kind, gender) => {
        const shape = (s: string) => s.replace(/[^ -]/gu, '')
        for (const [, forms] of casesOf(decline(text, { language, kind, gender }))) {
          for (const form of forms) expect(shape(form)).toBe(shape(text))
        }
      }),
    )
  })

  it('is the same in capitals as in small letters, but for the capitals', () => {
    fc.assert(
      fc.property(word, anyLanguage, anyGender, (text, language, gender) => {
        fc.pre(/[аеиіоуяюєїэыё]/u.test(text))
        const small = decline(text, { language, kind: 'family', gender })
        const capital = decline(text.toUpperCase(), { language, kind: 'family', gender })
        for (const [name, forms] of casesOf(small)) expect(capital[name]).toEqual(forms.map(f => f.toUpperCase()))
      }),
    )
  })

  it('does not throw on anything', () => {
    fc.assert(
      fc.property(fc.string(), anyLanguage, anyKind, anyGender, (text, language, kind, gender) => {
        expect(decline(text, { language, kind, gender }).nom).toHaveLength(1)
      }),
    )
  })

  it('takes long and deep names as they come', () => {
    for (const text of [
      '"'.repeat(50_000),
      'а'.repeat(50_000),
      '-'.repeat(50_000),
      ' і'.repeat(5_000),
      'а-'.repeat(5_000),
    ]) {
      for (const language of ['uk', 'ru'] as const) {
        expect(decline(text, { language, kind: 'place' }).nom).toEqual([text])
        expect(decline(text, { language, kind: 'family' }).nom).toEqual([text])
      }
    }
  })

  it('is the name itself for a name that does not decline', () => {
    fc.assert(
      fc.property(name, anyLanguage, anyKind, (text, language, kind) => {
        for (const [, forms] of casesOf(decline(text, { language, kind, indeclinable: true })))
          expect(forms).toEqual([text])
      }),
    )
  })
})
