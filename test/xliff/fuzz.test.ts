import { expect, it } from 'vitest'
import { files } from './documents.ts'
import { fuzz } from './fuzz.ts'

const count = Number(process.env.TLUMACH_FUZZ ?? 1000)

/** `TLUMACH_FUZZ=20000` tries as many; in CI it ends after a while whatever has been tried. */
it('nothing makes it fail or hang', { timeout: 600_000 }, async () => {
  const seed = Number(process.env.TLUMACH_SEED ?? 20261122)
  const { tried, faults } = await fuzz(files, { count, seed, seconds: count > 1000 ? 590 : 20 })
  expect(tried).toBeGreaterThan(0)
  expect(faults.map(({ number, what }) => `${number}: ${what}`)).toEqual([])
})
