import { decode } from '../text/index.ts'
import { type Constraint, constraints, type ValidateOptions, validateXliff } from '../xliff/index.ts'
import { refused } from './read.ts'
import type { Checked, Finding, Source } from './verbs.ts'

/** Whether an XLIFF file keeps to its specification: all problems at once, each with its clause in `data.clause`. */
export function validate(source: Source, options: ValidateOptions = {}): Checked {
  const { value, problems } = decode(source.bytes)
  if (problems.length > 0) return refused(source, value.text, problems)
  const found = validateXliff(value.text, options).problems.map((problem): Finding => {
    const constraint: Constraint | undefined = (constraints as Readonly<Record<string, Constraint>>)[problem.code]
    const severity = problem.severity ?? constraint?.severity ?? 'error'
    return { ...problem, severity, ...(constraint && { data: { ...problem.data, clause: constraint.clause } }) }
  })
  return { path: source.path, text: value.text, problems: found, unusable: false }
}
