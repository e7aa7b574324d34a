import type { Span } from '../text/index.ts'

/**
 * A stretch of a block that is no prose: an address, a file name, an identifier, a placeholder, the target of a wiki's link; or a handle
 * or hashtag, which the configuration decides.
 */
export interface Guarded extends Span {
  readonly handle: boolean
}

/** Addresses reach to the next white space or mark of quotation; other tokens end at brackets and commas, too. */
const address = /(?:https?|ftp|mailto|tel|doi|urn|tg|file):[^\s<>"“”«»]+|www\.[^\s<>"“”«»]+/gi
/** Placeholders of templates, what MDX imports, and what a wiki's link leads to. */
const template =
  /^import\s[^\n'"]+\sfrom\s['"][^\n'"]+['"]|\{\{[^{}\n]*\}\}|[$%#]?\{[\p{L}_][\p{L}\p{N}_.-]*\}|%\([\p{L}\p{N}_]+\)[a-z]|%[\p{L}_][\p{L}\p{N}_]*%|(?<![\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_.]*\(\)|\[\[[^[\]|\n]+(?=\||\]\](?!\())/gmu
const breaks = /[\s<>"“”„«»()[\]{},;|…]/

const areas = /^(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)\//u

/** What makes a token no prose. The tests are anchored, so that they cost what the token is long. */
const signs: readonly RegExp[] = [
  /^[^@]+@[^@.]+\.[^@]+$/u,
  /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.\p{Ll}{2,}(?:[/:?#].*)?$/u,
  /^[\p{L}\p{N}_./\\-]+\.(?:\p{Ll}{2,5}|mp[34]|7z|bz2|m4[av]|JPE?G|PNG|GIF|TIFF?|PDF|DOCX?|XLSX?|PPTX?|TXT|CSV|ZIP|HTML?|XML|MP[34]|MOV|AVI|WAV)$/u,
  /^[^_]*[\p{L}\p{N}]_+[\p{L}\p{N}]|^_+[\p{L}\p{N}]+_+[\p{L}\p{N}]/u,
  /^[.~]{0,2}[/\\][\p{L}\p{N}_.-]/u,
  /^\p{Lu}:\\/u,
  /^[\p{L}\p{N}_.-]+(?:\/[\p{L}\p{N}_.-]+){2}/u,
  areas,
  /^\$+[\p{L}\p{N}]/u,
  /^\/?[ru]\/[\p{L}\p{N}]/u,
  /^[\p{L}\p{N}._-]+@[\p{L}\p{N}.-]+:./u,
  /^[\p{L}\p{N}_]+::/u,
  /^-{0,2}[\p{L}_][\p{L}\p{N}_-]*=./u,
]

const mayHoldAddress = /:\S|www\./i
const mayHoldTemplate = /\[\[|\{|%|\(\)|^import\s/m

/** The guarded stretches of a text, in order, without overlap. O(n). */
export function guardedIn(text: string): Guarded[] {
  const whole = [
    ...(mayHoldAddress.test(text) ? stretchesOf(address, text) : []),
    ...(mayHoldTemplate.test(text) ? stretchesOf(template, text) : []),
  ].sort((a, b) => a.start - b.start)
  const found: Guarded[] = []
  let next = 0
  let done = 0
  const suspicious = /[@#$_/\\.:=]/g
  for (let m = suspicious.exec(text); m; m = suspicious.exec(text)) {
    if (isStop(text, m.index) && !isWithin(whole[next], m.index)) continue
    const { start, end } = tokenAround(text, m.index, done)
    done = end
    suspicious.lastIndex = Math.max(end, m.index + 1)
    while (next < whole.length && whole[next]!.start < end) add(found, whole[next++]!)
    if ((found.at(-1)?.end ?? 0) > start) continue
    const one = guardedToken(text.slice(start, end), start)
    if (one) found.push(one)
  }
  while (next < whole.length) add(found, whole[next++]!)
  return found
}

const stretchesOf = (pattern: RegExp, text: string): Guarded[] =>
  [...text.matchAll(pattern)].map(m => ({ start: m.index, end: m.index + m[0].length, handle: false }))

/** Leaves out what begins within the one before it. */
function add(found: Guarded[], one: Guarded): void {
  if ((found.at(-1)?.end ?? 0) <= one.start) found.push(one)
}

const isWithin = (stretch: Guarded | undefined, at: number): boolean => stretch !== undefined && stretch.start < at

/** A stop at the end of a word is nearly every token's only sign: no token has a sign before the first one. */
function isStop(text: string, at: number): boolean {
  let end = at
  while (text[end] === '.' || text[end] === ':') end++
  return end > at && (end === text.length || breaks.test(text[end]!))
}

/** The token around a place, not before `from`: what no break interrupts. */
function tokenAround(text: string, at: number, from: number): { start: number; end: number } {
  let start = at
  let end = at + 1
  while (start > from && !breaks.test(text[start - 1]!)) start--
  while (end < text.length && !breaks.test(text[end]!)) end++
  return { start, end }
}

function guardedToken(written: string, at: number): Guarded | undefined {
  const lead = /^['‘’*~:\ufffc]*/u.exec(written)![0].length
  const bare = written.slice(lead).replace(/[.:!?'’*~-]+$/u, '')
  const span = { start: at + lead, end: at + lead + bare.length }
  if (/^[@#][\p{L}\p{N}_]/u.test(bare)) return { ...span, handle: true }
  return signs.some(sign => sign.test(bare)) ? { ...span, handle: false } : undefined
}
