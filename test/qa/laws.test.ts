import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mark, problemsIn } from './examples.ts'

/** What a rule finds in one pair. */
function found(code: string, languages: readonly [string, string], source: string, target: string): string {
  const marked = `${source}\n${target}`
  return mark(code, { expects: 'finds', languages, options: {}, marked })
}

const check = (code: string, languages: readonly [string, string], source: string, target: string) =>
  expect(found(code, languages, source, target)).toBe(`${source}\n${target}`)

const places = fc.integer({ min: 0, max: 3 })
const amount = fc.record({
  whole: fc.integer({ min: 0, max: 999_999_999 }),
  places,
  digits: fc.integer({ min: 100, max: 999 }),
})

const grouped = (whole: number, group: string): string => String(whole).replace(/\B(?=(?:\d{3})+$)/gu, group)
const decimals = (point: string, count: number, digits: number): string =>
  count === 0 ? '' : point + String(digits).slice(0, count)

describe('number', () => {
  it('knows every amount again in the other language’s form', () => {
    const spaces = fc.constantFrom(' ', '\u00a0', '\u202f', '\u2009')
    fc.assert(
      fc.property(amount, spaces, fc.constantFrom('uk', 'ru'), ({ whole, places: count, digits }, space, language) => {
        const english = grouped(whole, ',') + decimals('.', count, digits)
        const theirs = grouped(whole, space) + decimals(',', count, digits)
        check('number', ['en', language], `About ${english} of them.`, `Це ${theirs} речей.`)
        check('number', [language, 'en'], `Це ${theirs} речей.`, `About ${english} of them.`)
      }),
    )
  })

  it('knows every time of day again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
        const minutes = String(minute).padStart(2, '0')
        const english = `${hour % 12 === 0 ? 12 : hour % 12}:${minutes} ${hour < 12 ? 'a.m.' : 'PM'}`
        check('number', ['en', 'uk'], `It began at ${english} sharp.`, `Почалося о ${hour}:${minutes} рівно.`)
      }),
    )
  })

  it('finds every digit that changed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 21, max: 999_999 }),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (whole, at, step) => {
          const digits = [...String(whole)]
          const place = at % digits.length
          digits[place] = String((Number(digits[place]) + step) % 10)
          const changed = digits.join('').replace(/^0+(?=\d)/u, '')
          fc.pre(Number(changed) > 20)
          expect(found('number', ['en', 'ru'], `All ${whole} of them.`, `Всего ${changed} штук.`)).toContain('«')
        },
      ),
    )
  })
})

describe('placeholder', () => {
  const conversion = fc.constantFrom('%s', '%d', '%lu', '%5.2f', '{name}', '{{count}}', '%(who)s', '$t(key)')
  it('is content with the same ones in the same order', () => {
    fc.assert(
      fc.property(fc.array(conversion, { maxLength: 5 }), all => {
        check('placeholder', ['en', 'uk'], `Of ${all.join(' and ')}.`, `Із ${all.join(' та ')}.`)
      }),
    )
  })

  it('finds each one that is lost', () => {
    fc.assert(
      fc.property(fc.array(conversion, { minLength: 1, maxLength: 5 }), fc.nat(), (all, at) => {
        const left = all.filter((_, i) => i !== at % all.length)
        const out = found('placeholder', ['en', 'uk'], `Of ${all.join(' and ')}.`, `Із ${left.join(' та ')}.`)
        expect(out).toContain('«')
      }),
    )
  })
})

describe('all rules', () => {
  it('take any text, and find only places inside it', () => {
    const words = [
      'Kyiv',
      'Київ',
      'Подоляк',
      '5 June',
      '1,234',
      '$5',
      '%s',
      '{',
      '}',
      '%',
      'https://a.b/c',
      'і',
      '😀',
      '\u0301',
    ]
    const marks = ['«', '»', '"', "'", '<1>', '</1>', '<x/>', ' ', '  ', '.', '…', '\n']
    const text = fc.array(fc.constantFrom(...words, ...marks), { maxLength: 12 }).map(pieces => pieces.join(''))
    const language = fc.constantFrom('uk', 'ru', 'en', 'de')
    fc.assert(
      fc.property(text, text, language, language, (source, target, from, to) => {
        for (const { span, fixes = [] } of problemsIn([[source, target]], [from, to])) {
          for (const { start, end } of [span, ...fixes.flatMap(({ edits }) => edits.map(edit => edit.span))])
            expect([start >= 0, start <= end, end <= target.length]).toEqual([true, true, true])
        }
      }),
    )
  })
})
