import { voidElements } from '../elements.ts'

/** An attribute of a start tag; `start`–`end` is its value without quotes. Its name is in lower case. */
export interface Attribute {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly quote: '"' | "'" | ''
}

export interface StartTag {
  readonly kind: 'start'
  readonly name: string
  readonly start: number
  readonly end: number
  /** It has no content: a void element, or written `<x/>` where that counts (XML, SVG, MathML). */
  readonly isEmpty: boolean
  readonly attributes: readonly Attribute[]
}

export type Token =
  | StartTag
  | { readonly kind: 'end'; readonly name: string; readonly start: number; readonly end: number }
  /** `literal` text knows no references: what stands in a script. */
  | { readonly kind: 'text'; readonly start: number; readonly end: number; readonly literal: boolean }
  | { readonly kind: 'comment'; readonly start: number; readonly end: number; readonly text: string }
  /** A document type, a processing instruction, a damaged comment: nothing that shows. */
  | { readonly kind: 'other'; readonly start: number; readonly end: number }

/** True of a source that says so itself: by an XML declaration, or by a root of XHTML without a document type, as it stands in other XML. */
export const isXml = (source: string): boolean =>
  /^\ufeff?\s*<(?:\?xml\s|html\s[^>]*\bxmlns\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml["'])/.test(source)

/** Elements whose content is characters up to their end tag (HTML Standard §13.2.6.4), with and without references. */
const characterData: ReadonlyMap<string, 'literal' | 'references'> = new Map([
  ...['script', 'style', 'iframe', 'noembed', 'noframes', 'xmp'].map(name => [name, 'literal'] as const),
  ...['title', 'textarea'].map(name => [name, 'references'] as const),
])

/**
 * The tokens of HTML Standard §13.2.5 with their places, without gaps but for a tag that the end of the text cuts off. With
 * `xml`, `<x/>` has no content. Linear.
 */
export function* tokens(source: string, xml: boolean): Generator<Token, undefined> {
  let foreign = 0
  let text = 0
  for (let at = source.indexOf('<'); at >= 0; ) {
    const token = readMarkup(source, at, foreign > 0 || xml)
    if (!token) {
      at = source.indexOf('<', at + 1)
      continue
    }
    if (at > text) yield { kind: 'text', start: text, end: at, literal: false }
    yield token
    text = token.end
    if (token.kind === 'start' || token.kind === 'end') {
      const opens = token.kind === 'start' && !token.isEmpty
      if (isForeign(token.name) && (opens || token.kind === 'end')) foreign = Math.max(0, foreign + (opens ? 1 : -1))
      const data = opens && foreign === 0 ? dataOf(token.name) : undefined
      if (data) {
        text = dataEnd(source, token.end, token.name)
        if (text > token.end) yield { kind: 'text', start: token.end, end: text, literal: data === 'literal' }
      }
    }
    at = source.indexOf('<', text)
  }
  if (text < source.length) yield { kind: 'text', start: text, end: source.length, literal: false }
}

const isForeign = (name: string) => name === 'svg' || name === 'math'

const dataOf = (name: string) => (name === 'plaintext' ? 'literal' : characterData.get(name))

/** What the `<` at `at` opens; undefined where it is text. */
function readMarkup(source: string, at: number, isXml: boolean): Token | undefined {
  const next = source[at + 1]
  if (next === undefined) return undefined
  if (next === '!') return readDeclaration(source, at, isXml)
  if (next === '?') return other(source, at)
  if (next !== '/') return isLetter(next) ? readTag(source, at, at + 1, isXml) : undefined
  const name = source[at + 2]
  if (name === undefined) return undefined
  return isLetter(name) ? readTag(source, at, at + 2, isXml) : other(source, at)
}

const isLetter = (char: string) => /[A-Za-z]/.test(char)

/** A stretch up to the next `>`. */
function other(source: string, start: number): Token {
  const close = source.indexOf('>', start)
  return { kind: 'other', start, end: close < 0 ? source.length : close + 1 }
}

const commentEnd = /--!?>/g

function readDeclaration(source: string, start: number, isXml: boolean): Token {
  if (source.startsWith('<!--', start)) {
    const abrupt = /-?>/y
    abrupt.lastIndex = start + 4
    if (abrupt.test(source)) return { kind: 'comment', start, end: abrupt.lastIndex, text: '' }
    commentEnd.lastIndex = start + 4
    const close = commentEnd.exec(source)
    const textEnd = close?.index ?? source.length
    const end = close ? commentEnd.lastIndex : source.length
    return { kind: 'comment', start, end, text: source.slice(start + 4, textEnd) }
  }
  if (isXml && source.startsWith('<![CDATA[', start)) {
    const close = source.indexOf(']]>', start)
    return { kind: 'other', start, end: close < 0 ? source.length : close + 3 }
  }
  return other(source, start)
}

const tagName = /[^\t\n\f\r />]+/y
/** What stands before an attribute, its name (which may begin with `=`), and what leads to its value. */
const attributeName = /[\t\n\f\r /]*(?:(>)|([^\t\n\f\r />][^\t\n\f\r />=]*)(?:[\t\n\f\r ]*=[\t\n\f\r ]*)?)/y
const bareValue = /[^\t\n\f\r >]*/y

/** A tag whose name begins at `from`; one that the text's end cuts off is no token: it takes the rest along. */
function readTag(source: string, start: number, from: number, isXml: boolean): Token {
  tagName.lastIndex = from
  const name = tagName.exec(source)![0].toLowerCase()
  const attributes: Attribute[] = []
  for (let at = from + name.length; ; ) {
    attributeName.lastIndex = at
    const match = attributeName.exec(source)
    if (!match) return { kind: 'other', start, end: source.length }
    at = attributeName.lastIndex
    if (match[1]) {
      if (from > start + 1) return { kind: 'end', name, start, end: at }
      return {
        kind: 'start',
        name,
        start,
        end: at,
        isEmpty: voidElements.has(name) || ((isXml || isForeign(name)) && endsItself(source, at, attributes)),
        attributes,
      }
    }
    const value = readValue(source, at, hasValue(match[0]))
    if (!value) return { kind: 'other', start, end: source.length }
    attributes.push({ name: match[2]!.toLowerCase(), ...value.place })
    at = value.next
  }
}

/** True for `<x/>`; a slash that ends an unquoted value is the value's. */
const endsItself = (source: string, end: number, attributes: readonly Attribute[]) =>
  source[end - 2] === '/' && attributes.at(-1)?.end !== end - 1

/** True where a name with what follows it ends in its equals sign; one at its start is part of the name. */
const hasValue = (match: string) => /[^\t\n\f\r /][\t\n\f\r ]*=[\t\n\f\r ]*$/.test(match)

function readValue(source: string, at: number, hasValue: boolean) {
  const quote = source[at]
  if (!hasValue) return { place: { start: at, end: at, quote: '' as const }, next: at }
  if (quote === '"' || quote === "'") {
    const close = source.indexOf(quote, at + 1)
    return close < 0 ? undefined : { place: { start: at + 1, end: close, quote: quote as '"' | "'" }, next: close + 1 }
  }
  bareValue.lastIndex = at
  bareValue.test(source)
  return { place: { start: at, end: bareValue.lastIndex, quote: '' as const }, next: bareValue.lastIndex }
}

/** Where the character data of an element ends: at its end tag. */
function dataEnd(source: string, from: number, name: string): number {
  if (name === 'plaintext') return source.length
  if (name === 'script') return scriptEnd(source, from)
  const close = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi')
  close.lastIndex = from
  return close.exec(source)?.index ?? source.length
}

/** HTML Standard §13.2.5.15–31: in a script, `<!--` and then `<script` hide end tags. */
function scriptEnd(source: string, from: number): number {
  const mark = /<!--|-->|<(\/?)script(?=[\t\n\f\r />])/gi
  mark.lastIndex = from
  let state: 'script' | 'escaped' | 'twice' = 'script'
  for (let match = mark.exec(source); match; match = mark.exec(source)) {
    if (match[0] === '<!--') {
      if (state === 'script') state = 'escaped'
      // Its dashes may be those of the comment's end.
      mark.lastIndex -= 2
    } else if (match[0] === '-->') state = 'script'
    else if (match[1] === '') state = state === 'script' ? 'script' : 'twice'
    else if (state === 'twice') state = 'escaped'
    else return match.index
  }
  return source.length
}
