import { findScheme, romanizeAll, type Scheme, schemes } from '../romanize/index.ts'
import type { Concept, Former, NameParts, Part, Status, Term, Told, ToldInLanguages, Use } from '../termbase/index.ts'

/**
 * Why a spelling is known: `own` the person's, `entry` the glossary says so, `original` the name in that language,
 * `scheme` a romanization of the original, `other-language` a romanization of the name's form in another language,
 * `former` a name of other times.
 */
export type Basis = 'own' | 'entry' | 'original' | 'scheme' | 'other-language' | 'former'

/** A use with what is said of it in the languages that a glossary has for its words. */
export interface ToldUse extends Use {
  readonly told?: { readonly who?: ToldInLanguages; readonly source?: ToldInLanguages }
}

/** One spelling of one part of one concept's name in one language. */
export interface Spelling {
  readonly concept: number
  readonly lang: string
  readonly part: Part
  readonly text: string
  readonly status: Status
  readonly basis: Basis
  /** Romanization schemes that yield it, best known first. */
  readonly schemes?: readonly string[]
  readonly styles?: readonly string[]
  readonly reason?: Told
  readonly source?: string
  readonly usedBy?: readonly ToldUse[]
  /** The language it was romanized from, with basis `other-language`. */
  readonly from?: string
  readonly validFrom?: string
  readonly validTo?: string
}

/** Which scheme a language's names follow where neither entry nor style says: the state's own (Ukraine 2010, Belarus 2007) or, for Russian, the one English-language reference works use. */
const defaultSchemes: Readonly<Record<string, string>> = { uk: 'kmu-2010', ru: 'bgn-pcgn-1947', be: 'belarus-2007' }
const derivedKinds = new Set(['official', 'passport', 'standard', 'library'])
const cyrillic = /\p{Script=Cyrillic}/u
const parts: readonly (keyof NameParts)[] = ['given', 'patronymic', 'family', 'name']

/** The language whose romanization a concept follows. */
export function originOf(concept: Concept): string {
  return concept.origin ?? (concept.names.uk ? 'uk' : (Object.keys(concept.names)[0] ?? 'uk'))
}

/** Derives the spellings of concepts; what is spelled alike (given names) is derived once. */
export function openSpellings(): (concept: Concept, index: number) => Spelling[] {
  const memo: Memo = { texts: new Map(), lists: new Map() }
  return (concept, index) => spellingsOf(concept, index, memo)
}

/** Every spelling of a concept, each once by language, part and text; what says more goes first. */
function spellingsOf(concept: Concept, index: number, memo: Memo): Spelling[] {
  const all = [
    ...ownSpellings(concept, index),
    ...concept.terms.map(term => ofTerm(term, index)),
    ...originals(concept, index),
    ...derived(concept, index, memo),
    ...concept.former.flatMap(former => formerSpellings(concept, former, index)),
  ].sort((a, b) => rank(a) - rank(b))
  const seen = new Map<string, Spelling[]>()
  for (const spelling of all) {
    const place = `${spelling.lang}\t${spelling.part}\t${spelling.text}`
    const before = seen.get(place)
    if (!before) seen.set(place, [spelling])
    else {
      const same = before.findIndex(s => s.styles?.join() === spelling.styles?.join())
      if (same >= 0) before[same] = withSchemes(before[same]!, spelling)
      // A derived spelling that an entry lists says nothing more.
      else if (!isDerived(spelling) || rank(before[0]!) === rank(spelling)) before.push(spelling)
    }
  }
  return [...seen.values()].flat()
}

const isDerived = ({ basis }: Spelling) => basis === 'scheme' || basis === 'other-language' || basis === 'former'

function withSchemes(spelling: Spelling, { schemes }: Spelling): Spelling {
  if (!schemes?.length) return spelling
  return { ...spelling, schemes: [...new Set([...(spelling.schemes ?? []), ...schemes])] }
}

const order: readonly Basis[] = ['own', 'entry', 'original', 'scheme', 'other-language', 'former']
const rank = (spelling: Spelling) => order.indexOf(spelling.basis)

function ownSpellings(concept: Concept, index: number): Spelling[] {
  if (!concept.own) return []
  const base = { concept: index, lang: 'en', status: 'preferred', basis: 'own', source: concept.own.source } as const
  const words = concept.own.form.split(/\s+/u)
  if (concept.kind !== 'person' || words.length < 2)
    return [{ ...base, part: concept.kind === 'person' ? 'full' : 'name', text: concept.own.form }]
  return [
    { ...base, part: 'given', text: words.slice(0, -1).join(' ') },
    { ...base, part: 'family', text: words.at(-1)! },
  ]
}

function ofTerm(term: Term, concept: number): Spelling {
  const { lang, text, part, status, styles, reason, source, usedBy } = term
  return {
    concept,
    lang,
    text,
    part,
    status,
    basis: 'entry',
    ...(styles && { styles }),
    ...(reason && { reason }),
    ...(source && { source }),
    ...(usedBy && { usedBy }),
  }
}

function originals(concept: Concept, index: number): Spelling[] {
  return Object.entries(concept.names).flatMap(([lang, name]) =>
    parts.flatMap((part): Spelling[] =>
      name[part] ? [{ concept: index, lang, part, text: name[part], status: 'preferred', basis: 'original' }] : [],
    ),
  )
}

/** Latin spellings that the schemes yield; a Crimean Tatar or other Latin name is its own English spelling. */
function derived(concept: Concept, index: number, memo: Memo): Spelling[] {
  if (concept.kind !== 'person' && concept.kind !== 'place') return []
  const origin = originOf(concept)
  // Where the original is not given (Paris, of origin fr), the Cyrillic names are renderings of it: nothing is made back of them.
  if (!concept.names[origin]) return []
  return Object.entries(concept.names).flatMap(([lang, name]) => {
    const foreign = lang !== origin && !(origin === 'be' && lang === 'ru')
    return parts.flatMap(part => (name[part] ? ofName(name[part], part, lang, foreign, index, memo) : []))
  })
}

function ofName(text: string, part: Part, lang: string, foreign: boolean, concept: number, memo: Memo): Spelling[] {
  if (!cyrillic.test(text))
    return [{ concept, lang: 'en', part, text, status: 'admitted', basis: 'scheme', schemes: [] }]
  const byScheme = romanized(text, lang, memo)
  const all = foreign && part === 'given' ? withEnglish(byScheme) : byScheme
  // Spelled out, since a large glossary has hundreds of thousands of these.
  return foreign
    ? all.map(
        ({ text, schemes }): Spelling => ({
          concept,
          lang: 'en',
          part,
          text,
          status: 'deprecated',
          basis: 'other-language',
          from: lang,
          schemes,
        }),
      )
    : all.map(
        ({ text, schemes }): Spelling => ({
          concept,
          lang: 'en',
          part,
          text,
          status: 'admitted',
          basis: 'scheme',
          schemes,
        }),
      )
}

/** With the forms by which English has long known some given names: Alexander, Alexei, Maxim. */
function withEnglish(all: readonly Romanized[]): readonly Romanized[] {
  const known = new Set(all.map(({ text }) => text))
  const more = new Set(all.map(({ text }) => text.replace(/^(Ale|Ma)ks/u, '$1x').replace(/^Alexandr$/u, 'Alexander')))
  return [...all, ...[...more].filter(text => !known.has(text)).map(text => ({ text, schemes: [] }))]
}

/** A Latin spelling with the schemes that yield it. */
interface Romanized {
  readonly text: string
  readonly schemes: readonly string[]
}

/** What has been romanized, and the lists of schemes that occurred: they are few. */
interface Memo {
  readonly texts: Map<string, readonly Romanized[]>
  readonly lists: Map<string, readonly string[]>
}

function romanized(text: string, lang: string, memo: Memo): readonly Romanized[] {
  const key = `${lang}\t${text}`
  const known = memo.texts.get(key)
  if (known) return known
  const found = new Map<string, string>()
  for (const scheme of schemesFor(lang)) {
    for (const spelling of romanizeAll(text, scheme, { limit: 4 })) {
      const names = found.get(spelling)
      found.set(spelling, names === undefined ? scheme.name : `${names} ${scheme.name}`)
    }
  }
  const all = Array.from(found, ([spelling, names]) => ({ text: spelling, schemes: listOf(names, memo) }))
  memo.texts.set(key, all)
  return all
}

function listOf(names: string, { lists }: Memo): readonly string[] {
  const list = lists.get(names) ?? names.split(' ')
  lists.set(names, list)
  return list
}

/** A Cyrillic word by every table that English texts follow, whatever its language. */
export function latinSpellings(text: string): string[] {
  const tables = schemes().filter(s => derivedKinds.has(s.kind) || s.into === 'en')
  return [...new Set(tables.flatMap(scheme => romanizeAll(text, scheme, { limit: 3 })))]
}

/** The official schemes that read a language, its default first. */
function schemesFor(lang: string): readonly Scheme[] {
  const official = schemes().filter(s => s.languages.includes(lang) && (derivedKinds.has(s.kind) || s.into === 'en'))
  const first = defaultScheme(lang)
  return [...official.filter(s => s.name === first), ...official.filter(s => s.name !== first)]
}

/** The scheme a language's names follow by default, if it is known. */
export function defaultScheme(lang: string): string | undefined {
  const name = defaultSchemes[lang]
  return name === undefined ? undefined : findScheme(name)?.name
}

function formerSpellings(concept: Concept, former: Former, index: number): Spelling[] {
  const part: Part = concept.kind === 'person' ? 'full' : 'name'
  const dates = { ...(former.from && { validFrom: former.from }), ...(former.to && { validTo: former.to }) }
  return Object.entries(former.names).flatMap(([lang, texts]) =>
    texts.map(
      (text): Spelling => ({
        concept: index,
        lang,
        part,
        text,
        status: 'superseded',
        basis: 'former',
        ...(former.reason && { reason: former.reason }),
        ...dates,
      }),
    ),
  )
}
