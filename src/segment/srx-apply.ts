import type { Stretch } from './sentences.ts'
import type { Srx, SrxRule } from './srx.ts'
import { translatePattern } from './srx-pattern.ts'

/** Rules of one language, ready to be applied. */
export interface Segmenter {
  /** False where no map of the rules names the language: then a text is one segment. */
  readonly knows: boolean
  /** The segments of a text, white space outside them; with `around`, only those that share a unit with it. */
  segments(text: string, around?: Stretch): Generator<Stretch>
}

interface Compiled {
  readonly breaks: boolean
  readonly at: RegExp
}

/** The rules that a language's maps choose (SRX 2.0, `cascade`). */
export function srxRules(srx: Srx, language: string): SrxRule[] {
  const maps = srx.languageMaps.filter(({ pattern }) => {
    const translated = translatePattern(pattern)
    return (
      translated && new RegExp(`^(?:${translated.source})$`, `${translated.flags.replace('i', '')}i`).test(language)
    )
  })
  return (srx.cascade ? maps : maps.slice(0, 1)).flatMap(
    map => srx.languageRules.find(rule => rule.name === map.rule)?.rules ?? [],
  )
}

/**
 * A segmenter by SRX. At each place the first rule that matches decides. The cost is that of the breaking rules over the text
 * and of all rules at the places that these find; it is bound to the rules' own regular expressions.
 */
export function srxSegmenter(srx: Srx, language: string): Segmenter {
  const chosen = srxRules(srx, language)
  const rules = chosen.flatMap(compile)
  return {
    knows: chosen.length > 0,
    *segments(text, around) {
      let at = around ? startBefore(text, around.start, rules) : 0
      for (const end of breaks(text, at, rules)) {
        if (around && at >= around.end && at > around.start) return
        const stretch = trimmed(text, at, end)
        if (stretch && (!around || stretch.end > around.start)) yield stretch
        at = end
      }
    },
  }
}

function compile({ breaks, before, after }: SrxRule): Compiled[] {
  const [b, a] = [translatePattern(before), translatePattern(after)]
  if (!b || !a) return []
  const flags = new Set(
    [...b.flags, ...a.flags].map(flag => (flag === 'u' && /v/.test(b.flags + a.flags) ? 'v' : flag)),
  )
  return [{ breaks, at: new RegExp(`(?<=${b.source})(?=${a.source})`, `${[...flags].join('')}y`) }]
}

/** Where segments end, from a place on, the end of the text last. */
function* breaks(text: string, from: number, rules: readonly Compiled[]): Generator<number> {
  const searches = rules.filter(rule => rule.breaks).map(rule => new RegExp(rule.at, rule.at.flags.replace('y', 'g')))
  const nexts = searches.map(search => nextMatch(search, text, from + 1))
  for (;;) {
    const at = Math.min(...nexts, text.length)
    if (at >= text.length) break
    if (first(text, at, rules)?.breaks) yield at
    for (const [i, search] of searches.entries()) if (nexts[i] === at) nexts[i] = nextMatch(search, text, at + 1)
  }
  yield text.length
}

function nextMatch(search: RegExp, text: string, from: number): number {
  search.lastIndex = from
  const match = from <= text.length ? search.exec(text) : null
  return match ? match.index : Number.POSITIVE_INFINITY
}

function first(text: string, at: number, rules: readonly Compiled[]): Compiled | undefined {
  return rules.find(rule => {
    rule.at.lastIndex = at
    return rule.at.test(text)
  })
}

/** The last break at or before a place, looked for in stretches that double. */
function startBefore(text: string, offset: number, rules: readonly Compiled[]): number {
  for (let size = 512; ; size *= 2) {
    const from = Math.max(0, offset - size)
    let last = from === 0 ? 0 : -1
    for (const end of breaks(text, from, rules)) {
      if (end > offset || end >= text.length) break
      last = end
    }
    if (last >= 0) return last
  }
}

function trimmed(text: string, from: number, to: number): Stretch | undefined {
  let start = from
  let end = to
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return start < end ? { start, end } : undefined
}
