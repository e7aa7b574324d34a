import type { Span } from '../text/index.ts'

/** A stretch of a block that is no prose: an address, a file name, an identifier; or a handle or hashtag, which the configuration decides. */
export interface Guarded extends Span {
  readonly handle: boolean
}

/** Addresses reach to the next white space or mark of quotation; other tokens end at brackets and commas, too. */
const address = /(?:https?|ftp|mailto|tel|doi|urn|tg|file):[^\s<>"“”«»]+|(?<![\p{L}\p{N}])www\.[^\s<>"“”«»]+/giu
const token = /[^\s<>"“”„«»()[\]{},;|…]+/gu
const suspicious = /[@#$_/\\.:]/u
const areas = /^(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)\//u

/** What makes a token no prose. The tests are anchored, so that they cost what the token is long. */
const signs: readonly RegExp[] = [
  /^[^@]+@[^@.]+\.[^@]+$/u,
  /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.\p{Ll}{2,}(?:[/:?#].*)?$/u,
  /^[^_]*[\p{L}\p{N}]_+[\p{L}\p{N}]|^_+[\p{L}\p{N}]+_+[\p{L}\p{N}]/u,
  /^[.~]{0,2}[/\\][\p{L}\p{N}_.-]/u,
  /^\p{Lu}:\\/u,
  /^[\p{L}\p{N}_.-]+(?:\/[\p{L}\p{N}_.-]+){2}/u,
  areas,
  /^\$+[\p{L}\p{N}]/u,
  /^[\p{L}\p{N}_]+::/u,
]

/** The guarded stretches of a text, in order, without overlap. O(n). */
export function guardedIn(text: string): Guarded[] {
  if (!suspicious.test(text)) return []
  const addresses = [...text.matchAll(address)].map(m => ({
    start: m.index,
    end: m.index + m[0].length,
    handle: false,
  }))
  const found: Guarded[] = []
  let next = 0
  for (const m of text.matchAll(token)) {
    while (next < addresses.length && addresses[next]!.start <= m.index) found.push(addresses[next++]!)
    if ((found.at(-1)?.end ?? 0) > m.index || !suspicious.test(m[0])) continue
    const one = guardedToken(m[0], m.index)
    if (one) found.push(one)
  }
  return [...found, ...addresses.slice(next)]
}

function guardedToken(written: string, at: number): Guarded | undefined {
  const lead = /^['‘’*~]*/u.exec(written)![0].length
  const bare = written.slice(lead).replace(/[.:!?'’*~-]+$/u, '')
  const span = { start: at + lead, end: at + lead + bare.length }
  if (/^[@#][\p{L}\p{N}_]/u.test(bare)) return { ...span, handle: true }
  return signs.some(sign => sign.test(bare)) ? { ...span, handle: false } : undefined
}
