import { convert } from '../../project/index.ts'
import { concise, noPaint } from '../../report/index.ts'
import { rewriteXliff } from '../rewrite.ts'
import type { Run } from '../spec.ts'

/** What has no counterpart in the other version is told on standard error. */
export const run: Run = (args, options, session) =>
  rewriteXliff(args, options, session, source => {
    const { result, ...checked } = convert(source, typeof options.to === 'string' ? options.to : undefined)
    if (checked.unusable || !result) return checked
    if (!session.quiet) session.terminal.err(concise([checked], session.words, noPaint))
    return { ...checked, bytes: result.bytes }
  })
