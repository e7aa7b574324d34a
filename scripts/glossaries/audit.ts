import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { checkGlossary } from '../../src/project/index.ts'
import { faultsOf } from './faults.ts'
import { differences, readReferences } from './references.ts'
import { sampleOf, shown } from './sample.ts'
import { readShipped } from './shipped.ts'

/**
 * tsx scripts/glossaries/audit.ts [FOLDER] [--data DIR] [--sample N] [--seed S]: what is wrong with the shipped glossaries, where
 * they differ from the reference works in DIR, and a sample for a person to judge. Status 1 where something is wrong.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    sample: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
  },
})
const folder = positionals[0] ?? fileURLToPath(new URL('../../glossaries/', import.meta.url))
const shipped = readShipped(folder)
const said = (text: string) => process.stdout.write(`${text}\n`)

const problems = shipped.files.flatMap(file => {
  const bytes = new Uint8Array(readFileSync(join(folder, file)))
  return checkGlossary({ path: file, bytes }).problems.map(({ code, data }) => ({
    file,
    id: String(data?.concept ?? data?.first ?? ''),
    fault: code,
  }))
})
const faults = [...problems, ...faultsOf(shipped)]
for (const { file, id, fault } of faults) said(`${file}  ${id}  ${fault}`)
said(`${shipped.entries.length} entries in ${shipped.files.length} files, ${faults.length} faults`)

if (values.data !== undefined) {
  const { agreeing, differing } = differences(shipped.entries, readReferences(values.data))
  for (const { id, here, there, work } of differing) said(`${id}  ${here}; ${work}: ${there}`)
  said(`${agreeing} places agree with the reference works, ${differing.length} differ`)
}
for (const entry of sampleOf(shipped.entries, Number(values.sample), Number(values.seed))) said(shown(entry, shipped))
process.exitCode = faults.length > 0 ? 1 : 0
