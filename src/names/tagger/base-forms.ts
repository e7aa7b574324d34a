import {
  type Candidate,
  type Case,
  casesOf,
  decline,
  type Gender,
  type InflectedLanguage,
  type Kind,
  lemmas,
} from '../../inflect/index.ts'
import { isNoName } from '../orthography.ts'
import { isFormOfListed, isListed, isOdd, isOfPersons, rankOf } from './base-ranks.ts'
import { isKnownPlace } from './known-places.ts'
import type { NameSpan } from './name-spans.ts'
import { allowed } from './sentence.ts'

/** All forms of one name in a text. */
export interface NameForms {
  /** The nominative: as it stands in the text, or put together from the forms. */
  readonly base: string
  readonly kind?: 'person' | 'place'
  /** Each form as written, with its places in the order of the text. */
  readonly forms: readonly { readonly text: string; readonly spans: readonly NameSpan[] }[]
}

/** A nominative that a form may belong to; `rank`: how much like a name it ends. */
interface Base {
  readonly name: string
  readonly gender: Gender
  readonly cases: readonly Case[]
  readonly kind: 'person' | 'place'
  /** The same in all cases. */
  readonly fixed: boolean
  /** The same in all cases, where names like it are not. */
  readonly odd: boolean
  /** A town or a country that is listed. */
  readonly known: boolean
  readonly rank: number
}

/** A paradigm: a place's is not a person's, nor one that never changes one that does. */
const keyOf = ({ kind, gender, fixed, name }: Base): string => `${kind} ${gender} ${fixed} ${name.toLowerCase()}`

interface Form {
  readonly text: string
  readonly kind: NameSpan['kind']
  readonly spans: NameSpan[]
  readonly bases: readonly Base[]
}

/**
 * Joins the names found in a text that are case forms of one name. Of the nominatives that the forms allow, the one that explains
 * most of them is taken, then one that stands in the text itself, then one that ends as names do; a man and a woman of one family
 * stay apart. O(distinct forms) declensions.
 */
export function clusterForms(
  text: string,
  spans: readonly NameSpan[],
  language: InflectedLanguage,
): readonly NameForms[] {
  const forms = formsIn(text, spans, language)
  const byBase = new Map<string, { base: Base; forms: Form[] }>()
  for (const form of forms) {
    for (const base of form.bases) {
      const key = keyOf(base)
      const entry = byBase.get(key) ?? { base, forms: [] }
      byBase.set(key, entry)
      entry.forms.push(form)
    }
  }
  const written = new Map<string, number>()
  for (const { text, bases } of forms) {
    const form = text.toLowerCase()
    written.set(form, Math.max(written.get(form) ?? -Infinity, ...bases.map(({ rank }) => rank)))
  }
  const isWritten = ({ name, rank }: Base) => rank > (written.get(name.toLowerCase()) ?? Infinity) - unlikeliest
  const weigh = ({ base, forms }: { base: Base; forms: Form[] }) =>
    forms.length * 1000 + (forms.length > 1 && isWritten(base) ? 100 : 0) + base.rank
  const ordered = [...byBase.values()]
    .map(entry => ({ ...entry, weight: weigh(entry) }))
    .sort((a, b) => b.weight - a.weight)
  return assigned(ordered, forms)
}

/** A nominative so far behind another reading of its form does not stand in the text: Бориса is of Борис. */
const unlikeliest = 10

/** Each form to the heaviest base that allows it; clusters in the order of the text. */
function assigned(ordered: readonly { base: Base; forms: Form[] }[], all: readonly Form[]): NameForms[] {
  const taken = new Map<Form, Base>()
  for (const { base, forms } of ordered) {
    const free = forms.filter(form => !taken.has(form))
    if (free.length < forms.length && free.length < 2 && free.every(form => form.bases.length > 1)) continue
    for (const form of free) taken.set(form, base)
  }
  const clusters = new Map<Base, Form[]>()
  for (const form of all) {
    const base = taken.get(form) ?? form.bases[0]!
    clusters.set(base, [...(clusters.get(base) ?? []), form])
  }
  return [...clusters].map(([base, forms]) => {
    const kind = forms.find(form => form.kind)?.kind
    return {
      base: base.name,
      ...(kind && { kind }),
      forms: forms.map(({ text, spans }) => ({ text, spans })),
    }
  })
}

function formsIn(text: string, spans: readonly NameSpan[], language: InflectedLanguage): Form[] {
  const found = new Map<string, NameSpan[]>()
  for (const span of spans) {
    const key = `${span.kind ?? ''} ${text.slice(span.start, span.end).replace(/\s+/gu, ' ')}`
    const known = found.get(key)
    if (known) known.push(span)
    else found.set(key, [span])
  }
  return [...found].map(([key, spans]) => {
    const name = key.slice(key.indexOf(' ') + 1)
    const kind = spans[0]!.kind
    const bases = spans.reduce<readonly Base[]>(
      (left, { start, end }) => allowed(left, text, start, end, language),
      basesOf(name, kind, language),
    )
    return { text: name, kind, spans, bases }
  })
}

const most = 12

/** The nominatives that a form may have, the likeliest first; the form itself where nothing else is known. */
function basesOf(name: string, kind: NameSpan['kind'], language: InflectedLanguage): Base[] {
  const words = name.split(' ')
  const places = kind !== 'person' || words.length === 1 ? placeBases(words, language) : []
  const persons = kind !== 'place' || words.length === 1 ? personBases(words, language) : []
  const found = [...better(places, kind === 'place'), ...better(persons, kind === 'person')]
  const once = new Map<string, Base>()
  for (const base of found.sort((a, b) => b.rank - a.rank)) {
    const key = keyOf(base)
    const known = once.get(key)
    once.set(key, known ? { ...known, cases: [...new Set([...known.cases, ...base.cases])] } : base)
  }
  const ranked = [...once.values()].slice(0, most)
  return ranked.length > 0
    ? ranked
    : [{ name, gender: 'm', cases: unchanged, kind: kind ?? 'person', fixed: true, odd: false, known: false, rank: 0 }]
}

/** What the sentence has said of the kind counts for as much as a few letters do. */
const better = (bases: readonly Base[], asked: boolean): readonly Base[] =>
  asked ? bases.map(base => ({ ...base, rank: base.rank + 8 })) : bases

const orders: Readonly<Record<number, readonly (readonly Kind[])[]>> = {
  1: [['family'], ['given']],
  2: [
    ['given', 'family'],
    ['family', 'given'],
    ['given', 'patronymic'],
  ],
  3: [
    ['given', 'patronymic', 'family'],
    ['family', 'given', 'patronymic'],
    ['given', 'given', 'family'],
  ],
}

/** Words of a name that no case changes: фон, ван дер, аль, огли. */
const particle =
  /^(?:фон|цу|ван|дер|ден|[дл][еіиаую]|аль|эль|ель|аш|ас|б[еіи]н|[іи]бн|абу|уулу|ул[иы]|огл[иыу]|к[иы]з[иы]|гызы)$/iu

/** Words of a person's name, in the orders that names have, in one case and one gender. */
function personBases(words: readonly string[], language: InflectedLanguage): readonly Base[] {
  const moving = words.filter(word => !particle.test(word))
  if (moving.length > 0 && moving.length < words.length)
    return personBases(moving, language).map(base => ({ ...base, name: withParticles(base.name, words) }))
  return (orders[words.length] ?? []).flatMap(kinds =>
    joined(
      words.map((word, i) => partsOf(word, kinds[i]!, language)),
      false,
    ),
  )
}

/** The declined words of a name in their places among the particles. */
function withParticles(declined: string, words: readonly string[]): string {
  const rest = declined.split(' ')[Symbol.iterator]()
  return words.map(word => (particle.test(word) ? word : rest.next().value)).join(' ')
}

/** A place of one word, or of several that decline together. */
function placeBases(words: readonly string[], language: InflectedLanguage): readonly Base[] {
  const last = words.length - 1
  const bases = joined(
    words.map((word, i) => [
      ...partsOf(word, 'place', language),
      ...(i < last ? partsOf(word, 'adjective', language) : []),
    ]),
    words.length > 1,
  )
  return words.length === 1 ? listedOf(bases) : bases.filter(({ name }) => isFormOf(words.join(' '), name, language))
}

/** A place may have a form of the words of its name. */
function isFormOf(form: string, name: string, language: InflectedLanguage): boolean {
  const lower = form.toLowerCase()
  return casesOf(decline(name, { language, kind: 'place' })).some(([, all]) =>
    all.some(one => one.toLowerCase() === lower),
  )
}

/** Of the nominatives of a place those that are listed, unless none is: Саратове is of Саратов and not of a Саратово. */
function listedOf(bases: readonly Base[]): readonly Base[] {
  const listed = bases.filter(({ known }) => known)
  const russian = new Set(listed.map(({ name }) => opened(name)).filter((name, i) => name !== listed[i]!.name))
  const own = listed.filter(({ name }) => !russian.has(name))
  return own.length > 0 ? own : bases
}

/** A Ukrainian name as Russian has it: Харків, Харков; Бориспіль, Бориспол. The one that ends in і is its nominative in Ukrainian. */
const opened = (name: string): string =>
  name.replace(/і([бвгґджзклмнпрстфхцчшщ]+ь?)$/u, 'о$1').replace(/ї([бвгґджзклмнпрстфхцчшщ]+ь?)$/u, 'є$1')

const unchanged: readonly Case[] = ['nom', 'gen', 'dat', 'acc', 'ins', 'loc', 'voc']
const perWord = 6

/** Behind it a name of another language ends as it began: Кулиева-оглы. */
const tail = /-(?:огл[иыу]|уулу|ул[иы]|к[иы]з[иы]|гызы|заде)$/iu
/** An Arabic name that ends in one of these vowels never changes: аль-Башири. */
const arabic = /^(?:[аеэ]ль|[ауе][дзнрстш]{1,2})-.*[иіыуюеэо]$/iu

const acronym = /^\p{Lu}{2,4}$/u

/** What a word may be the form of. Initials, acronyms, and words in another script, are the same in every case. */
function partsOf(word: string, kind: Kind, language: InflectedLanguage): Base[] {
  const ending = tail.exec(word)?.[0]
  if (ending !== undefined && ending.length < word.length)
    return partsOf(word.slice(0, -ending.length), kind, language).map(base => ({ ...base, name: base.name + ending }))
  if (word.endsWith('.') || acronym.test(word) || arabic.test(word) || !/^[\p{Script=Cyrillic}'’ʼ-]+$/u.test(word))
    return (['m', 'f'] as const).map(gender => ({
      name: word,
      gender,
      cases: unchanged,
      kind: 'person' as const,
      fixed: true,
      odd: false,
      known: false,
      rank: 0,
    }))
  const person = isOfPersons(kind)
  const parts = double.test(word) ? doubleOf(word, kind, language) : []
  if (parts.length > 0) return parts
  const gendered = lemmas(word, { language, kind }).filter(
    ({ lemma, gender, cases }) =>
      !isNoName(lemma) &&
      (!person || gender === 'm' || gender === 'f') &&
      (kind !== 'patronymic' || cases.length < 6 || !/[ая]$/u.test(word)),
  )
  const found = kind === 'given' ? usual(gendered, language) : gendered
  const stem = found.reduce((length, { lemma }) => sharedLength(word, lemma, length), word.length)
  const isGiven = kind === 'family' && isFormOfListed(word, language)
  const standing = { word, kind, language, stem, isGiven }
  return found
    .map((candidate): Base => {
      const { lemma, gender, cases } = candidate
      const odd = isOdd(candidate, kind, language)
      const known = kind === 'place' && !odd && isKnownPlace(lemma)
      return {
        name: lemma,
        gender,
        cases,
        kind: person ? 'person' : 'place',
        fixed: cases.length >= 6,
        odd,
        known,
        rank: rankOf(candidate, standing),
      }
    })
    .sort(byRank)
    .slice(0, perWord)
}

/** The listed first, then the likeliest. */
const byRank = (a: Base, b: Base): number => Number(b.known) - Number(a.known) || b.rank - a.rank

/** Two names with capitals, of which each has case endings: Жана-Клода, Кам’янці-Подільському. */
const double = /^\p{Lu}[\p{Ll}'’ʼ]{2,}-\p{Lu}[\p{Ll}'’ʼ]{2,}$/u

function doubleOf(word: string, kind: Kind, language: InflectedLanguage): Base[] {
  const isPlace = kind === 'place'
  const parts = word
    .split('-')
    .map(part => [...partsOf(part, kind, language), ...(isPlace ? partsOf(part, 'adjective', language) : [])])
  return joined(parts, isPlace, '-')
    .filter(({ name, odd }) => !odd && (!isPlace || isFormOf(word, name, language)))
    .map(base => ({ ...base, known: isPlace && isKnownPlace(base.name) }))
    .sort(byRank)
    .slice(0, perWord)
}

/** Of the names that a given name may be a form of the listed ones, unless none is: Андрей is not a form of Андря, nor is it a woman's. */
function usual(found: readonly Candidate[], language: InflectedLanguage): readonly Candidate[] {
  const listed = found.filter(({ lemma, cases }) => cases.length < 6 && isListed(lemma, language))
  return listed.length > 0 ? listed : found
}

function sharedLength(a: string, b: string, most: number): number {
  let length = 0
  while (length < most && a[length] === b[length]) length++
  return length
}

/** Every way to take a part of each word, all in one case (and one gender, unless words of a place govern one another). */
function joined(words: readonly (readonly Base[])[], mixed: boolean, joint = ' '): readonly Base[] {
  let made: readonly Base[] = words[0] ?? []
  for (const parts of words.slice(1)) {
    made = made
      .flatMap(before =>
        parts.flatMap(part => {
          const cases = before.cases.filter(c => part.cases.includes(c))
          if (cases.length === 0 || (!mixed && before.gender !== part.gender)) return []
          return [
            {
              ...part,
              name: `${before.name}${joint}${part.name}`,
              cases,
              fixed: before.fixed && part.fixed,
              odd: before.fixed && part.fixed && (before.odd || part.odd),
              known: false,
              rank: before.rank + part.rank,
            },
          ]
        }),
      )
      .sort((a, b) => b.rank - a.rank)
      .slice(0, perWord * 2)
  }
  return made
}
