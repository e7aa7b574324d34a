import type { BlockId, Document, Run } from '../content/index.ts'
import type { Revision } from '../formats/index.ts'
import { type Archive, applyFixes, lintSubject } from '../lint/index.ts'
import type { Project } from './open.ts'
import { isRefused, type Read, readSource, shownOf, subjectOf } from './read.ts'
import { heedSidecar } from './sidecar.ts'
import type { Normalized, Settings, Source } from './verbs.ts'

export interface NormalizeOptions {
  /** Fixes that need a person's yes are made, too. */
  readonly unsafe?: boolean
  /** How the whole run spells its names. */
  readonly archive?: Archive
  /** The changes are tracked, in formats that can (`tracksChanges`). */
  readonly revision?: Revision
}

/**
 * The text with its names in their preferred spelling; nothing else changes by a byte. `problems` are those that are left. The
 * fixes of one round can uncover others (a majority turns), so it goes on until none is left, four times at most.
 */
export async function normalize(
  project: Project,
  source: Source,
  settings: Settings,
  options: NormalizeOptions = {},
): Promise<Normalized> {
  let current = source
  let original: Read | undefined
  let rounds = 0
  for (;;) {
    const read = await readSource(current, settings)
    if (isRefused(read)) return { ...read, changed: false, before: read.text, after: read.text, bytes: source.bytes }
    original ??= read
    const { archive } = options
    const subject = { ...subjectOf(project, read, settings), ...(archive && { archive }) }
    const problems = await heedSidecar(
      source,
      read,
      lintSubject(subject, read.text, settings.rules, settings.suppressions),
    )
    const changes = rounds < 4 ? applyFixes(read.document, problems, options.unsafe === true) : new Map()
    const bytes = changes.size > 0 ? read.write(changes) : current.bytes
    if (isSame(bytes, current.bytes)) {
      const { revision } = options
      const tracked = revision && rounds > 0 ? original.track?.(runsOf(read.document), revision) : undefined
      const final = tracked ?? current.bytes
      return {
        ...{ path: source.path, ...shownOf(read), problems, unusable: false },
        ...{ changed: !isSame(final, source.bytes), before: original.text, after: read.text, bytes: final },
      }
    }
    current = { ...source, bytes }
    rounds++
  }
}

/** What stands in every block; names change within a block, so ids stay. */
const runsOf = ({ blocks }: Document): ReadonlyMap<BlockId, readonly Run[]> =>
  new Map(blocks.map(block => [block.id, block.runs]))

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i])
