import { describe, expect, it } from 'vitest'
import { openWorkplace } from './workplace.ts'

const { lay, run } = openWorkplace()

/** The codes found in the files given, by `path:line`. */
async function check(files: readonly string[], want: readonly string[]): Promise<void> {
  const { out, err } = await run(['lint', '--format', 'concise', '--fail-on', 'never', ...files])
  expect(err).toBe('')
  expect(
    out.split('\n').flatMap(line => /^(.*?:\d+):\d+: .*\[(.*)\]$/.exec(line)?.slice(1, 3).join(' ') ?? []),
  ).toEqual(want)
}

describe('the configuration', () => {
  it('may be YAML, JSON or a field of package.json, with spaces or tabs', async () => {
    await lay({ 'a.md': 'Kiev.\n' })
    await check(['a.md'], ['a.md:1 deprecated-spelling'])
    await lay({
      'package.json':
        '{\n\t"name": "x",\n\t"tlumach": {\n\t\t"rules": {\n\t\t\t"deprecated-spelling": "off"\n\t\t}\n\t}\n}\n',
    })
    await check(['a.md'], [])
    await lay({ 'tlumach.config.json': '{"$schema": "x", "rules": {}}' })
    await check(['a.md'], ['a.md:1 deprecated-spelling'])
    await lay({ 'tlumach.config.yaml': '# ours\nrules:\n  deprecated-spelling: off\n' })
    await check(['a.md'], [])
  })

  it('has settings for some files; a later one goes before an earlier one', async () => {
    await lay({
      'a.md': 'Kiev.\n',
      'old/a.md': 'Kiev.\n',
      'old/new/a.md': 'Kiev.\n',
      'tlumach.config.yaml': [
        'overrides:',
        '  - files: [old/**]',
        '    rules: { deprecated-spelling: "off" }',
        '  - files: [old/new/*.md]',
        '    rules: { deprecated-spelling: error }',
      ].join('\n'),
    })
    await check(['.'], ['a.md:1 deprecated-spelling', 'old/new/a.md:1 deprecated-spelling'])
    expect((await run(['lint', 'old/new/a.md', '--fail-on', 'error'])).status).toBe(1)
    expect((await run(['lint', 'a.md', '--fail-on', 'error'])).status).toBe(0)
  })

  it('ignores files, and finds own glossaries beside itself', async () => {
    const own =
      '- id: own\n  kind: place\n  en: [{ text: Hlyboke, part: name, status: preferred }]\n  variants: [{ lang: en, text: Glyboke, part: name, status: deprecated, reason: ours }]\n'
    await lay({
      'config/tlumach.config.yaml': 'glossaries: [own.yaml]\nignore: [skip/]\n',
      'config/own.yaml': own,
      'config/skip/b.md': 'Kiev.\n',
      'config/c.md': 'Glyboke.\n',
    })
    const { out } = await run(['lint', '--config', 'config/tlumach.config.yaml', '--format', 'concise', 'config'])
    expect(out).toContain('config/c.md:1:1: warning: “Glyboke”')
    expect(out).not.toContain('skip')
  })

  it('says where quotations are to be mended', async () => {
    await lay({ 'a.md': '“I was in Kiev,” he said.\n' })
    const normalized = async () => (await run(['normalize', 'a.md'])).out
    expect(await normalized()).toBe('“I was in Kiev,” he said.\n')
    await lay({ 'tlumach.config.yaml': 'places: { quotation: fix }\n' })
    expect(await normalized()).toBe('“I was in Kyiv,” he said.\n')
  })
})
