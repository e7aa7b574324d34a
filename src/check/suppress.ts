import type { Comment } from '../content/index.ts'
import { type Lines, lines, type Span } from '../text/index.ts'
import { type Finding, inOrder } from './rule.ts'

/**
 * Suppression comments: `tlumach-disable-next-line CODE…`, `-line`, `-file`, and `tlumach-disable CODE…` up to
 * `tlumach-enable CODE…`. Without a code all codes are meant; what follows `--` is the reason.
 */
interface Suppression {
  readonly span: Span
  readonly codes: readonly string[]
  readonly hasReason: boolean
  readonly from: number
  to: number
  used: boolean
}

const form = /^\s*tlumach-(disable|enable)(-next-line|-line|-file)?(?:\s+([\s\S]*?))?\s*(?:--([\s\S]*))?$/

export interface SuppressOptions {
  /** A comment must say why, after `--`. */
  readonly reason?: 'required' | 'optional' | undefined
}

/**
 * The findings that no comment silences, an `unused-suppression` for each comment that silences none and, where reasons are required, a
 * `suppression-reason` for each that gives none.
 */
export function suppress(
  findings: readonly Finding[],
  comments: readonly Comment[],
  source: string,
  { reason }: SuppressOptions = {},
): Finding[] {
  const all = suppressions(comments, source)
  if (all.length === 0) return [...findings]
  const kept = findings.filter(finding => {
    const by = all.filter(
      s =>
        finding.span.start >= s.from &&
        finding.span.start < s.to &&
        (s.codes.length === 0 || s.codes.includes(finding.code)),
    )
    for (const suppression of by) suppression.used = true
    return by.length === 0
  })
  const unused = all
    .filter(s => !s.used)
    .map((s): Finding => ({ code: 'unused-suppression', severity: 'info', span: s.span }))
  const bare = all
    .filter(s => reason === 'required' && !s.hasReason)
    .map((s): Finding => ({ code: 'suppression-reason', severity: 'warning', span: s.span }))
  return inOrder([...kept, ...unused, ...bare])
}

function suppressions(comments: readonly Comment[], source: string): Suppression[] {
  if (comments.length === 0) return []
  const at = lines(source)
  const open: Suppression[] = []
  const all: Suppression[] = []
  for (const comment of comments) {
    const found = form.exec(comment.text)
    if (!found) continue
    const codes = (found[3] ?? '').split(/[\s,]+/u).filter(Boolean)
    if (found[1] === 'enable') {
      close(open, codes, comment.span.start)
      continue
    }
    const { from, to } = reach(found[2] ?? '', comment.span, at, source)
    const one: Suppression = { span: comment.span, codes, hasReason: /\S/.test(found[4] ?? ''), from, to, used: false }
    all.push(one)
    if (!found[2]) open.push(one)
  }
  return all
}

function close(open: Suppression[], codes: readonly string[], at: number): void {
  for (const one of open) {
    const same = codes.length === 0 || codes.some(code => one.codes.includes(code))
    if (same && one.to === Number.POSITIVE_INFINITY) one.to = at
  }
}

function reach(kind: string, span: Span, at: Lines, source: string): { from: number; to: number } {
  if (kind === '-file') return { from: 0, to: Number.POSITIVE_INFINITY }
  if (kind === '-line') return lineReach(at, at.at(span.start).line)
  if (kind === '-next-line') return lineReach(at, nextLine(at, at.at(span.end).line, source))
  return { from: span.end, to: Number.POSITIVE_INFINITY }
}

function lineReach(at: Lines, line: number) {
  const { start, end } = at.span(line)
  return { from: start, to: end + 1 }
}

/** The next line that is not blank: Markdown wants an empty one behind a comment. */
function nextLine(at: Lines, line: number, source: string): number {
  for (let next = line + 1; next <= at.count; next++) {
    const { start, end } = at.span(next)
    if (source.slice(start, end).trim() !== '') return next
  }
  return line + 1
}
