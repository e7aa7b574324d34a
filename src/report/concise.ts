import { lines } from '../text/index.ts'
import { messageOf, type Reporter } from './report.ts'

/** A line a finding, as compilers write it: `path:line:column: severity: message [code]`. */
export const concise: Reporter = (files, words) => {
  const out: string[] = []
  for (const file of files) {
    const at = file.lines ?? lines(file.text)
    for (const problem of file.problems) {
      const { line, column } = at.at(problem.span.start)
      const severity = words.message(`severity.${problem.severity}`)
      out.push(`${file.path}:${line}:${column}: ${severity}: ${messageOf(problem, words)} [${problem.code}]\n`)
    }
  }
  return out.join('')
}
