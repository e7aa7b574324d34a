import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * What the test files of one run share lies in the folder that TLUMACH_TEST_RUN names: compiled glossaries and the built program, both made
 * when first asked for.
 */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'tlumach-run-'))
  process.env.TLUMACH_TEST_RUN = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
