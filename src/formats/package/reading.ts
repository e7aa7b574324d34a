import type { Document } from '../../content/index.ts'
import type { Problem, Reading } from '../../text/index.ts'
import type { Parts } from './parts.ts'

/** What was read of a package: nothing at all where a part of it cannot be used, since half a document is none. */
export function readingOf(document: Document, parts: Parts, found: readonly Problem[]): Reading<Document> {
  const problems = [...parts.problems, ...found]
  return { value: problems.length > 0 ? { parts: [], blocks: [], embedded: [], comments: [] } : document, problems }
}
