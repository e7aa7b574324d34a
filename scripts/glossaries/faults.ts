import { type Basis, originOf } from '../../src/glossary/index.ts'
import type { Concept } from '../../src/termbase/index.ts'
import { type Entry, english, type Shipped } from './shipped.ts'

/** What an entry lacks, in words for whoever keeps the glossaries. */
export interface Fault {
  readonly file: string
  readonly id: string
  readonly fault: string
}

/** What the file's own check does not ask: sources, both languages, and English that is derived or explained. O(n²) in the concepts. */
export function faultsOf(shipped: Shipped): Fault[] {
  return [
    ...shipped.entries.flatMap(entry => faultsOfEntry(entry, shipped)),
    ...repeated(shipped.entries),
    ...sharedOriginals(shipped.entries),
  ]
}

function faultsOfEntry({ file, concept }: Entry, shipped: Shipped): Fault[] {
  const said = [
    ...(concept.source ? [] : ['no source']),
    ...(['uk', 'ru'] as const).filter(lang => !concept.names[lang]).map(lang => `no name in ${lang}`),
    ...englishFaults(concept, shipped),
    ...concept.former.filter(({ to, reason }) => !to && !reason).map(() => 'a former name without date or reason'),
    ...concept.terms
      .flatMap(({ text, usedBy = [] }) => usedBy.map(use => ({ text, use })))
      .filter(({ use }) => !use.from && !use.to)
      .map(({ text, use }) => `${use.who} uses ${text}, but when?`),
  ]
  return said.map(fault => ({ file, id: concept.id, fault }))
}

/** Bases of a preferred spelling that say by themselves where it comes from. */
const derivedOrOwn: ReadonlySet<Basis> = new Set(['own', 'scheme'])

/** Belarusian names have two families of spellings; which of them goes first is a style's to say. */
function englishFaults(concept: Concept, shipped: Shipped): string[] {
  const preferred = english(shipped, concept)
  const isOpen = originOf(concept) === 'be'
  return preferred.flatMap(spelling => {
    if (!spelling) return isOpen ? [] : ['no English name']
    if (derivedOrOwn.has(spelling.basis) || spelling.reason || spelling.source) return []
    return [`${spelling.text} neither follows from a scheme nor says why`]
  })
}

function repeated(entries: readonly Entry[]): Fault[] {
  const first = new Map<string, string>()
  return entries.flatMap(({ file, concept: { id } }) => {
    const before = first.get(id)
    if (before === undefined) first.set(id, file)
    return before === undefined ? [] : [{ file, id, fault: `stands in ${before}, too` }]
  })
}

/** Two places of one type, or two people, with one name in both languages: no text can tell them apart. */
function sharedOriginals(entries: readonly Entry[]): Fault[] {
  const first = new Map<string, string>()
  return entries.flatMap(({ file, concept: { id, kind, type = '', names } }) => {
    const key = JSON.stringify([kind, type, names.uk, names.ru])
    const before = first.get(key)
    if (before === undefined) first.set(key, id)
    return before === undefined ? [] : [{ file, id, fault: `has the names of ${before}` }]
  })
}
