import { rm } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { openWorkplace } from './workplace.ts'

const { lay, path, run, text } = openWorkplace()

const article = 'The train from Kiev was late.\n\nIn Kharkov it rained, and in Odessa it did not.\n'
const concise = async (...options: readonly string[]) => run(['lint', '--format', 'concise', ...options])
const clean = { status: 0, out: '', err: '' }

describe('lint --baseline', () => {
  it('leaves out what is known, wherever it has moved, and shows what is new', async () => {
    await lay({ 'a.md': article, 'b/b.md': article })
    expect((await concise('.')).status).toBe(1)
    expect(await concise('--write-baseline', '.')).toEqual({
      ...clean,
      err: '.tlumach/baseline.json: 6 findings written.\n',
    })
    expect(await concise('--baseline', '.')).toEqual(clean)
    await lay({ 'a.md': `# A title\n\nSome words.\n\nA sentence. ${article}\nZaporozhye.\n` })
    const { status, out } = await concise('--baseline', '.')
    expect(status).toBe(1)
    expect(out).toMatch(/^a\.md:9:1: warning: .*Zaporozhye[^\n]*\n$/)
  })

  it('is sorted, an entry a line, and keeps what other runs have written', async () => {
    await lay({ 'a.md': article, 'b.md': article })
    await concise('--write-baseline', 'b.md')
    await concise('--write-baseline', 'a.md')
    const entries = (await text('.tlumach/baseline.json')).split('\n').filter(line => line.includes('.md'))
    expect(entries).toHaveLength(6)
    expect(entries).toEqual(entries.toSorted((a, b) => (a.replace(/,$/, '') < b.replace(/,$/, '') ? -1 : 1)))
    await rm(path('b.md'))
    await concise('--write-baseline', 'a.md')
    expect(await text('.tlumach/baseline.json')).not.toContain('b.md')
  })

  it('tells as information what it knows in vain', async () => {
    await lay({ 'a.md': article })
    await concise('--write-baseline', 'a.md')
    await lay({ 'a.md': article.replace('Kiev', 'Kyiv') })
    const { status, out } = await concise('--baseline', 'a.md')
    expect(status).toBe(0)
    expect(out).toMatch(/^a\.md:1:1: info: .*1 finding of deprecated-spelling.*\[baseline-unused\]\n$/)
  })

  it('may be any JSON file, and knows equal findings by their number', async () => {
    await lay({ 'a.md': 'Kiev\n' })
    await concise('--baseline', 'known.json', '--write-baseline', 'a.md')
    expect(await concise('--baseline', 'known.json', 'a.md')).toEqual(clean)
    await lay({ 'a.md': 'Kiev\n\nKiev\n' })
    expect((await concise('--baseline', 'known.json', 'a.md')).out).toMatch(/^a\.md:3:1: [^\n]*\n$/)
  })

  it('goes with every report and with --fix', async () => {
    await lay({ 'a.md': article, 'b.md': 'Kiev.\n' })
    await concise('--write-baseline', 'a.md')
    const { files } = JSON.parse((await run(['lint', '--baseline', '--format', 'json', 'a.md', 'b.md'])).out)
    expect(files.map((file: { problems: unknown[] }) => file.problems.length)).toEqual([0, 1])
    expect((await run(['lint', '--baseline', '--fix', 'b.md'])).status).toBe(0)
    expect(await text('b.md')).toBe('Kyiv.\n')
  })

  it('is refused in one sentence where it cannot be used', async () => {
    await lay({ 'a.md': article, 'x.json': '{}' })
    const missing = 'error: There is no baseline “.tlumach/baseline.json”; --write-baseline writes it.\n'
    expect(await concise('--baseline', 'a.md')).toEqual({ status: 2, out: '', err: missing })
    const unreadable = 'error: “x.json” is not a baseline that can be read.\n'
    expect(await concise('--baseline', 'x.json', 'a.md')).toEqual({ status: 2, out: '', err: unreadable })
  })
})
