import { fingerprints, type Severity } from '../text/index.ts'
import { placer } from './place.ts'
import { messageOf, type Reporter, type ReportFile } from './report.ts'

const levels: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' }

/**
 * GitLab's Code Quality report: the part of the Code Climate form that GitLab reads.
 * @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export const gitlab: Reporter = (files, words) =>
  `${JSON.stringify(
    files.flatMap(file => issues(file, problem => messageOf(problem, words))),
    undefined,
    2,
  )}\n`

function issues(file: ReportFile, message: (problem: ReportFile['problems'][number]) => string): object[] {
  const placeOf = placer(file)
  const names = fingerprints(file.problems, () => file.text)
  return file.problems.map((problem, i) => {
    const { start, end } = placeOf(problem.span)
    return {
      description: message(problem),
      check_name: problem.code,
      fingerprint: `${file.path}:${names[i]}`,
      severity: levels[problem.severity],
      location: { path: file.path, lines: { begin: start.line, end: end.line } },
    }
  })
}
