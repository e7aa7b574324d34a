import type { Rule, RuleOptions } from '../../check/index.ts'
import type { Edit, Problem } from '../../text/index.ts'
import { inCaseOf, type Namesakes, type PersonUse, peopleIn } from '../people.ts'
import { hasRole } from '../roles.ts'
import type { Subject } from '../subject.ts'

/** A person is introduced by given and family name, with a role if so configured; after that the family name is enough. */
export const firstMention: Rule<Subject> = {
  code: 'first-mention',
  severity: 'warning',
  off: true,
  options: {
    role: { default: false },
    again: { default: true },
    known: { default: [] },
  },
  *check(subject, options) {
    for (const namesakes of peopleIn(subject)) yield* inOrder(subject, namesakes, options)
  },
}

/** Where several people bear the name, given names tell them apart to the end. Headlines and quotations introduce nobody. */
function* inOrder(subject: Subject, { uses, people }: Namesakes, options: RuleOptions): Generator<Problem> {
  const inBody = uses.filter(({ place }) => place === 'body')
  const [first, ...later] = inBody
  if (!first || people.length > 1 || first.namings.length > 1) return
  const { known, role, again } = options
  const concept = conceptOf(subject, first)
  if (concept !== undefined && (known as readonly string[]).includes(concept)) return
  if (first.given === undefined && (concept !== undefined || later.some(use => use.given !== undefined)))
    yield problemOf(subject, first, 'first', introduced(subject, first))
  else if (role === true && first.given !== undefined && !hasRoleBeside(first))
    yield problemOf(subject, first, 'role', undefined)
  if (again !== true || first.given === undefined) return
  for (const use of later) if (use.surnameStart > use.start) yield problemOf(subject, use, 'again', shortened(use))
}

const hasRoleBeside = ({ passage, start, end }: PersonUse) => hasRole(passage.text, start, end, passage.language)

function conceptOf(subject: Subject, { namings }: PersonUse): string | undefined {
  return namings.length === 1 ? subject.glossary.concepts[namings[0]!.concept]!.id : undefined
}

/** What to put instead of a stretch of the passage. */
interface Change {
  readonly start: number
  readonly end: number
  readonly insert: string
}

/** With the given name before it, in the same case. */
function introduced(subject: Subject, { namings, start }: PersonUse): Change | undefined {
  const given = namings[0] && inCaseOf(subject, namings[0], 'given')
  return given === undefined ? undefined : { start, end: start, insert: `${given} ` }
}

const shortened = ({ start, surnameStart }: PersonUse): Change => ({ start, end: surnameStart, insert: '' })

function problemOf(
  subject: Subject,
  use: PersonUse,
  why: 'first' | 'role' | 'again',
  change: Change | undefined,
): Problem {
  const { passage, start, end } = use
  const { block, text } = passage
  const preferred =
    change && text.slice(start, change.start) + change.insert + text.slice(Math.max(change.end, start), end)
  const edits: Edit[] = change ? [{ span: subject.span(block, change.start, change.end), insert: change.insert }] : []
  const concept = conceptOf(subject, use)
  return {
    code: 'first-mention',
    span: subject.span(block, start, end),
    data: {
      text: text.slice(start, end),
      ...(preferred !== undefined && { preferred }),
      ...(concept && { concept }),
      why,
    },
    ...(edits.length > 0 && { fixes: [{ kind: 'unsafe', edits }] }),
  }
}
