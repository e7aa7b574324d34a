import type { Changes, Document, Format } from '../content/index.ts'
import type { PackageFormat } from '../formats/index.ts'
import { openSubject, type Subject } from '../lint/index.ts'
import { decode, encode, type Problem, type Span } from '../text/index.ts'
import { formatOf, packageFormatOf } from './formats.ts'
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
  /** The source with its blocks changed. */
  write(changes: Changes): Uint8Array
}

/** Reads a source by its name's format. */
export function readSource(source: Source, settings: Settings): Read | Checked {
  const name = source.name ?? source.path
  const packaged = packageFormatOf(name)
  return packaged ? readPackage(source, packaged) : readText(source, formatOf(name, settings.frontMatter))
}

function readText(source: Source, format: Format<string>): Read | Checked {
  const { value: decoded, problems } = decode(source.bytes)
  const { text } = decoded
  if (problems.length > 0) return refused(source, text, problems)
  const reading = format.read(text)
  return {
    format: format.id,
    document: reading.value,
    problems: reading.problems,
    text,
    whole: text,
    markup: ({ start, end }) => text.slice(start, end),
    write: changes => encode({ ...decoded, text: format.write(text, reading.value, changes) }),
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
    write: changes => format.write(bytes, document, changes),
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
export function subjectOf(project: Project, read: Read, settings: Settings): Subject {
  return openSubject(read.document, project.glossary, project.chooserOf(settings.style), settings)
}
