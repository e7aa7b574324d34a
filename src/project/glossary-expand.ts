import { type Basis, type Case, paradigmOf, type Spelling, spellingsOf } from '../glossary/index.ts'
import type { Part, Status, Told, Use } from '../termbase/index.ts'
import type { Project } from './open.ts'

/** One spelling of a concept, where it comes from and what follows from it. */
export interface ExpandedSpelling {
  readonly language: string
  readonly part: Part
  readonly text: string
  readonly status: Status
  readonly basis: Basis
  /** Schemes that yield it, and the language it was romanized from where that is not the name's own. */
  readonly schemes?: readonly string[]
  readonly from?: string
  /** Styles under which it goes first. */
  readonly styles: readonly string[]
  readonly reason?: Told
  readonly source?: string
  readonly usedBy?: readonly Use[]
  /** Its forms in languages with cases. */
  readonly cases?: Readonly<Partial<Record<Case, readonly string[]>>>
}

export interface Expansion {
  readonly concept: string
  readonly kind: string
  readonly spellings: readonly ExpandedSpelling[]
}

/** Everything that a glossary knows and derives of a name: the concepts with that id or that spelling. O(spellings). */
export function expandName(project: Project, name: string, style?: string): Expansion[] {
  const { concepts } = project.glossary
  const wanted = name.trim().toLowerCase()
  const words = wanted.split(/\s+/u)
  return concepts.flatMap(({ id, kind }, number) => {
    const own = spellingsOf(project.glossary, number)
    const texts = new Set(own.map(({ text }) => text.toLowerCase()))
    const isNamed = id === wanted || texts.has(wanted) || (words.length > 1 && words.every(word => texts.has(word)))
    return isNamed ? [{ concept: id, kind, spellings: own.map(one => expand(project, one, style)) }] : []
  })
}

function expand(project: Project, spelling: Spelling, style: string | undefined): ExpandedSpelling {
  const { glossary } = project
  const { lang, part, text, basis, schemes, from, reason, source, usedBy } = spelling
  const isFirst = (id: string | undefined) =>
    project.chooserOf(id).preferred(spelling.concept, part, lang)?.text === text
  const cases = paradigmOf(spelling, glossary.concepts[spelling.concept]!)
  return {
    language: lang,
    part,
    text,
    status: project.chooserOf(style).judge(spelling).status,
    basis,
    ...(schemes && schemes.length > 0 && { schemes }),
    ...(from && { from }),
    styles: lang === 'en' ? glossary.styles.map(({ id }) => id).filter(isFirst) : [],
    ...(reason && { reason }),
    ...(source && { source }),
    ...(usedBy && { usedBy }),
    ...(cases && { cases }),
  }
}
