import type { Token } from '../lift.ts'

const c =
  /%(?:\d+\$)?[-+ #0'I]*(?:\*(?:\d+\$)?|\d+)?(?:\.(?:\*(?:\d+\$)?|\d+)?)?(?:hh?|ll?|[qLjzt])?[diouxXeEfFgGaAcspnCSm@%]|%<PRI\w+>/
const python = /%(?:\([^()]*\))?[-+ #0]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[hlL]?[diouxXeEfFgGcrsa%]/
const brace = /\{\{|\}\}|\{[^{}\n]*\}/

/** The placeholders of a format by its flag in a PO file (GNU gettext, “c-format and its friends”). */
const placeholders: Readonly<Record<string, RegExp>> = {
  'c-format': c,
  'objc-format': c,
  'c++-format': brace,
  'python-format': python,
  'python-brace-format': brace,
  'java-format': /\{\d+[^{}\n]*\}/,
  'java-printf-format': c,
  'csharp-format': brace,
  'javascript-format': c,
  'php-format': c,
  'perl-format': c,
  'perl-brace-format': /\{[A-Za-z_]\w*\}/,
  'lua-format': c,
  'ruby-format': /%(?:<\w+>|\{\w+\})|%(?:\d+\$)?[-+ #0]*\d*(?:\.\d+)?[bBdiouxXeEfgGaAcps%]/,
  'sh-format': /\$(?:\w+|\{\w+\})/,
  'qt-format': /%L?\d{1,2}/,
  'qt-plural-format': /%L?(?:\d{1,2}|n)/,
  'kde-format': /%\d{1,2}/,
  'boost-format': /%(?:\d+%|\|[^|\n]*\||\d*\$?[-+ #0]*\d*(?:\.\d+)?[a-zA-Z%])/,
  'gcc-internal-format': /%[-+ #0q]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[wlh]*[a-zA-Z%<>']/,
}

/** A text with its placeholders as codes, by the flags of its message. */
export function placeholderTokens(text: string, flags: readonly string[]): Token[] {
  const patterns = flags.flatMap(flag => placeholders[flag]?.source ?? [])
  const tokens: Token[] = []
  let at = 0
  for (const match of patterns.length > 0 ? text.matchAll(new RegExp(patterns.join('|'), 'g')) : []) {
    const end = match.index + match[0].length
    tokens.push({ kind: 'text', text: text.slice(at, match.index), start: at, end: match.index })
    tokens.push({ kind: 'code', name: '', start: match.index, end })
    at = end
  }
  tokens.push({ kind: 'text', text: text.slice(at), start: at, end: text.length })
  return tokens
}
