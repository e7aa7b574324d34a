import { describe, expect, it } from 'vitest'
import { openWorkplace } from './workplace.ts'

const { lay, run } = openWorkplace()

/** One sentence on standard error, nothing on standard output, status 2, and never a stack trace. */
async function check(line: readonly string[], sentence: string, env: Record<string, string> = {}): Promise<void> {
  const { status, out, err } = await run(line, { env })
  expect({ status, out, err }).toEqual({ status: 2, out: '', err: `${sentence}\n` })
}

describe('what cannot be understood', () => {
  it('is one sentence', async () => {
    await check(['lnt'], 'error: There is no command “lnt”. Did you mean lint?')
    await check(['lnit'], 'error: There is no command “lnit”. Did you mean lint?')
    await check(['translate-all'], 'error: There is no command “translate-all”.')
    await check(['lint', '--stile', 'x', 'a.md'], 'error: There is no option --stile. Did you mean --style?')
    await check(['names', '--across', '.'], 'error: “names” has no option --across; it belongs to: lint.')
    await check(['lint'], 'error: Nothing to work on: give at least one argument (files).')
    await check(['lint', '--style'], 'error: The option --style needs a value.')
    await check(
      ['lint', '--format', 'xml', 'a.md'],
      'error: “xml” is no value for --format; possible: pretty, concise, json, jsonl, sarif, github, gitlab, rdjson, checkstyle, junit, html.',
    )
    await check(['export', '--to', 'uk,pl', 'a.md'], 'error: “uk,pl” is no value for --to; possible: en, uk, ru.')
    await check(['undo', 'x'], 'error: There are too many arguments.')
    await check(['help', 'nope'], 'error: There is no command “nope”.')
    await check(['completion', 'tcsh'], 'error: There is no completion for “tcsh”; possible: bash, zsh, fish.')
    await check(['romanize', 'Київ'], 'error: Choose a scheme with --scheme; “tlumach romanize --list” lists them.')
    await check(['romanize', '-s', 'kmu2010', 'Київ'], 'error: There is no scheme “kmu2010”. Did you mean kmu-2010?')
    await check(['lint', '--date', '2022-13-01', 'a.md'], 'error: “2022-13-01” is not a date of the form YYYY-MM-DD.')
    await check(['normalize', '--write', '-'], 'error: Standard input cannot be changed in place; leave --write out.')
    await check(['normalize', '--write', '--check', 'a'], 'error: --write and --check exclude each other.')
    await check(['export', 'a.md'], 'error: Choose the languages to translate into with --to, such as --to uk,ru.')
  })

  it('is said in the language of the user', async () => {
    await check(['lint', '--stile', 'x'], 'помилка: Параметра --stile не існує. Можливо, ви мали на увазі --style?', {
      LANG: 'uk_UA.UTF-8',
    })
    await check(['--ui-language', 'ru', 'nope'], 'ошибка: Команды «nope» не существует.')
    await check(['lint', '--ui-language=uk', 'нема.md'], 'помилка: Файлу або теки «нема.md» не існує.')
  })
})

describe('inputs that cannot be used', () => {
  it('are one sentence each, and the others are still processed', async () => {
    await lay({ 'a.md': 'Nothing to see.\n', 'folder/picture.png': '' })
    const { status, out, err } = await run(['lint', 'nothing.md', 'folder', '*.rst', 'a.md'])
    expect(status).toBe(2)
    expect(out).toBe('No problems in 1 file.\n')
    expect(err.split('\n')).toEqual([
      'error: There is no file or folder “nothing.md”.',
      'error: The folder “folder” holds no file that can be read.',
      'error: No file matches “*.rst”.',
      '',
    ])
  })

  it('include a folder where one file is meant', async () => {
    await lay({ 'names/a.yaml': '[]\n' })
    await check(['glossary', 'check', 'names'], 'error: “names” is a folder; name the files in it.')
  })

  it('include what is no XLIFF at all', async () => {
    await lay({ 'a.md': 'Kyiv.\n', 'b.xlf': 'Kyiv.\n' })
    const sentence = (path: string) => `error: ${path}: This is no XLIFF file: it does not begin as XML does.`
    for (const command of ['validate', 'convert']) await check([command, 'a.md'], sentence('a.md'))
    await check(['check', 'b.xlf'], sentence('b.xlf'))
    await check(['merge', 'a.md'], sentence('a.md'))
  })

  it('include texts in another encoding, and pictures', async () => {
    await lay({ 'old.txt': Buffer.from([0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0]), 'nul.md': 'a\0b' })
    const { status, out, err } = await run(['lint', 'old.txt', 'nul.md'])
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toContain(
      'error: old.txt: The file is neither UTF-8 nor UTF-16 with a byte-order mark (BOM): byte 1 does not fit utf-8.',
    )
    expect(err).toContain('error: nul.md: This is a binary file, not a text.')
  })

  it('include glossaries and configurations, with the place', async () => {
    await lay({ 'a.md': 'a', 'g.yaml': '- id: x\n  kind: persn\n', 'bad.yaml': 'style: 5\nplaces: {quote: fix}\n' })
    const glossary = await run(['lint', '-g', 'g.yaml', 'a.md'])
    expect(glossary).toMatchObject({ status: 2, out: '' })
    expect(glossary.err).toMatch(/^g\.yaml:2:9: error: /)
    expect(await run(['lint', '-g', 'none.yaml', 'a.md'])).toEqual({
      status: 2,
      out: '',
      err: 'error: none.yaml: The glossary cannot be read.\n',
    })
    const config = await run(['lint', '--config', 'bad.yaml', 'a.md'])
    expect(config.status).toBe(2)
    expect(config.err.split('\n').sort()).toEqual([
      '',
      'bad.yaml:1:8: error: The setting “style” has a wrong value; expected: string. [config-value]',
      'bad.yaml:2:10: error: There is no setting “places.quote”. [config-unknown-key]',
    ])
    expect((await run(['lint', '--config', 'none.yaml', 'a.md'])).err).toBe(
      'error: The configuration “none.yaml” cannot be read.\n',
    )
    expect((await run(['lint', '--style', 'nope', 'a.md'])).err).toMatch(/^error: There is no style “nope”; possible: /)
  })
})

describe('help', () => {
  it.each(['en', 'uk', 'ru'])('of the first screen is one screen, in %s', async language => {
    const { status, out } = await run(['--help', '--ui-language', language])
    expect(status).toBe(0)
    expect(out.split('\n').length).toBeLessThanOrEqual(44)
    expect(out.split('\n').filter(line => line.length > 80)).toEqual([])
  })

  it.each([
    'lint',
    'normalize',
    'undo',
    'names',
    'export',
    'merge',
    'validate',
    'convert',
    'romanize',
    'cyrillize',
    'init',
    'completion',
  ])('of %s has examples in three languages', async command => {
    const pages = await Promise.all(
      ['en', 'uk', 'ru'].map(async language => (await run([command, '--help', '--ui-language', language])).out),
    )
    for (const page of pages) expect(page).toContain(`$ `)
    expect(new Set(pages).size).toBe(3)
    expect(await run(['help', command])).toEqual({ status: 0, out: pages[0], err: '' })
    for (const page of pages.slice(1)) expect(page).not.toMatch(/Usage|Options|Examples|Arguments/)
  })

  it('is shown where nothing is asked for', async () => {
    const { status, out, err } = await run([])
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toMatch(/^Usage: tlumach command/)
  })

  it('has a version', async () => {
    expect(await run(['--version'])).toEqual({ status: 0, out: '0.0.0-test\n', err: '' })
  })
})
