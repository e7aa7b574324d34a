import type { Kind } from '../termbase/index.ts'
import { type Concept, openTermFormat, type TermFormatId, termFormatOf, termFormats } from '../termbase/index.ts'
import { decode, type Problem } from '../text/index.ts'
import { latinFor } from './glossary-ids.ts'
import type { Source } from './verbs.ts'

export interface TermFileOptions {
  /** Where the name does not show the format. */
  readonly format?: string
  readonly kind?: Kind
  readonly languages?: readonly string[]
}

/** The concepts of a file in any of the exchange formats. `text` is what the places count in; empty where the file is no text. */
export interface TermFile {
  readonly path: string
  readonly text: string
  readonly concepts: readonly Concept[]
  readonly problems: readonly Problem[]
}

const isTermFormat = (id: string): id is TermFormatId => (termFormats as readonly string[]).includes(id)

/** Undefined where neither the name nor the options tell the format. */
export async function readTermFile(source: Source, options: TermFileOptions = {}): Promise<TermFile | undefined> {
  const { format: asked, ...reading } = options
  const id = asked !== undefined && isTermFormat(asked) ? asked : termFormatOf(source.path)
  if (id === undefined) return undefined
  const { value, problems } = (await openTermFormat(id)).read(source.bytes, { ...reading, latin: latinFor })
  const decoded = decode(source.bytes)
  const text = decoded.problems.length > 0 ? '' : decoded.value.text
  return { path: source.path, text, concepts: value, problems }
}
