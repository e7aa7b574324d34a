import type { Case, Gender, Kind } from './paradigm.ts'

/**
 * Endings by case, variants separated by spaces, best first. An ending is letters to be put on the stem, or
 * `=` the name as it stands, `-` the bare stem, `@gen` what that case has; `~і` and `^е` put the letters on the stem after
 * the language's alternation of that sign, `*` is the bare stem with a vowel put between its last two consonants.
 */
export type Table = Readonly<Partial<Record<Case, string>>>

/** One way in which names decline. The first rule of a kind that fits a name gives its paradigm. */
export interface Rule {
  readonly rule: string
  /** Kinds and genders that it serves, separated by spaces; all where absent. */
  readonly kind?: string
  readonly gender?: string
  /** The end of the lower-case name, as a regular expression; apostrophes are written '. */
  readonly ends?: string
  /** Whole lower-case names; a rule may have both, and fits where either does. */
  readonly words?: readonly string[]
  /** Names (ends, as above) that the rule leaves to those after it. */
  readonly except?: string
  /** Letters taken off the name's end, and letters then put on, to make the stem. */
  readonly cut?: number
  readonly add?: string
  /** An alternation of the language that the stem then goes through. */
  readonly change?: string
  readonly table: string
  /** Cases in which this rule differs from its table. */
  readonly with?: Table
  readonly source?: string
  /** `name: gen, dat, acc, ins, loc, voc`, variants separated by `/`, or `name (kind gender): …`. */
  readonly samples: readonly string[]
}

/** Which words of a compound stand still, and how the others are told apart. */
export interface CompoundData {
  /** First parts that do not decline (Івано-, Нью-), by the kinds of names they begin: regular expressions over the whole part. */
  readonly still: readonly { readonly kind: string; readonly part: string }[]
  /** Ends of a hyphenated place's first parts that only join it to the next (Івано-Франківськ). */
  readonly combining: string
  /** Prepositions inside a name (Ростов-на-Дону), after which nothing declines: a regular expression over the whole word. */
  readonly prepositions: string
  /** Particles of foreign names (ван Гог, Ріо-де-Жанейро): they and what stands before them in a place do not decline. */
  readonly particles: string
  /** Ends of possessive adjectives (Часів Яр, Сергиев Посад), which towns have too: none before another adjective. */
  readonly possessive: string
  /** Words that join a second head to the first (Боснія і Герцеговина). */
  readonly conjunctions: string
  /** What may be a noun in the nominative, by gender: only before such a word is an adjective taken for one. */
  readonly nominative: Readonly<Record<Gender, string>>
  /** What may be an adjective before its noun, by the gender it agrees with: ends of the nominative. */
  readonly adjective: Readonly<Record<Gender, string>>
  /** Ends of words that are adjectives wherever they stand. */
  readonly clearAdjective: string
}

export interface Compounds {
  readonly still: (lower: string, kind: Kind) => boolean
  readonly combining: (lower: string) => boolean
  readonly preposition: (lower: string) => boolean
  readonly particle: (lower: string) => boolean
  readonly possessive: (lower: string) => boolean
  readonly conjunction: (lower: string) => boolean
  readonly nominative: (lower: string, gender: Gender) => boolean
  readonly adjective: (lower: string, gender: Gender) => boolean
  readonly clearAdjective: (lower: string, gender: Gender) => boolean
}

export interface GenderGuess {
  readonly kind: string
  readonly ends?: string
  readonly words?: readonly string[]
  readonly except?: string
  readonly gender: Gender
}

/** What a language's folder holds. */
export interface LanguageData {
  readonly cases: readonly Case[]
  readonly alternations: Readonly<Record<string, readonly (readonly [string, string])[]>>
  /** Ends of a family name's genitive, and what stands there in the nominative plural; the genitive itself where none fits. */
  readonly plurals: readonly (readonly [string, string])[]
  readonly tables: Readonly<Record<string, Table>>
  /**
   * For style: which variant (by its place in the list) neighbouring parts of a full name take in turn, by case: Михайлові Подоляку.
   */
  readonly alternating: Readonly<Partial<Record<Case, readonly number[]>>>
  /** What a word's end shows of its gender: of any name, and of persons whose gender nobody gave. */
  readonly genders: readonly GenderGuess[]
  readonly persons: readonly GenderGuess[]
  readonly compounds: CompoundData
  readonly rules: readonly Rule[]
}

export interface CompiledRule {
  readonly rule: Rule
  readonly fits: (lower: string) => boolean
  readonly endings: readonly (readonly [Case, readonly string[]])[]
}

export interface CompiledGuess {
  readonly kinds: readonly string[]
  readonly gender: Gender
  readonly fits: (lower: string) => boolean
}

export interface Compiled {
  readonly data: LanguageData
  readonly compounds: Compounds
  readonly plurals: readonly (readonly [RegExp, string])[]
  readonly alternations: ReadonlyMap<string, readonly (readonly [RegExp, string])[]>
  /** Rules in order by `kind gender`. */
  readonly byUse: ReadonlyMap<string, readonly CompiledRule[]>
  readonly genders: readonly CompiledGuess[]
  readonly persons: readonly CompiledGuess[]
}

export const genders: readonly Gender[] = ['m', 'f', 'n', 'p']
export const kinds: readonly Kind[] = ['given', 'patronymic', 'family', 'place', 'organisation', 'adjective', 'demonym']

const serves = (list: string | undefined, one: string) => list === undefined || list.split(' ').includes(one)

export function compile(data: LanguageData): Compiled {
  const rules = data.rules.map(rule => compileRule(rule, data))
  const byUse = new Map<string, readonly CompiledRule[]>()
  for (const kind of kinds) {
    for (const gender of genders) {
      byUse.set(
        `${kind} ${gender}`,
        rules.filter(r => serves(r.rule.kind, kind) && serves(r.rule.gender, gender)),
      )
    }
  }
  return {
    data,
    byUse,
    compounds: compileCompounds(data.compounds),
    plurals: data.plurals.map(compileChange),
    alternations: new Map(Object.entries(data.alternations).map(([sign, pairs]) => [sign, pairs.map(compileChange)])),
    genders: data.genders.map(compileGuess),
    persons: data.persons.map(compileGuess),
  }
}

function compileCompounds(data: CompoundData): Compounds {
  const still = data.still.map(s => ({ kinds: s.kind.split(' '), whole: whole(s.part) }))
  const clear = end(data.clearAdjective)
  const adjective = byGender(data.adjective)
  return {
    still: (lower, kind) => still.some(s => s.kinds.includes(kind) && s.whole(lower)),
    combining: end(data.combining),
    preposition: whole(data.prepositions),
    particle: whole(data.particles),
    possessive: end(data.possessive),
    conjunction: whole(data.conjunctions),
    nominative: byGender(data.nominative),
    adjective,
    clearAdjective: (lower, gender) => adjective(lower, gender) && clear(lower),
  }
}

/** A test of a word's end. Looking back from there fails at the last letter, where a search would try the pattern at each. */
function end(pattern: string): (lower: string) => boolean {
  const compiled = new RegExp(`(?<=${pattern})`, 'uy')
  return lower => {
    compiled.lastIndex = lower.length
    return compiled.test(lower)
  }
}

function byGender(patterns: Readonly<Record<Gender, string>>): (lower: string, gender: Gender) => boolean {
  const compiled = { m: end(patterns.m), f: end(patterns.f), n: end(patterns.n), p: end(patterns.p) }
  return (lower, gender) => compiled[gender](lower)
}

const whole = (pattern: string) => end(`^(?:${pattern})`)

function compileRule(rule: Rule, data: LanguageData): CompiledRule {
  const table = data.tables[rule.table]
  if (!table) throw new Error(`inflect: rule ${rule.rule} names no table: ${rule.table}`)
  const endings = data.cases.map(c => [c, (rule.with?.[c] ?? table[c] ?? '=').split(' ')] as const)
  return { rule, fits: fitter(rule), endings }
}

const compileChange = ([from, to]: readonly [string, string]) => [new RegExp(`${from}$`, 'iu'), to] as const

const compileGuess = (guess: GenderGuess): CompiledGuess => ({
  kinds: guess.kind.split(' '),
  gender: guess.gender,
  fits: fitter(guess),
})

type Fitted = Pick<Rule, 'ends' | 'words' | 'except'>

function fitter({ ends, words, except }: Fitted): (lower: string) => boolean {
  const never = () => false
  const fits = ends === undefined ? never : end(ends)
  const not = except === undefined ? never : end(except)
  if (words === undefined) return lower => fits(lower) && !not(lower)
  const known = new Set(words)
  return lower => (known.has(lower) || fits(lower)) && !not(lower)
}
