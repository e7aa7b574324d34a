import type { Block } from '../content/index.ts'
import { type Compiled, type Mention, match, type PartMatch } from '../glossary/index.ts'
import type { Evidence } from '../language/index.ts'
import { type Capitalised, capitalised, type FullMention, fullMentions } from '../names/index.ts'
import { capitals, fold } from '../normalize/index.ts'
import { doubtAbout } from './doubts.ts'
import { betweenCodes, type Stretch } from './emphasis.ts'
import { type Era, leadingEra } from './eras.ts'
import { type Guarded, guardedIn } from './guarded.ts'
import type { TextLanguage } from './languages.ts'
import { isTitleCase } from './neighbours.ts'
import { isTitle, type Quote, quotesOf } from './quotes.ts'
import type { Doubt } from './surroundings.ts'
import { type Sweep, sweep } from './sweep.ts'
import { wordLists } from './word-lists.ts'

export type Place = 'body' | 'quotation' | 'headline' | 'caption' | 'handle'
export type Treatment = 'skip' | 'report' | 'fix'

type Spoken = Exclude<TextLanguage, 'other'>

/** A glossary name with what its surroundings make of it. */
export interface Sight {
  readonly mention: Mention
  readonly language: Spoken
  readonly place: Place
  readonly treatment: Treatment
  /** Why it may be another's name; where another's name is certain there is no sight of it. */
  readonly doubt?: Doubt
}

/** What a passage is made of besides its block. */
export interface PassageOptions {
  readonly text: string
  /** What its letters tell. */
  readonly letters: Evidence
  readonly language: Spoken
  /** The text of the block behind. */
  readonly next: string | undefined
  /** What the blocks before it say of its time. */
  readonly era: Era | undefined
  /** The block stands in a quotation. */
  readonly quoted: boolean
  /** A dash begins a paragraph as any other sign does: most of the document is said. */
  readonly isAllSaid: boolean
  readonly glossary: Compiled
  readonly style: string | undefined
  readonly places: Readonly<Record<Exclude<Place, 'body'>, Treatment>>
}

/** So many names are looked through faster than they are sorted. */
const few = 16

/**
 * A block's text with the names found in it, all that does not hang on the rest of the document. What stands around a name is looked
 * at when it is asked for: most names are written as they should be.
 */
export class Sighted {
  readonly text: string
  readonly letters: Evidence
  readonly language: Spoken
  readonly glossary: Compiled
  /** The glossary's names, their surroundings not looked at. */
  readonly found: readonly Mention[]
  readonly #block: Block
  readonly #options: PassageOptions
  readonly #sights: (Sight | null)[] = []
  #names: Sweep<Mention> | undefined
  #guarded: Sweep<Guarded> | undefined
  #quotes: Sweep<Quote> | undefined
  #works: Sweep<Stretch> | undefined
  #titled: boolean | undefined
  #era: { readonly told: Era | undefined } | undefined
  #capitalised: readonly Capitalised[] | undefined
  #full: readonly FullMention[] | undefined

  constructor(block: Block, options: PassageOptions) {
    const { text, letters, language, glossary, style } = options
    this.text = text
    this.letters = letters
    this.language = language
    this.glossary = glossary
    this.found = match(glossary, text, { language, ...(style !== undefined && { style }) })
    this.#block = block
    this.#options = options
  }

  /** A found name by its index; undefined where it is somebody else's or stands where nothing is checked. Looked at once. */
  look(index: number): Sight | undefined {
    const known = this.#sights[index] === undefined ? sightOf(this, this.#block, index) : this.#sights[index]
    this.#sights[index] = known ?? null
    return known ?? undefined
  }

  /** True where a name of the glossary stands. */
  hasName(start: number, end: number): boolean {
    if (this.found.length < few) return this.found.some(name => name.start < end && start < name.end)
    this.#names ??= sweep(this.found)
    return this.#names.overlapping(start, end).length > 0
  }

  /** A cell of a table: those around it are of other columns. */
  get isCell(): boolean {
    return this.#block.kind === 'table-cell'
  }

  get guarded(): Sweep<Guarded> {
    this.#guarded ??= sweep(guardedIn(this.text).filter(stretch => !isRowOfNames(this, stretch)))
    return this.#guarded
  }

  get quotes(): Sweep<Quote> {
    const isAllSaid = this.#options.isAllSaid || this.#block.limits !== undefined
    this.#quotes ??= sweep([...quotesOf(this.text, this.#options.next, isAllSaid), ...quotationsIn(this.#block)])
    return this.#quotes
  }

  get works(): Sweep<Stretch> {
    this.#works ??= sweep(betweenCodes(this.#block, work))
    return this.#works
  }

  get capitalised(): readonly Capitalised[] {
    this.#capitalised ??= capitalised(this.text)
    return this.#capitalised
  }

  get full(): readonly FullMention[] {
    this.#full ??= fullMentions(this.text, this.capitalised)
    return this.#full
  }

  /** The time that the text begins with, or the blocks before it say. */
  get era(): Era | undefined {
    this.#era ??= { told: leadingEra(this.text) ?? this.#options.era }
    return this.#era.told
  }

  /** Most words have capitals. */
  get titled(): boolean {
    this.#titled ??= isTitleCase(this.text, isHeadline(this.#block))
    return this.#titled
  }

  /** True where nothing stands that is a name of the glossary, an address or a file name. */
  isFree(start: number, end: number): boolean {
    return !this.hasName(start, end) && this.isProse(start, end)
  }

  /** True where prose rules may look: no address, no file name. */
  isProse(start: number, end: number): boolean {
    return this.guarded.overlapping(start, end).length === 0
  }

  placeAt(start: number, end: number): Place {
    if (!this.isProse(start, end)) return 'handle'
    if (this.#options.quoted || this.quotes.around(start, end)) return 'quotation'
    const { scope } = this.#block
    if (isHeadline(this.#block)) return 'headline'
    return scope === 'caption' || scope === 'alt-text' ? 'caption' : 'body'
  }

  treatmentAt(place: Place): Treatment {
    return place === 'body' ? 'fix' : this.#options.places[place]
  }
}

/** “Odessa/Chornomorsk/Pivdennyi” is no path. */
function isRowOfNames(sighted: Sighted, { start, end }: Guarded): boolean {
  const row = sighted.text.slice(start, end)
  if (!rowOfCapitals.test(row)) return false
  const names = [...row.matchAll(/[^/]+/gu)].filter(m =>
    sighted.hasName(start + m.index, start + m.index + m[0].length),
  )
  return names.length > 1
}
const rowOfCapitals = /^\p{Lu}[\p{L}’'-]+(?:\/\p{Lu}[\p{L}’'-]+)+$/u

/** What the front matter has as text is the title, and the words below it. */
const isHeadline = ({ scope }: Block): boolean => scope === 'headline' || scope === 'front-matter'

function sightOf(sighted: Sighted, block: Block, index: number): Sight | undefined {
  const mention = sighted.found[index]!
  if (mention.namings.length === 0 || isNoAcronym(sighted, mention)) return undefined
  if (sighted.guarded.overlapping(mention.start, mention.end).some(g => !g.handle)) return undefined
  const language = languageAt(block, mention, sighted.language)
  if (language === 'other') return undefined
  const place = sighted.placeAt(mention.start, mention.end)
  const treatment = sighted.treatmentAt(place)
  if (treatment === 'skip' || isWork(sighted, block, mention)) return undefined
  const doubt = doubtAbout(sighted, index, language)
  return { mention, language, place, treatment, ...(doubt && { doubt }) }
}

/** «Ес» is not the «ЄС» of another language: an acronym is written in capitals. */
function isNoAcronym({ text, glossary }: Sighted, { start, end, namings }: Mention): boolean {
  if (end - start > longestAcronym || capitals(text.slice(start, end)) === 'upper') return false
  const isAcronym = ({ spelling }: PartMatch) => acronym.test(glossary.spellings[spelling]!.text)
  return namings.every(({ parts }) => parts.length === 1 && isAcronym(parts[0]!))
}

const acronym = /^\p{Lu}{2,}$/u
/** Most names are longer and need not be looked up. */
const longestAcronym = 8

/** A stretch marked as being in another language is that language's. */
function languageAt(block: Block, mention: Mention, language: Spoken): TextLanguage {
  const marked = block.languages?.filter(range => range.start <= mention.start && mention.end <= range.end).at(-1)
  if (!marked) return language
  const tag = marked.language.toLowerCase().split(/[-_]/u)[0]!
  return tag === 'en' || tag === 'uk' || tag === 'ru' ? tag : 'other'
}

/** “The Odessa File”, *Kiev: A Portrait*: the name is part of a title, and more than the name stands there; or the ship *Kiev*. */
function isWork({ text, quotes, works, found }: Sighted, { kind }: Block, { start, end }: Mention): boolean {
  const quote = quotes.around(start, end)
  if (quote?.title && quote.end - quote.start - 2 > end - start && !isAllNames(text, quote, found)) return true
  const work = works.around(start, end)
  if (!work) return false
  // A caption or a voice in subtitles is a whole paragraph of emphasis.
  if (kind === 'paragraph' && !/[^\s\ufffc]/u.test(text.slice(0, work.start) + text.slice(work.end))) return false
  if (isAllNames(text, work, found)) return false
  if (work.end - work.start > end - start && imprint.test(text.slice(work.end, work.end + 120))) return true
  if (work.end - work.start > end - start) return isTitle(text.slice(work.start, work.end).replace(/[:,]/gu, ''))
  const [, before] = /(\p{L}+)\s+$/u.exec(text.slice(Math.max(0, start - 20), start)) ?? []
  const [, ...behind] = whatItIs.exec(text.slice(work.end, work.end + 50)) ?? []
  const { vessels } = wordLists('en')
  return [before, ...behind].some(word => word !== undefined && vessels.has(fold(word)))
}

/** Several names and nothing else: a dateline, a train (Київ — Одеса). */
function isAllNames(text: string, stretch: Stretch, found: readonly Mention[]): boolean {
  const inside = found.filter(name => stretch.start <= name.start && name.end <= stretch.end)
  return inside.length > 1 && !/\p{L}/u.test(without(text, stretch, inside))
}

/** What follows a title in a list of works, whatever its letters: “. Kiev: Naukova Dumka, 1964”, “, Oxford, 1999”. */
const imprint = /^[.,]?\s+(?:\(?\p{Lu}[^.;()\n]{1,40}[:,]\s+)(?:\p{Lu}[^;()\n]{1,60},\s+)?(?:1[5-9]|20)\d\d(?!\d)/u

/** “*Odessa* is a musical”, “*Kiev*, a 2010 film”: the last two words of the beginning. */
const whatItIs = /^,?\s+(?:(?:is|was)\s+)?(?:an?|the)\s+(?:[\p{L}\p{N}-]+\s+)??(\p{L}+)(?:\s+(\p{L}+))?/u

const without = (text: string, stretch: Stretch, names: readonly Stretch[]): string =>
  text.slice(stretch.start, names[0]!.start) +
  names.map(({ end }, i) => text.slice(end, names[i + 1]?.start ?? stretch.end)).join('')

/** The marks of single emphasis, in which works are written, of quotations in HTML, and of titles there, whatever their letters. */
const work = /^(?:[*_]$|<(?:i|em|cite)\b)/i
const quotation = /^<(?:q|blockquote)\b/i
const title = /^<cite\b/i

const quotationsIn = (block: Block): Quote[] => [
  ...betweenCodes(block, quotation).map(({ start, end }) => ({ start, end, title: false })),
  ...betweenCodes(block, title).map(({ start, end }) => ({ start, end, title: true })),
]
