import type { CodeRun, Run } from '../content/index.ts'

/** Runs while they are read. */
export interface MutablePiece {
  at: number
  length: number
  start: number
  end: number
}
export interface MutableText {
  kind: 'text'
  text: string
  map: MutablePiece[]
}
export interface MutableCode {
  kind: CodeRun['kind']
  id: string
  span: { start: number; end: number }
  label: string
  language?: string
  /** Codes of which nothing shows, and those that end a line. */
  effect?: 'none' | 'break'
}
export type MutableRun = MutableText | MutableCode

export function textRun(text: string, start: number, end: number): MutableText {
  return { kind: 'text', text: text.slice(start, end), map: [{ at: 0, length: end - start, start, end }] }
}

/** Runs without empty ones, neighbouring texts joined, without white space that stands plainly at the end. */
export function closeRuns(runs: readonly MutableRun[], source: string): Run[] {
  const joined = joinTexts(runs)
  const last = joined.at(-1)
  if (last?.kind === 'text') trimEnd(last, source)
  if (last?.kind === 'text' && last.text === '') joined.pop()
  return finishRuns(joined)
}

/** Runs without empty ones, neighbouring texts joined. */
export function joinTexts(runs: readonly MutableRun[]): MutableRun[] {
  const joined: MutableRun[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (run.kind !== 'text') joined.push(run)
    else if (last?.kind === 'text') {
      for (const piece of run.map) last.map.push({ ...piece, at: piece.at + last.text.length })
      last.text += run.text
    } else if (run.text !== '') joined.push(run)
  }
  return joined
}

/** Runs as others see them. */
export const finishRuns = (runs: readonly MutableRun[]): Run[] =>
  runs.map(run => (run.kind === 'text' ? run : { kind: run.kind, id: run.id, span: run.span, label: run.label }))

function trimEnd(run: MutableText, source: string): void {
  for (let piece = run.map.at(-1); piece; piece = run.map.at(-1)) {
    if (textEnd(run.text) === run.text.length) return
    const whole = run.text.slice(piece.at)
    const kept = whole.slice(0, textEnd(whole))
    const isBreak = whole === '\n' && source[piece.start] !== '&'
    if (kept === whole || (piece.length !== piece.end - piece.start && !isBreak)) return
    run.text = run.text.slice(0, piece.at + kept.length)
    if (kept !== '') {
      piece.end -= whole.length - kept.length
      piece.length = kept.length
      return
    }
    run.map.pop()
  }
}

/** Where a text ends without the white space after it. */
function textEnd(text: string): number {
  let end = text.length
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\t' || text[end - 1] === '\n')) end--
  return end
}

export function languageSpans(runs: readonly MutableRun[]): { start: number; end: number; language: string }[] {
  if (!runs.some(run => run.kind === 'open' && run.language !== undefined)) return []
  const open = new Map<string, { start: number; end: number; language: string }>()
  const found: { start: number; end: number; language: string }[] = []
  let at = 0
  for (const run of runs) {
    if (run.kind === 'text') at += run.text.length
    else if (run.kind === 'code') at++
    else if (run.kind === 'open' && run.language !== undefined) {
      const span = { start: at, end: at, language: run.language }
      open.set(run.id, span)
      found.push(span)
    } else if (run.kind === 'close' && open.has(run.id)) open.get(run.id)!.end = at
  }
  return found.filter(span => span.end > span.start)
}

/** Where runs begin in the source; the end of everything for none. */
export function runsStart(runs: readonly Run[]): number {
  const [first] = runs
  if (!first) return Number.POSITIVE_INFINITY
  return first.kind === 'text' ? first.map[0]!.start : first.span.start
}

export const hasText = (runs: readonly Run[]): boolean => runs.some(run => run.kind === 'text' && /\S/.test(run.text))

/** From where runs begin to where they end in the source; there is one at least. */
export function spanOf(runs: readonly Run[]): { start: number; end: number } {
  const first = runs[0]!
  const last = runs.at(-1)!
  return {
    start: first.kind === 'text' ? first.map[0]!.start : first.span.start,
    end: last.kind === 'text' ? last.map.at(-1)!.end : last.span.end,
  }
}

/** A code's source as people see it. */
export const shorten = (label: string): string => (label.length > 80 ? `${label.slice(0, 79)}…` : label)
