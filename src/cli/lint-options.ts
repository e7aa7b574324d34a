import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Session } from './session.ts'
import type { Options } from './spec.ts'

/** The arguments with what an option took for its value though it is none: in `--baseline texts/` the texts. */
export function withoutSwallowed(
  args: readonly string[],
  options: Options,
  cwd: string,
): readonly [readonly string[], Options] {
  const { baseline, changed } = options
  const isInput = typeof baseline === 'string' && !baseline.endsWith('.json')
  const isPath = typeof changed === 'string' && (existsSync(resolve(cwd, changed)) || /[*?]/.test(changed))
  return [
    [...(isInput ? [baseline] : []), ...(isPath ? [changed] : []), ...args],
    { ...options, ...(isInput && { baseline: true }), ...(isPath && { changed: true }) },
  ]
}

/** Whether the options of `lint` go together; refused where they do not. */
export function lintOptionsAgree(args: readonly string[], options: Options, session: Session): boolean {
  if (args.length === 0 && !options.changed) {
    session.refuse('usage.missing-argument', { token: 'files' })
    return false
  }
  if ((options.unsafe || options.diff) && !options.fix) {
    session.refuse('usage.needs', { first: options.unsafe ? '--unsafe' : '--diff', second: '--fix' })
    return false
  }
  if (options.fix && options.parallel) {
    session.refuse('usage.conflict', { first: '--fix', second: '--parallel' })
    return false
  }
  const alone = options.interactive
    ? '--interactive'
    : options.changed
      ? '--changed'
      : args.includes('-')
        ? '-'
        : undefined
  if (options.watch && alone) {
    session.refuse('usage.conflict', { first: '--watch', second: alone })
    return false
  }
  if (options.interactive && (options.fix || args.includes('-'))) {
    session.refuse('usage.conflict', { first: '--interactive', second: options.fix ? '--fix' : '-' })
    return false
  }
  if (options.fix && !options.diff && args.includes('-')) {
    session.refuse('usage.fix-stdin')
    return false
  }
  return true
}
