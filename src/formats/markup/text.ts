import { readHtmlReference } from '../entities.ts'
import type { MutableText } from '../growing.ts'

/** HTML's white space (Infra Standard: ASCII whitespace). */
export const isSpace = (unit: number): boolean => unit === 32 || unit === 10 || unit === 9 || unit === 13 || unit === 12

export function isBlank(source: string, start: number, end: number): boolean {
  let at = start
  while (at < end && isSpace(source.charCodeAt(at))) at++
  return at === end
}

/** What differs between places of text. `attribute`: white space stays, but for that around a line break. */
export interface TextKind {
  readonly inAttribute: boolean
  readonly hasReferences: boolean
}

export const prose: TextKind = { inAttribute: false, hasReferences: true }
export const literal: TextKind = { inAttribute: false, hasReferences: false }
export const attributeText: TextKind = { inAttribute: true, hasReferences: true }

/**
 * A stretch of the source as text: references are what they stand for, and white space is as it shows: one space, or "\n" where
 * the source breaks the line. Linear.
 */
export function readText(source: string, start: number, end: number, kind: TextKind): MutableText {
  const run: MutableText = { kind: 'text', text: '', map: [] }
  let copied = start
  for (let at = start; at < end; ) {
    const unit = source.charCodeAt(at)
    if (unit !== 38 && !isSpace(unit)) {
      at++
      continue
    }
    const found = unit === 38 ? reference(source, at, end, kind) : space(source, at, end, kind)
    if (found.text !== undefined) {
      if (at > copied) add(run, source.slice(copied, at), copied, at)
      add(run, found.text, at, found.end)
      copied = found.end
    }
    at = found.end
  }
  if (end > copied) add(run, source.slice(copied, end), copied, end)
  return run
}

/** What stands at a place and where it ends; without `text` it stands for itself. */
interface Found {
  readonly text: string | undefined
  readonly end: number
}

function reference(source: string, at: number, end: number, { inAttribute, hasReferences }: TextKind): Found {
  const found = hasReferences ? readHtmlReference(source, at, inAttribute) : undefined
  return found && found.end <= end ? found : { text: undefined, end: at + 1 }
}

function space(source: string, start: number, end: number, { inAttribute }: TextKind): Found {
  let at = start
  let breaks = false
  for (; at < end && isSpace(source.charCodeAt(at)); at++) {
    const unit = source.charCodeAt(at)
    breaks ||= unit === 10 || unit === 13
  }
  const isPlain = !breaks && (inAttribute || (at === start + 1 && source.charCodeAt(start) === 32))
  return { text: isPlain ? undefined : breaks ? '\n' : ' ', end: at }
}

function add(run: MutableText, value: string, start: number, end: number): void {
  run.map.push({ at: run.text.length, length: value.length, start, end })
  run.text += value
}
