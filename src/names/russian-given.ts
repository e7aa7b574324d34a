import { type Case, casesOf, decline, guessGender, type InflectedLanguage, lemmas } from '../inflect/index.ts'
import { grouped } from '../text/index.ts'
import { once } from './model.ts'
import list from './twins.json' with { type: 'json' }

/** A given name that is written as Russian writes it, and what Ukrainian makes of it in some of the cases of the written form. */
export interface RussianGiven {
  /** The Ukrainian name in the nominative. */
  readonly name: string
  readonly gender: 'm' | 'f'
  readonly cases: readonly Case[]
  readonly text: string
  /** Only Russian has letters in such an order: Алексей, Дмитрий. Андрей may be a Croat. */
  readonly isSure: boolean
}

interface Row {
  readonly uk: string
  readonly ru: string
  readonly gender: 'm' | 'f'
}

/** Names of one row begin alike in every case. */
const beginning = 2

/** Ukrainians bear the names so, too. */
const shared = new Set(['Анна', 'Климент', 'Кристина', 'Спиридон', 'Трофим', 'Фома'])

/** Of the Ukrainian names with one Russian form the first is the usual one. */
const rows = once((): readonly Row[] => {
  const all = list.given.map((line): Row => {
    const [uk, ru] = line.split(' ') as [string, string, string]
    return { uk, ru, gender: guessGender({ given: uk }, 'uk') ?? 'm' }
  })
  return [...grouped(all, ({ ru }) => ru).values()].flatMap(([first]) => (shared.has(first!.ru) ? [] : first!))
})

const byBeginning = (language: InflectedLanguage) =>
  once(() => grouped(rows(), row => plain(row[language]).slice(0, beginning)))
const begun = { uk: byBeginning('uk'), ru: byBeginning('ru') }

/**
 * The readings of a form as a listed given name that Russian writes so, be it a Ukrainian one in a Russian case (Катерины); none of what is a
 * form of a Ukrainian name.
 */
export function russianGiven(form: string): readonly RussianGiven[] {
  const written = plain(form)
  const begins = written.slice(0, beginning)
  const own = begun.uk().get(begins) ?? []
  if (own.some(row => casesWith(written, row.uk, 'uk', row.gender).length > 0)) return []
  const bases = [
    ...(begun.ru().get(begins) ?? []).map(row => ({ row, base: row.ru })),
    ...own.map(row => ({ row, base: row.uk })),
  ]
  return bases.flatMap(({ row: { uk, gender }, base }) => {
    const cases = casesWith(written, base, 'ru', gender)
    if (cases.length === 0) return []
    const paradigm = new Map(casesOf(decline(uk, { language: 'uk', kind: 'given', gender })))
    const isSure = onlyRussian.test(plain(base)) || /[ыэъ]/u.test(written)
    const byText = grouped(cases, name => paradigm.get(name)![0]!)
    return [...byText].map(([text, cases]) => ({ name: uk, gender, cases, text, isSure }))
  })
}

/** Those of the readings whose gender and case a Ukrainian family name behind the given one has. */
export function agreeing(readings: readonly RussianGiven[], family: string): readonly RussianGiven[] {
  const known = lemmas(family, { language: 'uk', kind: 'family' })
  return readings.filter(({ gender, cases }) =>
    known.some(lemma => lemma.gender === gender && lemma.cases.some(name => cases.includes(name))),
  )
}

/** Ukrainian writes no и beside a vowel and none at the beginning; of other Slavs hardly any has -ей but in Андрей. */
const onlyRussian = /^[иэ]|[ыэъ]|и[аеиоуюя]|[аеоу]и|ий$|рь$|ья|(?<!андр)ей$/u

function casesWith(written: string, base: string, language: InflectedLanguage, gender: 'm' | 'f'): readonly Case[] {
  const paradigm = decline(base, { language, kind: 'given', gender })
  return casesOf(paradigm).flatMap(([name, forms]) => (forms.some(form => plain(form) === written) ? name : []))
}

const plain = (word: string): string => word.toLowerCase().replaceAll('ё', 'е').replace(/[’ʼ]/g, "'")
