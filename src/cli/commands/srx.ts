import { sentenceRules } from '../../project/index.ts'
import { writeResult } from '../output.ts'
import type { Run } from '../spec.ts'

/** Our sentence rules for other programs. */
export const run: Run = async (_args, options, session) => {
  const bytes = Buffer.from(sentenceRules())
  const path = await writeResult({ input: '-', name: 'tlumach.srx', bytes }, options, session)
  if (path !== undefined && path !== '-') session.note('output.written', { path })
  return session.status(0)
}
