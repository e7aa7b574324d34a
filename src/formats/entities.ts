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
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '0', 16) : Number.parseInt(decimal, 10)
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : String.fromCodePoint(code)
}
