import type { Span } from '../text/index.ts'
import type { Concept, Former, Kind, NameParts, Own, Status, Term } from './concept.ts'
import { type Fields, type FlatTerm, wholeName, wholePart } from './flat.ts'

/** A term as a file of another program gives it: all but language and text may be missing. */
export type LooseTerm = Partial<FlatTerm> & Pick<FlatTerm, 'lang' | 'text'>

/** A concept as a file gives it. */
export interface LooseConcept {
  /** The file's own name for it; need not be one that we may use. */
  readonly id?: string
  /** The file is one that we wrote: its names are ours. */
  readonly isOurs?: boolean
  readonly fields: Fields
  readonly terms: readonly LooseTerm[]
  readonly span?: Span
}

/** A Cyrillic name in Latin letters, for ids. */
export type Latin = (text: string, lang: string) => string | undefined

/** Makes concepts of what files give; ids are made unique among all that one gatherer made. */
export function openGatherer({
  kind = 'term',
  latin = () => undefined,
}: {
  readonly kind?: Kind
  readonly latin?: Latin
} = {}): (loose: LooseConcept) => Concept | undefined {
  const used = new Set<string>()
  return loose => {
    const terms = loose.terms.map(plain).filter(term => term.text !== '' && /^[a-z]{2,3}$/.test(term.lang))
    if (terms.length === 0) return undefined
    const id = unique(idOf(loose, terms, latin), used)
    return gather(id, { kind, ...loose.fields }, terms, loose.span)
  }
}

const plain = (term: LooseTerm): LooseTerm => ({ ...term, lang: primary(term.lang), text: term.text.trim() })

/** The primary subtag of a language tag (RFC 5646 §2.2.1), `_` for `-` allowed. */
export const primary = (tag: string): string => tag.split(/[-_]/)[0]!.toLowerCase()

function gather(
  id: string,
  fields: Fields & { readonly kind: Kind },
  loose: readonly LooseTerm[],
  span: Span | undefined,
): Concept {
  const names: Record<string, NameParts> = {}
  const terms: { term: Term; order: number | undefined }[] = []
  const eras = new Map<number, Mutable>()
  let own: Own | undefined
  for (const term of settled(loose)) {
    if (term.role === 'name' && !names[term.lang]) names[term.lang] = partsOf(term, fields.kind)
    else if (term.role === 'own' && !own && term.source && term.asOf)
      own = { form: term.text, source: term.source, asOf: term.asOf }
    else if (term.role === 'former' && formerLanguages.has(term.lang)) addFormer(eras, term)
    else if (term.role !== 'derived' || term.was !== term.text)
      terms.push({ term: termOf(term, fields.kind), order: term.order })
  }
  return {
    id,
    ...fields,
    names,
    ...(own && { own }),
    terms: terms.sort((a, b) => (a.order ?? 0) - (b.order ?? 0)).map(({ term }) => term),
    former: [...eras].sort(([a], [b]) => a - b).map(([, former]) => former),
    except: fields.except ?? [],
    ...(span && { span }),
  }
}

/** The languages in which a glossary file gives former names; in others they are superseded terms. */
const formerLanguages: ReadonlySet<string> = new Set(['uk', 'ru', 'be', 'en'])

/** Roles and statuses that a file does not give: the first usable term of a language is its name, in English the preferred one. */
function settled(terms: readonly LooseTerm[]): LooseTerm[] {
  const first = new Set<string>(terms.filter(t => t.role === 'name' || isPreferredEnglish(t)).map(t => t.lang))
  return terms.map(term => {
    if (term.role !== undefined) return term
    const usable = term.status === undefined || term.status === 'preferred'
    const leads = usable && !first.has(term.lang)
    if (leads) first.add(term.lang)
    const status: Status = term.status ?? (leads ? 'preferred' : 'admitted')
    return { ...term, status, role: leads && term.lang !== 'en' ? 'name' : 'term' }
  })
}

const isPreferredEnglish = ({ lang, status, part }: LooseTerm): boolean =>
  lang === 'en' && status === 'preferred' && part !== 'given' && part !== 'family'

/** The parts as they were, unless the text has changed since. */
function partsOf({ text, parts }: LooseTerm, kind: Kind): NameParts {
  if (parts && wholeName(parts) === text) return parts
  return partsOfText(text, kind)
}

export const partsOfText = (text: string, kind: Kind): NameParts =>
  kind === 'person' ? splitName(text) : { name: text }

const patronymic = /(?:ович|евич|євич|йович|[ії]вна|овна|евна|[иі]ч|инична|ічна)$/u

/** A person's name by its words: given, patronymic and family name, in that order or with the family name first. */
function splitName(text: string): NameParts {
  const words = text.replace(',', '').split(/\s+/u)
  if (words.length === 1) return { family: text }
  const [a, b, c] = words
  if (words.length === 3 && patronymic.test(c!)) return { family: a!, given: b!, patronymic: c! }
  if (words.length === 3 && patronymic.test(b!)) return { given: a!, patronymic: b!, family: c! }
  if (text.includes(',')) return { family: a!, given: words.slice(1).join(' ') }
  return { given: words.slice(0, -1).join(' '), family: words.at(-1)! }
}

function termOf({ lang, text, part, status, styles, reason, source, usedBy }: LooseTerm, kind: Kind): Term {
  return {
    lang,
    text,
    part: part ?? wholePart(kind),
    status: status ?? 'admitted',
    ...(styles && styles.length > 0 && { styles }),
    ...(reason && { reason }),
    ...(source && { source }),
    ...(usedBy && { usedBy }),
  }
}

type Mutable = Omit<Former, 'names'> & { names: Record<string, string[]> }

function addFormer(eras: Map<number, Mutable>, { era = 0, lang, text, from, to, reason, authority }: LooseTerm): void {
  const known = eras.get(era) ?? {
    names: {},
    ...(from && { from }),
    ...(to && { to }),
    ...(reason && { reason }),
    ...(authority && { authority }),
  }
  eras.set(era, known)
  const texts = known.names[lang]
  if (texts) texts.push(text)
  else known.names[lang] = [text]
}

const ownId = /^[a-z0-9]+(-[a-z0-9]+)*$/
/** What databases number their entries with says nothing. */
const numberId = /^[a-z]{0,3}-?\d+$/

function idOf({ id = '', isOurs }: LooseConcept, terms: readonly LooseTerm[], latin: Latin): string {
  const isUsable = ownId.test(id)
  if (isUsable && (isOurs || !numberId.test(id))) return id
  const english = terms.filter(term => term.lang === 'en' && term.status !== 'deprecated')
  const named =
    firstSlug(english, ({ text }) => text) ?? firstSlug(terms, ({ text, lang }) => latin(text, lang) ?? text)
  return named ?? ((isUsable ? id : slug(id)) || 'concept')
}

function firstSlug(terms: readonly LooseTerm[], spell: (term: LooseTerm) => string): string | undefined {
  for (const term of terms) {
    const found = slug(spell(term))
    if (found !== '') return found
  }
  return undefined
}

function unique(wanted: string, used: Set<string>): string {
  let id = wanted
  for (let n = 2; used.has(id); n++) id = `${wanted}-${n}`
  used.add(id)
  return id
}

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
