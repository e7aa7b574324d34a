import { isGivenName, type Naming, spellingsOf } from '../glossary/index.ts'
import { clusterForms, nameSpans, type Prepared, prepare, relate } from '../names/index.ts'
import { fold } from '../normalize/index.ts'
import { findScheme, romanize } from '../romanize/index.ts'
import type { Subject } from './subject.ts'
import { unlistedNames } from './unlisted.ts'

/** The same story in another language. */
export interface Rendering {
  readonly path: string
  readonly subject: Subject
}

/** What a text says in names, made once a text. */
interface Names {
  readonly concepts: ReadonlySet<number>
  /** The folded words of the text, in order, each once. */
  readonly words: readonly string[]
  /** The capitalised words and the base forms of names, in Latin letters. */
  readonly latin: readonly Prepared[]
}

const known = new WeakMap<Subject, Names>()

function namesOf(subject: Subject): Names {
  const names = known.get(subject) ?? openNames(subject)
  known.set(subject, names)
  return names
}

const word = /[\p{L}\p{M}][\p{L}\p{M}'’ʼ]*/gu

function openNames(subject: Subject): Names {
  const { passages } = subject
  const concepts = passages.flatMap(({ mentions }) => mentions.flatMap(m => m.mention.namings.map(n => n.concept)))
  const words = passages.flatMap(({ text }) => [...text.matchAll(word)].map(([found]) => found))
  const capitals = words.filter(found => /^\p{Lu}/u.test(found) && found.length > 2)
  const bases = unlistedCyrillic(subject).map(({ base }) => base)
  return {
    concepts: new Set(concepts),
    words: [...new Set(words.map(fold))].sort(),
    latin: [...new Set([...capitals, ...bases].map(inLatin))].map(prepare),
  }
}

const inLatin = (name: string): string =>
  romanize(name, findScheme(/[ёъыэ]/iu.test(name) ? 'bgn-pcgn-1947' : 'kmu-2010')!)

/** True where a text has a name of a concept, in any form. */
export const namesConcept = ({ subject }: Rendering, concept: number): boolean => namesOf(subject).concepts.has(concept)

/** True where a text has a word that may be made from a concept's name (київський). */
export function alludesTo({ subject }: Rendering, concept: number): boolean {
  const { words } = namesOf(subject)
  return spellingsOf(subject.glossary, concept).some(({ part, text }) => {
    const folded = fold(text)
    const isWhole = part !== 'given' && part !== 'patronymic'
    return isWhole && beginsAny(words, folded.slice(0, Math.max(3, folded.length - 3)))
  })
}

/** True where one of the sorted words begins so. O(log words). */
function beginsAny(words: readonly string[], start: string): boolean {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]! < start) low = middle + 1
    else high = middle
  }
  return words[low]?.startsWith(start) === true
}

/** Another person with the same family name whom a rendering names and the text does not. */
export function otherPerson(subject: Subject, { subject: other }: Rendering, naming: Naming): number | undefined {
  const family = familyNames(subject, naming.concept)
  const here = namesOf(subject).concepts
  return [...namesOf(other).concepts].find(
    concept =>
      concept !== naming.concept &&
      !here.has(concept) &&
      [...familyNames(subject, concept)].some(text => family.has(text)),
  )
}

function familyNames({ glossary }: Subject, concept: number): ReadonlySet<string> {
  const all = spellingsOf(glossary, concept)
  return new Set(all.filter(({ part }) => part === 'family').map(({ lang, text }) => `${lang} ${fold(text)}`))
}

/** A name of no glossary where it first stands: source span, and its base form. */
export interface UnlistedName {
  readonly text: string
  readonly base: string
  readonly span: ReturnType<Subject['span']>
}

/** Below this likeness to a romanized Slavic name a capitalised English word may be anything. */
const likely = 0.5

/** The names of no glossary, each once. */
export function unlistedIn(subject: Subject): UnlistedName[] {
  const english = unlistedNames(subject)
    .filter(({ slavic, text }) => slavic >= likely && !isGivenName(subject.glossary, fold(text)))
    .map(({ text, block, span }) => ({ text, base: text, span: subject.span(block, span.start, span.end) }))
  const all = [...english, ...unlistedCyrillic(subject)]
  return [...new Map(all.reverse().map(name => [fold(name.base), name])).values()].reverse()
}

/** Family names and places of Ukrainian and Russian passages, in the order of the passages. */
function unlistedCyrillic(subject: Subject): UnlistedName[] {
  return subject.passages.flatMap(passage => {
    const { text, language, block } = passage
    if (language !== 'uk' && language !== 'ru') return []
    const spans = nameSpans(text, language).filter(({ start, end }) => passage.isFree(start, end))
    return clusterForms(text, spans, language).map(({ base, forms }) => {
      const { start, end } = forms[0]!.spans[0]!
      const last = base.split(/\s+/u).at(-1)!
      return { text: text.slice(start, end), base: last, span: subject.span(block, start, end) }
    })
  })
}

/** True where some word of a text could be a name's rendering. O(words), each compared letter by letter. */
export function namesAlike({ subject }: Rendering, { base }: UnlistedName): boolean {
  const name = prepare(inLatin(base))
  return namesOf(subject).latin.some(other => relate(name, other).relation !== 'different')
}
