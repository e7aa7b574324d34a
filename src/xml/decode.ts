import { type Decoded, decode, encode, type Reading } from '../text/index.ts'

/** An XML file decoded: the encoding is the one that its declaration names, or its byte-order mark. */
export interface DecodedXml {
  readonly text: string
  readonly encoding: string
  readonly bom: boolean
}

/** The declaration is in ASCII in every encoding that is allowed here. */
const declared = /^<\?xml[^>]{1,200}?encoding\s*=\s*["']([A-Za-z][\w.:-]*)["']/
const unicode = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii', 'utf-16', 'utf-16le', 'utf-16be'])

/**
 * Decodes by mark, then by declaration, then as UTF-8; UTF-16 without a mark shows in how its declaration begins (XML 1.0,
 * appendix F). A byte that the encoding does not have, and an encoding that is not known, is the problem
 * `unreadable-encoding`: nothing is guessed.
 */
export function decodeXml(bytes: Uint8Array): Reading<DecodedXml> {
  const name = encodingOf(bytes)
  return name === undefined ? decode(bytes) : decodeNamed(bytes, name)
}

/** Decodes by the name of an encoding; a byte that it does not have, and a name that is not known, is `unreadable-encoding`. */
export function decodeNamed(bytes: Uint8Array, name: string): Reading<DecodedXml> {
  try {
    const text = decodeStrictly(name, bytes)
    return { value: { text, encoding: name, bom: false }, problems: [] }
  } catch {
    const data = { byte: 0, encoding: name }
    const problem = { code: 'unreadable-encoding', severity: 'error', span: { start: 0, end: 0 }, data } as const
    return { value: { text: '', encoding: name, bom: false }, problems: [problem] }
  }
}

/** 0x80–0x9F of windows-1252 (Encoding Standard §10). */
const western = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Throws where a byte is none of the encoding. Node 20 reads windows-1252, which ISO-8859-1 means, without its quotation marks. */
function decodeStrictly(name: string, bytes: Uint8Array): string {
  const decoder = new TextDecoder(name, { fatal: true, ignoreBOM: true })
  if (decoder.encoding !== 'windows-1252') return decoder.decode(bytes)
  let text = ''
  for (const byte of bytes) text += byte < 0x80 || byte > 0x9f ? String.fromCharCode(byte) : western[byte - 0x80]!
  return text
}

/** The encoding that a file without a byte-order mark names or shows; undefined for what `decode` reads. */
function encodingOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0 && bytes[1] === 0x3c && bytes[2] === 0 && bytes[3] === 0x3f) return 'utf-16be'
  if (bytes[0] === 0x3c && bytes[1] === 0 && bytes[2] === 0x3f && bytes[3] === 0) return 'utf-16le'
  const name = declared.exec(String.fromCharCode(...bytes.subarray(0, 256)))?.[1]?.toLowerCase()
  return name === undefined || unicode.has(name) ? undefined : name
}

/**
 * The bytes of a text in the encoding that it came in. Undefined where the encoding has no byte for one of its characters,
 * or is not one of single bytes.
 */
export function encodeXml(decoded: DecodedXml): Uint8Array | undefined {
  const { encoding, text } = decoded
  if (encoding === 'utf-8' || encoding === 'utf-16le' || encoding === 'utf-16be') return encode(decoded as Decoded)
  const table = singleBytes(encoding)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const byte = table?.get(text[i]!)
    if (byte === undefined) return undefined
    bytes[i] = byte
  }
  return bytes
}

const encodings = new Map<string, (character: string) => boolean>()

/** Whether a character can be written in an encoding; of one that is not known, ASCII. Known after the first question. */
export function canHold(encoding: string): (character: string) => boolean {
  const name = encoding.toLowerCase()
  const known = encodings.get(name)
  if (known) return known
  const table = singleBytes(name)
  const holds = table?.size ? (character: string) => table.has(character) : (character: string) => character < '\x80'
  encodings.set(name, holds)
  return holds
}

/** What each character is in an encoding of single bytes. */
function singleBytes(encoding: string): ReadonlyMap<string, number> | undefined {
  const table = new Map<string, number>()
  for (let byte = 0; byte < (/^(?:us-)?ascii$/.test(encoding) ? 128 : 256); byte++) {
    const character = decodeByte(encoding, byte)
    if (character === undefined) continue
    if (character.length !== 1) return undefined
    table.set(character, byte)
  }
  return table
}

function decodeByte(encoding: string, byte: number): string | undefined {
  try {
    return decodeStrictly(encoding, Uint8Array.of(byte))
  } catch {
    return undefined
  }
}

/** As `encodeXml`; a text with a letter that its encoding does not have becomes UTF-8, which every reader of XML knows. */
export const encodeXmlOrUtf8 = (decoded: DecodedXml): Uint8Array =>
  encodeXml(decoded) ?? encode({ text: decoded.text, encoding: 'utf-8', bom: false })
