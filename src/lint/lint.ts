import { type Finding, inOrder, type RuleSettings, runRules, type SuppressOptions, suppress } from '../check/index.ts'
import { type Block, innermost } from '../content/index.ts'
import { lastAtOrBefore } from '../text/index.ts'
import { onePerOccurrence } from './precedence.ts'
import { rules } from './rules.ts'
import { scopesIn } from './scopes.ts'
import type { Subject } from './subject.ts'

/** What the rules find in a text, comments heeded, one spelling problem an occurrence, in the order of places. */
export function lintSubject(
  subject: Subject,
  source: string,
  settings: RuleSettings,
  suppressions: SuppressOptions = {},
): Finding[] {
  const all = runRules(rules, subject, settings, scopesIn(subject.document.blocks))
  const found = all.length > 0 ? onePerOccurrence(all, occurrences(subject, all)) : all
  const { blocks, comments } = subject.document
  return listedOnce(inOrder(suppress(withoutKeyFixes(found, blocks), comments, source, suppressions)))
}

/** So many other places each finding names; the first of a group names all, so that reports grow no faster than the text. */
const mostRelated = 20

function listedOnce(found: readonly Finding[]): Finding[] {
  const shortened = new Map<Finding['related'], Finding['related']>()
  return found.map(finding => {
    const { related } = finding
    if (related === undefined || related.length <= mostRelated) return finding
    const short = shortened.get(related)
    if (short) return { ...finding, related: short }
    shortened.set(related, related.slice(0, mostRelated))
    return finding
  })
}

/** The findings without fixes that would change a key of a catalog. */
function withoutKeyFixes(found: readonly Finding[], blocks: readonly Block[]): readonly Finding[] {
  if (!blocks.some(block => block.isKey)) return found
  const find = innermost(blocks)
  const isKey = (span: Finding['span']) => blocks[find(span) ?? -1]?.isKey === true
  return found.map(({ fixes, ...finding }) => {
    const left = fixes?.filter(fix => !fix.edits.some(edit => isKey(edit.span))) ?? []
    return left.length > 0 ? { ...finding, fixes: left } : finding
  })
}

/** The spans of the names in which something was found, in blocks where several things were. O(n log n) in what was found. */
function occurrences(subject: Subject, found: readonly Finding[]) {
  const starts = [-1, ...found.map(finding => finding.span.start).sort((a, b) => a - b)]
  return subject.passages.flatMap(passage => {
    const { start, end } = passage.block.span
    const second = starts[lastAtOrBefore(starts, start - 1) + 2]
    if (second === undefined || second >= end) return []
    return passage.found.flatMap((name, i) => {
      const span = subject.span(passage.block, name.start, name.end)
      return starts[lastAtOrBefore(starts, span.end - 1)]! >= span.start && passage.seen(i) ? [span] : []
    })
  })
}
