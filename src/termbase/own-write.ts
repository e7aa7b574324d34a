import type { Concept, Former, Term } from './concept.ts'
import { wholePart } from './flat.ts'
import type { ConceptEntry } from './own-entry.ts'

const ownKeys = ['uk', 'ru', 'be', 'crh'] as const
const isOwnKey = (lang: string): lang is (typeof ownKeys)[number] => (ownKeys as readonly string[]).includes(lang)

/** The entry of a glossary file that `readGlossary` reads as this concept, its terms in their order. */
export function entryOf(concept: Concept): ConceptEntry {
  const { id, kind, type, gender, origin, own, forms, indeclinable, lowercase, surname, derived, note, source } =
    concept
  const further = Object.entries(concept.names).filter(([lang]) => !isOwnKey(lang))
  const entry = {
    id,
    kind,
    type,
    gender,
    origin,
    ...Object.fromEntries(ownKeys.flatMap(lang => (concept.names[lang] ? [[lang, { ...concept.names[lang] }]] : []))),
    names: further.length > 0 ? Object.fromEntries(further.map(([lang, name]) => [lang, { ...name }])) : undefined,
    own: own && { ...own },
    ...termLists(concept),
    former: concept.former.length > 0 ? concept.former.map(formerEntry) : undefined,
    forms: forms && mapForms(forms),
    indeclinable,
    lowercase,
    surname,
    derived,
    except: concept.except.length > 0 ? concept.except.map(one => (one.styles ? { ...one } : one.text)) : undefined,
    note,
    source,
  }
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as ConceptEntry
}

/** English terms, then aliases language by language, then variants: each term in the first list that keeps the order. */
function termLists({ terms, kind }: Concept) {
  const en: object[] = []
  const aliases: Record<string, object[]> = {}
  const variants: object[] = []
  let last = ''
  for (const term of terms) {
    const usable = term.status === 'preferred' || term.status === 'admitted'
    const spelled = spelling(term, kind)
    if (variants.length === 0 && usable && term.lang === 'en' && last === '') en.push(spelled)
    else if (variants.length === 0 && usable && term.lang !== 'en' && (last === term.lang || !aliases[term.lang])) {
      last = term.lang
      aliases[term.lang] = [...(aliases[term.lang] ?? []), spelled]
    } else variants.push({ lang: term.lang, ...spelled })
  }
  return {
    ...(en.length > 0 && { en }),
    ...(last !== '' && { aliases }),
    ...(variants.length > 0 && { variants }),
  }
}

function spelling({ text, part, status, styles, reason, source, usedBy }: Term, kind: Concept['kind']) {
  return {
    text,
    ...(part !== wholePart(kind) && { part }),
    status,
    ...(styles && { styles: [...styles] }),
    ...(reason && { reason: typeof reason === 'string' ? reason : { ...reason } }),
    ...(source && { source }),
    ...(usedBy && { usedBy: usedBy.map(use => ({ ...use })) }),
  }
}

const one = (texts: readonly string[]): string | string[] => (texts.length === 1 ? texts[0]! : [...texts])

function formerEntry({ names, ...era }: Former) {
  return { ...Object.fromEntries(Object.entries(names).map(([lang, texts]) => [lang, one(texts)])), ...era }
}

function mapForms(forms: NonNullable<Concept['forms']>) {
  const entries = <T, U>(map: Readonly<Record<string, T>>, change: (value: T) => U) =>
    Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]))
  return entries(forms, byPart => entries(byPart, byCase => entries(byCase, one)))
}
