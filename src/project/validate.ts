import { lineCounter, type Problem } from '../text/index.ts'
import { type Constraint, constraints, type ValidateOptions, validateXliff, xliffValidator } from '../xliff/index.ts'
import { decodeXliff } from './decode-xliff.ts'
import { refused } from './read.ts'
import { decodeStream } from './stream-text.ts'
import type { Checked, Finding, Source } from './verbs.ts'

/** Whether an XLIFF file keeps to its specification: all problems at once, each with its clause in `data.clause`. */
export function validate(source: Source, options: ValidateOptions = {}): Checked {
  const { value, problems } = decodeXliff(source.bytes)
  if (problems.length > 0) return refused(source, value.text, problems)
  const found = validateXliff(value.text, options).problems.map(withClause)
  return { path: source.path, text: value.text, problems: found, unusable: false }
}

/** The same for a file that comes in pieces, of which one unit at a time is kept; `lines` tells the places. */
export async function validateStream(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  options: ValidateOptions = {},
): Promise<Checked> {
  const validator = xliffValidator(options)
  const counter = lineCounter()
  const decoded = decodeStream(chunks)
  for await (const text of decoded.chunks) {
    counter.add(text)
    validator.write(text)
  }
  if (decoded.problems.length > 0) return refused({ path, bytes: new Uint8Array() }, '', decoded.problems)
  return { path, text: '', lines: counter.lines(), problems: validator.end().problems.map(withClause), unusable: false }
}

function withClause(problem: Problem): Finding {
  const constraint: Constraint | undefined = (constraints as Readonly<Record<string, Constraint>>)[problem.code]
  const severity = problem.severity ?? constraint?.severity ?? 'error'
  return { ...problem, severity, ...(constraint && { data: { ...problem.data, clause: constraint.clause } }) }
}
