import type { Session } from './session.ts'
import type { Options } from './spec.ts'

/** Whether the options of `lint` go together; refused where they do not. */
export function lintOptionsAgree(args: readonly string[], options: Options, session: Session): boolean {
  if ((options.unsafe || options.diff) && !options.fix) {
    session.refuse('usage.needs', { first: options.unsafe ? '--unsafe' : '--diff', second: '--fix' })
    return false
  }
  if (options.fix && options.parallel) {
    session.refuse('usage.conflict', { first: '--fix', second: '--parallel' })
    return false
  }
  if (options.fix && !options.diff && args.includes('-')) {
    session.refuse('usage.fix-stdin')
    return false
  }
  return true
}
