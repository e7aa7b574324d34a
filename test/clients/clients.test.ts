import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clients } from '../../scripts/clients/clients.ts'
import { samples } from '../../scripts/clients/samples.ts'

/** The programs take seconds to start: they are asked with TLUMACH_CLIENTS=1, as `npm run clients` asks them with more documents. */
const asked = process.env.TLUMACH_CLIENTS === '1'
if (!asked) console.log('translators’ programs are not asked: TLUMACH_CLIENTS=1 does')

describe.each(Object.values(clients))('$name', client => {
  const absent = asked ? client.absent() : undefined
  if (absent !== undefined) console.log(`${client.name} is not asked: ${absent}`)

  it.skipIf(!asked || absent !== undefined)('gives back what merges as it should', { timeout: 300_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tlumach-client-'))
    try {
      const rows = await client.run(samples(0), folder)
      expect(rows.length).toBeGreaterThan(0)
      expect(rows.flatMap(({ faults }) => faults)).toEqual([])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
