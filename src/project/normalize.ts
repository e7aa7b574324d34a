import { applyFixes, lintSubject } from '../lint/index.ts'
import { encode } from '../text/index.ts'
import type { Project } from './open.ts'
import { isRefused, readSource, subjectOf } from './read.ts'
import type { Finding, Normalized, Settings, Source } from './verbs.ts'

export interface NormalizeOptions {
  /** Fixes that need a person's yes are made, too. */
  readonly unsafe?: boolean
}

/**
 * The text with its names in their preferred spelling; nothing else changes by a byte. `problems` are those that are left. The
 * fixes of one round can uncover others (a majority turns), so it goes on until none is left, four times at most.
 */
export function normalize(
  project: Project,
  source: Source,
  settings: Settings,
  options: NormalizeOptions = {},
): Normalized {
  let current = source
  let rounds = 0
  for (;;) {
    const read = readSource(current, settings)
    if (isRefused(read)) return { ...read, changed: false, after: read.text, bytes: source.bytes }
    const { text } = read.decoded
    const subject = subjectOf(project, read, settings)
    const problems: readonly Finding[] = lintSubject(subject, text, settings.rules)
    const changes = rounds < 4 ? applyFixes(read.document, problems, options.unsafe === true) : new Map()
    const after = changes.size > 0 ? read.format.write(text, read.document, changes) : text
    if (after === text) {
      const bytes = rounds === 0 ? source.bytes : current.bytes
      return { path: source.path, text, problems, unusable: false, changed: rounds > 0, after, bytes }
    }
    current = { ...source, bytes: encode({ ...read.decoded, text: after }) }
    rounds++
  }
}
