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
  /** Names (ends, as above) that the rule leaves to those after it; not those that it lists whole. */
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
  /** Titles with which the name after them agrees (Піп Іван): a regular expression over the whole word. */
  readonly titles: string
  /** First parts of hyphenated places that decline beside the last, each in its own gender (Пуща-Водиця): a regular expression over the whole part. */
  readonly heads: string
  /** First parts of places in Romance and other tongues, and ends of a last part that behind them does not decline (Сан-Анджело, Порт-Луї). */
  readonly foreign: { readonly first: string; readonly last: string }
  /** Ends of a hyphenated place's first parts that only join it to the next (Івано-Франківськ). */
  readonly combining: string
  /** Prepositions inside a name (Ростов-на-Дону), after which nothing declines: a regular expression over the whole word. */
  readonly prepositions: string
  /** Particles of foreign names (ван Гог, Ріо-де-Жанейро): they and what stands before them in a place do not decline. */
  readonly particles: string
  /** Particles of foreign family names that stand still with a capital, too (Ван Дейк, Да Сілва): none that is also a given name (Бен). */
  readonly capitalParticles: string
  /** The syllables of Chinese, Korean and Vietnamese names, each written as a word: a regular expression over the whole word. */
  readonly syllables: string
  /**
   * Family names of one syllable that end in a consonant, and given names of one or two: before such a given name the family name stands still
   * (Ден Сяопін, Ден Сяопіна; Пол Пот, Пол Пота), though some decline it as well (Дена Сяопіна). A pair a language that gives them, since a
   * syllable that is a family name in one is a given name elsewhere (Пол, Кіт).
   */
  readonly chinese: readonly { readonly family: string; readonly given: string }[]
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

/** How words are derived from names of places; regular expressions, apostrophes are written '. */
export interface DerivationData {
  /** Of adjectives, names of regions and demonyms, each up to where its own endings begin. */
  readonly suffixes: string
  /** Suffixes that names have and lose before others (Луцьк, Хмельницький, Галичина), and endings. */
  readonly adjectival: string
  readonly ending: string
  /** Endings of a name's leading adjective, and what joins its stem to the noun (Кривий Ріг: криворізький). */
  readonly agreeing: string
  readonly linking: string
  /** Nouns that lose letters after an adjective (Нижний Новгород: нижегородский), and what stays. */
  readonly shortened: readonly (readonly [whole: string, short: string])[]
  /** Letters that may stand for one another at the end of a stem. */
  readonly alternating: readonly string[]
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
  /**
   * Ends of a family name's genitive, and what stands there in the nominative plural; the genitive itself where none fits. Last, where the
   * plural alone does not tell it (Лосі, but Сиві), the rule by which it declines.
   */
  readonly plurals: readonly (readonly [from: string, to: string, rule?: string])[]
  readonly tables: Readonly<Record<string, Table>>
  /** Kinds whose vocative may be the nominative as well: Правопис 2019, § 87 (друже Максименку, друже Максименко). */
  readonly addressedAsNamed: readonly Kind[]
  /**
   * For style: which variant (by its place in the list) neighbouring parts of a full name take in turn, by case: Михайлові Подоляку.
   */
  readonly alternating: Readonly<Partial<Record<Case, readonly number[]>>>
  /** What a word's end shows of its gender: of any name, and of persons whose gender nobody gave. */
  readonly genders: readonly GenderGuess[]
  readonly persons: readonly GenderGuess[]
  readonly compounds: CompoundData
  readonly derivation: DerivationData
  readonly rules: readonly Rule[]
}
