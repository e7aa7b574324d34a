import type { Changes, Document, Format } from '../../content/index.ts'
import type { Span } from '../../text/index.ts'

/** Who makes tracked changes, and when (ISO 8601). */
export interface Revision {
  readonly author: string
  readonly date: string
}

/** A format whose source is a package of parts. The spans of its documents name their part and count in its decoded text. */
export interface PackageFormat extends Format<Uint8Array> {
  /** Gives what stands at a span; each part is inflated once. */
  markup(source: Uint8Array): (span: Span) => string
  /**
   * As `write`, but each changed word stays beside the new one for a person to accept or reject. For changes that keep the
   * blocks' codes in their order.
   */
  track(source: Uint8Array, document: Document, changes: Changes, revision: Revision): Uint8Array
}
