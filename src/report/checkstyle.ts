import { element, writeXml } from '../xml/index.ts'
import { placer } from './place.ts'
import { messageOf, type Reporter } from './report.ts'

/**
 * Checkstyle's XML, which most build servers read.
 * @see https://checkstyle.org/result_reports.html
 */
export const checkstyle: Reporter = (files, words) =>
  writeXml(
    element(
      'checkstyle',
      { version: '4.3' },
      ...files.map(file => {
        const placeOf = placer(file)
        const errors = file.problems.map(problem => {
          const { line, column } = placeOf(problem.span).start
          return element('error', {
            line: `${line}`,
            column: `${column}`,
            severity: problem.severity,
            message: messageOf(problem, words),
            source: `tlumach.${problem.code}`,
          })
        })
        return element('file', { name: file.path }, ...errors)
      }),
    ),
    { mixed: new Set() },
  )
