import { describe, expect, it } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import { profiles } from '../../src/project/index.ts'
import { openWorkplace } from './workplace.ts'

const { lay, run, text } = openWorkplace()
const ids = profiles.map(({ id }) => id)

describe('export --profile', () => {
  it.each(['en', 'uk', 'ru'])('lists all with a sentence each: %s', async language => {
    const { status, out } = await run(['export', '--profile', 'help', '--ui-language', language])
    expect(status).toBe(0)
    expect(
      out
        .trimEnd()
        .split('\n')
        .map(line => line.split(' ')[0]),
    ).toEqual(ids)
    expect(out).not.toContain('profile.')
  })

  it('offers those that there are', () => {
    const choices = commands.map(({ options }) => options.find(({ flags }) => flags === '--profile <name>')?.choices)
    expect(choices.filter(list => list !== undefined)).toEqual([[...ids, 'help'], ids])
  })

  it('makes the file for the program', async () => {
    await lay({ 'a.md': 'One. Two.\n' })
    expect((await run(['export', 'a.md', '--from', 'en', '--to', 'uk', '--profile', 'trados'])).status).toBe(0)
    expect(await text('a.uk.xlf')).toContain('source-language="en-US" target-language="uk-UA"')
    expect((await run(['export', '--to', 'uk'])).status).toBe(2)
  })
})
