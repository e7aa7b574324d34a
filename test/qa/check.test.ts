import { describe, expect, it } from 'vitest'
import { openWorkplace } from '../cli/workplace.ts'

const { lay, run, text } = openWorkplace()

/** An XLIFF file with one unit a pair; the target may be absent. */
const xliff = (...pairs: readonly (readonly [source: string, target?: string, state?: string])[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!-- kept -->\n<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version="2.1"  srcLang="en" trgLang="uk">\n<file id="f">\n${pairs
    .map(
      ([source, target, state], i) =>
        `<unit id="u${i}"><segment${state ? ` state="${state}"` : ''}><source>${source}</source>${
          target === undefined ? '' : `<target>${target}</target>`
        }</segment></unit>\n`,
    )
    .join('')}</file>\n</xliff>\n`

describe('check', () => {
  it('shows the place in the file, with the segment’s number in JSON, and ends with 1', async () => {
    const file = xliff(['One &amp; <ph id="1"/>two.', 'Один &amp;  <ph id="1"/>два.'], ['In 2014.', 'У 2015.'])
    await lay({ 'a.xlf': file })
    const { status, out, err } = await run(['check', 'a.xlf', '--format', 'json'])
    const problems = JSON.parse(out).files[0].problems as { code: string; start: number; end: number; text: string }[]
    expect({ status, err }).toEqual({ status: 1, err: '' })
    expect(problems.map(({ code, text }) => [code, text])).toEqual([
      ['double-space', '  '],
      ['number', '2015'],
    ])
    for (const { start, end, text: found } of problems) expect(file.slice(start, end)).toBe(found)
    expect(file.slice(problems[1]!.start - 2, problems[1]!.end)).toBe('У 2015')
  })

  it('says nothing of a good translation, and of what is not to be translated', async () => {
    const good = xliff(
      ['Kyiv, 5 June 2020.', 'Київ, 5 червня 2020 року.'],
      ['Save <pc id="1">all</pc>', '<pc id="1">Зберегти</pc> все'],
    )
    const locked = xliff(['Hello.', 'Hello.  ']).replace('<unit id="u0"', '<unit id="u0" translate="no"')
    await lay({ 'a.xlf': good, 'b.xlf': locked })
    expect((await run(['check', 'a.xlf', 'b.xlf', '-q'])).out).toBe('')
  })

  it('is told by --level and the configuration what counts', async () => {
    await lay({ 'a.xlf': xliff(['Ready', 'Готово.'], ['Two.', 'Два.  Три.']) })
    expect((await run(['check', 'a.xlf', '--format', 'concise'])).out).toMatch(/end-punctuation[\s\S]*double-space/)
    expect((await run(['check', 'a.xlf', '--format', 'concise', '--level', 'warning'])).out).not.toContain(
      'end-punctuation',
    )
    await lay({ 'tlumach.config.yaml': 'rules: { double-space: "off", end-punctuation: "off" }\n' })
    expect((await run(['check', 'a.xlf'])).status).toBe(0)
  })

  it('tells of a word that a catalog never keeps where it keeps other texts of the context', async () => {
    const message = (source: string, target = source) => `msgctxt "PAPER"\nmsgid "${source}"\nmsgstr "${target}"\n\n`
    const kept = ['Tabloid', 'Ledger', 'Foolscap', 'Statement'].map(name => message(name))
    const translated = ['B4', 'C4', 'C6', 'DL'].map(size => message(`${size} Envelope`, `Конверт ${size}`))
    const head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: uk\\n"\n\n'
    await lay({ 'uk.po': head + [...kept, ...translated, message('C5 Envelope')].join('') })
    const { out } = await run(['check', 'uk.po', '--format', 'concise', '--level', 'warning'])
    expect(out.match(/\[untranslated\]/g)).toHaveLength(1)
    expect(out).toContain('uk.po:38:')
  })

  it('--fix mends what is certain and nothing else by a byte; undo takes it back', async () => {
    const bad = xliff(
      ['A name &lt;b&gt;.', 'Ім`я  &lt;b&gt;. '],
      ['In Odesa <ph id="1"/>now.', 'В <ph id="1"/>Одессе зараз.', 'translated'],
      ['In 2014.', 'У 2015.'],
    )
    const mended = xliff(
      ['A name &lt;b&gt;.', 'Ім’я &lt;b&gt;.'],
      ['In Odesa <ph id="1"/>now.', 'В <ph id="1"/>Одесі зараз.', 'translated'],
      ['In 2014.', 'У 2015.'],
    )
    await lay({ 'a.xlf': bad })
    const { status, out } = await run(['check', '--fix', 'a.xlf', '--format', 'concise'])
    expect(await text('a.xlf')).toBe(mended)
    expect([status, out.match(/\[[a-z-]+\]$/gm)]).toEqual([1, ['[number]']])
    expect((await run(['undo'])).status).toBe(0)
    expect(await text('a.xlf')).toBe(bad)
  })

  it('keeps marks of terms and comments when it mends', async () => {
    const target = (gap: string) =>
      xliff([
        'The <mrk id="m1" type="term">old</mrk> town',
        `Старе${gap}<mrk id="m1" type="term">місто</mrk><!-- x -->`,
      ])
    await lay({ 'a.xlf': target('  ') })
    await run(['check', '--fix', 'a.xlf'])
    expect(await text('a.xlf')).toBe(target(' '))
  })

  it('checks gettext catalogs, whose placeholders may change places by number', async () => {
    const catalog = (target: string) =>
      `msgid ""\nmsgstr ""\n"Language: uk\\n"\n"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"\n\n#, c-format\nmsgid "%s of %d"\nmsgstr "${target}"\n\n#, c-format\nmsgid "one file"\nmsgid_plural "%d files"\nmsgstr[0] "%d файл"\nmsgstr[1] "%d файли"\nmsgstr[2] "%d файлів"\n`
    const undo = '\nmsgid "Move %1"\nmsgstr "Переміщення %1\\nпереміщення %1"\n'
    await lay({ 'good.po': catalog('%2$d, з них %1$s') + undo, 'bad.po': catalog('%d, з  них %s') })
    expect((await run(['check', 'good.po', '-q'])).out).toBe('')
    const { out } = await run(['check', '--fix', 'bad.po', '--format', 'concise'])
    expect(out).toMatch(/\[extra-code\]/)
    expect(await text('bad.po')).toBe(catalog('%d, з них %s'))
  })

  it.each([[''], ['#, c-format\n']])('lets only a form for one number do without the number (%s)', async flags => {
    const rule = 'n==1 ? 3 : n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2'
    const catalog = (...forms: readonly string[]) =>
      `msgid ""\nmsgstr ""\n"Language: uk\\n"\n"Plural-Forms: nplurals=4; plural=${rule};\\n"\n\n${flags}msgid "%d file"\nmsgid_plural "%d files"\n${forms
        .map((form, i) => `msgstr[${i}] "${form}"\n`)
        .join('')}`
    await lay({ 'good.po': catalog('%d файл', '%d файли', '%d файлів', 'Один файл') })
    expect((await run(['check', 'good.po', '-q'])).out).toBe('')
    await lay({ 'bad.po': catalog('файл', '%d файли', '%d файлів', '%d файл') })
    expect((await run(['check', 'bad.po', '--format', 'concise'])).out).toMatch(/“%d” is missing|missing-code/)
    await lay({ 'odd.po': catalog('%d файл', '%d файли', '%d файлів', '%d файл').replace('n==1 ?', 'n=1 ?') })
    expect((await run(['check', 'odd.po', '--format', 'concise'])).out).toMatch(/odd\.po:4:\d+.*po-plural-forms/)
  })

  it('reads XLIFF 1.2 with its lengths, and says of other files that they hold no translations', async () => {
    const old = `<xliff version="1.2"><file original="a" source-language="uk" target-language="en" datatype="plaintext"><body>
<trans-unit id="1" maxwidth="5" size-unit="char"><source>Так</source><target>Certainly</target></trans-unit>
<trans-unit id="2"><source>Володимир Путін</source><target>Volodymyr Putin</target></trans-unit></body></file></xliff>`
    await lay({ 'a.xlf': old, 'a.md': 'Text.\n' })
    const { out } = await run(['check', 'a.xlf', '--format', 'concise'])
    expect(out).toMatch(/9 characters, the limit is 5[\s\S]*“Volodymyr” is not an accepted spelling: “Vladimir”/)
    const none = await run(['check', 'a.md'])
    expect([none.status, none.err]).toEqual([2, expect.stringContaining('no translations')])
  })

  it('refuses an unknown rule in the configuration at its place', async () => {
    await lay({ 'a.xlf': xliff(['Two.', 'Два.']), 'tlumach.config.yaml': 'rules:\n  double-spaces: "off"\n' })
    const { status, err } = await run(['check', 'a.xlf'])
    expect([status, err]).toEqual([2, expect.stringMatching(/tlumach\.config\.yaml:2:3: .*double-spaces/)])
  })
})
