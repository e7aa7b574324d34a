import { lintSubject } from '../lint/index.ts'
import type { Project } from './open.ts'
import { isRefused, readSource, subjectOf } from './read.ts'
import type { Checked, Settings, Source } from './verbs.ts'

/** What is wrong with the names of a text. */
export function lint(project: Project, source: Source, settings: Settings): Checked {
  const read = readSource(source, settings)
  if (isRefused(read)) return read
  const { text } = read.decoded
  const found = lintSubject(subjectOf(project, read, settings), text, settings.rules)
  const reading = read.problems.map(p => ({ ...p, severity: p.severity ?? ('warning' as const) }))
  return { path: source.path, text, problems: [...reading, ...found], unusable: false }
}
