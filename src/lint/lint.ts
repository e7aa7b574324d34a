import { type Finding, inOrder, type RuleSettings, runRules, suppress } from '../check/index.ts'
import { onePerOccurrence } from './precedence.ts'
import { rules } from './rules.ts'
import type { Subject } from './subject.ts'

/** What the rules find in a text, comments heeded, one spelling problem an occurrence, in the order of places. */
export function lintSubject(subject: Subject, source: string, settings: RuleSettings): Finding[] {
  const found = onePerOccurrence(runRules(rules, subject, settings), occurrences(subject))
  return inOrder(suppress(found, subject.document.comments, source))
}

function occurrences(subject: Subject) {
  return subject.passages.flatMap(p =>
    p.mentions.map(({ block, mention }) => subject.span(block, mention.start, mention.end)),
  )
}
