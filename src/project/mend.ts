import { applyFixes } from '../lint/index.ts'
import { isRefused, readSource } from './read.ts'
import type { Finding, Settings, Source } from './verbs.ts'

/** The bytes of a text with the first fix of each of these findings made, the unsafe ones, too: somebody has said yes to them. */
export async function mend(source: Source, settings: Settings, findings: readonly Finding[]): Promise<Uint8Array> {
  const read = await readSource(source, settings)
  return isRefused(read) ? source.bytes : read.write(applyFixes(read.document, findings, true))
}
