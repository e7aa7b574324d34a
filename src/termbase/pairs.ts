import type { Problem } from '../text/index.ts'
import type { Concept, Part } from './concept.ts'
import { fieldsOf, flatten } from './flat.ts'
import { isUsable, type Losses, openLosses, type WriteTermsOptions } from './format.ts'

/** Two spellings that translate one another, for formats that know nothing but pairs. */
export interface Pair {
  readonly concept: Concept
  readonly source: string
  readonly target: string
  /** False of a target that is not to be used. */
  readonly usable: boolean
  readonly note: string
}

export const usualLanguages: readonly string[] = ['uk', 'en']

interface Side {
  readonly text: string
  readonly part: Part
  readonly usable: boolean
}

/**
 * The names of concepts as pairs: whole name and whole name, family name and family name, and so on; the first usable term of a
 * part is the source. What pairs do not keep is told.
 */
export function pairsOf(
  concepts: readonly Concept[],
  options: WriteTermsOptions,
): { readonly pairs: readonly Pair[]; readonly problems: readonly Problem[] } {
  const [from = 'uk', to = 'en'] = options.languages ?? usualLanguages
  const losses = openLosses()
  const pairs = concepts.flatMap(concept => {
    tellLosses(concept, [from, to], losses)
    const sources = sidesOf(concept, from, options).filter(({ usable }) => usable)
    const targets = sidesOf(concept, to, options)
    const kinds = new Set(sources.map(({ part }) => part))
    const found = [...kinds].flatMap(part => {
      const source = sources.find(side => side.part === part)!
      return targets
        .filter(side => side.part === part && (side.usable || !options.usableOnly))
        .map(({ text, usable }) => ({ concept, source: source.text, target: text, usable, note: concept.note ?? '' }))
    })
    if (found.length === 0) losses.add('concept')
    return found
  })
  return { pairs, problems: losses.problems() }
}

/** The spellings of a language, those to be used first; a person's name also by its family name alone. */
function sidesOf(concept: Concept, lang: string, { derived }: WriteTermsOptions): Side[] {
  const all = flatten(concept, derived?.(concept)).filter(term => term.lang === lang)
  const sides = all.flatMap((term): Side[] => {
    const whole = { text: term.text, part: term.part, usable: isUsable(term) }
    const family = term.parts?.family
    return family && family !== term.text ? [whole, { ...whole, text: family, part: 'family' }] : [whole]
  })
  const seen = new Set<string>()
  const once = sides.filter(({ text, part }) => !seen.has(`${part} ${text}`) && seen.add(`${part} ${text}`))
  return [...once.filter(({ usable }) => usable), ...once.filter(({ usable }) => !usable)]
}

function tellLosses(concept: Concept, languages: readonly string[], losses: Losses): void {
  for (const name of Object.keys(fieldsOf(concept))) if (name !== 'note') losses.add(name)
  if (concept.own) losses.add('own')
  if (concept.former.length > 0) losses.add('former')
  for (const lang of new Set([...Object.keys(concept.names), ...concept.terms.map(term => term.lang)]))
    if (!languages.includes(lang)) losses.add(lang)
  for (const key of ['styles', 'reason', 'source', 'usedBy'] as const)
    if (concept.terms.some(term => term[key] !== undefined)) losses.add(`terms.${key}`)
}
