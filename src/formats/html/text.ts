import { readHtmlReference } from '../entities.ts'
import type { MutableText } from '../growing.ts'

/** HTML's white space (Infra Standard: ASCII whitespace). */
export const isSpace = (unit: number): boolean => unit === 32 || unit === 10 || unit === 9 || unit === 13 || unit === 12

/** What differs between places of text. `attribute`: white space stays, but for that around a line break. */
export interface TextKind {
  readonly inAttribute: boolean
  readonly hasReferences: boolean
}

export const prose: TextKind = { inAttribute: false, hasReferences: true }
export const attributeText: TextKind = { inAttribute: true, hasReferences: true }

/**
 * A stretch of the source as text: references are what they stand for, and white space is as it shows: one space, or "\n" where
 * the source breaks the line. Linear.
 */
export function readText(source: string, start: number, end: number, kind: TextKind): MutableText {
  const run: MutableText = { kind: 'text', text: '', map: [] }
  let plainFrom = start
  const put = (value: string, from: number, to: number) => {
    if (from > plainFrom) add(run, source.slice(plainFrom, from), plainFrom, from)
    add(run, value, from, to)
    plainFrom = to
  }
  for (let at = start; at < end; ) {
    const unit = source.charCodeAt(at)
    if (unit === 38 && kind.hasReferences) {
      const reference = readHtmlReference(source, at, kind.inAttribute)
      if (reference && reference.end <= end) put(reference.text, at, reference.end)
      at = reference?.end ?? at + 1
    } else if (isSpace(unit)) {
      let next = at + 1
      let breaks = unit === 10 || unit === 13
      for (; next < end && isSpace(source.charCodeAt(next)); next++)
        breaks ||= source.charCodeAt(next) === 10 || source.charCodeAt(next) === 13
      const isPlain = unit === 32 && next === at + 1
      if (!isPlain && (breaks || !kind.inAttribute)) put(breaks ? '\n' : ' ', at, next)
      at = next
    } else at++
  }
  if (end > plainFrom) add(run, source.slice(plainFrom, end), plainFrom, end)
  return run
}

function add(run: MutableText, value: string, start: number, end: number): void {
  run.map.push({ at: run.text.length, length: value.length, start, end })
  run.text += value
}
