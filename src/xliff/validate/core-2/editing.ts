import { attributeValue } from '../../../xml/index.ts'
import { at, type Report, short, tag } from '../report.ts'
import { type Inline, isCode, type Unit } from './unit.ts'

/** How a code is known on both sides: an end by its start, all else by its own id. */
function keyOf(code: Inline): string | undefined {
  const startRef = code.name === 'ec' ? attributeValue(code.element, 'startRef') : undefined
  return startRef === undefined ? code.id : `end ${startRef}`
}

/** What translators may not delete is in the target: of the segment, or of one that the code has moved to. */
export function checkDeleted(unit: Unit, report: Report): void {
  const held = unit.source.filter(code => isCode(code) && attributeValue(code.element, 'canDelete') === 'no')
  if (held.length === 0) return
  const kept = new Set(unit.target.filter(isCode).flatMap(keysOf))
  for (const code of held) {
    const { target } = unit.parts[code.part]!
    const key = keyOf(code)
    if (target && key !== undefined && !kept.has(key)) {
      report('xliff-code-deleted', tag(target), { id: short(key.replace(/^end /, '')), element: code.element.name })
    }
  }
}

/** A paired element stands for its end as well: a tool may write `pc` for `sc` and `ec`. */
function keysOf(code: Inline): string[] {
  const key = keyOf(code)
  if (key === undefined) return []
  return code.name === 'pc' ? [key, `end ${key}`] : [key]
}

const reorder = (code: Inline | undefined): string => (code && attributeValue(code.element, 'canReorder')) ?? 'yes'
const fixed = (code: Inline | undefined): boolean => reorder(code) !== 'yes'
const isFixed = (code: Inline): boolean => fixed(code)

/** A sequence that keeps its order starts with `firstNo` and goes on with `no`; in the target it is the same. */
export function checkSequences(unit: Unit, report: Report): void {
  if (!unit.source.some(isFixed) && !unit.target.some(isFixed)) return
  const source = unit.source.filter(isCode)
  const target = unit.target.filter(isCode)
  checkStarts(source, report)
  checkStarts(target, report)
  if (!source.some(code => reorder(code) === 'no')) return
  const places = new Map(target.map((code, i) => [keyOf(code), i] as const))
  for (const [i, code] of source.entries()) {
    if (reorder(code) !== 'no') continue
    const before = predecessors(source, i).find(fixed)
    const place = places.get(keyOf(code))
    if (!before || place === undefined) continue
    const moved = target[place]!
    const follows = predecessors(target, place).some(each => keyOf(each) === keyOf(before))
    if (!follows || holder(moved) !== holder(code)) {
      report('xliff-reorder-broken', tag(moved.element), { id: short(keyOf(code) ?? '') })
    }
  }
}

function checkStarts(codes: readonly Inline[], report: Report): void {
  for (const [i, code] of codes.entries()) {
    if (reorder(code) !== 'no' || predecessors(codes, i).some(fixed)) continue
    report('xliff-reorder-start', at(code.element, 'canReorder'), { id: short(keyOf(code) ?? '') })
  }
}

/** What a code may follow in a sequence: the code before it in the text, or the one before it in the same paired code. */
function predecessors(codes: readonly Inline[], i: number): Inline[] {
  const found = i > 0 ? [codes[i - 1]!] : []
  const { parent } = codes[i]!
  for (let j = i - 1; j >= 0; j--) {
    const code = codes[j]!
    if (code === parent) break
    if (code.parent !== parent) continue
    found.push(code)
    break
  }
  if (parent && !found.includes(parent) && !found.some(code => code.parent === parent)) found.push(parent)
  return found
}

/** The paired code that holds a code and belongs to its sequence. */
function holder(code: Inline): string | undefined {
  return code.parent && fixed(code.parent) ? code.parent.id : undefined
}
