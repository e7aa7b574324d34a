import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { openWorkplace } from './workplace.ts'

const { lay, path, run, text } = openWorkplace()

const article = '# Talks\n\n“Well,” said Mykhailo Podoliyak.\n\nPodoliak added **Medin**ski’s words from Kiev.\n'
const better = '# Talks\n\n“Well,” said Mykhailo Podoliak.\n\nPodoliak added **Medin**sky’s words from Kyiv.\n'

describe('lint', () => {
  it('shows places, reasons and suggestions, and ends with 1', async () => {
    await lay({ 'a.md': article })
    const { status, out, err } = await run(['lint', 'a.md', '--format', 'concise'])
    expect({ status, err }).toEqual({ status: 1, err: '' })
    expect(out).toMatch(/^a\.md:3:23: warning: .*Podoliyak.*Podoliak.* \[deprecated-spelling\]$/m)
    expect((await run(['lint', 'a.md'])).out).toContain('→ Podoliak')
    expect((await run(['lint', 'a.md', '--ui-language', 'uk'])).out).toContain('попередження')
  })

  it('gives JSON in the outside form, in which texts and spans agree', async () => {
    await lay({ 'a.md': article, 'b.md': 'Nothing.\n' })
    const { status, out } = await run(['lint', '--format', 'json', 'a.md', 'b.md'])
    const { version, files } = JSON.parse(out)
    expect([status, version, files.map((file: { path: string }) => file.path)]).toEqual([1, 1, ['a.md', 'b.md']])
    expect(files[1].problems).toEqual([])
    for (const { start, end, text: found, line, column } of files[0].problems) {
      expect(article.slice(start, end)).toBe(found)
      expect(
        article
          .split('\n')
          .slice(0, line - 1)
          .join('\n').length +
          (line > 1 ? 1 : 0) +
          column -
          1,
      ).toBe(start)
    }
  })

  it('heeds --fail-on, --quiet and rules of the configuration', async () => {
    await lay({ 'a.md': article })
    expect((await run(['lint', 'a.md', '--fail-on', 'error'])).status).toBe(0)
    expect((await run(['lint', 'a.md', '--fail-on', 'never'])).status).toBe(0)
    await lay({ 'tlumach.config.yaml': 'rules: {deprecated-spelling: "off", inconsistent-name: "off"}\n' })
    expect(await run(['lint', 'a.md', '-q'])).toEqual({ status: 0, out: '', err: '' })
  })

  it('takes an own glossary, and can do without the shipped one', async () => {
    const own = '- id: kyiv\n  kind: place\n  uk: { name: Київ }\n  ru: { name: Киев }\n'
    await lay({ 'a.md': article, 'own.yaml': own })
    const { out } = await run(['lint', '--no-default-glossary', '-g', 'own.yaml', '--style', 'official', 'a.md'])
    expect(out).not.toContain('Medinsky (')
    expect((await run(['lint', '--no-default-glossary', 'a.md', '--format', 'concise'])).out).not.toContain('Kiev')
  })

  it('reads standard input by the name it is given', async () => {
    const markdown = await run(['lint', '--stdin-filename', 'x.md', '--format', 'json', '-'], { input: '`Kiev` Kiev' })
    const named = await run(['lint', '--stdin-filename', 'x.md', '--format', 'json'], { input: '`Kiev` Kiev' })
    expect(named).toEqual(markdown)
    const [file] = JSON.parse(markdown.out).files
    expect([file.path, file.problems.map((problem: { start: number }) => problem.start)]).toEqual(['x.md', [7]])
  })

  it('can be silenced in the text', async () => {
    await lay({ 'a.md': '<!-- tlumach-disable-next-line deprecated-spelling -->\nKiev.\n' })
    expect((await run(['lint', 'a.md'])).status).toBe(0)
  })
})

describe('normalize', () => {
  it('writes the text with its names mended to standard output, and nothing else', async () => {
    await lay({ 'a.md': article })
    expect(await run(['normalize', 'a.md'])).toEqual({ status: 0, out: better, err: '' })
    expect(await run(['normalize', '--stdin-filename', 'a.md', '-'], { input: article })).toMatchObject({ out: better })
    expect(await run(['normalize', '-'], { input: 'Kiev' })).toMatchObject({ status: 0, out: 'Kyiv' })
    expect(await text('a.md')).toBe(article)
  })

  it('keeps the encoding and its mark', async () => {
    const utf16 = (content: string) => Buffer.from(`\ufeff${content}`, 'utf16le')
    await lay({ 'a.txt': utf16('Kiev.\r\n'), 'b.txt': '\ufeffKiev.\r\n' })
    await run(['normalize', '--write', 'a.txt', 'b.txt'])
    expect(await readFile(path('a.txt'))).toEqual(utf16('Kyiv.\r\n'))
    expect(await text('b.txt')).toBe('\ufeffKyiv.\r\n')
  })

  it('--write changes files, undo takes it back', async () => {
    await lay({ 'a.md': article, 'b.txt': 'Київ.\n', 'c/c.txt': 'Kiev\n' })
    const { status, err } = await run(['normalize', '--write', '.'])
    expect(status).toBe(0)
    expect(err.split('\n')).toEqual(['Changed: a.md', 'Changed: c/c.txt', '“tlumach undo” takes this back.', ''])
    expect([await text('a.md'), await text('c/c.txt')]).toEqual([better, 'Kyiv\n'])
    await lay({ 'c/c.txt': 'mine\n' })
    const undone = await run(['undo'])
    expect(undone.status).toBe(2)
    expect(undone.err).toContain('error: “c/c.txt” has changed since and is left as it is.')
    expect([await text('a.md'), await text('c/c.txt')]).toEqual([article, 'mine\n'])
  })

  it('undo works with a configuration above, and finds nothing where nothing was done', async () => {
    await lay({ 'tlumach.config.yaml': '', 'a.md': article })
    expect(await run(['undo'])).toEqual({ status: 0, out: '', err: 'There is nothing to take back.\n' })
    await run(['normalize', '--write', '--quiet', 'a.md'])
    expect(await run(['undo', '--quiet'])).toEqual({ status: 0, out: '', err: '' })
    expect(await text('a.md')).toBe(article)
  })

  it('--check changes nothing and ends with 1, --diff shows what would change', async () => {
    await lay({ 'a.md': article, 'b.md': better })
    expect(await run(['normalize', '--check', 'a.md', 'b.md'])).toEqual({
      status: 1,
      out: '',
      err: 'Would change: a.md\n',
    })
    expect(await run(['normalize', '--check', 'b.md'])).toEqual({ status: 0, out: '', err: 'Nothing to change.\n' })
    const { status, out } = await run(['normalize', '--diff', 'a.md'])
    expect(status).toBe(0)
    expect(out.split('\n').filter(line => /^[-+]/.test(line))).toEqual([
      '--- a.md',
      '+++ a.md',
      '-“Well,” said Mykhailo Podoliyak.',
      '+“Well,” said Mykhailo Podoliak.',
      '-Podoliak added **Medin**ski’s words from Kiev.',
      '+Podoliak added **Medin**sky’s words from Kyiv.',
    ])
    expect(await text('a.md')).toBe(article)
  })

  it('is idempotent', async () => {
    expect((await run(['normalize', '--stdin-filename', 'a.md', '-'], { input: better })).out).toBe(better)
  })

  it('refuses to mix several texts', async () => {
    await lay({ 'a.md': article, 'b.md': article })
    expect((await run(['normalize', 'a.md', 'b.md'])).status).toBe(2)
  })
})

describe('names', () => {
  it('lists spellings with counts, places and concepts', async () => {
    await lay({ 'a.md': article })
    const { status, out } = await run(['names', 'a.md'])
    expect(status).toBe(0)
    expect(out).toContain('podoliak-mykhailo')
    expect(out).toMatch(/Kiev × 1 {2}deprecated {2}5:\d+/)
    const { version, names } = JSON.parse((await run(['names', '--format', 'json', 'a.md'])).out)
    expect(version).toBe(1)
    for (const { places, count } of names.flatMap((name: { spellings: unknown[] }) => name.spellings)) {
      expect(places.length).toBe(count)
      for (const { line, column, start } of places)
        expect(
          article
            .split('\n')
            .slice(0, line - 1)
            .join('\n').length +
            1 +
            column -
            1,
        ).toBe(start)
    }
  })

  it('says which letters two spellings of an unlisted name write differently', async () => {
    await lay({ 'a.md': 'Mr Zabrodikin spoke. Later Zabrodykin left, and Zabrodikin was seen again.\n' })
    const { out } = await run(['names', 'a.md'])
    expect(out).toContain('Забродикин')
    expect(out).toMatch(/Zabrodykin × 1 {2}y\/i = и {2}1:\d+/)
    expect(out).toMatch(/\d\d% sure/)
  })

  it('tells of each place which of several texts it is in', async () => {
    await lay({ 'a.md': 'Mr Zabrodikin spoke.\n', 'b.md': 'Mr Zabrodykin left.\n' })
    const { out } = await run(['names', 'a.md', 'b.md'])
    expect(out).toMatch(/Zabrodikin × 1 {2}.*a\.md:1:4/)
    expect(out).toMatch(/Zabrodykin × 1 {2}.*b\.md:1:4/)
  })

  it('lists a name that the glossary matches but that is somebody else’s', async () => {
    await lay({ 'a.md': 'Iryna Tymchenko spoke to reporters. Ivan Podoliak left.\n' })
    const { out } = await run(['names', 'a.md'])
    expect(out).toMatch(/Tymchenko × 1 /)
    expect(out).toMatch(/Podoliak × 1 /)
    expect(out).not.toContain('podoliak-mykhailo')
  })

  it('counts no dish among the names', async () => {
    await lay({ 'a.md': 'We ate chicken Kiev in Kyiv.\n' })
    const { out } = await run(['names', 'a.md'])
    expect(out).not.toContain('Kiev')
  })

  it('takes ё and е for one letter', async () => {
    const russian = ['Вчера Алёна Белова приехала в город и сказала об этом.', 'Потом Алена Белова уехала из города.']
    await lay({ 'a.md': `${russian.join('\n\n')}\n` })
    const { names } = JSON.parse((await run(['names', '--format', 'json', 'a.md'])).out)
    const spelled = names.flatMap((name: { spellings: { text: string; count: number }[] }) => name.spellings)
    expect(spelled.map(({ text, count }: { text: string; count: number }) => `${text} ${count}`)).toEqual([
      'Алёна Белова 2',
    ])
  })

  it('says so where nothing is to be proposed', async () => {
    await lay({ 'a.md': 'Mr Zabrodikin spoke.\n' })
    const { status, out, err } = await run(['names', '--propose', 'a.md'])
    expect({ status, out }).toEqual({ status: 0, out: '' })
    expect(err).toContain('Nothing is proposed')
  })
})

describe('export and merge', () => {
  it('carry a text to a translator and back', async () => {
    await lay({ 'a.en.md': article })
    expect(await run(['export', 'a.en.md', '--to', 'uk,ru', '--out-dir', 'x'])).toMatchObject({ status: 0, out: '' })
    const xliff = await text('x/a.uk.xlf')
    expect(xliff).toContain('trgLang="uk"')
    expect(await text('x/a.ru.xlf')).toContain('trgLang="ru"')
    const merged = await run(['merge', 'x/a.uk.xlf', '--source', 'a.en.md', '-o', '-'])
    expect(merged).toMatchObject({ status: 0, out: article })
    expect(merged.err).toContain('[merge-untranslated]')
  })

  it('merge beside the XLIFF into the format of the source', async () => {
    await lay({ 'a.en.md': 'Peace.\n' })
    await run(['export', 'a.en.md', '--to', 'uk', '-q'])
    const xliff = (await text('a.uk.xlf')).replace(/<source([^>]*)>Peace\.<\/source>/, '$&\n<target$1>Мир.</target>')
    await lay({ 'a.uk.xlf': xliff })
    expect(await run(['merge', 'a.uk.xlf', '-q'])).toEqual({ status: 0, out: '', err: '' })
    expect(await text('a.uk.md')).toBe('Мир.\n')
  })

  it('overwrite nothing unless forced', async () => {
    await lay({ 'a.en.md': 'Peace.\n', 'a.uk.xlf': 'mine' })
    expect(await run(['export', 'a.en.md', '--to', 'uk'])).toEqual({
      status: 2,
      out: '',
      err: 'error: “a.uk.xlf” is there already; --force overwrites it.\n',
    })
    expect(await text('a.uk.xlf')).toBe('mine')
    expect((await run(['export', 'a.en.md', '--to', 'uk', '--force'])).status).toBe(0)
  })

  it('--strict refuses and writes nothing', async () => {
    await lay({ 'a.en.md': 'Peace.\n' })
    await run(['export', 'a.en.md', '--to', 'uk'])
    expect((await run(['merge', '--strict', 'a.uk.xlf'])).status).toBe(1)
    await expect(text('a.uk.md')).rejects.toThrow('ENOENT')
  })

  it('work from standard input, with the source inside', async () => {
    const { status, out } = await run(['export', '--stdin-filename', 'a.en.md', '--to', 'uk', '-'], { input: article })
    expect(status).toBe(0)
    expect(await run(['merge', '-', '-q'], { input: out })).toEqual({ status: 0, out: article, err: '' })
    expect((await run(['export', '--to', 'uk,ru', '-'], { input: article })).status).toBe(2)
  })

  it('say what is missing', async () => {
    await lay({ 'a.md': '1 2 3\n', 'b.uk.xlf': '<xliff', 'c.md': 'Peace.\n' })
    expect(await run(['export', 'a.md', '--to', 'uk'])).toEqual({
      status: 0,
      out: '',
      err: '“a.md” has nothing to translate.\n',
    })
    expect((await run(['merge', 'b.uk.xlf'])).status).toBe(2)
    await run(['export', 'c.md', '--to', 'uk', '--from', 'en', '--source', 'elsewhere.md'])
    expect((await run(['merge', 'c.uk.xlf'])).err).toBe(
      'error: The source of “c.uk.xlf” (“elsewhere.md”) is not found; name it with --source.\n',
    )
  })
})

describe('romanize and cyrillize', () => {
  it('work on arguments and on standard input', async () => {
    expect(await run(['romanize', '--scheme', 'kmu-2010', 'Згурський'])).toEqual({
      status: 0,
      out: 'Zghurskyi\n',
      err: '',
    })
    expect(await run(['romanize', '-s', 'KMU-2010', '-'], { input: 'Київ\r\nБориспіль' })).toMatchObject({
      out: 'Kyiv\r\nBoryspil',
    })
    expect(await run(['cyrillize', '-s', 'kmu-2010', 'Podoliak'])).toMatchObject({ status: 0, out: 'Подоляк\n' })
    expect((await run(['romanize', '--list'])).out).toMatch(/^kmu-2010 +uk +/m)
  })
})

describe('init', () => {
  it('writes a configuration that is explained and valid, and overwrites none', async () => {
    await lay({ 'a.md': 'a' })
    expect((await run(['init', '--ui-language', 'uk'])).status).toBe(0)
    expect(await text('tlumach.config.yaml')).toContain('# Стиль видання.')
    expect((await run(['init'])).status).toBe(2)
    expect((await run(['lint', 'a.md'])).status).toBe(0)
    const live = (await text('tlumach.config.yaml'))
      .replace(/^# (?=[a-zA-Z]+:| {2})/gm, '')
      .replace(/^glossaries:\n.*\n/m, '')
    await lay({ 'tlumach.config.yaml': live })
    expect(await run(['lint', '-q', 'a.md'])).toEqual({ status: 0, out: '', err: '' })
  })
})

describe('the terminal', () => {
  it('has colour where it is asked for', async () => {
    await lay({ 'a.md': article })
    const colored = async (env: Record<string, string>) =>
      (await run(['lint', 'a.md'], { env })).out.includes('\u001b[')
    expect(await colored({})).toBe(false)
    expect(await colored({ FORCE_COLOR: '1' })).toBe(true)
    expect(await colored({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false)
    expect(await colored({ FORCE_COLOR: '0' })).toBe(false)
  })
})

describe('validate and convert', () => {
  it('check XLIFF with the reports of lint, and turn it into another version', async () => {
    await lay({ 'a.en.md': article })
    await run(['export', 'a.en.md', '--to', 'uk', '-q'])
    expect(await run(['validate', 'a.uk.xlf'])).toEqual({ status: 0, out: 'No problems in 1 file.\n', err: '' })
    const broken = (await text('a.uk.xlf')).replace('srcLang="en"', '')
    await lay({ 'b.xlf': broken })
    const { status, out } = await run(['validate', '--format', 'json', 'b.xlf'])
    expect(status).toBe(1)
    const [first] = JSON.parse(out).files[0].problems
    expect(first).toMatchObject({
      code: 'xliff-attribute-missing',
      severity: 'error',
      line: 1 + broken.slice(0, first.start).split('\n').length - 1,
    })
    expect(first.clause).toBeTruthy()

    expect((await run(['convert', 'a.uk.xlf'])).out).toBe(await text('a.uk.xlf'))
    expect((await run(['convert', '--to', '1.2', '-o', 'old.xlf', 'a.uk.xlf'])).status).toBe(0)
    expect(await text('old.xlf')).toContain('version="1.2"')
    expect((await run(['validate', 'old.xlf', '--level', 'error'])).status).toBe(0)
    expect((await run(['convert', '--to', '3.0', 'a.uk.xlf'])).status).toBe(2)
  })
})

describe('merge of XLIFF 1.2', () => {
  it('knows the language of the translation from its file', async () => {
    await lay({ 'a.md': '---\nlang: en\n---\n\nThey met.\n' })
    await run(['export', '--to', 'uk', '--xliff', '1.2', 'a.md'])
    const exported = await text('a.uk.xlf')
    await lay({ 'a.uk.xlf': exported.replace('</source>', '</source><target>Вони зустрілися.</target>') })
    expect((await run(['merge', 'a.uk.xlf'])).status).toBe(0)
    expect(await text('a.uk.md')).toBe('---\nlang: uk\n---\n\nВони зустрілися.\n')
  })
})

describe('names --propose', () => {
  it('writes a glossary that can be used', async () => {
    await lay({ 'a.txt': 'Petro Vyshnyvetskyi spoke. Vyshnyvetsky left. Then Vyshnyvetskyi came.\n' })
    const { status, out } = await run(['names', '--propose', 'a.txt'])
    expect(status).toBe(0)
    await lay({ 'own.yaml': out || '[]\n' })
    expect((await run(['lint', '-g', 'own.yaml', 'a.txt', '--fail-on', 'never'])).status).toBe(0)
  })
})

it('leaves one thing to do at the end of a process, however often it runs through many texts', async () => {
  await lay(Object.fromEntries(Array.from({ length: 64 }, (_, i) => [`${i}.txt`, 'Nothing.\n'])))
  const before = process.listenerCount('exit')
  for (let i = 0; i < 3; i++)
    expect(await run(['lint', '--no-default-glossary', '--threads', '1', '.'])).toMatchObject({ status: 0 })
  expect(process.listenerCount('exit') - before).toBeLessThanOrEqual(1)
})
