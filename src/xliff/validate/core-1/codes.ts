import { attributeValue, type Element, findAttribute } from '../../../xml/index.ts'
import { at, type Report, short, tag } from '../report.ts'
import { type Code, codesOf } from './inline.ts'

const pairs = [
  ['bx', 'ex'],
  ['bpt', 'ept'],
] as const

/** The codes of one source or target: ids once, starts and ends in pairs. */
export function checkCodes(text: Element, report: Report): readonly Code[] {
  const codes = codesOf(text)
  if (codes.length === 0) return codes
  checkInlineIds(codes, report)
  for (const [opens, closes] of pairs) checkPairs(codes, opens, closes, report)
  return codes
}

/** The two halves of a pair often bear one id; other codes do not share. */
function checkInlineIds(codes: readonly Code[], report: Report): void {
  const seen = new Set<string>()
  for (const code of codes) {
    const half = code.name === 'ex' || code.name === 'ept' ? 'end ' : ''
    const key = half + code.id
    if (seen.has(key)) report('xliff1-inline-id', at(code.element, 'id'), { id: short(code.id) })
    seen.add(key)
  }
}

interface Start {
  readonly code: Code
  readonly at: number
  readonly rid: boolean
  closed: boolean
}

/** By `rid` where it is given, else by id: an end whose `rid` only an id answers to is let through with a warning. */
function checkPairs(codes: readonly Code[], opens: string, closes: string, report: Report): void {
  const starts = startsOf(codes, opens, report)
  for (const [i, code] of codes.entries()) {
    if (code.name !== closes) continue
    const start = starts.get(code.pair)
    const rid = findAttribute(code.element, 'rid')
    const data = { id: short(code.pair), element: code.name }
    if (!start && rid) report('xliff1-rid', rid.valueSpan, { rid: short(code.pair), element: code.name })
    else if (!start || (rid && !start.rid)) report('xliff1-end-without-start', tag(code.element), data)
    else if (start.at > i) report('xliff1-end-before-start', tag(code.element), data)
    if (start) start.closed = true
  }
  for (const { code, closed } of starts.values()) {
    if (!closed) report('xliff1-start-without-end', tag(code.element), { id: short(code.pair), element: code.name })
  }
}

function startsOf(codes: readonly Code[], opens: string, report: Report): ReadonlyMap<string, Start> {
  const starts = new Map<string, Start>()
  for (const [i, code] of codes.entries()) {
    if (code.name !== opens) continue
    const rid = findAttribute(code.element, 'rid')
    const other = starts.get(code.pair)
    if (rid && other?.rid) report('xliff1-rid', rid.valueSpan, { rid: short(code.pair), element: code.name })
    if (!other) starts.set(code.pair, { code, at: i, rid: rid !== undefined, closed: false })
  }
  return starts
}

/** A code that may not be cloned has one use in the target; none comes from nowhere, none is lost once it is approved. */
export function compareCodes(
  source: readonly Code[],
  target: readonly Code[],
  holder: Element,
  done: boolean,
  report: Report,
): void {
  const known = new Set(source.map(keyOf))
  const used = new Set(target.map(keyOf))
  for (const code of target) {
    if (!known.has(keyOf(code)) && !cloned(code, source)) {
      report('xliff1-code-invented', at(code.element, 'id'), { id: short(code.id), element: code.name })
    }
  }
  if (!done) return
  for (const code of source) {
    if (used.has(keyOf(code))) continue
    report('xliff1-code-missing', tag(holder), { id: short(code.id), element: code.name })
  }
}

const keyOf = (code: Code): string => `${code.name} ${code.id}`

/** A clone has an id of its own; it stands for a code of the same kind and type. */
function cloned(code: Code, source: readonly Code[]): boolean {
  const ctype = attributeValue(code.element, 'ctype')
  if (ctype === undefined) return false
  return source.some(
    each =>
      each.name === code.name &&
      attributeValue(each.element, 'ctype') === ctype &&
      attributeValue(each.element, 'clone') !== 'no',
  )
}
