import type { Rule } from '../../check/index.ts'
import type { Problem } from '../../text/index.ts'
import { isNew, type Namesakes, type PersonUse, peopleIn } from '../people.ts'
import { isTitled } from '../roles.ts'
import type { Subject } from '../subject.ts'

/** A family name alone where two people who bear it could be meant: two of the text, or two of the glossary. */
export const ambiguousSurname: Rule<Subject> = {
  code: 'ambiguous-surname',
  severity: 'warning',
  off: true,
  *check(subject) {
    for (const namesakes of peopleIn(subject)) yield* ambiguities(subject, namesakes)
  },
}

/** A reader who has met one of them takes the name for that one's. */
function* ambiguities(subject: Subject, { uses, people }: Namesakes): Generator<Problem> {
  const known: PersonUse[] = []
  for (const use of uses) {
    if (use.given !== undefined) {
      if (isNew(use, known)) known.push(use)
      continue
    }
    if (known.length === 1 || use.place !== 'body') continue
    if (isTitled(use.passage.text, use.start, use.passage.language)) continue
    const meant = known.length > 1 ? known : people
    if (meant.length > 1) yield problemOf(subject, use, { where: 'text', names: meant.map(nameOf), meant })
    else if (meant.length === 0 && use.namings.length > 1) {
      const names = use.namings.flatMap(({ concept, lang }) =>
        ['given', 'family']
          .flatMap(part => subject.chooser.preferred(concept, part as 'given' | 'family', lang)?.text ?? [])
          .join(' '),
      )
      yield problemOf(subject, use, { where: 'glossary', names, meant: [] })
    }
  }
}

const nameOf = ({ given, surname }: PersonUse): string => `${given} ${surname}`

interface Meant {
  readonly where: 'text' | 'glossary'
  readonly names: readonly string[]
  /** Where the text introduces them. */
  readonly meant: readonly PersonUse[]
}

function problemOf(subject: Subject, { passage, start, end }: PersonUse, { where, names, meant }: Meant): Problem {
  const spanOf = (use: Pick<PersonUse, 'passage' | 'start' | 'end'>) =>
    subject.span(use.passage.block, use.start, use.end)
  return {
    code: 'ambiguous-surname',
    span: subject.span(passage.block, start, end),
    ...(where === 'glossary' && { severity: 'info' as const }),
    data: { text: passage.text.slice(start, end), people: names.join(', '), count: names.length, where },
    ...(meant.length > 0 && { related: meant.map(use => ({ span: spanOf(use), role: 'namesake' })) }),
  }
}
