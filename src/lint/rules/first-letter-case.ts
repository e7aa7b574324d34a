import type { Rule } from '../../check/index.ts'
import { isUpper } from '../../language/index.ts'
import type { Edit, Problem } from '../../text/index.ts'
import { beginsSentence } from '../neighbours.ts'
import type { Seen } from '../passage.ts'
import type { Subject } from '../subject.ts'

/**
 * The first letter of names that a text writes both with a capital and without (Росія, росія): kept as it is, a mixture being
 * information only; or held to the house's way. Which names may be written small the glossary says (`lowercase`).
 */
export const firstLetterCase: Rule<Subject> = {
  code: 'first-letter-case',
  severity: 'warning',
  off: true,
  options: { case: { default: 'keep', choices: ['keep', 'upper', 'lower'] } },
  *check(subject, options) {
    const uses = subject.passages.flatMap(({ mentions }) => mentions.flatMap(seen => useOf(subject, seen) ?? []))
    if (options.case === 'keep') {
      for (const ofConcept of byConcept(uses)) yield* mixed(subject, ofConcept)
      return
    }
    const wanted = options.case === 'upper'
    for (const use of uses) if (use.capital !== wanted && use.isFree) yield problemOf(subject, use)
  },
}

interface Use {
  readonly seen: Seen
  readonly concept: number
  readonly capital: boolean
  /** The writer had the choice: no sentence begins here, and the word is not all in capitals. */
  readonly isFree: boolean
}

function useOf(subject: Subject, seen: Seen): Use | undefined {
  const { text, mention, place, language } = seen
  const naming = mention.namings.find(({ lang }) => lang === language)
  if (!naming || (language !== 'uk' && language !== 'ru') || place === 'quotation' || place === 'handle')
    return undefined
  if (!mention.lowercase && !subject.glossary.concepts[naming.concept]!.lowercase) return undefined
  const capital = isUpper(text.charCodeAt(mention.start))
  const shouts = isUpper(text.charCodeAt(mention.start + 1))
  const isFree = !capital || !(shouts || place === 'headline' || beginsSentence(text, mention.start))
  return { seen, concept: naming.concept, capital, isFree }
}

function byConcept(uses: readonly Use[]): Iterable<readonly Use[]> {
  const lists = new Map<number, Use[]>()
  for (const use of uses) {
    const known = lists.get(use.concept)
    if (known) known.push(use)
    else lists.set(use.concept, [use])
  }
  return lists.values()
}

/** The rarer way is shown, the later one where both are as frequent. */
function* mixed(subject: Subject, uses: readonly Use[]): Generator<Problem> {
  const free = uses.filter(({ isFree }) => isFree)
  const capitals = free.filter(({ capital }) => capital)
  const smalls = free.filter(({ capital }) => !capital)
  if (capitals.length === 0 || smalls.length === 0) return
  const isCapitalRare = capitals.length < smalls.length || (capitals.length === smalls.length && smalls[0] === free[0])
  for (const use of isCapitalRare ? capitals : smalls)
    yield {
      ...problemOf(subject, use),
      severity: 'info',
      related: placesOf(subject, isCapitalRare ? smalls : capitals),
    }
}

const placesOf = (subject: Subject, uses: readonly Use[]) =>
  uses.map(({ seen: { block, mention } }) => ({
    span: subject.span(block, mention.start, mention.end),
    role: 'other-spelling',
  }))

function problemOf(subject: Subject, { seen, concept, capital }: Use): Problem {
  const { text, block, mention, place, language } = seen
  const { parts } = mention.namings.find(({ lang }) => lang === language)!
  const firsts = parts.map(({ start }) => ({ start, insert: otherCase(text[start]!, capital) }))
  const edits = firsts.map(({ start, insert }): Edit => ({ span: subject.span(block, start, start + 1), insert }))
  let preferred = text.slice(mention.start, mention.end)
  for (const { start, insert } of firsts) {
    const at = start - mention.start
    preferred = preferred.slice(0, at) + insert + preferred.slice(at + 1)
  }
  return {
    code: 'first-letter-case',
    span: subject.span(block, mention.start, mention.end),
    data: {
      text: text.slice(mention.start, mention.end),
      preferred,
      concept: subject.glossary.concepts[concept]!.id,
      place,
    },
    fixes: [{ kind: 'unsafe', edits }],
  }
}

const otherCase = (letter: string, capital: boolean): string => (capital ? letter.toLowerCase() : letter.toUpperCase())
