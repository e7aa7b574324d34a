import type { Problem } from '../../text/index.ts'

/** A problem of the package as a whole. */
export function fault(code: string, data: Problem['data'] = {}): Problem {
  return { code, severity: 'error', span: { start: 0, end: 0 }, data: { name: '', ...data } }
}
