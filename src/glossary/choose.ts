import { findScheme } from '../romanize/index.ts'
import type { Concept, Part, Status, Style } from '../termbase/index.ts'
import type { Compiled } from './compile.ts'
import { languageOf } from './marks.ts'
import { defaultScheme, originOf, type Spelling } from './spelling.ts'

/** What a style, or the lack of one, makes of a spelling. */
export interface Judgement {
  /** Under a style every other spelling than the preferred one is `deprecated` or, if the glossary admits it, `admitted`. */
  readonly status: Status
  /** The spelling to write instead; undefined where the glossary prefers none in this language. */
  readonly preferred: Spelling | undefined
}

export interface Chooser {
  readonly style: Style | undefined
  preferred(concept: number, part: Part, lang: string): Spelling | undefined
  judge(spelling: Spelling): Judgement
  /** True of a spelling, by its number, that is of a language and the one to write in it, and no former name. */
  isUsual(spelling: number, lang: string): boolean
}

/** Decides by one style which spelling of a name goes first: the style's explicit entry, the person's own, the style's scheme, the preferred term, the language's usual scheme. */
export function chooser(compiled: Compiled, styleId?: string): Chooser {
  const style =
    styleId === undefined
      ? undefined
      : (compiled.styles.find(s => s.id === styleId) ?? { id: styleId, schemes: schemeStyle(styleId), prefer: {} })
  const memo = new Map<string, Spelling | undefined>()
  const preferred = (concept: number, part: Part, lang: string): Spelling | undefined => {
    const key = `${concept} ${part} ${lang}`
    if (!memo.has(key))
      memo.set(key, choose(compiled.concepts[concept]!, spellingsOf(compiled, concept), part, lang, style))
    return memo.get(key)
  }
  const judged = new Map<Spelling, Judgement>()
  const judge = (spelling: Spelling): Judgement => {
    const known = judged.get(spelling)
    if (known) return known
    const made = judgementOf(spelling, preferred(spelling.concept, spelling.part, spelling.lang))
    judged.set(spelling, made)
    return made
  }
  return { style, preferred, judge, isUsual: usual(compiled, judge) }
}

/** Kept as one number a spelling: a text asks this of each of its names. */
function usual({ spellings, marks, languages }: Compiled, judge: Chooser['judge']): Chooser['isUsual'] {
  const known = new Uint8Array(marks.length)
  return (id, lang) => {
    if (known[id] === 0) {
      const spelling = spellings[id]!
      known[id] = judge(spelling).status === 'preferred' && spelling.basis !== 'former' ? 2 : 1
    }
    return known[id] === 2 && languages[languageOf(marks[id]!)] === lang
  }
}

function judgementOf(spelling: Spelling, wanted: Spelling | undefined): Judgement {
  if (wanted?.text === spelling.text) return { status: 'preferred', preferred: wanted }
  return { status: spelling.status === 'preferred' ? 'admitted' : spelling.status, preferred: wanted }
}

/** The spellings of a concept by its number, in their order. */
export function spellingsOf({ spellings, spellingStart }: Compiled, concept: number): Spelling[] {
  const from = spellingStart[concept]!
  return Array.from({ length: spellingStart[concept + 1]! - from }, (_, i) => spellings[from + i]!)
}

/** Every scheme's name is a style: its table decides for the languages it reads. */
function schemeStyle(id: string): Readonly<Record<string, string>> {
  const scheme = findScheme(id)
  return scheme ? Object.fromEntries(scheme.languages.map(lang => [lang, scheme.name])) : {}
}

/** The styles a user can name: those of the glossaries. A scheme's name is one, too. */
export function knownStyle(compiled: Compiled, id: string): boolean {
  return compiled.styles.some(s => s.id === id) || findScheme(id) !== undefined || compiled.spellingStyles.includes(id)
}

function choose(
  concept: Concept,
  all: readonly Spelling[],
  part: Part,
  lang: string,
  style: Style | undefined,
): Spelling | undefined {
  const same = all.filter(s => s.part === part && s.lang === lang && s.basis !== 'former')
  if (lang !== 'en')
    return same.find(s => s.status === 'preferred' && s.basis === 'entry') ?? same.find(s => s.basis === 'original')
  const usable = same.filter(s => s.status === 'preferred' || s.status === 'admitted')
  const explicit = usable.filter(s => s.basis === 'entry' && s.status === 'preferred')
  const bySchemes = (name: string | undefined) =>
    name === undefined ? undefined : usable.find(s => s.schemes?.[0] !== undefined && s.schemes.includes(name))
  const origin = originOf(concept)
  return (
    (style && (preferredText(style, concept, part, same) ?? explicit.find(s => s.styles?.includes(style.id)))) ??
    usable.find(s => s.basis === 'own') ??
    (style && bySchemes(styleScheme(style, origin))) ??
    explicit.find(s => !s.styles) ??
    explicit.find(s => s.styles?.includes('official')) ??
    (origin === 'be' ? usable.find(s => s.basis === 'entry') : undefined) ??
    (concept.kind === 'person' || concept.kind === 'place' ? bySchemes(defaultScheme(origin)) : undefined) ??
    usable.find(s => s.basis === 'scheme' && s.schemes?.length === 0)
  )
}

/** A style's `*` scheme speaks for the languages it reads. */
function styleScheme(style: Style, origin: string): string | undefined {
  const name = style.schemes[origin] ?? style.schemes['*']
  const scheme = name === undefined ? undefined : findScheme(name)
  return scheme?.languages.includes(origin) ? scheme.name : undefined
}

function preferredText(style: Style, concept: Concept, part: Part, same: readonly Spelling[]): Spelling | undefined {
  const text = style.prefer[concept.id]
  if (text === undefined) return undefined
  const words = text.split(/\s+/u)
  const wanted =
    part === 'family' && words.length > 1
      ? words.at(-1)!
      : part === 'given' && words.length > 1
        ? words.slice(0, -1).join(' ')
        : text
  return same.find(s => s.text === wanted)
}
