import { applyFixes, lintSubject } from '../lint/index.ts'
import type { Project } from './open.ts'
import { isRefused, readSource, shownOf, subjectOf } from './read.ts'
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
  let before: string | undefined
  let rounds = 0
  for (;;) {
    const read = readSource(current, settings)
    if (isRefused(read)) return { ...read, changed: false, before: read.text, after: read.text, bytes: source.bytes }
    before ??= read.text
    const subject = subjectOf(project, read, settings)
    const problems: readonly Finding[] = lintSubject(subject, read.text, settings.rules)
    const changes = rounds < 4 ? applyFixes(read.document, problems, options.unsafe === true) : new Map()
    const bytes = changes.size > 0 ? read.write(changes) : current.bytes
    if (isSame(bytes, current.bytes)) {
      const changed = rounds > 0
      return {
        ...{ path: source.path, ...shownOf(read), problems, unusable: false },
        ...{ changed, before, after: read.text, bytes: current.bytes },
      }
    }
    current = { ...source, bytes }
    rounds++
  }
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i])
