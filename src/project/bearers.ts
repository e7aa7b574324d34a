import { type Compiled, isGivenName } from '../glossary/index.ts'
import { lemmas } from '../inflect/index.ts'
import { fold } from '../normalize/index.ts'
import type { Span } from '../text/index.ts'
import type { Cyrillic, Named, Spelled } from './name-forms.ts'

/** The base forms of full names by the family name in them, folded. */
export type Bearers = ReadonlyMap<string, ReadonlySet<string>>

export function bearersOf(bases: Iterable<string>): Bearers {
  const out = new Map<string, Set<string>>()
  for (const base of bases) {
    const words = base.split(' ')
    if (words.length < 2 || hasInitials(base)) continue
    const family = keyOf(words.at(-1)!)
    out.set(family, (out.get(family) ?? new Set()).add(base))
  }
  return out
}

/** The full name that a family name alone, or with initials, is short for, if there is only one that it may be. */
export function inFull(base: string, bearers: Bearers): string | undefined {
  const words = base.split(' ')
  const [family, ...more] = words.filter(word => !isInitial(word))
  if (family === undefined || more.length > 0) return undefined
  const initial = words.find(isInitial)?.slice(0, -1)
  const fitting = [...(bearers.get(keyOf(family)) ?? [])].filter(
    full => initial === undefined || keyOf(full).startsWith(keyOf(initial)),
  )
  return fitting.length === 1 ? fitting[0] : undefined
}

export const hasInitials = (base: string): boolean => base.split(' ').some(isInitial)

const isInitial = (word: string): boolean => /^\p{L}{1,2}\.$/u.test(word)
const keyOf = (word: string): string => fold(word).replaceAll('ё', 'е').replaceAll('ґ', 'г')

/**
 * The passages of a document with the persons it names in full called so wherever their family names stand alone or with initials,
 * also where these alone were not taken for names.
 */
export function withBearers(found: readonly Named[], glossary: Compiled): readonly Named[] {
  const own = found.map(named => ({ ...named, spelled: named.spelled.map(name => inOrder(name, glossary)) }))
  const bearers = bearersOf(own.flatMap(({ spelled }) => spelled.filter(isPersons).map(({ base }) => base)))
  if (bearers.size === 0) return own
  const common = smallWords(found)
  return own.map(named => {
    const spelled = withFamilies(named, bearers, common)
    return { ...named, spelled: spelled.map(name => ({ ...name, base: fullName(name, bearers) })) }
  })
}

const isPersons = ({ kind }: Spelled): boolean => kind !== 'place'

const fullName = (name: Spelled, bearers: Bearers): string =>
  (isPersons(name) && inFull(name.base, bearers)) || name.base

/** In whatever order and capitals a name is written, it is one. */
function inOrder(name: Spelled, glossary: Compiled): Spelled {
  if (name.kind !== 'person') return name
  const base = withSmallLetters(name.base)
  const words = base.split(' ')
  const [first, second] = words.map(word => isGivenName(glossary, fold(word)))
  return { ...name, base: words.length === 2 && second && !first ? `${words[1]} ${words[0]}` : base }
}

/** КОНДРАТЮК: Кондратюк. */
const withSmallLetters = (base: string): string =>
  base.replace(/\p{Lu}{2,}/gu, (letters, at: number) =>
    isLetterBefore(base, at) ? letters.toLowerCase() : letters[0] + letters.slice(1).toLowerCase(),
  )

const isLetterBefore = (text: string, at: number): boolean => /[\p{L}'’ʼ]$/u.test(text.slice(0, at))

const wordsWithCapitals = /(?<![\p{L}\d'’ʼ-])\p{Lu}[\p{L}'’ʼ-]{2,}(?![\p{L}\d])/gu

/** The words that a document writes small: a family name that is one of them is no sure name by itself. */
function smallWords(found: readonly Named[]): ReadonlySet<string> {
  const out = new Set<string>()
  for (const { passage } of found)
    for (const [word] of passage.text.matchAll(/(?<![\p{L}'’ʼ-])\p{Ll}[\p{Ll}'’ʼ-]{2,}/gu)) out.add(word)
  return out
}

/** So many first letters all forms of a family name share. */
const shared = 3

/** The names of a passage with the family names that were taken for no names; a given name behind one belongs to it. */
function withFamilies(named: Named, bearers: Bearers, common: ReadonlySet<string>): readonly Spelled[] {
  const { language, passage, spelled } = named
  if (!language) return spelled
  const { text } = passage
  const byStart = new Map(
    spelled.flatMap(({ base, spans }) => spans.map(span => [span.start, { base, span }] as const)),
  )
  const joined = new Set<Span>()
  const more = missedFamilies(named, language, bearers, common).flatMap(({ family, start, end }): Spelled[] => {
    const behind = text[end] === ' ' ? byStart.get(end + 1) : undefined
    const full = behind && `${withSmallLetters(behind.base)} ${family}`
    if (full === undefined || !bearers.get(keyOf(family))!.has(full))
      return isBesideCapital(text, start, end)
        ? []
        : [{ base: family, kind: 'person', language, spans: [{ start, end }] }]
    joined.add(behind!.span)
    return [{ base: full, kind: 'person', language, spans: [{ start, end: behind!.span.end }] }]
  })
  const left = spelled.map(name => ({ ...name, spans: name.spans.filter(span => !joined.has(span)) }))
  return [...left.filter(({ spans }) => spans.length > 0), ...more]
}

/** Words with capitals that are in no name and may be forms of the bearers' family names. */
function missedFamilies(
  { passage, mentions, spelled }: Named,
  language: Cyrillic,
  bearers: Bearers,
  common: ReadonlySet<string>,
) {
  const { text } = passage
  const starts = new Set([...bearers.keys()].map(family => family.slice(0, shared)))
  const taken = capitalsIn(text, [...spelled.flatMap(({ spans }) => spans), ...mentions.map(({ mention }) => mention)])
  return [...text.matchAll(wordsWithCapitals)].flatMap(({ 0: word, index: start }) => {
    const end = start + word.length
    if (!starts.has(keyOf(word).slice(0, shared)) || common.has(word.toLowerCase())) return []
    if (taken.has(start) || !passage.isUnlisted(start, end)) return []
    const found = lemmas(withSmallLetters(word), { language, kind: 'family' })
    const family = found.find(({ lemma }) => bearers.has(keyOf(lemma)))?.lemma
    return family === undefined ? [] : [{ family, start, end }]
  })
}

/** Where capital letters stand within the spans. */
const capitalsIn = (text: string, spans: readonly Span[]): ReadonlySet<number> =>
  new Set(
    spans.flatMap(({ start, end }) =>
      [...text.slice(start, end).matchAll(/\p{Lu}/gu)].map(({ index }) => start + index),
    ),
  )

/** Beside another word in capitals it may be a part of another's name. */
const isBesideCapital = (text: string, start: number, end: number): boolean =>
  /(?<![\p{L}])\p{Lu}[\p{L}'’ʼ-]*[ \u00a0]$/u.test(text.slice(Math.max(0, start - 30), start)) ||
  /^[ \u00a0]\p{Lu}/u.test(text.slice(end, end + 2))
