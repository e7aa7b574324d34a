import type { Rule } from '../../check/index.ts'
import { capitals } from '../../normalize/index.ts'
import type { Edit, Problem } from '../../text/index.ts'
import type { Seen } from '../passage.ts'
import type { Subject } from '../subject.ts'

/** The order of given and family name: Зеленський Володимир, ZELENSKYY Volodymyr where the house writes the given name first. */
export const nameOrder: Rule<Subject> = {
  code: 'name-order',
  severity: 'warning',
  off: true,
  options: { order: { default: 'given-family', choices: ['given-family', 'family-given'] } },
  *check(subject, { order }) {
    for (const { mentions } of subject.passages)
      for (const seen of mentions) {
        const parts = partsOf(seen)
        if (parts && (parts.isFamilyFirst ? 'family-given' : 'given-family') !== order)
          yield problemOf(subject, seen, parts)
      }
  },
}

/** The family name, and all that stands beside it. */
interface Parts {
  readonly family: string
  readonly others: string
  readonly gap: string
  readonly isFamilyFirst: boolean
}

/** Undefined where nothing stands beside the family name, and in lists (Зеленський, Володимир). */
function partsOf({ text, mention, language }: Seen): Parts | undefined {
  const naming = mention.namings.find(({ lang }) => lang === language)
  const family = naming?.parts.find(({ part }) => part === 'family')
  if (!naming || !family || !naming.parts.some(({ part }) => part === 'given')) return undefined
  const isFamilyFirst = family === naming.parts[0]
  if (!isFamilyFirst && family !== naming.parts.at(-1)) return undefined
  const [cut, next] = isFamilyFirst ? [family.end, naming.parts[1]!.start] : [naming.parts.at(-2)!.end, family.start]
  const gap = text.slice(cut, next)
  if (gap.includes(',')) return undefined
  const [first, second] = [text.slice(mention.start, cut), text.slice(next, mention.end)]
  return { family: isFamilyFirst ? first : second, others: isFamilyFirst ? second : first, gap, isFamilyFirst }
}

/** The family name loses the capitals by which it was told apart. */
function problemOf(subject: Subject, seen: Seen, { family, others, gap, isFamilyFirst }: Parts): Problem {
  const { text, block, mention, place, treatment, doubt } = seen
  const loud = capitals(family) === 'upper' && capitals(others) !== 'upper'
  const name = loud ? family.toLowerCase().replace(/(?<![\p{L}\p{M}'’ʼ])\p{L}/gu, first => first.toUpperCase()) : family
  const preferred = isFamilyFirst ? others + gap + name : name + gap + others
  const edit: Edit = { span: subject.span(block, mention.start, mention.end), insert: preferred }
  return {
    code: 'name-order',
    span: edit.span,
    ...((treatment === 'report' || doubt) && { severity: 'info' as const }),
    data: { text: text.slice(mention.start, mention.end), preferred, place },
    fixes: [{ kind: 'unsafe', edits: [edit] }],
  }
}
