import en from './en.json' with { type: 'json' }
import ru from './ru.json' with { type: 'json' }
import uk from './uk.json' with { type: 'json' }

/**
 * What a language's abbreviations do before a capital or a number. Written in lower case, without the last point. Before a
 * small letter no abbreviation ends a sentence.
 */
export interface LanguageRules {
  /** Belongs to what follows: Mr., вул., т. е. */
  readonly never: ReadonlySet<string>
  /** Belongs to a number that follows: p., рис. */
  readonly number: ReadonlySet<string>
  /** After a number a unit, which may end a sentence; else it belongs to a name: 1990 р. / р. Дніпро; 1990 г. / г. Москва. */
  readonly place: ReadonlySet<string>
  /** Ends a sentence only before a word that begins sentences: Inc., обл. */
  readonly maybe: ReadonlySet<string>
  /** Likewise, but only where they have a capital, since small they are words: Wash., Ore., Sat. */
  readonly names: ReadonlySet<string>
  /** Ends a sentence before any capital: etc., і т. д. */
  readonly often: ReadonlySet<string>
  /** Words that begin sentences and no names. */
  readonly starters: ReadonlySet<string>
  /** Words that have a capital nowhere but at the beginning of a sentence: neither names nor parts of titles begin with them. */
  readonly openers: ReadonlySet<string>
  /** Words that titles write small, though the others have capitals: In the Heat of the Night. */
  readonly small: ReadonlySet<string>
  /** How many letters a word has at least that is no unknown abbreviation. */
  readonly shortestWord: number
}

interface Lists extends Readonly<Record<Exclude<keyof LanguageRules, 'shortestWord'>, readonly string[]>> {
  readonly shortestWord: number
}

const compile = (lists: Lists): LanguageRules => ({
  never: new Set(lists.never),
  number: new Set(lists.number),
  place: new Set(lists.place),
  maybe: new Set(lists.maybe),
  names: new Set(lists.names),
  often: new Set(lists.often),
  starters: new Set(lists.starters),
  openers: new Set(lists.openers),
  small: new Set(lists.small),
  shortestWord: lists.shortestWord,
})

const known: Readonly<Record<string, LanguageRules>> = { en: compile(en), uk: compile(uk), ru: compile(ru) }

/** Where the language is not one of ours: no abbreviations but initials. */
const none = compile({
  never: [],
  number: [],
  place: [],
  maybe: [],
  names: [],
  often: [],
  starters: [],
  openers: [],
  small: [],
  shortestWord: 1,
})

/** The rules for a BCP 47 tag: its first subtag decides. */
export const languageRules = (language: string): LanguageRules =>
  known[language.split(/[-_]/)[0]!.toLowerCase()] ?? none
