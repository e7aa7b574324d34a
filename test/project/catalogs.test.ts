import { describe, expect, it } from 'vitest'
import { exportDocument, lint, mergeDocument, openXliff, type Settings } from '../../src/project/index.ts'
import { convertXliff, readXliff, unitsOf, validateXliff } from '../../src/xliff/index.ts'
import { openTestProject, settings, source } from '../lint/open.ts'

const project = await openTestProject()
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

async function exported(name: string, content: string, to: 'uk' | 'ru' | 'en' = 'uk', given: Settings = settings()) {
  const from = to === 'en' ? 'uk' : 'en'
  const { files, problems, unusable } = await exportDocument(project, source(content, name), given, { from, to: [to] })
  return { xliff: files[0]?.text ?? '', codes: problems.map(problem => problem.code), unusable }
}

async function merged(name: string, content: string, xliff: string): Promise<string> {
  const opened = openXliff({ path: 'x.xlf', bytes: new TextEncoder().encode(xliff) })
  return text((await mergeDocument(project, opened, source(content, name), settings())).result!.bytes)
}

/** Targets by the name of their unit. */
const fill = (xliff: string, targets: Readonly<Record<string, string>>) =>
  Object.entries(targets).reduce((file, [name, target]) => {
    const at = file.indexOf(`name="${name}"`)
    const end = file.indexOf('</source>', at) + '</source>'.length
    return `${file.slice(0, end)}<target>${target}</target>${file.slice(end)}`
  }, xliff)

const targetsOf = (xliff: string) =>
  [...unitsOf(readXliff(xliff).value)].map(({ name, segments: [segment] }) => [
    name,
    segment!.target?.runs.map(run => (run.kind === 'text' ? run.text : `⟨${run.label}⟩`)).join(''),
    segment!.subState,
  ])

const po = `msgid ""
msgstr "Language: uk\\n"

#, c-format
msgid "Open %s"
msgstr "Відкрити %s"

#, fuzzy
msgid "Close. Now."
msgstr "Закрити"

msgid "Save"
msgstr ""
`

describe('a catalog goes to translators and back', () => {
  it('with the translations that it has, those that wait told apart', async () => {
    const { xliff } = await exported('x.po', po)
    expect(targetsOf(xliff)).toEqual([
      ['Open %s', 'Відкрити ⟨%s⟩', undefined],
      ['Close. Now.', 'Закрити', 'xliff12:needs-review-translation'],
      ['Save', undefined, undefined],
    ])
    expect(await merged('x.po', po, xliff)).toBe(po)
    const filled = fill(xliff, { Save: 'Зберегти' })
    expect(await merged('x.po', po, filled)).toBe(po.replace(/"Save"\nmsgstr ""/, '"Save"\nmsgstr "Зберегти"'))
    const reviewed = xliff.replace('subState="xliff12:needs-review-translation"', '')
    expect(await merged('x.po', po, reviewed)).toBe(po.replace('#, fuzzy\n', ''))
    const corrected = xliff.replace('Закрити', 'Закрий. Негайно.')
    expect(await merged('x.po', po, corrected)).toBe(
      po.replace('#, fuzzy\n', '').replace('Закрити', 'Закрий. Негайно.'),
    )
  })

  it('without the translations into another language', async () => {
    const { xliff } = await exported('x.po', po, 'ru')
    expect(targetsOf(xliff).map(([, target]) => target)).toEqual([undefined, undefined, undefined])
  })

  it('with the plural forms of the target, in JSON', async () => {
    const json = '{\n  "files_one": "{{count}} file",\n  "files_other": "{{count}} files"\n}\n'
    const { xliff } = await exported('x.json', json)
    expect(targetsOf(xliff).map(([name]) => name)).toEqual(['files_one', 'files_few', 'files_many', 'files_other'])
    expect(xliff).toContain('count: few (2, 3, 4, 22, …)')
    const code = /<ph [^>]*\/>/.exec(xliff)![0]
    const filled = fill(xliff, { files_one: `${code} файл`, files_few: `${code} файли`, files_many: `${code} файлів` })
    expect(await merged('x.json', json, filled)).toBe(
      '{\n  "files_one": "{{count}} файл",\n  "files_few": "{{count}} файли",\n  "files_many": "{{count}} файлів",\n  "files_other": "{{count}} files"\n}\n',
    )
    expect(await merged('x.json', json, xliff)).toBe(json)
  })

  it.each([
    ['a translation that does without a placeholder', 'x.po', po.replace('Відкрити %s', 'Відкрити'), {}],
    [
      'a copy that is longer than a subtitle may be',
      'x.srt',
      '1\n00:00:01,000 --> 00:00:01,500\nHello, world\n',
      { profile: 'omegat3' },
    ],
  ])('as valid XLIFF with %s', async (_, name, content, options) => {
    for (const version of ['1.2', '2.0', '2.1', '2.2'] as const) {
      const how = { from: 'en', to: ['uk'], version, ...options } as const
      const [file] = (await exportDocument(project, source(content, name), settings(), how)).files
      expect(validateXliff(file!.text, { strict: true }).problems).toEqual([])
      expect(await merged(name, content, file!.text)).toBe(content)
    }
  })

  it('with the branches of ICU messages in PO, where a message chooses between texts', async () => {
    const [count, chosen] = [
      '{n, plural, one {# cat of {who}} other {# cats}} left',
      '{n, plural, one {# кіт {who}} few {# коти} other {#}} пішли',
    ]
    const other = '\n#, python-format\nmsgid "%s of {x}"\nmsgstr ""\n'
    const catalog = (translation: string, hi = '') =>
      `msgid ""\nmsgstr "Language: uk\\n"\n\nmsgid "${count}"\nmsgstr "${translation}"\n\nmsgid "Hi {name}"\nmsgstr "${hi}"\n${other}`
    const { xliff } = await exported('x.po', catalog(chosen))
    const key = `${count}/n.`
    expect(targetsOf(xliff).map(([name, target]) => [name, target])).toEqual([
      [count, `⟨${count.replace(' left', '')}⟩ пішли`],
      [`${key}one`, '⟨#⟩ кіт ⟨{who}⟩'],
      [`${key}few`, '⟨#⟩ коти'],
      [`${key}many`, undefined],
      [`${key}other`, '⟨#⟩'],
      ['Hi {name}', undefined],
      ['%s of {x}', undefined],
    ])
    expect(await merged('x.po', catalog(chosen), xliff)).toBe(catalog(chosen))
    const [hash, name] = [/<ph [^>]*disp="#"[^>]*\/>/, /<ph [^>]*disp="\{name\}"[^>]*\/>/].map(ph => ph.exec(xliff)![0])
    const filled = fill(xliff, { [`${key}many`]: `${hash} котів {усі}`, 'Hi {name}': `Привіт, ${name}` })
    expect(await merged('x.po', catalog(chosen), filled)).toBe(
      catalog(chosen.replace(' other', " many {# котів '{'усі'}'} other"), 'Привіт, {name}'),
    )
    const russian = (await exported('x.po', catalog(chosen), 'ru')).xliff
    expect(targetsOf(russian).filter(([, target]) => target !== undefined)).toEqual([])
    expect(await merged('x.po', catalog(''), (await exported('x.po', catalog(''))).xliff)).toBe(catalog(''))
  })

  it('as valid XLIFF, with what a subtitle may hold', async () => {
    const srt = '1\n00:00:01,000 --> 00:00:02,500\nHello, world\nand all.\n'
    const { xliff } = await exported('x.srt', srt)
    expect(xliff).toContain('slr:sizeRestriction="25"')
    for (const version of ['2.0', '2.1', '2.2'] as const) {
      const { files } = await exportDocument(project, source(srt, 'x.srt'), settings(), {
        from: 'en',
        to: ['uk'],
        version,
      })
      expect(validateXliff(files[0]!.text).problems).toEqual([])
    }
    for (const [name, content] of [
      ['x.po', po],
      ['x.json', '{"a": "Hi {{n}}"}'],
    ] as const) {
      expect(validateXliff((await exported(name, content)).xliff).problems).toEqual([])
    }
    const old = convertXliff(xliff, readXliff(xliff).value, '1.2').value
    expect(old).toContain('maxwidth="25" size-unit="char"')
    expect(validateXliff(old).problems).toEqual([])
    expect(targetsOf(xliff)).toHaveLength(1)
    expect(await merged('x.srt', srt, fill(xliff, { c1: 'Привіт' }))).toBe(
      srt.replace('Hello, world\nand all.', 'Привіт'),
    )
  })
})

describe('a file that is no text', () => {
  it.each([
    ['zip', 'PK\u0003\u0004\n'],
    ['pdf', '%PDF-1.7\n'],
    ['rtf', '{\\rtf1 Hello.}'],
  ])('says what it is: %s', async (found, content) => {
    for (const name of ['x.md', 'x.html', 'x.po', 'x.srt', 'x.en.json', 'x.unknown']) {
      const { problems, unusable } = await lint(project, source(content, name), settings())
      expect([unusable, ...problems.map(({ code, data }) => [code, data])]).toEqual([
        true,
        ['text-mislabelled', { found }],
      ])
    }
  })
})

describe('a JSON file', () => {
  const refusal = async (name: string, content: string, given: Settings = settings()) => {
    const { problems, unusable } = await lint(project, source(content, name), given)
    expect(unusable).toBe(problems.length > 0)
    return problems.map(problem => problem.code)
  }

  it('that does not show what it is is refused, until it is said', async () => {
    expect(await refusal('x.json', '{"a": "Hello"}')).toEqual(['json-unknown'])
    expect(await refusal('x.json', '{"a": "Hello"}', settings({ readAs: 'icu' }))).toEqual([])
    expect(await refusal('x.json', '{"a": "Hello {name"', settings({ readAs: 'i18next' }))).toEqual(['json-syntax'])
    expect(await refusal('x.json', '{"a": "Hello",}')).toEqual(['json-syntax'])
  })

  it('of settings is never a catalog', async () => {
    for (const name of ['package.json', 'a/tsconfig.base.json', 'biome.json', '.eslintrc.json']) {
      expect(await refusal(name, '{"a": "{{x}}"}', settings({ readAs: 'icu' }))).toEqual(['json-settings'])
    }
  })
})

describe('a PO file in another encoding', () => {
  const header = (charset: string) =>
    `msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=${charset}\\n"\n"Language: ru\\n"\n\n`
  const bytesOf = (text: string, letters: Readonly<Record<string, number>>) =>
    Uint8Array.from(text, char => letters[char] ?? char.charCodeAt(0))
  const back = async (bytes: Uint8Array, target: string | undefined) => {
    const document = { path: 'x.po', bytes }
    const { files, problems } = await exportDocument(project, document, settings(), { from: 'en', to: ['ru'] })
    expect(problems).toEqual([])
    const xliff =
      target === undefined
        ? files[0]!.text
        : fill(files[0]!.text.replace(/<target>.*?<\/target>/g, ''), { Yes: target })
    const opened = openXliff({ path: 'x.xlf', bytes: new TextEncoder().encode(xliff) })
    return (await mergeDocument(project, opened, document, settings())).result!.bytes
  }

  it.each([
    ['KOI8-R', { Д: 0xe4, а: 0xc1 }],
    ['CP1251', { Д: 0xc4, а: 0xe0 }],
    ['ISO-8859-5', { Д: 0xb4, а: 0xd0 }],
  ])('stays in %s, and becomes UTF-8 where a letter needs it', async (charset, letters) => {
    const catalog = (name: string, translation: string) => `${header(name)}msgid "Yes"\nmsgstr "${translation}"\n`
    const bytes = bytesOf(catalog(charset, 'Да'), letters)
    expect(await back(bytes, undefined)).toEqual(bytes)
    expect(await back(bytes, 'аД')).toEqual(bytesOf(catalog(charset, 'аД'), letters))
    expect(text(await back(bytes, 'Да漢'))).toBe(catalog('UTF-8', 'Да漢'))
  })

  it('is told of where nobody knows the encoding, and in ASCII takes no other letters', async () => {
    const ascii = new TextEncoder().encode(`${header('ASCII')}msgid "Yes"\nmsgstr ""\n`)
    expect(text(await back(ascii, 'Да'))).toBe(`${header('UTF-8')}msgid "Yes"\nmsgstr "Да"\n`)
    const { problems } = await lint(
      project,
      { path: 'x.po', bytes: bytesOf(`${header('X-NO')}msgid "a"\nmsgstr "Д"\n`, { Д: 0xe4 }) },
      settings(),
    )
    expect(problems.map(({ code }) => code)).toEqual(['unreadable-encoding'])
  })
})

describe('lint of catalogs', () => {
  it('sees values only, at their places', async () => {
    const json = '{"Kiev": "Hi {name}, in \\"Kiev\\""}'
    const { problems } = await lint(project, source(json, 'x.json'), settings())
    expect(problems.map(({ span }) => json.slice(span.start, span.end))).toEqual(['Kiev'])
    expect(problems[0]!.span.start).toBe(json.lastIndexOf('Kiev'))
  })

  it('shows a key of PO without a fix', async () => {
    const { problems } = await lint(project, source('msgid "In Kiev"\nmsgstr "In Kiev"\n', 'x.po'), settings())
    expect(problems.map(problem => problem.fixes !== undefined)).toEqual([false, true])
  })
})
