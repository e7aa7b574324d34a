import type { Rule } from '../../check/index.ts'
import { redressed } from '../../normalize/index.ts'
import type { Edit, Problem } from '../../text/index.ts'
import { type Clash, clashesIn } from '../clashes.ts'
import { editsTo } from '../inconsistency.ts'
import type { Passage } from '../passage.ts'
import type { Subject } from '../subject.ts'

/**
 * A Ukrainian or Russian name in a form that agrees with nothing: its words stand in different cases, or the preposition before it
 * governs no case that the form can stand in. What the writer meant is a guess, so no fix is safe.
 */
export const wrongCaseForm: Rule<Subject> = {
  code: 'wrong-case-form',
  severity: 'warning',
  off: true,
  *check(subject) {
    for (const passage of subject.passages)
      for (const clash of clashesIn(subject, passage)) yield problemOf(subject, passage, clash)
  },
}

function problemOf(subject: Subject, passage: Passage, clash: Clash): Problem {
  const { block, text } = passage
  const start = clash.words[0]!.start
  const end = clash.words.at(-1)!.end
  const place = passage.placeAt(start, end)
  const edits: Edit[] = []
  let preferred = ''
  let at = start
  for (const word of clash.words) {
    const written = text.slice(word.start, word.end)
    preferred += text.slice(at, word.start) + redressed(written, word.wanted)
    at = word.end
    edits.push(...editsTo(subject, block, word.start, written, word.wanted))
  }
  return {
    code: 'wrong-case-form',
    span: subject.span(block, start, end),
    ...(place === 'body' ? {} : { severity: 'info' as const }),
    data: {
      text: text.slice(start, end),
      preferred,
      concept: clash.concept,
      place,
      against: clash.against,
      preposition: clash.preposition ?? '',
    },
    fixes: [{ kind: 'unsafe', edits }],
  }
}
