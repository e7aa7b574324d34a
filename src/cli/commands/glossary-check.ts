import { type Checked, checkGlossary } from '../../project/index.ts'
import { refuseUnusable } from '../session.ts'
import { hasAtLeast } from '../severity.ts'
import { showReport } from '../show-report.ts'
import type { Run } from '../spec.ts'
import { openFile } from '../term-file.ts'

export const run: Run = async (args, options, session) => {
  const checked: Checked[] = []
  for (const path of args) {
    const source = await openFile(path, session)
    if (!source) continue
    const result = checkGlossary(source)
    if (result.unusable) refuseUnusable(result, session)
    checked.push(result)
  }
  await showReport(checked, options, session)
  return session.status(hasAtLeast(checked, options.failOn ?? 'warning') ? 1 : 0)
}
