import { type Compiled, spellingsOf } from '../glossary/index.ts'
import { type Concept, type Part, wholeName } from '../termbase/index.ts'
import type { Project } from './open.ts'

/** One line of an A–Z style sheet. */
export interface SheetEntry {
  readonly concept: string
  /** As a list of names has it: “Podoliak, Mykhailo”. */
  readonly name: string
  readonly uk: string
  readonly ru: string
  /** English spellings that are not to be used. */
  readonly avoid: readonly string[]
  readonly note: string
}

/** Entries under one first letter. */
export interface SheetLetter {
  readonly letter: string
  readonly entries: readonly SheetEntry[]
}

/** The words of a sheet, in the reader's language. */
export interface SheetWords {
  readonly language: string
  readonly title: string
  readonly name: string
  readonly uk: string
  readonly ru: string
  readonly avoid: string
  readonly note: string
}

const collator = new Intl.Collator('en', { sensitivity: 'base', ignorePunctuation: true })

/** How a style writes every name of the project's glossaries, from A to Z. Concepts without an English name are left out. */
export function styleSheet(project: Project, style: string | undefined): SheetLetter[] {
  const { glossary } = project
  const entries = glossary.concepts.flatMap((concept, number) => {
    const name = englishName(project, concept, number, style)
    return name === '' ? [] : [entryOf(glossary, concept, number, name)]
  })
  const letters = new Map<string, SheetEntry[]>()
  for (const entry of entries.sort((a, b) => collator.compare(a.name, b.name))) {
    const letter = firstLetter(entry.name)
    const same = letters.get(letter)
    if (same) same.push(entry)
    else letters.set(letter, [entry])
  }
  return Array.from(letters, ([letter, list]) => ({ letter, entries: list }))
}

const firstLetter = (name: string): string => /\p{L}/u.exec(name.normalize('NFD'))?.[0].toUpperCase() ?? '#'

function englishName(project: Project, concept: Concept, number: number, style: string | undefined): string {
  const spelled = (part: Part) => project.chooserOf(style).preferred(number, part, 'en')?.text
  const family = concept.kind === 'person' ? spelled('family') : undefined
  if (family) return [family, spelled('given')].filter(Boolean).join(', ')
  return spelled('name') ?? spelled('full') ?? ''
}

function entryOf(glossary: Compiled, concept: Concept, number: number, name: string): SheetEntry {
  const avoid = new Set<string>()
  for (const { lang, basis, status, text } of spellingsOf(glossary, number))
    if (lang === 'en' && basis === 'entry' && (status === 'deprecated' || status === 'superseded')) avoid.add(text)
  const original = (lang: string) => (concept.names[lang] ? wholeName(concept.names[lang]) : '')
  return {
    concept: concept.id,
    name,
    uk: original('uk'),
    ru: original('ru'),
    avoid: [...avoid],
    note: concept.note ?? '',
  }
}
