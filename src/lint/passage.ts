import type { Block } from '../content/index.ts'
import { type Compiled, isGivenName, type Mention, match } from '../glossary/index.ts'
import { fold } from '../normalize/index.ts'
import { guardedIn } from './guarded.ts'
import type { TextLanguage } from './languages.ts'
import { isTitleCase } from './neighbours.ts'
import { isTitle, type Quote } from './quotes.ts'
import type { Reading } from './spelled.ts'
import { type Doubt, doubtOf } from './surroundings.ts'
import { type Sweep, sweep } from './sweep.ts'
import { wordLists } from './word-lists.ts'

export type Place = 'body' | 'quotation' | 'headline' | 'caption' | 'handle'
export type Treatment = 'skip' | 'report' | 'fix'

/** A block with its text and language. */
export interface Passage {
  readonly block: Block
  readonly text: string
  readonly language: Exclude<TextLanguage, 'other'>
  readonly mentions: readonly Seen[]
  /** Folded spellings that are another's here: a place elsewhere (“Odessa, Texas”) or a person. */
  readonly excepted: readonly (readonly [string, Doubt])[]
  /** True where nothing stands that is a name of the glossary, an address or a file name. */
  readonly isFree: (start: number, end: number) => boolean
  readonly placeAt: (start: number, end: number) => Place
  /** True where prose rules may look: no address, no file name. */
  readonly isProse: (start: number, end: number) => boolean
}

/** A glossary name where it stands. */
export interface Seen {
  readonly mention: Mention
  readonly block: Block
  readonly text: string
  readonly language: Exclude<TextLanguage, 'other'>
  readonly place: Place
  readonly treatment: Treatment
  /** Why it may be another's name; where another's name is certain the mention is not here at all. */
  readonly doubt?: Doubt
  /** Filled when first asked for. */
  readings?: readonly Reading[]
}

/** What a passage is made of besides its block. */
export interface PassageOptions {
  readonly text: string
  readonly language: Passage['language']
  readonly quotes: readonly Quote[]
  /** The block stands in a quotation. */
  readonly quoted: boolean
  readonly glossary: Compiled
  readonly style: string | undefined
  readonly places: Readonly<Record<Exclude<Place, 'body'>, Treatment>>
}

/** Finds the names of a block and what their surroundings say of them. */
export function passageOf(
  block: Block,
  { text, language, quotes, quoted, glossary, style, places }: PassageOptions,
): Passage {
  const guarded = sweep(guardedIn(text))
  const html = emphasised(block, quotation)
  const marked = sweep(html.length > 0 ? [...quotes, ...html] : quotes)
  const found = match(glossary, text, { language, ...(style !== undefined && { style }) })
  const names = sweep(found)
  const works = sweep(emphasised(block, work))
  let titled: boolean | undefined
  const isTitled = (): boolean => {
    titled ??= isTitleCase(text, block.scope === 'headline')
    return titled
  }
  const around: Around = { block, text, quotes: marked, found, names, works, glossary, isTitled }
  const mentions = found.flatMap((mention, i): Seen[] => {
    const guards = guarded.overlapping(mention.start, mention.end)
    if (guards.some(g => !g.handle) || mention.namings.length === 0) return []
    const spoken = languageAt(block, mention, language)
    if (spoken === 'other') return []
    const place = placeOf(around, mention.start, mention.end, guards.length > 0, quoted)
    const treatment = place === 'body' ? 'fix' : places[place]
    if (treatment === 'skip' || isWork(around, mention)) return []
    const doubt = doubtAbout(around, i, spoken)
    return [{ mention, block, text, language: spoken, place, treatment, ...(doubt && { doubt }) }]
  })
  const isProse = (start: number, end: number) => guarded.overlapping(start, end).length === 0
  const isFree = (start: number, end: number) => isProse(start, end) && names.overlapping(start, end).length === 0
  const placeAt = (start: number, end: number) => placeOf(around, start, end, !isProse(start, end), quoted)
  return { block, text, language, mentions, excepted: exceptedNames(text, found), isFree, placeAt, isProse }
}

/** What a mention is judged by. */
interface Around {
  readonly block: Block
  readonly text: string
  readonly quotes: Sweep<Quote>
  readonly found: readonly Mention[]
  readonly names: Sweep<Mention>
  readonly works: Sweep<Quote>
  readonly glossary: Compiled
  readonly isTitled: () => boolean
}

/** Names in phrases that are another's: what they are called there, and whether it is a place elsewhere or a person. */
function exceptedNames(text: string, found: readonly Mention[]): readonly (readonly [string, Doubt])[] {
  return found.flatMap((m): [string, Doubt][] => {
    if (!m.excepted) return []
    const spelling = fold(text.slice(m.start, m.end))
    if (text[m.end] === ',') return [[spelling, 'elsewhere']]
    return /\p{Lu}\p{Ll}+\s$/u.test(text.slice(Math.max(0, m.start - 20), m.start)) ? [[spelling, 'namesake']] : []
  })
}

/** A stretch marked as being in another language is that language's. */
function languageAt(block: Block, mention: Mention, language: Passage['language']): TextLanguage {
  const marked = block.languages?.filter(range => range.start <= mention.start && mention.end <= range.end).at(-1)
  if (!marked) return language
  const tag = marked.language.toLowerCase().split(/[-_]/u)[0]!
  return tag === 'en' || tag === 'uk' || tag === 'ru' ? tag : 'other'
}

function placeOf({ block, quotes }: Around, start: number, end: number, handle: boolean, quoted: boolean): Place {
  if (handle) return 'handle'
  if (quoted || quotes.around(start, end)) return 'quotation'
  if (block.scope === 'headline') return 'headline'
  return block.scope === 'caption' || block.scope === 'alt-text' ? 'caption' : 'body'
}

/** “The Odessa File”, *Kiev: A Portrait*: the name is part of a title, and more than the name stands there; or the ship *Kiev*. */
function isWork({ text, quotes, works }: Around, { start, end }: Mention): boolean {
  const quote = quotes.around(start, end)
  if (quote?.title && quote.end - quote.start - 2 > end - start) return true
  const work = works.around(start, end)
  if (!work) return false
  if (work.end - work.start > end - start) return isTitle(text.slice(work.start, work.end).replace(/[:,]/gu, ''))
  const before = /(\p{L}+)\s+$/u.exec(text.slice(Math.max(0, start - 20), start))?.[1]
  return before !== undefined && wordLists('en').vessels.has(fold(before))
}

function doubtAbout(
  { text, found, names, glossary, isTitled }: Around,
  index: number,
  language: string,
): Doubt | undefined {
  const mention = found[index]!
  const naming = mention.namings[0]!
  const { kind, surname } = glossary.concepts[naming.concept]!
  const dotted = text[mention.start - 1] === '.' || text[mention.start - 2] === '.'
  if (kind === 'place' && dotted && initialsBefore.test(text.slice(Math.max(0, mention.start - 9), mention.start)))
    return 'other-person'
  return doubtOf(text, mention.start, mention.end, language, {
    kind,
    full: naming.parts.length > 1 || mention.initials !== undefined,
    surname: surname === true,
    contrasted: [found[index - 1], found[index + 1]].some(other => other && contrasts(glossary, text, mention, other)),
    isTitleCase: isTitled,
    isName: start => names.overlapping(start, start + 1).length > 0,
    isGiven: word => isGivenName(glossary, word),
  })
}

const initialsBefore = /(?:^|[^\p{L}])(?:\p{Lu}\.[\s\u00a0]?){1,2}$/u

/** Two spellings of one name beside one another in a sentence: the text speaks of the spelling. */
function contrasts(glossary: Compiled, text: string, a: Mention, b: Mention): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a]
  const concept = (m: Mention) => m.namings[0]?.concept
  if (second.start - first.end > 40 || concept(a) === undefined || concept(a) !== concept(b) || !bare(a) || !bare(b))
    return false
  const between = text.slice(first.end, second.start)
  if (/[.!?…]\s/u.test(between) || fold(text.slice(a.start, a.end)) === fold(text.slice(b.start, b.end))) return false
  const texts = [a, b].map(m => glossary.spellings[m.namings[0]!.parts[0]!.spelling]!)
  if (texts[0]!.text === texts[1]!.text) return false
  const kind = glossary.concepts[concept(a)!]!.kind
  return kind === 'place' || /^\s*[(/]|(?:^|\s)(?:or|also|formerly|або|чи|или)\s/u.test(between)
}

/** The marks of single emphasis, in which works are written, and of quotations in HTML. */
const work = /^(?:[*_]$|<(?:i|em|cite)\b)/i
const quotation = /^<(?:q|blockquote)\b/i

const none: readonly Quote[] = []

/** The stretches of a block's text between paired codes of a kind. */
function emphasised(block: Block, kind: RegExp): readonly Quote[] {
  if (block.runs.length < 3) return none
  const found: Quote[] = []
  const open: number[] = []
  let at = 0
  for (const run of block.runs) {
    if (run.kind === 'text') at += run.text.length
    else if (run.kind === 'code') at += 1
    else if (run.kind === 'open') open.push(kind.test(run.label) ? at : -1)
    else {
      const start = open.pop() ?? -1
      if (start >= 0) found.push({ start, end: at, title: false })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

export const bare = (mention: Mention) => mention.namings.every(n => n.parts.length === 1)
