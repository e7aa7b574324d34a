import type { Run } from '../../content/index.ts'

/** What stands before the text: where it ends, and the scalars of its first level. */
export interface FrontMatter {
  /** Where the Markdown begins. */
  readonly end: number
  readonly scalars: readonly Scalar[]
}

export type ScalarStyle = 'plain' | 'single' | 'double'

/** A `key: value` on one line. `span` encloses the value with its quotes, which a new value may need to change. */
export interface Scalar {
  readonly key: string
  readonly style: ScalarStyle
  readonly span: { readonly start: number; readonly end: number }
  readonly runs: readonly Run[]
}

const line = /^([A-Za-z_][\w.-]*):[ \t]+(.*)$/
const isoDate = /^\d{4}-\d\d-\d\d(?:$|[T\s])/
const none: FrontMatter = { end: 0, scalars: [] }

/**
 * Reads YAML between `---` lines at the start of a text, conservatively: only one-line scalars of the first level, whose
 * spans are certain; all else is passed over. TOML between `+++` lines is passed over whole. Line ends are "\n".
 */
export function readFrontMatter(text: string): FrontMatter {
  const opening = /^(---|\+\+\+)[ \t]*\n/.exec(text)
  if (!opening) return none
  const closing = opening[1] === '---' ? /^(?:---|\.\.\.)[ \t]*$/gm : /^\+\+\+[ \t]*$/gm
  closing.lastIndex = opening[0].length
  const close = closing.exec(text)
  if (!close) return none
  const end = Math.min(close.index + close[0].length + 1, text.length)
  if (opening[1] === '+++') return { end, scalars: [] }
  const body = text.slice(opening[0].length, close.index)
  // A thematic break may open a text too: what follows must look like YAML.
  if (!startsAsYaml(body)) return none
  return { end, scalars: readScalars(body, opening[0].length) }
}

/** The first line with content is a comment or a key. */
function startsAsYaml(body: string): boolean {
  const first = body.split('\n').find(l => l.trim() !== '')
  return first === undefined || /^(?:#|[\w"'][^:]*:(?:[ \t]|$))/.test(first)
}

function readScalars(body: string, offset: number): Scalar[] {
  const scalars: Scalar[] = []
  const lines = body.split('\n')
  let at = offset
  for (const [i, content] of lines.entries()) {
    const match = line.exec(content)
    // A value that goes on in the next line is not ours to judge.
    const goesOn = /^[ \t]+\S/.test(lines[i + 1] ?? '')
    if (match && !goesOn) {
      const scalar = readScalar(match[1]!, match[2]!, at + content.length - match[2]!.length)
      if (scalar) scalars.push(scalar)
    }
    at += content.length + 1
  }
  return scalars
}

function readScalar(key: string, value: string, start: number): Scalar | undefined {
  const double = /^"((?:[^"\\]|\\.)*)"[ \t]*(?:#.*)?$/.exec(value)
  if (double) return quoted(key, 'double', double[1]!, start + 1)
  const single = /^'((?:[^']|'')*)'[ \t]*(?:#.*)?$/.exec(value)
  if (single) return quoted(key, 'single', single[1]!, start + 1)
  const plain = value.replace(/(?:^|[ \t])#.*$/, '').trimEnd()
  if (!isPlainScalar(plain) && !isoDate.test(plain)) return undefined
  const end = start + plain.length
  const map = [{ at: 0, length: plain.length, start, end }]
  return { key, style: 'plain', span: { start, end }, runs: [{ kind: 'text', text: plain, map }] }
}

const simpleEscapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  n: '\n',
  t: '\t',
  r: '\r',
  ' ': ' ',
  _: '\u00a0',
}

/** YAML 1.2 §7.3: `''` in single quotes, backslash escapes in double ones. An escape that is not known: no scalar. */
function quoted(key: string, style: 'single' | 'double', body: string, start: number): Scalar | undefined {
  let text = ''
  let at = 0
  const map: { at: number; length: number; start: number; end: number }[] = []
  const add = (value: string, from: number, to: number) => {
    if (value !== '') map.push({ at: text.length, length: value.length, start: start + from, end: start + to })
    text += value
  }
  const escapes = style === 'single' ? /''/g : /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|([\s\S]))/g
  for (const match of body.matchAll(escapes)) {
    const hex = match[1] ?? match[2]
    const value =
      style === 'single'
        ? "'"
        : hex !== undefined
          ? String.fromCharCode(Number.parseInt(hex, 16))
          : simpleEscapes[match[3]!]
    if (value === undefined) return undefined
    add(body.slice(at, match.index), at, match.index)
    add(value, match.index, match.index + match[0].length)
    at = match.index + match[0].length
  }
  add(body.slice(at), at, body.length)
  if (text === '') return undefined
  return { key, style, span: { start: start - 1, end: start + body.length + 1 }, runs: [{ kind: 'text', text, map }] }
}

/** True where a text may stand as a plain one-line scalar and is a string (YAML 1.2 §7.3.3, core schema, and 1.1's words). */
export function isPlainScalar(text: string): boolean {
  return (
    /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|[-?:](?=\S))/.test(text) &&
    !/[\n\r\t]|:(?:\s|$)|\s#|^\s|\s$|^(?:---|\.\.\.)/.test(text) &&
    !/^(?:true|false|yes|no|on|off|null|~|[-+]?[\d._][\d._eE+:xo-]*|[-+]?\.(?:inf|nan))$/i.test(text)
  )
}

/** New text inside the quotes of a scalar of this style. */
export function spellScalar(text: string, style: ScalarStyle): string {
  if (style === 'single') return text.replaceAll("'", "''")
  return text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')
}
