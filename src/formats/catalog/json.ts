import type { Problem, Span } from '../../text/index.ts'

/** A JSON value by its place (RFC 8259). */
export type JsonNode = JsonString | JsonObject | JsonArray | JsonOther
/** `start` and `end` are those of what stands between the quotation marks. */
export interface JsonString extends Span {
  readonly kind: 'string'
}
export interface JsonObject extends Span {
  readonly kind: 'object'
  readonly members: readonly Member[]
}
export interface JsonArray extends Span {
  readonly kind: 'array'
  readonly items: readonly JsonNode[]
}
/** A number, true, false or null. */
export interface JsonOther extends Span {
  readonly kind: 'other'
}
export interface Member {
  readonly key: JsonString
  readonly value: JsonNode
}

/** Where a member or value begins and ends, quotation marks included. */
export const outer = (node: JsonNode): Span =>
  node.kind === 'string' ? { start: node.start - 1, end: node.end + 1 } : { start: node.start, end: node.end }

const deepest = 500
const other = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const escapeSequence = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y

type Open =
  | { readonly kind: 'object'; readonly start: number; readonly members: Member[]; key?: JsonString }
  | { readonly kind: 'array'; readonly start: number; readonly items: JsonNode[] }

/**
 * Reads JSON with the place of everything; double keys are kept. The first fault is a problem, `json-syntax` or
 * `nesting-too-deep`, and there is no value. Linear, without recursion.
 */
export function readJson(source: string): { readonly value?: JsonNode; readonly problems: readonly Problem[] } {
  const stack: Open[] = []
  let at = 0
  const stop = (code: string) => {
    const start = Math.min(at, source.length)
    return {
      problems: [{ code, severity: 'error' as const, span: { start, end: Math.min(start + 1, source.length) } }],
    }
  }
  const next = () => {
    while (' \t\r\n'.includes(source[at] ?? 'x')) at++
    return source[at]
  }
  const take = (sign: string) => next() === sign && ++at > 0
  for (;;) {
    const inside = stack.at(-1)
    if (inside?.kind === 'object' && !inside.key) {
      const key = next() === '"' ? stringAt(source, at) : undefined
      if (!key) return stop('json-syntax')
      at = key.end + 1
      if (!take(':')) return stop('json-syntax')
      inside.key = key
    }
    const opened = opening(next(), at)
    if (opened) {
      if (stack.length >= deepest) return stop('nesting-too-deep')
      at++
      if (next() !== (opened.kind === 'object' ? '}' : ']')) {
        stack.push(opened)
        continue
      }
    }
    let value: JsonNode | undefined = opened ? closed(opened, ++at) : leafAt(source, at)
    if (!value) return stop('json-syntax')
    at = outer(value).end
    for (let around = stack.at(-1); value; around = stack.at(-1)) {
      if (!around) return next() === undefined ? { value, problems: [] } : stop('json-syntax')
      if (around.kind === 'array') around.items.push(value)
      else {
        around.members.push({ key: around.key!, value })
        delete around.key
      }
      if (take(',')) break
      if (!take(around.kind === 'object' ? '}' : ']')) return stop('json-syntax')
      value = closed(stack.pop()!, at)
    }
  }
}

function opening(sign: string | undefined, start: number): Open | undefined {
  if (sign === '{') return { kind: 'object', start, members: [] }
  return sign === '[' ? { kind: 'array', start, items: [] } : undefined
}

const closed = (open: Open, end: number): JsonNode =>
  open.kind === 'object'
    ? { kind: 'object', start: open.start, end, members: open.members }
    : { kind: 'array', start: open.start, end, items: open.items }

function leafAt(source: string, at: number): JsonNode | undefined {
  if (source[at] === '"') return stringAt(source, at)
  other.lastIndex = at
  return other.test(source) ? { kind: 'other', start: at, end: other.lastIndex } : undefined
}

function stringAt(source: string, quote: number): JsonString | undefined {
  for (let at = quote + 1; at < source.length; ) {
    const unit = source.charCodeAt(at)
    if (unit === 34) return { kind: 'string', start: quote + 1, end: at }
    if (unit < 32) return undefined
    if (unit !== 92) {
      at++
      continue
    }
    escapeSequence.lastIndex = at
    if (!escapeSequence.test(source)) return undefined
    at = escapeSequence.lastIndex
  }
  return undefined
}
