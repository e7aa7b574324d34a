import type { Checked } from '../project/index.ts'
import { noPaint, segmentTable } from '../report/index.ts'
import { writeWorkbook } from '../termbase/index.ts'
import { writeResult } from './output.ts'
import type { Session } from './session.ts'
import { reportText } from './show-report.ts'
import type { Options } from './spec.ts'

/** Writes a report into `--output`, or a workbook (`--format xlsx`) to standard output. False (and refused) where it cannot be written. */
export async function writeReport(checked: readonly Checked[], options: Options, session: Session): Promise<boolean> {
  const bytes = options.format === 'xlsx' ? workbook(checked, session) : await encoded(checked, options, session)
  const where = { ...options, output: options.output ?? '-' }
  return (await writeResult({ input: '-', name: '', bytes }, where, session)) !== undefined
}

function workbook(checked: readonly Checked[], { words }: Session): Uint8Array {
  const used = checked.filter(({ unusable }) => !unusable)
  return writeWorkbook(segmentTable(used, words), words.message('report.table.title'))
}

const encoded = async (checked: readonly Checked[], options: Options, session: Session): Promise<Uint8Array> =>
  Buffer.from((await reportText(checked, options, { ...session, paint: noPaint })) ?? '')
