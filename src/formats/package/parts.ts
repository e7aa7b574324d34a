import type { Problem, Span } from '../../text/index.ts'
import { type DecodedXml, decodeXml, type Element, encodeXml, readXml } from '../../xml/index.ts'
import { type Archive, openArchive } from './archive.ts'
import { readEntry } from './entry.ts'
import { kindOf } from './kind.ts'
import { fault } from './problems.ts'
import { replaceEntries } from './replace.ts'

/** An XML part of a package, decoded and parsed. */
export interface Part {
  readonly name: string
  readonly decoded: DecodedXml
  readonly root: Element
}

/** The parts of a package, each inflated and parsed when it is first asked for. */
export interface Parts {
  readonly bytes: Uint8Array
  /** Undefined where the bytes are no archive. */
  readonly archive: Archive | undefined
  has(name: string): boolean
  /** The text of a part that is no XML; undefined if it is absent. */
  plain(name: string): string | undefined
  /** Undefined for a part that is absent or damaged; damage is a problem. */
  read(name: string): Part | undefined
  /** As `read`; that it is absent is a problem, too. */
  need(name: string): Part | undefined
  readonly problems: readonly Problem[]
}

/** Opens a package. `format` is what it should be, for the sentence about a file that is something else. */
export function openParts(bytes: Uint8Array, format: string): Parts {
  const problems: Problem[] = []
  const known = new Map<string, Part | undefined>()
  const archive = archiveOf(bytes, format, problems)
  const has = (name: string) => archive?.entries.has(name.toLowerCase()) === true
  const read = (name: string) => {
    const entry = archive?.entries.get(name.toLowerCase())
    if (archive && entry && !known.has(entry.name)) known.set(entry.name, readPart(archive, entry.name, problems))
    return entry && known.get(entry.name)
  }
  const need = (name: string) => {
    if (archive && !has(name)) problems.push(fault('package-damaged', { reason: 'missing', name }))
    return read(name)
  }
  const plain = (name: string) => {
    const entry = archive?.entries.get(name.toLowerCase())
    const content = archive && entry && readEntry(archive, entry).value
    return content && new TextDecoder().decode(content)
  }
  return { bytes, archive, has, plain, read, need, problems }
}

function archiveOf(bytes: Uint8Array, format: string, problems: Problem[]): Archive | undefined {
  const found = kindOf(bytes)
  if (found === 'zip') {
    const opened = openArchive(bytes)
    problems.push(...opened.problems)
    return opened.value
  }
  if (found === 'empty') problems.push(fault('package-damaged', { reason: 'empty' }))
  else if (found === 'encrypted') problems.push(fault('package-encrypted'))
  else problems.push(fault('package-mislabelled', { found, format }))
  return undefined
}

/** Both OPC (ECMA-376-2, §6.1.3) and common sense ask for UTF-8 or UTF-16. */
const encodings: readonly string[] = ['utf-8', 'utf-16le', 'utf-16be']

function readPart(archive: Archive, name: string, problems: Problem[]): Part | undefined {
  const inflated = readEntry(archive, archive.entries.get(name.toLowerCase())!)
  problems.push(...inflated.problems)
  if (!inflated.value) return undefined
  const { value: decoded, problems: undecoded } = decodeXml(inflated.value)
  if (undecoded.length === 0 && !encodings.includes(decoded.encoding))
    problems.push(fault('package-unsupported', { reason: 'encoding', name }))
  const inPart = (problem: Problem): Problem => ({ ...problem, span: { ...problem.span, part: name } })
  const { value: root, problems: malformed } =
    undecoded.length > 0 ? { value: undefined, problems: undecoded } : readXml(decoded.text)
  problems.push(...malformed.slice(0, 1).map(inPart))
  return root && malformed.length === 0 ? { name, decoded, root } : undefined
}

/** The package with the texts of some parts changed; all other entries stay byte for byte. */
export function writeParts(parts: Parts, texts: ReadonlyMap<string, string>): Uint8Array {
  const { archive, bytes: source } = parts
  if (!archive) return source
  const contents = [...texts].flatMap(([name, text]) => {
    const entry = archive.entries.get(name.toLowerCase())
    const part = parts.read(name)
    const bytes = part && text !== part.decoded.text ? encodeXml({ ...part.decoded, text }) : undefined
    return entry && bytes ? [[entry, bytes] as const] : []
  })
  return replaceEntries(archive, new Map(contents))
}

/** What stands at spans of parts. */
export function partsMarkup(bytes: Uint8Array, format: string): (span: Span) => string {
  const parts = openParts(bytes, format)
  return ({ part, start, end }) => (part === undefined ? '' : (parts.read(part)?.decoded.text.slice(start, end) ?? ''))
}
