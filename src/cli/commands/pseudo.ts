import { pseudo } from '../../project/index.ts'
import { rewriteXliff } from '../rewrite.ts'
import type { Run } from '../spec.ts'

export const run: Run = (args, options, session) => rewriteXliff(args, options, session, pseudo)
