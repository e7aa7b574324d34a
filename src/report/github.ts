import type { Severity } from '../text/index.ts'
import { placer } from './place.ts'
import { messageOf, type Reporter } from './report.ts'

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/**
 * Workflow commands that GitHub Actions shows as annotations of a change.
 * @see GitHub Actions, Workflow commands: “Setting an error message”
 */
export const github: Reporter = (files, words) =>
  files
    .flatMap(file => {
      const placeOf = placer(file)
      return file.problems.map(problem => {
        const { start, end } = placeOf(problem.span)
        const where = [
          `file=${property(file.path)}`,
          `line=${start.line}`,
          `endLine=${end.line}`,
          // Columns are heeded only within one line.
          ...(start.line === end.line ? [`col=${start.column}`, `endColumn=${end.column}`] : []),
          `title=${property(`tlumach: ${problem.code}`)}`,
        ].join(',')
        return `::${levels[problem.severity]} ${where}::${commandData(messageOf(problem, words))}\n`
      })
    })
    .join('')

const commandData = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string) => commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
