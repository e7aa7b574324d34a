import named from './entities.json' with { type: 'json' }

const names: Readonly<Record<string, string>> = named

/** HTML Standard §13.5: a named, decimal or hexadecimal character reference, with its semicolon. Sticky: set `lastIndex`. */
export const characterReference = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,31}));/y

/** What a reference at `offset` stands for, and where it ends; undefined where none stands or the name is not known. */
export function readReference(
  source: string,
  offset: number,
): { readonly text: string; readonly end: number } | undefined {
  characterReference.lastIndex = offset
  const match = characterReference.exec(source)
  if (!match) return undefined
  const [whole, decimal, hexadecimal, name] = match
  const text = name === undefined ? numeric(decimal, hexadecimal) : Object.hasOwn(names, name) ? names[name] : undefined
  return text === undefined ? undefined : { text, end: offset + whole.length }
}

/** CommonMark 0.31 §2.5: zero, surrogates and what lies beyond Unicode become U+FFFD. */
function numeric(decimal: string | undefined, hexadecimal: string | undefined): string {
  return character(decimal === undefined ? Number.parseInt(hexadecimal ?? '0', 16) : Number.parseInt(decimal, 10))
}

const character = (code: number): string =>
  code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code)

/** Names that HTML knows without their semicolon too; none is longer than six letters. */
const legacyNames: ReadonlySet<string> = new Set(
  (
    'AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute Icirc Igrave Iuml LT ' +
    'Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute aacute acirc acute aelig ' +
    'agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg divide eacute ecirc egrave eth euml frac12 frac14 ' +
    'frac34 gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp not ntilde oacute ocirc ograve ordf ordm ' +
    'oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1 sup2 sup3 szlig thorn times uacute ucirc ugrave uml ' +
    'uuml yacute yen yuml'
  ).split(' '),
)

/** Windows-1252 from 0x80 on: what HTML takes these numbers for. */
const windows1252 = [
  ...'\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f',
  ...'\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178',
]

const htmlNumber = /&#(?:(\d+)|[xX]([\da-fA-F]+));?/y
const htmlName = /&([A-Za-z][A-Za-z\d]*)(;?)/y

/**
 * A reference as HTML reads it (HTML Standard §13.2.5.72–80): numbers and old names do without a semicolon, except that in an
 * attribute such a name is none before `=` or a letter.
 */
export function readHtmlReference(
  source: string,
  offset: number,
  inAttribute: boolean,
): { readonly text: string; readonly end: number } | undefined {
  htmlNumber.lastIndex = offset
  const number = htmlNumber.exec(source)
  if (number) {
    const code = number[1] === undefined ? Number.parseInt(number[2]!, 16) : Number.parseInt(number[1], 10)
    return { text: windows1252[code - 0x80] ?? character(code), end: htmlNumber.lastIndex }
  }
  htmlName.lastIndex = offset
  const match = htmlName.exec(source)
  if (!match) return undefined
  const [whole, name, semicolon] = match as unknown as [string, string, string]
  if (semicolon && Object.hasOwn(names, name)) return { text: names[name]!, end: offset + whole.length }
  for (let length = Math.min(name.length, 6); length >= 2; length--) {
    const legacy = name.slice(0, length)
    if (!legacyNames.has(legacy)) continue
    const end = offset + 1 + length
    return inAttribute && /[=A-Za-z\d]/.test(source[end] ?? '') ? undefined : { text: names[legacy]!, end }
  }
  return undefined
}
