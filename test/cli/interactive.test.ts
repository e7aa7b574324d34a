import { describe, expect, it } from 'vitest'
import { openWorkplace } from './workplace.ts'

const { lay, run, text } = openWorkplace()

const files = { 'a.md': 'Kiev, Kharkov and Kiev.\n', 'b.md': 'In Kiev.\n' }

/** What stands in the two files after the answers. */
async function check(answers: string, a: string, b: string, status: number): Promise<string> {
  await lay(files)
  const ran = await run(['lint', '--interactive', '.'], { input: answers })
  expect([ran.status, await text('a.md'), await text('b.md')]).toEqual([status, a, b])
  return ran.out
}

describe('lint --interactive', () => {
  it('shows each name once, with its spellings, counts and places', async () => {
    const out = await check('', files['a.md'], files['b.md'], 1)
    expect(out).toContain('[1/2] → Kyiv  deprecated-spelling\n  Kiev × 3  a.md:1:1, a.md:1:19, b.md:1:4\n')
  })

  it.each([
    ['all of a group', 'a\ns\ny\n', 'Kyiv, Kharkov and Kyiv.\n', 'In Kyiv.\n', 1],
    ['all groups', 'a\na\ny\n', 'Kyiv, Kharkiv and Kyiv.\n', 'In Kyiv.\n', 0],
    ['one by one', 'o\nn\ny\ny\nq\ny\n', 'Kiev, Kharkov and Kyiv.\n', 'In Kyiv.\n', 1],
    ['one spelling', '1\nq\ny\n', 'Kyiv, Kharkov and Kyiv.\n', 'In Kyiv.\n', 1],
    ['what is understood only', 'maybe\n9\na\nq\ny\n', 'Kyiv, Kharkov and Kyiv.\n', 'In Kyiv.\n', 1],
    ['nothing without a last yes', 'a\na\nn\n', files['a.md'], files['b.md'], 1],
    ['nothing at the end of the answers', 'a\na\n', files['a.md'], files['b.md'], 1],
  ] as const)('mends %s', async (_, answers, a, b, status) => void (await check(answers, a, b, status)))

  it('can be taken back', async () => {
    await check('a\na\ny\n', 'Kyiv, Kharkiv and Kyiv.\n', 'In Kyiv.\n', 0)
    await run(['undo'])
    expect(await text('a.md')).toBe(files['a.md'])
  })
})
