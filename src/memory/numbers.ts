import type { Entry, MemoryRun } from './entry.ts'
import { primaryLanguage } from './entry.ts'
import { asNumber, type Numeral, numeralsIn, writtenLike } from './numerals.ts'
import { tokens } from './tokens.ts'

/**
 * The target of a match with the numbers of the segment in hand, each as the target's language writes it, where numbers are all that
 * tells the two sources apart. Undefined where they differ in more, where a number that differs does not stand in the target as often
 * as in its source, or where it is not sure how to write it.
 */
export function withNumbers(segment: readonly MemoryRun[], entry: Entry): MemoryRun[] | undefined {
  const { source, target } = entry
  const [from, to] = [entry.sourceLanguage, entry.targetLanguage].map(primaryLanguage) as [string, string]
  const exchanged = numbersExchanged(segment, source, from)
  if (!exchanged || exchanged.size === 0) return undefined
  const out = [...target]
  const found = numeralsIn(target, to)
  const edits: (Numeral & { readonly insert: string })[] = []
  for (const [old, { now, times }] of exchanged) {
    const value = asNumber(old, from)
    const places = found.filter(({ text }) => text === old || (value !== undefined && value === asNumber(text, to)))
    if (places.length !== times) return undefined
    for (const place of places) {
      const insert = writtenLike(now, { old, inTarget: place.text, from, to })
      if (insert === undefined) return undefined
      edits.push({ ...place, insert })
    }
  }
  for (const { run, start, text, insert } of edits.sort((a, b) => b.start - a.start)) {
    const whole = out[run] as string
    out[run] = whole.slice(0, start) + insert + whole.slice(start + text.length)
  }
  return out
}

type Exchanged = ReadonlyMap<string, { readonly now: string; readonly times: number }>

/** Each number of the match that differs, with what stands for it; undefined where that is not one thing, or more is different. */
function numbersExchanged(
  segment: readonly MemoryRun[],
  source: readonly MemoryRun[],
  language: string,
): Exchanged | undefined {
  const [now, before] = [segment, source].map(runs => numeralsIn(runs, language)) as [Numeral[], Numeral[]]
  if (now.length !== before.length || withoutNumbers(segment, now) !== withoutNumbers(source, before)) return undefined
  const exchanged = new Map<string, { now: string; times: number }>()
  for (const [i, { text }] of before.entries()) {
    const known = exchanged.get(text)
    if (known && known.now !== now[i]!.text) return undefined
    exchanged.set(text, { now: now[i]!.text, times: (known?.times ?? 0) + 1 })
  }
  return new Map([...exchanged].filter(([old, { now }]) => old !== now))
}

/** Equal for segments of which only the numbers differ. */
function withoutNumbers(runs: readonly MemoryRun[], numerals: readonly Numeral[]): string {
  const blank = [...runs]
  for (const { run, start, text } of numerals.toReversed()) {
    const whole = blank[run] as string
    blank[run] = `${whole.slice(0, start)}0${whole.slice(start + text.length)}`
  }
  return JSON.stringify(tokens(blank).map(({ kind, text }) => [kind, text]))
}
