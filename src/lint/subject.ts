import { type Block, blockText, type Document, sourceSpan } from '../content/index.ts'
import { type Chooser, type Compiled, type Mention, match } from '../glossary/index.ts'
import type { Language } from '../language/index.ts'
import { twinsOf } from '../names/index.ts'
import { fold } from '../normalize/index.ts'
import type { Span } from '../text/index.ts'
import { guardedIn } from './guarded.ts'
import { blockLanguages, type TextLanguage } from './languages.ts'
import { type Quote, quotesIn } from './quotes.ts'
import { type Doubt, doubtOf } from './surroundings.ts'

export type Place = 'body' | 'quotation' | 'headline' | 'caption' | 'handle'
export type Treatment = 'skip' | 'report' | 'fix'

export interface LintSettings {
  readonly language?: Language
  readonly fallback?: Language
  readonly style?: string
  /** ISO 8601 date of the text. */
  readonly date?: string
  readonly places: Readonly<Record<Exclude<Place, 'body'>, Treatment>>
}

/** A block with its text and language. */
export interface Passage {
  readonly block: Block
  readonly text: string
  readonly language: Exclude<TextLanguage, 'other'>
  readonly quotes: readonly Quote[]
  readonly mentions: readonly Seen[]
  /** Folded spellings that name another place here (“Odessa, Texas”). */
  readonly elsewhere: readonly string[]
  /** All names of the glossary, those included that no rule looks at. */
  readonly found: readonly Mention[]
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
}

/** One text, ready for the rules. */
export interface Subject {
  readonly document: Document
  readonly passages: readonly Passage[]
  readonly glossary: Compiled
  readonly chooser: Chooser
  readonly date: string | undefined
  /** The source span of a stretch of a block's text. */
  readonly span: (block: Block, start: number, end: number) => Span
}

/** Reads a document as the rules see it. O(n) in its text. */
export function openSubject(document: Document, glossary: Compiled, chooser: Chooser, settings: LintSettings): Subject {
  const texts = document.blocks.map(blockText)
  const languages = blockLanguages(document, texts, settings)
  const quotes = quotesIn(texts)
  const passages = document.blocks.flatMap((block, i): Passage[] => {
    const language = languages[i]!
    if (language === 'other' || block.scope === 'front-matter') return []
    return [passageOf(block, texts[i]!, language, quotes[i]!, glossary, chooser, settings)]
  })
  const date = document.date ?? settings.date
  return { document, passages: remember(passages), glossary, chooser, date, span: sourceSpan }
}

function passageOf(
  block: Block,
  text: string,
  language: Passage['language'],
  quotes: readonly Quote[],
  glossary: Compiled,
  chooser: Chooser,
  settings: LintSettings,
): Passage {
  const guarded = guardedIn(text)
  const inside = (start: number, end: number) => guarded.filter(g => g.start < end && start < g.end)
  const style = chooser.style?.id
  const found = match(glossary, text, { language, ...(style !== undefined && { style }) })
  const starts = new Set(found.map(m => m.start))
  const elsewhere = found.filter(m => m.excepted && text[m.end] === ',').map(m => fold(text.slice(m.start, m.end)))
  const mentions = found.flatMap((mention): Seen[] => {
    const guards = inside(mention.start, mention.end)
    if (guards.some(g => !g.handle) || mention.namings.length === 0) return []
    const spoken = languageAt(block, mention, language)
    if (spoken === 'other') return []
    const place = placeOf(block, mention.start, mention.end, quotes, guards.length > 0)
    const treatment = place === 'body' ? 'fix' : settings.places[place]
    if (treatment === 'skip') return []
    if (place === 'quotation' && isWork(mention, quotes)) return []
    const doubt = doubtAbout(block, text, mention, spoken, glossary, starts)
    return [{ mention, block, text, language: spoken, place, treatment, ...(doubt && { doubt }) }]
  })
  const isProse = (start: number, end: number) => inside(start, end).length === 0
  const placeAt = (start: number, end: number) => placeOf(block, start, end, quotes, !isProse(start, end))
  return { block, text, language, quotes, mentions, elsewhere, found, placeAt, isProse }
}

/** A stretch marked as being in another language is that language's. */
function languageAt(block: Block, mention: Mention, language: Passage['language']): TextLanguage {
  const marked = block.languages?.filter(range => range.start <= mention.start && mention.end <= range.end).at(-1)
  if (!marked) return language
  const tag = marked.language.toLowerCase().split(/[-_]/u)[0]!
  return tag === 'en' || tag === 'uk' || tag === 'ru' ? tag : 'other'
}

function placeOf(block: Block, start: number, end: number, quotes: readonly Quote[], handle: boolean): Place {
  if (handle) return 'handle'
  if (block.scope === 'quotation' || quotes.some(q => q.start < start && end <= q.end)) return 'quotation'
  if (block.scope === 'headline') return 'headline'
  return block.scope === 'caption' || block.scope === 'alt-text' ? 'caption' : 'body'
}

/** “The Odessa File”: the name is part of a title in quotation marks, and more than the name stands there. */
function isWork(mention: Mention, quotes: readonly Quote[]): boolean {
  const inner = quotes.filter(q => q.start < mention.start && mention.end <= q.end).at(-1)
  return inner?.title === true && inner.end - inner.start - 2 > mention.end - mention.start
}

function doubtAbout(
  block: Block,
  text: string,
  mention: Mention,
  language: string,
  glossary: Compiled,
  starts: ReadonlySet<number>,
): Doubt | undefined {
  const naming = mention.namings[0]!
  const kind = glossary.concepts[naming.concept]!.kind
  const full = naming.parts.length > 1 || mention.initials !== undefined
  const given = givenNames(glossary)
  return doubtOf(text, mention.start, mention.end, language, {
    kind,
    full,
    headline: block.scope === 'headline',
    isName: start => starts.has(start),
    isGiven: word => given.has(word) || twinsOf(word).some(twin => twin.kind === 'given'),
  })
}

const givens = new WeakMap<Compiled, ReadonlySet<string>>()

/** The folded given names of the glossary's people, in all their spellings. */
function givenNames(glossary: Compiled): ReadonlySet<string> {
  const known =
    givens.get(glossary) ?? new Set(glossary.spellings.filter(s => s.part === 'given').map(s => fold(s.text)))
  givens.set(glossary, known)
  return known
}

/**
 * Once a text has “Yuri Nikolaev” or “Odessa, Texas”, a bare Nikolaev or Odessa in it is in doubt; once it has “Nils Nikolaev”, a
 * bare one is, unless a preposition shows the place. The others' own names leave the list: they are not the glossary's.
 */
function remember(passages: readonly Passage[]): Passage[] {
  const others = new Map<string, Doubt>()
  for (const { text, mentions, elsewhere } of passages) {
    for (const spelling of elsewhere) others.set(spelling, 'elsewhere')
    for (const { mention, doubt } of mentions) {
      const spelling = fold(text.slice(mention.start, mention.end))
      if (doubt === 'namesake') others.set(spelling, others.get(spelling) ?? doubt)
      else if (doubt && doubt !== 'larger-name') others.set(spelling, doubt)
    }
  }
  return passages.map(passage => ({
    ...passage,
    mentions: passage.mentions.flatMap(seen => remembered(seen, passage, others)),
  }))
}

const placed = /(?:^|[^\p{L}])(?:in|near|around|outside|throughout|across|inside|central|downtown)\s+$/iu

function remembered(seen: Seen, { text }: Passage, others: ReadonlyMap<string, Doubt>): Seen[] {
  if (seen.doubt === 'other-person' || seen.doubt === 'elsewhere') return []
  const { start, end } = seen.mention
  const known = bare(seen.mention) ? others.get(fold(text.slice(start, end))) : undefined
  const shown = known === 'namesake' && placed.test(text.slice(Math.max(0, start - 12), start))
  const doubt = seen.doubt ?? (shown ? undefined : known)
  return [doubt ? { ...seen, doubt } : seen]
}

const bare = (mention: Mention) => mention.namings.every(n => n.parts.length === 1)
