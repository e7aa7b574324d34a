import { type Archive, lintSubject, openArchive, type Rereading, type Subject } from '../lint/index.ts'
import type { Project } from './open.ts'
import { isRefused, type Read, readSource, shownOf, subjectOf } from './read.ts'
import { heedSidecar } from './sidecar.ts'
import type { Checked, Settings, Source } from './verbs.ts'

/**
 * What is wrong with the names of a text; `archive`: how the whole run spells them; `last`: for a text that is linted again and
 * again while it is written, what is kept of its blocks in between.
 */
export async function lint(
  project: Project,
  source: Source,
  settings: Settings,
  archive?: Archive,
  last?: Rereading,
): Promise<Checked> {
  const read = await readSource(source, settings)
  if (isRefused(read)) return read
  const subject = subjectOf(project, read, settings, last)
  return await checkedBy({ source, read, settings, subject: archive ? { ...subject, archive } : subject })
}

/** A text that is ready for the rules. */
interface Opened {
  readonly source: Source
  readonly read: Read
  readonly settings: Settings
  readonly subject: Subject
}

async function checkedBy({ source, read, settings, subject }: Opened): Promise<Checked> {
  const found = await heedSidecar(source, read, lintSubject(subject, read.text, settings.rules, settings.suppressions))
  const reading = read.problems.map(p => ({ ...p, severity: p.severity ?? ('warning' as const) }))
  return { path: source.path, ...shownOf(read), problems: [...reading, ...found], unusable: false }
}

/** The renderings of one story, each beside the others: a name of one should stand in all. */
export async function lintParallel(
  project: Project,
  sources: AsyncIterable<Source>,
  settings: (path: string) => Settings,
  archive?: Archive,
): Promise<readonly Checked[]> {
  const opened: (Opened | Checked)[] = []
  for await (const source of sources) {
    const own = settings(source.path)
    const read = await readSource(source, own)
    opened.push(isRefused(read) ? read : { source, read, settings: own, subject: subjectOf(project, read, own) })
  }
  const usable = opened.filter(each => 'subject' in each)
  return await Promise.all(
    opened.map(async each => {
      if (!('subject' in each)) return each
      const others = usable.filter(other => other !== each)
      const renderings = others.map(({ source, subject }) => ({ path: source.path, subject }))
      return await checkedBy({ ...each, subject: { ...each.subject, renderings, ...(archive && { archive }) } })
    }),
  )
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
