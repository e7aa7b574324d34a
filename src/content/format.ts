import { applyEdits, type Edit, type Reading } from '../text/index.ts'
import type { BlockId, Document } from './document.ts'
import type { Languages } from './languages.ts'
import type { Run } from './run.ts'

/** What is to stand in the blocks instead of their runs. */
export type Changes = ReadonlyMap<BlockId, readonly Run[]>

/** A file format, read into blocks and written back. */
export interface Format<S extends string | Uint8Array = string> {
  readonly id: string
  /** With the dot, lower case. */
  readonly extensions: readonly string[]
  read(source: S): Reading<Document>
  /**
   * The source with the given blocks' runs in place of their old ones. Pieces of a text run's map are copied from the source
   * byte for byte; the rest is escaped as its place asks for. A code is written as its span of the source. Blocks that are
   * not in `changes`, and all between blocks, stay as they are; but with `languages`, which a translation has, what the source says
   * of its own language becomes the other one wherever its text says something else now.
   */
  write(source: S, document: Document, changes: Changes, languages?: Languages): S
  /**
   * The format for a translation into a language (BCP 47), where that changes what there is to translate: a catalog asks for the
   * plural categories of the target. It reads the same source; blocks that the source does not have yet come with the text to
   * start from, and `write` adds them and drops what the target does not need.
   */
  forTarget?(language: string): Format<S>
}

/** A format whose source is one text: writing is a list of edits. */
export interface TextFormat extends Format<string> {
  /** In order, without overlap. */
  edits(source: string, document: Document, changes: Changes, languages?: Languages): readonly Edit[]
  forTarget?(language: string): TextFormat
}

/** A text format from its reader and its edits. */
export function textFormat(format: Omit<TextFormat, 'write'>): TextFormat {
  return {
    ...format,
    write: (source, document, changes, languages) =>
      applyEdits(source, format.edits(source, document, changes, languages)),
  }
}
