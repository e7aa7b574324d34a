import { type Case, casesOf, decline, guessGender, type InflectedLanguage, lemmas } from '../inflect/index.ts'
import { grouped } from '../text/index.ts'
import { once } from './model.ts'
import list from './twins.json' with { type: 'json' }

/** A given name that is written as Russian writes it, and what Ukrainian makes of it in some of the cases of the written form. */
export interface RussianGiven {
  /** Lower case. */
  readonly form: string
  /** The Ukrainian name in the nominative. */
  readonly name: string
  readonly gender: 'm' | 'f'
  readonly cases: readonly Case[]
  readonly text: string
  /** Nobody but Russians and Belarusians is called so: Алексей, Дмитрий. Андрей may be a Croat. */
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

/** By the first letters of their forms: what begins so is declined when a word that does is asked for. */
const known = new Map<string, ReadonlyMap<string, readonly RussianGiven[]>>()

/**
 * The readings of a form as a listed given name that Russian writes so, be it a Ukrainian one in a Russian case (Катерины); none of what is a
 * form of a Ukrainian name.
 */
export function russianGiven(form: string): readonly RussianGiven[] {
  const written = plain(form)
  const begins = written.slice(0, beginning)
  const forms = known.get(begins) ?? formsBeginning(begins)
  known.set(begins, forms)
  return forms.get(written) ?? none
}

const none: readonly never[] = []

function formsBeginning(begins: string): ReadonlyMap<string, readonly RussianGiven[]> {
  const own = begun.uk().get(begins) ?? none
  const theirs = begun.ru().get(begins) ?? none
  const right = new Set(own.flatMap(({ uk, gender }) => [...formsOf(uk, 'uk', gender).keys()]))
  const readings = [...theirs.map(row => [row, row.ru] as const), ...own.map(row => [row, row.uk] as const)].flatMap(
    ([row, base]) =>
      [...formsOf(base, 'ru', row.gender)].flatMap(entry =>
        right.has(entry[0]) ? none : readingsOf(row, base, ...entry),
      ),
  )
  return grouped(readings, ({ form }) => form)
}

function readingsOf({ uk, gender }: Row, base: string, form: string, cases: readonly Case[]): readonly RussianGiven[] {
  const paradigm = new Map(casesOf(decline(uk, { language: 'uk', kind: 'given', gender })))
  const isSure = !foreign.has(plain(base)) || /[ыэъ]/u.test(form)
  return [...grouped(cases, name => paradigm.get(name)![0]!)].map(([text, cases]) => ({
    form,
    name: uk,
    gender,
    cases,
    text,
    isSure,
  }))
}

/** What Russian makes of a form of a listed Ukrainian given name, by cases: Вікторії is Виктории. */
export function ukrainianGiven(form: string): readonly { readonly text: string; readonly cases: readonly Case[] }[] {
  const written = plain(form)
  return (begun.uk().get(written.slice(0, beginning)) ?? none).flatMap(({ uk, ru, gender }) => {
    const cases = formsOf(uk, 'uk', gender).get(written) ?? none
    const paradigm = new Map(casesOf(decline(ru, { language: 'ru', kind: 'given', gender })))
    const fitting = cases.filter(name => paradigm.has(name))
    return [...grouped(fitting, name => paradigm.get(name)![0]!)].map(([text, cases]) => ({ text, cases }))
  })
}

/** Those of the readings whose gender and case a Ukrainian family name behind the given one has. */
export function agreeing(readings: readonly RussianGiven[], family: string): readonly RussianGiven[] {
  const known = lemmas(family, { language: 'uk', kind: 'family' })
  return readings.filter(({ gender, cases }) =>
    known.some(lemma => lemma.gender === gender && lemma.cases.some(name => cases.includes(name))),
  )
}

/** Other Slavs are called so in Ukrainian, too: Андрей Пленкович, Петр Фіала, Вера Йоурова. */
const foreign = new Set(
  'александр александра андрей вера владимир ева екатерина елена елизавета константин надежда николай павел петр'.split(
    ' ',
  ),
)

/** The cases of each form. */
function formsOf(base: string, language: InflectedLanguage, gender: 'm' | 'f'): ReadonlyMap<string, readonly Case[]> {
  const all = casesOf(decline(base, { language, kind: 'given', gender })).flatMap(([name, forms]) =>
    [...new Set(forms.map(plain))].map(form => ({ form, name })),
  )
  return new Map([...grouped(all, ({ form }) => form)].map(([form, list]) => [form, list.map(({ name }) => name)]))
}

const plain = (word: string): string => word.toLowerCase().replaceAll('ё', 'е').replace(/[’ʼ]/g, "'")
