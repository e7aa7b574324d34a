import { attributeValue, findAttribute } from '../../../xml/index.ts'
import { type Report, short, tag } from '../report.ts'
import { isIsolated } from './codes.ts'
import { type Inline, isCode, type Side, type Unit } from './unit.ts'

/** A code from its start to its end, among those that are open at one place. */
interface Open {
  readonly code: Inline
  before: Open | undefined
  after: Open | undefined
}

/** A code that may not overlap others and does. Paired elements may not unless they say so; starts and ends may. */
export function checkOverlap(unit: Unit, report: Report): void {
  for (const side of ['source', 'target'] as const) {
    const codes = unit[side].filter(isCode)
    if (!codes.some(code => code.name === 'ec')) continue
    // Moved targets stand in another order than in the file.
    if (side === 'target' && unit.parts.some(({ target }) => target && findAttribute(target, 'order'))) continue
    sweep(borders(codes, side), report)
  }
}

interface Border {
  readonly at: number
  readonly opens: boolean
  readonly code: Inline
}

/** Where spanning codes start and end, in order. */
function borders(codes: readonly Inline[], side: Side): Border[] {
  const starts = new Map<string, Inline>()
  const found: Border[] = []
  for (const code of codes) {
    const { span } = code.element
    if (code.name === 'pc') {
      found.push({ at: span.start, opens: true, code }, { at: span.end, opens: false, code })
    } else if (code.name === 'sc' && code.id !== undefined && !isIsolated(code.element)) {
      starts.set(code.id, code)
    } else if (code.name === 'ec') {
      const start = starts.get(attributeValue(code.element, 'startRef') ?? '')
      if (!start || start.side !== side) continue
      starts.delete(start.id!)
      found.push(
        { at: start.element.span.start, opens: true, code: start },
        { at: span.start, opens: false, code: start },
      )
    }
  }
  return found.sort((a, b) => a.at - b.at)
}

/** Of a code that closes while a later one is open, the two cross. Linear: open codes are a list that any can leave. */
function sweep(found: readonly Border[], report: Report): void {
  const open = new Map<Inline, Open>()
  let top: Open | undefined
  for (const { opens, code } of found) {
    if (opens) {
      const entry: Open = { code, before: top, after: undefined }
      if (top) top.after = entry
      top = entry
      open.set(code, entry)
      continue
    }
    const entry = open.get(code)
    if (!entry || !top) continue
    if (entry !== top) cross(entry.code, top.code, report)
    if (entry.before) entry.before.after = entry.after
    if (entry.after) entry.after.before = entry.before
    else top = entry.before
  }
}

function cross(one: Inline, other: Inline, report: Report): void {
  const strict = [one, other].find(({ name, element }) => {
    return (attributeValue(element, 'canOverlap') ?? (name === 'pc' ? 'no' : 'yes')) === 'no'
  })
  if (!strict) return
  const partner = strict === one ? other : one
  report('xliff-overlap', tag(strict.element), { id: short(strict.id ?? ''), other: short(partner.id ?? '') })
}
