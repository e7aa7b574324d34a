/** The number of a plural's form for a count; undefined where the expression divides by zero. */
export type PluralRule = (n: number) => number | undefined

/** Longer than any language needs, and short enough for brackets in brackets. */
const longest = 500

const token = /\s*(?:\d{1,9}(?!\d)|n(?!\w)|\|\||&&|[=!<>]=|[<>?:+*/%!()-])/y

type Operation = (a: number, b: number) => number

const equal: Operation = (a, b) => Number(a === b)

/** With how tightly each binds, as in C. */
const operators: Readonly<Record<string, readonly [tightness: number, apply: Operation]>> = {
  '||': [1, (a, b) => Number(a !== 0 || b !== 0)],
  '&&': [2, (a, b) => Number(a !== 0 && b !== 0)],
  '==': [3, equal],
  '!=': [3, (a, b) => Number(a !== b)],
  '<': [4, (a, b) => Number(a < b)],
  '>': [4, (a, b) => Number(a > b)],
  '<=': [4, (a, b) => Number(a <= b)],
  '>=': [4, (a, b) => Number(a >= b)],
  '+': [5, (a, b) => a + b],
  '-': [5, (a, b) => a - b],
  '*': [6, (a, b) => a * b],
  '/': [6, (a, b) => Math.trunc(a / b)],
  '%': [6, (a, b) => a % b],
}

/** A part of an expression that has been read, and the token behind it. Its value is not a number where it divides by zero. */
interface Part {
  readonly value: (n: number) => number
  readonly next: number
}

/**
 * Reads the expression of `plural=` (GNU gettext, “Plural forms”: C over whole numbers with the variable n). Undefined where it is none or
 * is longer than any. O(length), which is bounded.
 */
export function readPluralExpression(text: string): PluralRule | undefined {
  const tokens = tokensOf(text.trimEnd())
  const all = tokens && conditional(tokens, 0)
  if (!all || all.next !== tokens.length) return undefined
  return n => {
    const form = all.value(n)
    return Number.isFinite(form) ? form : undefined
  }
}

function tokensOf(text: string): readonly string[] | undefined {
  if (text.length > longest) return undefined
  const tokens: string[] = []
  token.lastIndex = 0
  while (token.lastIndex < text.length) {
    const found = token.exec(text)
    if (!found) return undefined
    tokens.push(found[0].trim())
  }
  return tokens
}

/** `a ? b : c`. */
function conditional(tokens: readonly string[], at: number): Part | undefined {
  const asked = operated(tokens, at, 1)
  if (!asked || tokens[asked.next] !== '?') return asked
  const yes = conditional(tokens, asked.next + 1)
  const no = yes && tokens[yes.next] === ':' ? conditional(tokens, yes.next + 1) : undefined
  return yes && no && { value: n => chosen(asked.value(n), yes, no)?.value(n) ?? Number.NaN, next: no.next }
}

const chosen = (asked: number, yes: Part, no: Part): Part | undefined =>
  Number.isNaN(asked) ? undefined : asked === 0 ? no : yes

/** Operands joined by operators that bind at least so tightly. */
function operated(tokens: readonly string[], at: number, tightness: number): Part | undefined {
  let left = operand(tokens, at)
  while (left) {
    const [own, apply] = operators[tokens[left.next] ?? ''] ?? []
    if (own === undefined || apply === undefined || own < tightness) return left
    const [before, right]: [Part, Part | undefined] = [left, operated(tokens, left.next + 1, own + 1)]
    left = right && { value: n => sound(apply, before.value(n), right.value(n)), next: right.next }
  }
  return undefined
}

const sound = (apply: Operation, a: number, b: number): number => (Number.isFinite(a + b) ? apply(a, b) : Number.NaN)

function operand(tokens: readonly string[], at: number): Part | undefined {
  const first = tokens[at] ?? ''
  if (first === '!') {
    const negated = operand(tokens, at + 1)
    return negated && { value: n => sound(equal, negated.value(n), 0), next: negated.next }
  }
  if (first === '(') {
    const inner = conditional(tokens, at + 1)
    return inner && tokens[inner.next] === ')' ? { ...inner, next: inner.next + 1 } : undefined
  }
  if (first === 'n') return { value: n => n, next: at + 1 }
  return /^\d/.test(first) ? { value: () => Number(first), next: at + 1 } : undefined
}
