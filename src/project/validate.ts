import { lineCounter, type Problem } from '../text/index.ts'
import { type Constraint, constraints, type ValidateOptions, validateXliff, xliffValidator } from '../xliff/index.ts'
import { decodeXml } from '../xml/index.ts'
import { refused } from './read.ts'
import type { Checked, Finding, Source } from './verbs.ts'

/** Whether an XLIFF file keeps to its specification: all problems at once, each with its clause in `data.clause`. */
export function validate(source: Source, options: ValidateOptions = {}): Checked {
  const { value, problems } = decodeXml(source.bytes)
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
  let decoder: InstanceType<typeof TextDecoder> | undefined
  const take = (text: string) => {
    counter.add(text)
    validator.write(text)
  }
  try {
    for await (const chunk of chunks) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
      take(decoder.decode(chunk, { stream: true }))
    }
    take(decoder?.decode() ?? '')
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error
    const problem: Problem = {
      code: 'unreadable-encoding',
      span: { start: 0, end: 0 },
      data: { byte: 0, encoding: decoder?.encoding ?? 'utf-8' },
    }
    return refused({ path, bytes: new Uint8Array() }, '', [problem])
  }
  return { path, text: '', lines: counter.lines(), problems: validator.end().problems.map(withClause), unusable: false }
}

/** By the byte-order mark, else by the declaration, else UTF-8. */
function encodingOf(first: Uint8Array): string {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le'
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be'
  return decodeXml(first.subarray(0, 256)).value.encoding
}

function withClause(problem: Problem): Finding {
  const constraint: Constraint | undefined = (constraints as Readonly<Record<string, Constraint>>)[problem.code]
  const severity = problem.severity ?? constraint?.severity ?? 'error'
  return { ...problem, severity, ...(constraint && { data: { ...problem.data, clause: constraint.clause } }) }
}
