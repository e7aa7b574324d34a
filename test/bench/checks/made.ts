import type { Block } from '../../../src/content/index.ts'
import { type Chooser, type Compiled, paradigmOf, type Spelling } from '../../../src/glossary/index.ts'
import type { BilingualSegment } from '../../../src/qa/index.ts'
import type { Sown } from './sow.ts'

/** Sentences made of the glossary's names, in six directions: right ones, and ones with one error each. */

type Language = 'en' | 'uk' | 'ru'
type Check = (
  segments: readonly BilingualSegment[],
  from: Language,
  to: Language,
) => readonly { readonly code: string; readonly severity: string }[]

/** What a sentence says; `name` as each language writes it, in the genitive where it has one. */
interface Content {
  readonly name: Readonly<Record<Language, string>>
  readonly number: number
  readonly month: number
}

const months = {
  en: ['January', 'February', 'October', 'November'],
  uk: ['січня', 'лютого', 'жовтня', 'листопада'],
  ru: ['января', 'февраля', 'октября', 'ноября'],
} as const

const decimal = (number: number, language: Language): string =>
  language === 'en' ? String(number) : String(number).replace('.', ',')

const sentences = {
  person: {
    en: ({ name, number, month }: Content) =>
      `According to ${name.en}, “all ${number}” left on ${number % 28} ${months.en[month]!}.`,
    uk: ({ name, number, month }: Content) =>
      `За словами ${name.uk}, «всі ${number}» пішли ${number % 28} ${months.uk[month]!}.`,
    ru: ({ name, number, month }: Content) =>
      `По словам ${name.ru}, «все ${number}» ушли ${number % 28} ${months.ru[month]!}.`,
  },
  place: {
    en: ({ name, number }: Content) =>
      `The road to ${name.en} is ${decimal(number + 0.5, 'en')} km long and cost ${number} dollars.`,
    uk: ({ name, number }: Content) =>
      `Дорога до ${name.uk} має ${decimal(number + 0.5, 'uk')} км завдовжки й коштувала ${number} доларів.`,
    ru: ({ name, number }: Content) =>
      `Дорога до ${name.ru} длиной ${decimal(number + 0.5, 'ru')} км стоила ${number} долларов.`,
  },
} as const

interface Made {
  readonly kind: string
  readonly code: string
  readonly source: string
  readonly target: string
}

const directions = (['en', 'uk', 'ru'] as const).flatMap(from =>
  (['en', 'uk', 'ru'] as const).filter(to => to !== from).map(to => [from, to] as const),
)

/** Counts what is found of the errors, and in the right sentences how many have an alarm. */
export function checkMade(
  glossary: Compiled,
  chooser: Chooser,
  check: Check,
  sown: Map<string, Sown>,
): { pairs: number; alarms: number } {
  const all = contents(glossary, chooser)
  let [pairs, alarms] = [0, 0]
  for (const [from, to] of directions) {
    for (const [i, { kind, content, concept }] of all.entries()) {
      const sentence = sentences[kind]
      const [source, target] = [sentence[from](content), sentence[to](content)]
      pairs++
      if (told(check, source, target, from, to).length > 0) alarms++
      const others = all.filter(one => one.kind === kind)
      const other = others[(i * 7 + 3) % others.length]!
      for (const made of errors(
        kind,
        content,
        { glossary, chooser, concept, other: other.content },
        source,
        target,
        to,
      ))
        count(sown, made, from, to, told(check, made.source, made.target, from, to))
    }
  }
  return { pairs, alarms }
}

function count(
  sown: Map<string, Sown>,
  { kind, code, source, target }: Made,
  from: Language,
  to: Language,
  codes: readonly string[],
): void {
  const name = `${from}-${to}.${kind}`
  const one = sown.get(name) ?? { seeds: 0, found: 0, noticed: 0, missed: [] }
  sown.set(name, one)
  one.seeds++
  if (!codes.includes(code)) one.missed.push(segmentOf(source, target, from, to))
  else {
    one.found++
    one.noticed++
  }
}

const told = (check: Check, source: string, target: string, from: Language, to: Language): string[] =>
  check([segmentOf(source, target, from, to)], from, to).flatMap(({ code, severity }) =>
    severity === 'info' ? [] : [code],
  )

interface Names {
  readonly glossary: Compiled
  readonly chooser: Chooser
  readonly concept: number
  readonly other: Content
}

/** One error in each: another name, a deprecated spelling, another language's form, and numbers, months, units, money, marks, letters. */
function errors(
  kind: 'person' | 'place',
  content: Content,
  names: Names,
  source: string,
  target: string,
  to: Language,
): Made[] {
  const { name, number } = content
  const replaced = (what: string, code: string, a: string, b: string | undefined): Made[] =>
    b === undefined || a === b || !target.includes(a)
      ? []
      : [{ kind: what, code, source, target: target.replace(a, b) }]
  const named = [
    ...replaced('name-other', 'name-rendering', name[to], names.other.name[to]),
    ...replaced('name-deprecated', 'name-rendering', name[to], deprecated(names, to)),
    ...(to === 'en' ? [] : replaced('name-of-language', 'name-rendering', name[to], foreign(name, to))),
    ...replaced('number', 'number', `${number}`, `${number + 30}`),
  ]
  if (kind === 'person') {
    return [
      ...named,
      ...replaced('month', 'date', months[to][content.month]!, months[to][(content.month + 1) % 4]!),
      ...replaced('quote', 'quotes', to === 'en' ? '”' : '»', ''),
      ...replaced('end', 'end-punctuation', '.', ''),
    ]
  }
  const [km, miles] = { en: ['km', 'miles'], uk: ['км', 'миль'], ru: ['км', 'миль'] }[to] as [string, string]
  const [dollars, euros] = { en: ['dollars', 'euros'], uk: ['доларів', 'євро'], ru: ['долларов', 'евро'] }[to] as [
    string,
    string,
  ]
  return [
    ...named,
    ...replaced('unit', 'unit', ` ${km}`, ` ${miles}`),
    ...replaced('currency', 'currency', dollars, euros),
    ...replaced('homoglyph', 'look-alike-letters', to === 'en' ? 'road' : 'орога', to === 'en' ? 'rоad' : 'opога'),
  ]
}

/** The other Cyrillic language's form, if its letters show it; ё is folded into е, and wrong-script tells of it. */
const foreign = (name: Content['name'], to: 'uk' | 'ru'): string | undefined => {
  const form = name[to === 'uk' ? 'ru' : 'uk']
  return (to === 'uk' ? /[ыэъ]/u : /[іїєґ]/u).test(form) ? form : undefined
}

function deprecated({ glossary, chooser, concept }: Names, to: Language): string | undefined {
  const found = glossary.spellings.find(
    one =>
      one.concept === concept &&
      one.lang === to &&
      (one.part === 'family' || one.part === 'name') &&
      chooser.judge(one).status === 'deprecated',
  )
  // a tie over letters is no other spelling to a reader of names
  return found && !/\u0361/u.test(found.text) ? genitive(found, glossary) : undefined
}

/** The people by their family names and the towns, with the names that the glossary prefers. */
function contents(glossary: Compiled, chooser: Chooser) {
  return glossary.concepts.flatMap((concept, index) => {
    const kind =
      concept.kind === 'person' ? 'person' : concept.kind === 'place' && concept.type === 'city' ? 'place' : undefined
    if (!kind) return []
    const spellings = (['en', 'uk', 'ru'] as const).map(language =>
      chooser.preferred(index, kind === 'person' ? 'family' : 'name', language),
    )
    if (spellings.some(one => one === undefined)) return []
    const [en, uk, ru] = spellings.map(one => genitive(one!, glossary))
    return [
      {
        kind,
        concept: index,
        content: { name: { en: en!, uk: uk!, ru: ru! }, number: 31 + (index % 60), month: index % 4 },
      },
    ] as const
  })
}

function genitive(spelling: Spelling, glossary: Compiled): string {
  const form = paradigmOf(spelling, glossary.concepts[spelling.concept]!)?.gen?.[0]
  return form ?? spelling.text
}

/** A segment of one text each, with no codes. */
export function segmentOf(source: string, target: string, from: Language, to: Language): BilingualSegment {
  return {
    id: '1',
    number: 1,
    source: blockOf(source, from),
    target: blockOf(target, to),
    place: { start: 0, end: target.length },
  }
}

const blockOf = (text: string, language: Language): Block => ({
  id: language,
  kind: 'paragraph',
  scope: 'body',
  span: { start: 0, end: text.length },
  language,
  runs: [{ kind: 'text', text, map: [] }],
})
