import type { Document, Format } from '../content/index.ts'
import { openSubject, type Subject } from '../lint/index.ts'
import { type Decoded, decode, type Problem } from '../text/index.ts'
import { formatOf } from './formats.ts'
import type { Project } from './open.ts'
import type { Checked, Settings, Source } from './verbs.ts'

/** A source decoded and read; `failed` where that could not be done. */
export interface Read {
  readonly decoded: Decoded
  readonly format: Format<string>
  readonly document: Document
  readonly problems: readonly Problem[]
}

/** Reads a source by its name's format. */
export function readSource(source: Source, settings: Settings): Read | Checked {
  const { value, problems } = decode(source.bytes)
  if (problems.length > 0) return refused(source, value.text, problems)
  const format = formatOf(source.name ?? source.path, settings.frontMatter)
  const reading = format.read(value.text)
  return { decoded: value, format, document: reading.value, problems: reading.problems }
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

/** A document as the rules see it. */
export function subjectOf(project: Project, read: Read, settings: Settings): Subject {
  return openSubject(read.document, project.glossary, project.chooserOf(settings.style), settings)
}
