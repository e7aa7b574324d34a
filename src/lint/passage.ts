import type { Block } from '../content/index.ts'
import { type Chooser, isCalled, type Mention, type PartMatch } from '../glossary/index.ts'
import type { Evidence } from '../language/index.ts'
import { bare } from './doubts.ts'
import type { Others } from './memory.ts'
import type { Place, Sight, Sighted } from './sighted.ts'
import type { Reading } from './spelled.ts'
import { type Doubt, isIntroduced } from './surroundings.ts'
import { type Sweep, sweep } from './sweep.ts'

/** A glossary name where it stands. */
export interface Seen extends Sight {
  readonly block: Block
  readonly text: string
  /** Filled when first asked for. */
  readings?: readonly Reading[]
}

/**
 * A block as a part of its document. Once a text has “Yuri Nikolaev” or “Odessa, Texas”, a bare Nikolaev or Odessa in it is in doubt;
 * of the places that are also family names, and of people, “Nils Nikolaev” is enough. The others' own names leave the list: they are
 * not the glossary's. Of the names only those are looked at that are asked for and those written like them.
 */
export class Passage {
  readonly block: Block
  readonly text: string
  readonly language: Sighted['language']
  /** What does not hang on the rest of the document; the same when the text is read again. */
  readonly sighted: Sighted
  readonly #at: number
  readonly #others: Others
  readonly #chooser: Chooser
  readonly #seen: (Seen | null)[] = []
  #mentions: readonly Seen[] | undefined
  #suspects: readonly Seen[] | undefined
  #owned: Sweep<Mention> | undefined

  /** `at`: the index of the block among those that are read. */
  constructor(block: Block, sighted: Sighted, at: number, others: Others, chooser: Chooser) {
    this.block = block
    this.text = sighted.text
    this.language = sighted.language
    this.sighted = sighted
    this.#at = at
    this.#others = others
    this.#chooser = chooser
  }

  get letters(): Evidence {
    return this.sighted.letters
  }

  get found(): readonly Mention[] {
    return this.sighted.found
  }

  /** A found name by its index, as the whole document shows it; undefined where it is somebody else's or nothing is checked. */
  seen(index: number): Seen | undefined {
    if (this.#seen[index] === undefined) this.#seen[index] = this.#remembered(this.sighted.look(index)) ?? null
    return this.#seen[index] ?? undefined
  }

  /** All names. */
  get mentions(): readonly Seen[] {
    this.#mentions ??= this.found.flatMap((_, i) => this.seen(i) ?? [])
    return this.#mentions
  }

  /** The names that are not simply the preferred spelling in the passage's language: no others can be misspelled. */
  get suspects(): readonly Seen[] {
    this.#suspects ??= this.#findSuspects()
    return this.#suspects
  }

  #findSuspects(): readonly Seen[] {
    const suspects: Seen[] = []
    for (let i = 0; i < this.found.length; i++) {
      const seen = this.#isSuspect(this.found[i]!) ? this.seen(i) : undefined
      if (seen) suspects.push(seen)
    }
    return suspects
  }

  isFree(start: number, end: number): boolean {
    return this.sighted.isFree(start, end)
  }

  /** As `isFree`, but a found name that is somebody else's is none of the glossary. */
  isUnlisted(start: number, end: number): boolean {
    this.#owned ??= sweep(this.found.filter((one, i) => !this.#isExcepted(one) && !isAnothers(this.sighted.look(i))))
    return this.#owned.overlapping(start, end).length === 0 && this.isProse(start, end)
  }

  isProse(start: number, end: number): boolean {
    return this.sighted.isProse(start, end)
  }

  placeAt(start: number, end: number): Place {
    return this.sighted.placeAt(start, end)
  }

  #remembered(sight: Sight | undefined): Seen | undefined {
    if (!sight || isAnothers(sight)) return undefined
    const { block, text } = this
    const { mention, language, place, treatment } = sight
    const doubt = settled(text, sight, () => this.#others(this.#at, mention))
    return { mention, language, place, treatment, block, text, ...(doubt && { doubt }) }
  }

  /** A person by the glossary's own word, or by initials that are not its person's; chicken Kiev is nobody's name. */
  #isExcepted({ namings, excepted }: Mention): boolean {
    return (
      namings.length === 0 && (excepted === undefined || this.sighted.glossary.concepts[excepted]!.kind === 'person')
    )
  }

  #isSuspect({ namings }: Mention): boolean {
    const { languages } = this.block
    if (languages !== undefined && languages.length > 0) return true
    // «В Харкове»: who calls the town so has no preposition before it.
    if (this.language === 'uk' && namings.every(isCalled)) return true
    const isUsual = (p: PartMatch) => this.#chooser.isUsual(p.spelling, this.language)
    return !namings.every(n => n.lang === this.language && n.parts.every(isUsual))
  }
}

const isAnothers = (sight: Sight | undefined): boolean =>
  sight?.doubt === 'other-person' || sight?.doubt === 'elsewhere'

/** The doubt that is left once the rest of the document has been heard: bare names are all one's, unless a place shows itself. */
function settled(text: string, { mention, doubt }: Sight, told: () => ReturnType<Others>): Doubt | undefined {
  if ((doubt && doubt !== 'unplaced') || !bare(mention) || mention.initials !== undefined) return doubt
  const known = told()
  if (known === 'placed') return doubt && isPerson(text, mention.end) ? doubt : undefined
  if (known === undefined) return doubt
  if (inUkraine.test(text.slice(mention.end, mention.end + 12))) return undefined
  if (ofUkraine.test(text.slice(Math.max(0, mention.start - 40), mention.start))) return undefined
  if (known === 'elsewhere') return known
  return placed.test(text.slice(Math.max(0, mention.start - 20), mention.start)) ? undefined : known
}

/** What stands behind a name shows a person. */
const isPerson = (text: string, end: number): boolean => acts.test(text.slice(end, end + 20)) || isIntroduced(text, end)

/** What a person does, or has. */
const acts = /^(?:['’ʼ]|,?\s+(?:said|says|told|added|wrote|argued|testified|who|whose|himself|herself)(?!\p{L}))/u

const inUkraine = /^,\s+(?:Ukraine|Україна|Украина)(?!\p{L})/u

/** “the Ukrainian port of”, “Ukraine’s Black Sea port of”. */
const ofUkraine = /(?<!\p{L})(?:Ukrainian|Ukraine['’]s)\s+(?:[\p{L}-]+\s+){0,3}?(?:of\s+)?$/u

const placed =
  /(?:^|[^\p{L}])(?:in|near|around|outside|throughout|across|inside|central|downtown|(?:port|city|town|mayor|outskirts|region) of|во?|из|із|под|під|из-под|з-під|возле|вблизи|поблизу|город\p{Ll}{0,3}|міст\p{Ll}{1,3})\s+$/iu
