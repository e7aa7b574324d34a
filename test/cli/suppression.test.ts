import { describe, expect, it } from 'vitest'
import { openWorkplace } from './workplace.ts'

const { lay, run } = openWorkplace()

/** The codes found in a text, with their lines, where comments that silence must give a reason. */
async function check(name: string, text: string, found: readonly string[], reason = 'required'): Promise<void> {
  await lay({ [name]: text, 'tlumach.config.yaml': `suppressions: { reason: ${reason} }\n` })
  const { out } = await run(['lint', '--format', 'concise', name])
  expect(out.split('\n').flatMap(line => /:(\d+):\d+: .*\[(.*)\]$/.exec(line)?.slice(1, 3).join(' ') ?? [])).toEqual(
    found,
  )
}

describe('comments that silence', () => {
  it.each(['a.md', 'a.html'])('must give a reason where the configuration says so: %s', async name => {
    const next = (after: string) => `<!-- tlumach-disable-next-line deprecated-spelling${after} -->\n<p>Kiev.</p>\n`
    await check(name, next(' -- as the book has it'), [])
    await check(name, next(''), ['1 suppression-reason'])
    await check(name, next(' --'), ['1 suppression-reason'])
    await check(name, next(''), [], 'optional')
  })

  it.each(['a.md', 'a.html'])('may silence a line, a stretch or a file: %s', async name => {
    await check(name, '<p>Kiev. <!-- tlumach-disable-line -- quoted --></p>\n\n<p>Kiev.</p>\n', [
      '3 deprecated-spelling',
    ])
    const stretch = '<!-- tlumach-disable -- quoted -->\n\n<p>Kiev.</p>\n\n<!-- tlumach-enable -->\n\n<p>Kiev.</p>\n'
    await check(name, stretch, ['7 deprecated-spelling'])
    await check(name, '<p>Kiev.</p>\n\n<!-- tlumach-disable-file -- quoted -->\n', [])
    await check(name, '<!-- tlumach-disable-file mixed-script -- why -->\n\n<p>Kiev.</p>\n', [
      '1 unused-suppression',
      '3 deprecated-spelling',
    ])
  })
})
