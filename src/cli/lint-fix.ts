import { resolve } from 'node:path'
import { type Journal, openJournal } from '../node/index.ts'
import {
  type Checked,
  type Normalized,
  type NormalizeOptions,
  normalize,
  type Project,
  type Source,
} from '../project/index.ts'
import type { Engine } from './lint-engine.ts'
import type { Session } from './session.ts'
import type { Setup } from './setup.ts'
import type { Options } from './spec.ts'
import { unifiedDiff } from './unified-diff.ts'

/** What is left of a file's findings, and what has become of the file. */
export interface Mended extends Checked {
  readonly changed?: boolean
  /** What would change, where that is only to be shown; the findings are not. */
  readonly diff?: string
}

/** What decides beside a text how it is mended. */
interface Mending extends Pick<NormalizeOptions, 'archive'> {
  readonly project: Project
  readonly setup: Setup
  /** What is a file of its own; anything else is only linted. */
  readonly files: readonly string[]
}

/** A linter that mends a file first, in place, and tells what is left. */
export function mending(
  lint: Engine,
  { project, setup, files, archive }: Mending,
  options: Options,
  session: Session,
): (source: Source) => Promise<Mended> {
  const journal = openJournal(setup.root, new Date().toISOString().replace(/[:.]/g, '-'))
  const inPlace = new Set(files)
  const how: NormalizeOptions = { unsafe: options.unsafe === true, ...(archive && { archive }) }
  return async source => {
    const found = await lint(source)
    const shown = options.diff && !found.unusable ? { ...found, problems: [] } : found
    if (!hasFix(found, how) || !(options.diff || inPlace.has(source.path))) return shown
    const result = await normalize(project, source, setup.settings(source.path), how)
    if (!result.changed) return shown
    if (options.diff) return { ...shown, changed: true, diff: (await unifiedDiff(result)) ?? '' }
    await write(source, result, journal, session)
    return { ...(await lint({ ...source, bytes: result.bytes })), changed: true }
  }
}

const hasFix = ({ unusable, problems }: Checked, { unsafe }: NormalizeOptions): boolean =>
  !unusable &&
  problems.some(({ fixes }) => fixes?.[0] && (fixes[0].kind === 'safe' || (fixes[0].kind === 'unsafe' && unsafe)))

async function write(source: Source, result: Normalized, journal: Journal, session: Session): Promise<void> {
  const { terminal } = session
  await terminal.whole(() => journal.replace(resolve(terminal.cwd, source.path), source.bytes, result.bytes))
  session.note('normalize.changed', { path: source.path })
}
