const wordClass = '\\p{L}\\p{M}\\p{Nd}\\p{Pc}'
const horizontal = ' \\t\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000'
const boundary = `(?:(?<=[${wordClass}])(?![${wordClass}])|(?<![${wordClass}])(?=[${wordClass}]))`
const noBoundary = `(?:(?<=[${wordClass}])(?=[${wordClass}])|(?<![${wordClass}])(?![${wordClass}]))`

/** Names of sets that ICU and Java know and JavaScript spells otherwise. */
const properties: Readonly<Record<string, string>> = {
  alpha: 'Alphabetic',
  upper: 'Uppercase',
  lower: 'Lowercase',
  punct: 'P',
  digit: 'Nd',
  space: 'White_Space',
  isalphabetic: 'Alphabetic',
  isuppercase: 'Uppercase',
  islowercase: 'Lowercase',
  ispunctuation: 'P',
  isdigit: 'Nd',
}

/** A pattern in JavaScript's syntax and the flags it needs. */
export interface Pattern {
  readonly source: string
  readonly flags: string
}

/**
 * An ICU regular expression as JavaScript spells it; undefined where it cannot be said (sets of properties that JavaScript
 * does not have, flags in the middle). Possessive and atomic groups are taken as plain ones: they match the same, slower.
 */
export function translatePattern(icu: string): Pattern | undefined {
  const flags = /^\(\?([ims]+)\)/.exec(icu)
  const state: State = { icu, at: flags?.[0].length ?? 0, inClass: 0, nested: false }
  let source = ''
  while (state.at < icu.length) {
    const piece = translateNext(state)
    if (piece === undefined) return undefined
    source += piece
  }
  const pattern = { source, flags: `${flags?.[1] ?? ''}${state.nested ? 'v' : 'u'}` }
  return isValid(pattern) ? pattern : undefined
}

function isValid({ source, flags }: Pattern): boolean {
  try {
    new RegExp(source, flags)
    return true
  } catch {
    return false
  }
}

interface State {
  readonly icu: string
  at: number
  /** Depth of brackets. */
  inClass: number
  /** True where a set holds a set, which only the flag v knows. */
  nested: boolean
}

function translateNext(state: State): string | undefined {
  const { icu } = state
  const char = icu[state.at++]!
  if (char === '\\') return translateEscape(state)
  if (state.inClass > 0) return translateInClass(state, char)
  if (char === '[') {
    state.inClass = 1
    return icu[state.at] === '^' ? `[${icu[state.at++]}` : '['
  }
  if (char === '(' && icu[state.at] === '?') return translateGroup(state)
  // A second plus after a quantifier: possessive.
  if (/[*+?}]/.test(char) && icu[state.at] === '+') state.at++
  return char
}

function translateInClass(state: State, char: string): string {
  const { icu } = state
  if (char === ']') {
    state.inClass--
    return ']'
  }
  if (char === '[') {
    const posix = /^:(\^?)(\w+):\]/.exec(icu.slice(state.at))
    if (posix && properties[posix[2]!.toLowerCase()]) {
      state.at += posix[0].length
      return `\\${posix[1] ? 'P' : 'p'}{${properties[posix[2]!.toLowerCase()]}}`
    }
    state.inClass++
    state.nested = true
    return '['
  }
  if (char === '&' && icu[state.at] === '&') {
    state.at++
    state.nested = true
    return '&&'
  }
  return /[(){}/|]/.test(char) ? `\\${char}` : char
}

function translateGroup(state: State): string | undefined {
  const kind = /^\?(?::|=|!|<=|<!|<[A-Za-z]\w*>|>)/.exec(state.icu.slice(state.at))?.[0]
  if (kind === undefined) return undefined
  state.at += kind.length
  return kind === '?>' ? '(?:' : `(${kind}`
}

const anchors: Readonly<Record<string, string>> = {
  b: boundary,
  B: noBoundary,
  A: '(?<![\\s\\S])',
  z: '(?![\\s\\S])',
  Z: '(?![\\s\\S])',
}
const sets: Readonly<Record<string, string>> = { w: wordClass, h: horizontal }
const same: Readonly<Record<string, string>> = { d: '\\p{Nd}', D: '\\P{Nd}', a: '\\x07', e: '\\x1b' }

function translateEscape(state: State): string | undefined {
  const { icu } = state
  const char = icu[state.at++]
  if (char === undefined) return undefined
  const inClass = state.inClass > 0
  if (char === 'Q') {
    const end = icu.indexOf('\\E', state.at)
    const literal = icu.slice(state.at, end < 0 ? undefined : end)
    state.at = end < 0 ? icu.length : end + 2
    return literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  }
  if (char === 'p' || char === 'P') return translateProperty(state, char)
  if (anchors[char] !== undefined) return inClass ? undefined : anchors[char]
  if (sets[char] !== undefined) return inClass ? sets[char] : `[${sets[char]}]`
  if (char === 'W' || char === 'H') return inClass ? undefined : `[^${sets[char.toLowerCase()]}]`
  if (same[char] !== undefined) return same[char]
  if (char === 'x' && icu[state.at] === '{') return '\\u'
  if (/[sSnrtfvuxk0-9]/.test(char)) return `\\${char}`
  if (/[\\^$.*+?()[\]{}|/]/.test(char) || (char === '-' && inClass)) return `\\${char}`
  return /[A-Za-z]/.test(char) ? undefined : char
}

function translateProperty(state: State, letter: string): string | undefined {
  const match = /^\{(\^?)([^}]+)\}|^([A-Z])/.exec(state.icu.slice(state.at))
  if (!match) return undefined
  state.at += match[0].length
  const name = (match[2] ?? match[3])!.trim()
  const sign = match[1] ? (letter === 'p' ? 'P' : 'p') : letter
  const known = properties[name.toLowerCase()]
  if (known) return `\\${sign}{${known}}`
  const script = /^(?:Is|In|script=|sc=)([A-Za-z_]+)$/i.exec(name)
  return `\\${sign}{${script ? `Script=${script[1]}` : name}}`
}
