import { type Archive, lintSubject, openArchive } from '../lint/index.ts'
import type { Project } from './open.ts'
import { isRefused, readSource, shownOf, subjectOf } from './read.ts'
import { heedSidecar } from './sidecar.ts'
import type { Checked, Settings, Source } from './verbs.ts'

/** What is wrong with the names of a text; `archive`: how the whole run spells them. */
export async function lint(project: Project, source: Source, settings: Settings, archive?: Archive): Promise<Checked> {
  const read = await readSource(source, settings)
  if (isRefused(read)) return read
  const subject = { ...subjectOf(project, read, settings), ...(archive && { archive }) }
  const found = await heedSidecar(source, read, lintSubject(subject, read.text, settings.rules))
  const reading = read.problems.map(p => ({ ...p, severity: p.severity ?? ('warning' as const) }))
  return { path: source.path, ...shownOf(read), problems: [...reading, ...found], unusable: false }
}

/** How the texts of a run spell their names: read one after the other, so that `lint` may then compare each with all. */
export async function archiveOf(
  project: Project,
  sources: AsyncIterable<Source>,
  settings: (path: string) => Settings,
): Promise<Archive> {
  const archive = openArchive()
  for await (const source of sources) {
    const own = settings(source.path)
    const read = await readSource(source, own)
    if (!isRefused(read)) archive.add(source.path, subjectOf(project, read, own))
  }
  return archive
}
