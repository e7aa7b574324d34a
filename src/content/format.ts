import type { Reading } from '../text/index.ts'
import type { BlockId, Document } from './document.ts'
import type { Run } from './run.ts'

/** A file format, read into blocks and written back. */
export interface Format<S extends string | Uint8Array = string> {
  readonly id: string
  /** With the dot, lower case. */
  readonly extensions: readonly string[]
  read(source: S): Reading<Document>
  /**
   * The source with the given blocks' runs in place of their old ones. Pieces of a text run's map are copied from the source
   * byte for byte; the rest is escaped as its place asks for. A code is written as its span of the source. Blocks that are
   * not in `changes`, and all between blocks, stay as they are.
   */
  write(source: S, document: Document, changes: ReadonlyMap<BlockId, readonly Run[]>): S
}
