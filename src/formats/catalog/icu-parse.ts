import {
  type MessageFormatElement,
  type PluralElement,
  parse,
  type SelectElement,
  TYPE,
} from '@formatjs/icu-messageformat-parser'
import type { Token } from '../lift.ts'

/** A text with its arguments: a message, or one branch of a plural or choice. Offsets are those of the message. */
export interface Fragment {
  readonly start: number
  readonly end: number
  readonly tokens: readonly Token[]
  readonly choices: readonly Choice[]
  /** `#` is the number. */
  readonly isPlural: boolean
}

/** An argument of the types plural, selectordinal and select. */
export interface Choice {
  readonly start: number
  readonly end: number
  readonly argument: string
  readonly type: 'cardinal' | 'ordinal' | 'select'
  readonly branches: readonly Branch[]
}

export interface Branch {
  readonly selector: string
  /** Where the selector begins and the braces end. */
  readonly start: number
  readonly end: number
  readonly fragment: Fragment
}

export type Parsed =
  /** `tagged` is false where `<` is text. */
  | { readonly fragment: Fragment; readonly tagged: boolean }
  /** Where the message is wrong, or the whole of one that is nested too deep. */
  | { readonly fault: { readonly start: number; readonly end: number } }

/** Parses an ICU message. A message that is wrong with its tags is read with `<` as text. */
export function parseIcu(message: string): Parsed {
  const tagged = attempt(message, false)
  if ('fragment' in tagged || !message.includes('<')) return tagged
  const plain = attempt(message, true)
  return 'fragment' in plain ? plain : tagged
}

function attempt(message: string, ignoreTag: boolean): Parsed {
  try {
    const elements = parse(message, {
      ignoreTag,
      captureLocation: true,
      requiresOtherClause: false,
      shouldParseSkeletons: false,
    })
    return { fragment: fragmentOf(message, elements, { start: 0, end: message.length }, false), tagged: !ignoreTag }
  } catch (error) {
    return { fault: faultOf(error, message) }
  }
}

/** The parser throws SyntaxError with a place; RangeError is its stack. */
function faultOf(error: unknown, message: string) {
  if (error instanceof SyntaxError && 'location' in error) {
    const { start, end } = error.location as { start: { offset: number }; end: { offset: number } }
    return { start: start.offset, end: end.offset }
  }
  if (error instanceof RangeError) return { start: 0, end: message.length }
  throw error
}

const spanOf = ({ location }: { readonly location?: MessageFormatElement['location'] }) => ({
  start: location!.start.offset,
  end: location!.end.offset,
})

function fragmentOf(
  message: string,
  elements: readonly MessageFormatElement[],
  span: { readonly start: number; readonly end: number },
  isPlural: boolean,
): Fragment {
  const tokens: Token[] = []
  const choices: Choice[] = []
  const visit = (element: MessageFormatElement): void => {
    const { start, end } = spanOf(element)
    if (element.type === TYPE.literal) tokens.push(...literalTokens(message, start, end, element.value, isPlural))
    else if (element.type === TYPE.tag) {
      const inner = message.indexOf('>', start) + 1
      const close = message.lastIndexOf('</', end - 1)
      tokens.push({ kind: 'open', name: element.value, start, end: inner })
      for (const child of element.children) visit(child)
      tokens.push({ kind: 'close', name: element.value, start: close, end })
    } else {
      tokens.push({ kind: 'code', name: '', start, end })
      if (element.type === TYPE.plural || element.type === TYPE.select) choices.push(choiceOf(message, element))
    }
  }
  for (const element of elements) visit(element)
  return { ...span, tokens, choices, isPlural }
}

function choiceOf(message: string, element: PluralElement | SelectElement): Choice {
  const type = element.type === TYPE.select ? 'select' : element.pluralType === 'ordinal' ? 'ordinal' : 'cardinal'
  const branches = Object.entries(element.options).map(([selector, option]): Branch => {
    const { start: brace, end } = spanOf(option)
    let start = brace
    while (/\s/.test(message[start - 1]!)) start--
    start -= selector.length
    const inside = { start: brace + 1, end: end - 1 }
    return { selector, start, end, fragment: fragmentOf(message, option.value, inside, type !== 'select') }
  })
  return { ...spanOf(element), argument: element.value, type, branches: branches.sort((a, b) => a.start - b.start) }
}

/** An empty tag is literal text to the parser; quoted stretches and doubled apostrophes are text that differs from what stands there. */
function literalTokens(message: string, start: number, end: number, value: string, isPlural: boolean): Token[] {
  if (/^<[^<>']+\/>$/.test(value) && message.slice(start, end).startsWith('<')) {
    return [{ kind: 'code', name: '', start, end }]
  }
  const tokens: Token[] = []
  let at = start
  for (const match of message.slice(start, end).matchAll(isPlural ? quotedInPlural : quoted)) {
    const from = start + match.index
    const whole = match[0]
    if (from > at) tokens.push({ kind: 'text', text: message.slice(at, from), start: at, end: from })
    at = from + whole.length
    const inside = whole.slice(1, isClosed(whole) ? -1 : undefined)
    tokens.push({ kind: 'text', text: whole === "''" ? "'" : inside.replaceAll("''", "'"), start: from, end: at })
  }
  if (end > at) tokens.push({ kind: 'text', text: message.slice(at, end), start: at, end })
  return tokens
}

/** ICU's MessagePattern, DOUBLE_OPTIONAL: an apostrophe quotes only before what needs it. */
const quoted = /''|'[{}<>][^']*(?:''[^']*)*(?:'|$)/g
const quotedInPlural = /''|'[{}<>#][^']*(?:''[^']*)*(?:'|$)/g

/** A quoted stretch ends with its second lone apostrophe, or with the message. */
export const isClosed = (stretch: string): boolean => (stretch.match(/'/g)?.length ?? 0) % 2 === 0
