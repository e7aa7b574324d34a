import { expect, it } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import { readableAs } from '../../src/project/index.ts'

it('--read-as offers every format that a text may be read as', () => {
  const given = commands.flatMap(({ options }) => options.filter(({ flags }) => flags.startsWith('--read-as')))
  expect(given.length).toBeGreaterThan(0)
  for (const { choices } of given) expect(choices).toEqual(readableAs)
})
