import type { Problem } from '../text/index.ts'
import type { Concept, Term } from './concept.ts'

/**
 * What contradicts itself among the explicit entries of one file: an id given twice, two preferred forms of one part for one
 * style, one deprecated spelling given to two concepts. Derived spellings that collide are no contradiction. O(n).
 */
export function contradictions(concepts: readonly Concept[]): Problem[] {
  return [...repeatedIds(concepts), ...concepts.flatMap(twoPreferred), ...sharedVariants(concepts)]
}

function repeatedIds(concepts: readonly Concept[]): Problem[] {
  const first = new Map<string, Concept>()
  const problems: Problem[] = []
  for (const concept of concepts) {
    const before = first.get(concept.id)
    if (before) problems.push(problem('glossary-repeated-id', concept, before, { concept: concept.id }))
    else first.set(concept.id, concept)
  }
  return problems
}

function twoPreferred(concept: Concept): Problem[] {
  const seen = new Map<string, Term>()
  const problems: Problem[] = []
  for (const term of concept.terms) {
    if (term.status !== 'preferred') continue
    for (const style of term.styles ?? ['*']) {
      const key = `${term.lang} ${term.part} ${style}`
      const before = seen.get(key)
      const data = { concept: concept.id, first: before?.text ?? '', second: term.text }
      if (before && before.text !== term.text) problems.push(problem('glossary-two-preferred', term, before, data))
      else seen.set(key, term)
    }
  }
  return problems
}

/** A variant of the whole name or of the family name can be told apart by the given name, if both concepts are persons with one. */
function sharedVariants(concepts: readonly Concept[]): Problem[] {
  const owners = new Map<string, { concept: Concept; term: Term }>()
  const problems: Problem[] = []
  for (const concept of concepts) {
    for (const term of concept.terms) {
      if (term.status !== 'deprecated' || term.part === 'given') continue
      const key = `${term.lang} ${term.text.toLowerCase()}`
      const before = owners.get(key)
      if (before && before.concept !== concept && !tellable(before.concept, concept, term)) {
        problems.push(
          problem('glossary-shared-variant', term, before.term, {
            text: term.text,
            first: before.concept.id,
            second: concept.id,
          }),
        )
      } else owners.set(key, { concept, term })
    }
  }
  return problems
}

function tellable(a: Concept, b: Concept, term: Term): boolean {
  const given = (concept: Concept) =>
    Object.values(concept.names)
      .map(name => name.given)
      .filter(Boolean)
      .join(' ')
  return term.part === 'family' && given(a) !== '' && given(b) !== '' && given(a) !== given(b)
}

function problem(code: string, where: Concept | Term, before: Concept | Term, data: Record<string, string>): Problem {
  const nowhere = { start: 0, end: 0 }
  return {
    code,
    severity: 'error',
    span: where.span ?? nowhere,
    data,
    related: [{ span: before.span ?? nowhere, role: 'first' }],
  }
}
