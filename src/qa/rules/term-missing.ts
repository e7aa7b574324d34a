import { rendersAsDerived } from '../derived.ts'
import { namesOn } from '../names.ts'
import { problemAt, wholeOf } from '../pair.ts'
import { pairRule } from '../rule.ts'

/** A term of the glossary in the source without one of its renderings, in any form, in the target. */
export const termMissing = pairRule({ code: 'term-missing', severity: 'warning' }, function* (pair, bitext) {
  const { source, target } = pair
  const { glossary, chooser } = bitext
  if (target.language === 'other') return
  const there = new Set(namesOn(target, bitext).flatMap(({ concepts }) => concepts))
  const told = new Set<number>()
  for (const name of namesOn(source, bitext)) {
    const { concept } = name
    const preferred = glossary.concepts[concept]!.kind === 'term' && chooser.preferred(concept, 'name', target.language)
    if (!preferred || there.has(concept) || told.has(concept)) continue
    told.add(concept)
    if (rendersAsDerived(pair, name, bitext)) continue
    const data = { term: source.text.slice(name.start, name.end), preferred: preferred.text }
    yield problemAt(pair, 'term-missing', wholeOf(target), { of: name, data })
  }
})
