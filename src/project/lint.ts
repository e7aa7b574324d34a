import { lintSubject } from '../lint/index.ts'
import type { Project } from './open.ts'
import { isRefused, readSource, shownOf, subjectOf } from './read.ts'
import { heedSidecar } from './sidecar.ts'
import type { Checked, Settings, Source } from './verbs.ts'

/** What is wrong with the names of a text. */
export async function lint(project: Project, source: Source, settings: Settings): Promise<Checked> {
  const read = await readSource(source, settings)
  if (isRefused(read)) return read
  const found = await heedSidecar(
    source,
    read,
    lintSubject(subjectOf(project, read, settings), read.text, settings.rules),
  )
  const reading = read.problems.map(p => ({ ...p, severity: p.severity ?? ('warning' as const) }))
  return { path: source.path, ...shownOf(read), problems: [...reading, ...found], unusable: false }
}
