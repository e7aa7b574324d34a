import type { Token } from '../lift.ts'

const tag = /<(\/?)([A-Za-z\d][\w.:-]*)(?:\s[^<>]*)?(\/?)>/y

/**
 * The codes of an i18next message: `{{value, format}}`, `{{- raw}}`, `$t(key, {…})`, and tags, which <Trans> numbers or names. There is
 * no way to write one of them as text. Linear.
 */
export function i18nextTokens(text: string): Token[] {
  const tokens: Token[] = []
  let from = 0
  for (let at = 0; at < text.length; ) {
    const token = tokenAt(text, at)
    if (!token) {
      at++
      continue
    }
    tokens.push({ kind: 'text', text: text.slice(from, at), start: from, end: at }, token)
    from = at = token.end
  }
  tokens.push({ kind: 'text', text: text.slice(from), start: from, end: text.length })
  return tokens
}

function tokenAt(text: string, start: number): Token | undefined {
  if (text.startsWith('{{', start)) return code(start, endOfValue(text, start + 2))
  if (text.startsWith('$t(', start)) return code(start, endOfCall(text, start + 3))
  if (text[start] !== '<') return undefined
  tag.lastIndex = start
  const match = tag.exec(text)
  if (!match) return undefined
  const kind = match[3] || /^br$/i.test(match[2]!) ? 'code' : match[1] ? 'close' : 'open'
  return { kind, name: match[2]!, start, end: tag.lastIndex }
}

const code = (start: number, end: number | undefined): Token | undefined =>
  end === undefined ? undefined : { kind: 'code', name: '', start, end }

/** Values and calls are short; what is longer is text. */
const longest = 1000

function endOfValue(text: string, from: number): number | undefined {
  const end = text.slice(from, from + longest).indexOf('}}')
  return end < 0 ? undefined : from + end + 2
}

function endOfCall(text: string, from: number): number | undefined {
  let depth = 1
  for (let at = from; at < text.length && at < from + longest; at++) {
    if (text[at] === '(') depth++
    if (text[at] === ')' && --depth === 0) return at + 1
  }
  return undefined
}
