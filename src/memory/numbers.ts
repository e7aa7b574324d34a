import type { MemoryRun } from './entry.ts'
import type { Token } from './tokens.ts'
import { tokens } from './tokens.ts'

/**
 * The target of a match with the numbers of the segment in hand, where numbers are all that tells the two sources apart. Undefined where
 * they differ in more, or where a number does not stand in the target as often as in its source.
 */
export function withNumbers(
  segment: readonly MemoryRun[],
  source: readonly MemoryRun[],
  target: readonly MemoryRun[],
): MemoryRun[] | undefined {
  const exchanged = numbersExchanged(tokens(segment), tokens(source))
  if (!exchanged || exchanged.size === 0) return undefined
  const places = tokens(target).filter(({ kind }) => kind === 'number')
  for (const [old, { times }] of exchanged)
    if (places.filter(({ text }) => text === old).length !== times) return undefined
  const out = [...target]
  for (const { run, start, text } of places.reverse()) {
    const to = exchanged.get(text)?.to
    const whole = out[run]
    if (to !== undefined && typeof whole === 'string')
      out[run] = whole.slice(0, start) + to + whole.slice(start + text.length)
  }
  return out
}

type Exchanged = ReadonlyMap<string, { readonly to: string; readonly times: number }>

/** Each number of the match with what stands for it in the segment; undefined where that is not one thing, or more is different. */
function numbersExchanged(segment: readonly Token[], source: readonly Token[]): Exchanged | undefined {
  if (segment.length !== source.length) return undefined
  const exchanged = new Map<string, { to: string; times: number }>()
  for (const [i, { kind, text }] of source.entries()) {
    const other = segment[i]!
    if (kind !== other.kind || (kind !== 'number' && text !== other.text)) return undefined
    if (kind !== 'number') continue
    const known = exchanged.get(text)
    if (known && known.to !== other.text) return undefined
    exchanged.set(text, { to: other.text, times: (known?.times ?? 0) + 1 })
  }
  return exchanged
}
