import { random } from '../../support/random.ts'

/** A list of names with their renderings, and sentences that hold them. */

export type Language = 'en' | 'uk' | 'ru'
type Cyrillic = Exclude<Language, 'en'>

/** A name's nominative, genitive and instrumental; one form in English. */
interface Cases {
  readonly nom: string
  readonly gen: string
  readonly ins: string
}

/** A line of the list. */
export interface NameRow {
  /** family: a man's family name; full: one to be written behind a given name, of a man or a woman. */
  readonly kind: 'family' | 'full' | 'place' | 'given'
  readonly gender: 'm' | 'f' | '-'
  readonly uk: Cases
  readonly ru: Cases
  /** Spellings that are right in English. */
  readonly en: readonly string[]
}

/** The columns are kind, gender, three Ukrainian forms, three Russian ones, English spellings with spaces between (in a name ^ is a space). */
export function readNames(text: string): { readonly given: readonly NameRow[]; readonly names: readonly NameRow[] } {
  const rows = text.trim().split('\n').map(readRow)
  return { given: rows.filter(({ kind }) => kind === 'given'), names: rows.filter(({ kind }) => kind !== 'given') }
}

function readRow(line: string): NameRow {
  const [kind, gender, ...rest] = line.split('\t')
  const cases = ([nom, gen, ins]: readonly string[]): Cases => ({ nom: nom!, gen: gen!, ins: ins! })
  const en = rest[6]!.split(' ').map(one => one.replaceAll('^', ' '))
  return {
    kind: kind as NameRow['kind'],
    gender: gender as NameRow['gender'],
    uk: cases(rest.slice(0, 3)),
    ru: cases(rest.slice(3, 6)),
    en,
  }
}

/** A name as a sentence writes it, and its nominative. */
export interface Form {
  readonly written: string
  readonly nom: string
  readonly language: Language
}

export interface Sentence {
  readonly source: string
  readonly target: string
  /** The name in the target. */
  readonly name: Form
}

/** A sentence in three languages around a name; `latin` is the spelling that English writes. */
export interface Frame {
  write(from: Language, to: Language, latin: string): Sentence
}

type Texts = Readonly<Record<Language, (name: string, given: string) => string>>

/** In which case Ukrainian and Russian write the name. */
interface Pattern extends Texts {
  readonly in: keyof Cases
  readonly kinds: readonly string[]
}

const patterns: readonly Pattern[] = [
  {
    in: 'nom',
    kinds: ['family m', 'full m', 'full f'],
    en: (name, given) => `It was ${given} ${name} who took the picture.`,
    uk: (name, given) => `На знімку ${given} ${name} біля мосту.`,
    ru: (name, given) => `На снимке ${given} ${name} у моста.`,
  },
  {
    in: 'ins',
    kinds: ['family m', 'full m', 'full f'],
    en: (name, given) => `We spoke with ${given} ${name} about the budget.`,
    uk: (name, given) => `Ми говорили з ${given} ${name} про бюджет.`,
    ru: (name, given) => `Мы говорили с ${given} ${name} о бюджете.`,
  },
  {
    in: 'nom',
    kinds: ['family m'],
    en: name => `The case is led by investigator ${name}.`,
    uk: name => `Справу веде слідчий ${name}.`,
    ru: name => `Дело ведёт следователь ${name}.`,
  },
  {
    in: 'gen',
    kinds: ['family m'],
    en: name => `According to ${name}, the repairs will take a year.`,
    uk: name => `За словами ${name}, ремонт триватиме рік.`,
    ru: name => `По словам ${name}, ремонт займёт год.`,
  },
  {
    in: 'gen',
    kinds: ['full m', 'full f'],
    en: (name, given) => `The court heard the case of ${given} ${name} on Monday.`,
    uk: (name, given) => `У понеділок суд слухав справу ${given} ${name}.`,
    ru: (name, given) => `В понедельник суд слушал дело ${given} ${name}.`,
  },
  {
    in: 'gen',
    kinds: ['place -'],
    en: name => `The road to ${name} was repaired in spring.`,
    uk: name => `Дорогу до ${name} відремонтували навесні.`,
    ru: name => `Дорогу до ${name} отремонтировали весной.`,
  },
  {
    in: 'nom',
    kinds: ['place -'],
    en: name => `They live in the town of ${name}.`,
    uk: name => `Вони живуть у місті ${name}.`,
    ru: name => `Они живут в городе ${name}.`,
  },
  {
    in: 'gen',
    kinds: ['place -'],
    en: name => `Two buses left ${name} at noon.`,
    uk: name => `Два автобуси виїхали з ${name} опівдні.`,
    ru: name => `Два автобуса выехали из ${name} в полдень.`,
  },
]

/** The sentences for a name; `seed` chooses the given name beside it. */
export function frames(name: NameRow, given: readonly NameRow[], seed: number): readonly Frame[] {
  const own = given.filter(({ gender }) => gender === name.gender)
  return patterns
    .filter(({ kinds }) => kinds.includes(`${name.kind} ${name.gender}`))
    .map((pattern, i) => ({
      write: (from, to, latin) => {
        const next = random(seed * 31 + i)
        const beside = own[Math.floor(next() * own.length)]
        const spelling = Math.floor(next() * (beside?.en.length ?? 0))
        const formOf = (row: NameRow | undefined, language: Language, en: string) =>
          row === undefined ? '' : language === 'en' ? en : row[language as Cyrillic][pattern.in]
        const say = (language: Language) =>
          pattern[language](formOf(name, language, latin), formOf(beside, language, beside?.en[spelling] ?? ''))
        const nom = to === 'en' ? latin : name[to].nom
        return {
          source: say(from),
          target: say(to),
          name: { written: formOf(name, to, latin), nom, language: to },
        }
      },
    }))
}
