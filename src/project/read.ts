import type { Changes, Document, Format, Languages } from '../content/index.ts'
import {
  declareHtmlUtf8,
  declareUtf8,
  htmlCharset,
  kindOf,
  newsOf,
  type PackageFormat,
  poCharset,
  type Revision,
} from '../formats/index.ts'
import { type LintSettings, openSubject, type Rereading, type Subject } from '../lint/index.ts'
import { decode, type Problem, type Reading, type Span } from '../text/index.ts'
import { canHold, type DecodedXml, decodeNamed, decodeXml, encodeXml, encodeXmlOrUtf8 } from '../xml/index.ts'
import { formatOf, packageFormatOf, withInner } from './formats.ts'
import type { Project } from './open.ts'
import { type Shown, showParts } from './shown.ts'
import type { Checked, Settings, Source } from './verbs.ts'

/** A source read, whatever it is made of. */
export interface Read extends Shown {
  /** The format's id. */
  readonly format: string
  readonly document: Document
  readonly problems: readonly Problem[]
  /** The source itself, as it may travel in another file. */
  readonly whole: string | Uint8Array
  /** What stands at a span of the source. */
  markup(span: Span): string
  /** The source with its blocks changed; with `languages` as a translation. */
  write(changes: Changes, languages?: Languages): Uint8Array
  /** As `write`, with each change left to be accepted, where the format can say so. */
  track?(changes: Changes, revision: Revision): Uint8Array
  /** The source as a translation into a language (BCP 47) needs it, where that changes what there is to translate. */
  forTarget?(language: string): Read
}

/** Reads a source by its format: that of its name, of its content, or the one named. */
export async function readSource(source: Source, settings: Settings): Promise<Read | Checked> {
  const packaged = await packageFormatOf(source.name ?? source.path)
  return packaged ? readPackage(source, packaged) : await readText(source, settings)
}

/** What no text begins with. */
const noTexts: ReadonlySet<ReturnType<typeof kindOf>> = new Set(['zip', 'doc', 'encrypted', 'rtf', 'pdf'])

/** A text of which nothing can be read is not worked on. */
async function readText(source: Source, settings: Settings): Promise<Read | Checked> {
  const found = kindOf(source.bytes)
  if (noTexts.has(found)) {
    return refused(source, '', [{ code: 'text-mislabelled', span: { start: 0, end: 0 }, data: { found } }])
  }
  const { value: decoded, problems } = await decodeText(source, settings.readAs)
  if (problems.length > 0) return refused(source, decoded.text, problems)
  const format = await formatOf(source.name ?? source.path, decoded.text, settings)
  if ('code' in format) return refused(source, decoded.text, [format])
  const outer = readAs(source.bytes, decoded, format)
  const { embedded } = outer.document
  const read = embedded.length > 0 ? readAs(source.bytes, decoded, await withInner(format, embedded)) : outer
  const isBroken = read.document.blocks.length === 0 && read.problems.some(({ severity }) => severity === 'error')
  return isBroken ? refused(source, decoded.text, read.problems) : read
}

/** Texts are Unicode, but for pages, XML of news and catalogs of gettext, which may declare other encodings. */
async function decodeText({ bytes, path, name = path }: Source, readAs?: string): Promise<Reading<DecodedXml>> {
  const decoded = decode(bytes)
  if (/\.pot?$/i.test(name)) return decodeDeclared(bytes, decoded, poCharset(bytes))
  if (readAs === 'html' || /\.x?html?$/i.test(name)) return decodeDeclared(bytes, decoded, htmlCharset(bytes))
  if (decoded.problems.length === 0 || !/\.(?:xml|nitf|newsml)$/i.test(name)) return decoded
  const xml = decodeXml(bytes)
  return xml.problems.length === 0 && (await newsOf(xml.value.text)) !== undefined ? xml : decoded
}

/** By the encoding that the source names; what has a mark or can only be UTF-8 is Unicode. */
function decodeDeclared(
  bytes: Uint8Array,
  decoded: Reading<DecodedXml>,
  name: string | undefined,
): Reading<DecodedXml> {
  if (name === undefined) return decoded
  const isPlain = bytes.every(byte => byte < 128)
  return decoded.problems.length === 0 && !isPlain ? decoded : decodeNamed(bytes, name)
}

/** A text in the encoding that it came in, where that has all its letters; else as its format can say them. */
function encodeText(decoded: DecodedXml, text: string, format: string): Uint8Array {
  const encode = (spelled: string) => encodeXml({ ...decoded, text: spelled })
  const encoded = encode(text)
  if (encoded) return encoded
  if (format === 'html' && encode(decoded.text)) return encode(withReferences(text, decoded.encoding))!
  const inUtf8 = { po: declareUtf8, html: declareHtmlUtf8 }[format]
  return encodeXmlOrUtf8({ ...decoded, text: inUtf8?.(text) ?? text })
}

/** Letters that an encoding lacks as references of HTML: they are new, so they stand in texts, where references are read. */
function withReferences(html: string, encoding: string): string {
  const holds = canHold(encoding)
  return html.replace(/[^\0-\x7f]/gu, sign => (holds(sign) ? sign : `&#${sign.codePointAt(0)};`))
}

function readAs(bytes: Uint8Array, decoded: DecodedXml, format: Format<string>): Read {
  const { text } = decoded
  const { value: document, problems } = format.read(text)
  return {
    format: format.id,
    document,
    problems,
    text,
    whole: text,
    markup: ({ start, end }) => text.slice(start, end),
    write: (changes, languages) => {
      const written = format.write(text, document, changes, languages)
      return written === text ? bytes : encodeText(decoded, written, format.id)
    },
    ...(format.forTarget && { forTarget: language => readAs(bytes, decoded, format.forTarget!(language)) }),
  }
}

/** A package that is damaged anywhere is not worked on: what is not understood cannot be written back. */
function readPackage(source: Source, format: PackageFormat): Read | Checked {
  const { bytes } = source
  const { value: document, problems } = format.read(bytes)
  if (problems.some(problem => problem.severity === 'error')) return refused(source, '', problems)
  return {
    format: format.id,
    document,
    problems,
    ...showParts(document),
    whole: bytes,
    markup: format.markup(bytes),
    write: (changes, languages) => format.write(bytes, document, changes, languages),
    track: (changes, revision) => format.track(bytes, document, changes, revision),
  }
}

export function refused(source: Source, text: string, problems: readonly Problem[]): Checked {
  return {
    path: source.path,
    text,
    problems: problems.map(p => ({ ...p, severity: p.severity ?? 'error' })),
    unusable: true,
  }
}

export const isRefused = (read: Read | Checked): read is Checked => 'unusable' in read

/** What a verb gives back of what it read. */
export const shownOf = ({ text, shown }: Read): Shown => ({ text, ...(shown && { shown }) })

/** A document as the rules see it. */
export function subjectOf(project: Project, read: Read, settings: LintSettings, last?: Rereading): Subject {
  return openSubject(read.document, project.glossary, project.chooserOf(settings.style), settings, last)
}
