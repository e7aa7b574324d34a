import { describe, expect, it } from 'vitest'
import { newText } from '../../src/content/index.ts'
import { openFormat } from '../../src/formats/index.ts'
import { exportDocument, mergeDocument, openXliff, type Source } from '../../src/project/index.ts'
import { readXliff, unitsOf, writeXliff } from '../../src/xliff/index.ts'
import { contents } from '../formats/package-laws.ts'
import { openTestProject, settings } from '../lint/open.ts'
import { docxEntries } from '../support/docx-documents.ts'
import { odtEntries } from '../support/odt-documents.ts'
import { zip } from '../support/zip.ts'

const project = await openTestProject()
const bytes = (text: string) => new TextEncoder().encode(text)

/** The document with translations of some of its sentences. */
async function merged(document: Source, translations: Readonly<Record<string, string>>, locales?: readonly string[]) {
  const options = { from: 'en', to: ['uk'], ...(locales && { locales }) } as const
  const [file] = (await exportDocument(project, document, settings(), options)).files
  const { value } = readXliff(file!.text)
  const changes = [...unitsOf(value)].flatMap(unit =>
    unit.segments.flatMap(segment => {
      const source = segment.source.runs.map(run => (run.kind === 'text' ? run.text : '')).join('')
      const target = translations[source]
      const objects = segment.source.runs.filter(run => run.kind === 'code')
      return target === undefined
        ? []
        : [{ unit, segment, target: [newText(target), ...objects], state: 'translated' as const }]
    }),
  )
  const xliff = writeXliff(file!.text, value, changes).value
  const back = await mergeDocument(project, openXliff({ path: 'x.xlf', bytes: bytes(xliff) }), document, settings())
  return back.result!.bytes
}

const they = { 'They met.': 'Вони зустрілися.' }
const all = { ...they, 'Hi.': 'Привіт.' }

describe('the language that a text says', () => {
  it.each<[name: string, path: string, source: string, translations: Record<string, string>, expected: string]>([
    [
      'of a page is that of its translation',
      'x.html',
      '<html lang="en-US" xml:lang=en><p>They met.</p><p>Hi.</p>',
      they,
      '<html lang="uk" xml:lang=uk><p>Вони зустрілися.</p><p>Hi.</p>',
    ],
    [
      'stays where nothing is translated',
      'x.html',
      '<html lang="en"><p>They met.</p></html>',
      { 'They met.': 'They met.' },
      '<html lang="en"><p>They met.</p></html>',
    ],
    [
      'of a part of a page changes where all of it is translated',
      'x.html',
      '<html lang="en"><div lang="en"><p>They met.</p></div><div lang="en"><p>They met.</p><p>Hi.</p></div></html>',
      they,
      '<html lang="uk"><div lang="uk"><p>Вони зустрілися.</p></div><div lang="en"><p>Вони зустрілися.</p><p>Hi.</p></div></html>',
    ],
    [
      'and is another one stays, and so does what is said in it',
      'x.html',
      '<html lang="fr"><body lang="en"><p>They met.</p><p lang="fr">Oui.</p></body></html>',
      { ...they, 'Oui.': 'Так.' },
      '<html lang="fr"><body lang="uk"><p>Вони зустрілися.</p><p lang="fr">Oui.</p></body></html>',
    ],
    [
      'of subtitles stands in their header',
      'x.vtt',
      'WEBVTT - Talks\r\nKind: captions\r\nLanguage: en-GB\r\n\r\n00:01.000 --> 00:02.000\r\nThey met.\r\n',
      they,
      'WEBVTT - Talks\r\nKind: captions\r\nLanguage: uk\r\n\r\n00:01.000 --> 00:02.000\r\nВони зустрілися.\r\n',
    ],
    [
      'within a paragraph is a code',
      'x.html',
      '<p lang=en>They met.</p><p>See <b lang="en">this</b> <img alt="Hi." lang=en></p>',
      all,
      '<p lang=uk>Вони зустрілися.</p><p>See <b lang="en">this</b> <img alt="Привіт." lang=en></p>',
    ],
    [
      'is left alone where a template says it',
      'x.html',
      '<html lang="<?= $lang ?>"><p>They met.</p>',
      all,
      '<html lang="<?= $lang ?>"><p>Вони зустрілися.</p>',
    ],
    [
      'stands in the front matter of Markdown',
      'x.md',
      '---\r\nlang: "en_US"\r\nx: 1\r\n---\r\n\r\nThey met.\r\n\r\nHi.\r\n',
      they,
      '---\r\nlang: "uk"\r\nx: 1\r\n---\r\n\r\nВони зустрілися.\r\n\r\nHi.\r\n',
    ],
    [
      'and in HTML within it',
      'x.md',
      '---\nlocale: en\n---\n\nHi.\n\n<div lang="en">They met.</div>\n',
      all,
      '---\nlocale: uk\n---\n\nПривіт.\n\n<div lang="uk">Вони зустрілися.</div>\n',
    ],
  ])('%s', async (_, path, source, translations, expected) => {
    const back = await merged({ path, bytes: bytes(source) }, translations)
    expect(new TextDecoder().decode(back)).toBe(expected)
  })

  it('is written with the region that the file says', async () => {
    const document = { path: 'x.html', bytes: bytes('<html lang="en"><p>They met.</p></html>') }
    expect(new TextDecoder().decode(await merged(document, they, ['en-GB', 'uk-UA']))).toContain('<html lang="uk-UA">')
  })

  it('of the runs and styles of DOCX is that of the translation', async () => {
    const run = (language: string, text: string) =>
      `<w:p><w:r><w:rPr><w:lang w:eastAsia="zh-CN" w:val="${language}"/></w:rPr><w:t>${text}</w:t></w:r></w:p>`
    const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="character" w:styleId="F"><w:rPr><w:lang w:val="fr-FR"/></w:rPr></w:style></w:styles>`
    const body = run('en-US', 'They met.') + run('en-GB', 'Hi.') + run('fr-FR', 'They met.')
    const source = zip(
      docxEntries(body).map(entry => (entry.name.endsWith('styles.xml') ? { ...entry, content: styles } : entry)),
    )
    const back = contents(await merged({ path: 'x.docx', bytes: source }, they))
    const written = back.get('word/main.xml')!
    expect([...written.matchAll(/w:val="([a-z]+-[A-Z]+)"/g)].map(([, tag]) => tag)).toEqual(['uk-UA', 'en-GB', 'fr-FR'])
    expect(written).toContain('w:eastAsia="zh-CN"')
    const after = back.get('word/styles.xml')!
    expect([...after.matchAll(/w:val="([a-z]+-[A-Z]+)"/g)].map(([, tag]) => tag)).toEqual(['uk-UA', 'fr-FR'])
    const same = await merged({ path: 'x.docx', bytes: source }, { 'They met.': 'They met.' })
    expect(Buffer.compare(same, source)).toBe(0)
  })

  it('of the styles of ODT is that of the translation', async () => {
    const tag = (language: string, country: string) =>
      `<style:text-properties fo:language="${language}" fo:country="${country}"/>`
    const entries = odtEntries('<text:p>They met.</text:p>').map(entry =>
      entry.name === 'content.xml'
        ? {
            ...entry,
            content: String(entry.content).replace(
              '<office:automatic-styles>',
              `<office:automatic-styles><style:style style:name="L1" style:family="text">${tag('en', 'GB')}</style:style><style:style style:name="L2" style:family="text">${tag('fr', 'FR')}</style:style>`,
            ),
          }
        : entry,
    )
    const back = contents(await merged({ path: 'x.odt', bytes: zip(entries) }, they)).get('content.xml')!
    expect(back).toContain(tag('uk', 'UA'))
    expect(back).toContain(tag('fr', 'FR'))
    expect(back).not.toContain(tag('en', 'GB'))
  })

  it('stays with what is not translated in ODT, though its style is shared', async () => {
    const said = '<style:text-properties fo:language="en" fo:country="GB"/>'
    const style = `<style:style style:name="L1" style:family="text">${said}</style:style><style:style style:name="L1_1" style:family="paragraph">${said}</style:style>`
    const span = (text: string) => `<text:p><text:span text:style-name="L1">${text}</text:span></text:p>`
    const entries = odtEntries(
      `${span('They met.')}${span('They left.')}<text:p text:style-name="L1_1">Hi.</text:p>`,
    ).map(entry =>
      entry.name === 'content.xml'
        ? { ...entry, content: String(entry.content).replace('<office:automatic-styles>', `$&${style}`) }
        : entry,
    )
    const back = contents(await merged({ path: 'x.odt', bytes: zip(entries) }, they)).get('content.xml')!
    const named = (name: string) =>
      new RegExp(`style:name="${name}"[^>]*><style:text-properties fo:language="(\\w+)"`).exec(back)?.[1]
    expect(back).toContain('<text:span text:style-name="L1">Вони зустрілися.<')
    expect(back).toContain('<text:span text:style-name="L1_2">They left.<')
    expect(back).toContain('<text:p text:style-name="L1_1_1">Hi.<')
    expect(['L1', 'L1_2', 'L1_1', 'L1_1_1'].map(named)).toEqual(['uk', 'en', 'uk', 'en'])
  })

  it('stays with a note that is not translated in a paragraph of ODT that is', async () => {
    const style =
      '<style:style style:name="L1" style:family="paragraph"><style:text-properties fo:language="en" fo:country="GB"/></style:style>'
    const note =
      '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p text:style-name="L1">They left.</text:p></text:note-body></text:note>'
    const entries = odtEntries(`<text:p text:style-name="L1">They met.${note}</text:p>`).map(entry =>
      entry.name === 'content.xml'
        ? { ...entry, content: String(entry.content).replace('<office:automatic-styles>', `$&${style}`) }
        : entry,
    )
    const back = contents(await merged({ path: 'x.odt', bytes: zip(entries) }, they)).get('content.xml')!
    expect(back).toContain('<text:p text:style-name="L1">Вони зустрілися.<')
    expect(back).toContain('<text:p text:style-name="L1_1">They left.<')
    expect(back).toMatch(/style:name="L1_1"[^>]*><style:text-properties fo:language="en"/)
  })

  it('of an element within a paragraph changes where what it holds is translated', async () => {
    const html = await openFormat('html')
    const source =
      '<html lang="en"><p>See <i lang="en">it</i>, <i lang=en-GB>Sky News</i> and <i lang="fr">ça</i>.</p></html>'
    const document = html.read(source).value
    const [block] = document.blocks
    const words: Record<string, string> = { 'See ': 'Див. ', it: 'це', ' and ': ' та ' }
    const runs = block!.runs.map(run => (run.kind === 'text' ? newText(words[run.text] ?? run.text) : run))
    const write = (target: typeof runs) =>
      html.write(source, document, new Map([[block!.id, target]]), { from: 'en', to: 'uk' })
    expect(write(runs)).toBe(
      '<html lang="uk"><p>Див. <i lang="uk">це</i>, <i lang=en-GB>Sky News</i> та <i lang="fr">ça</i>.</p></html>',
    )
    expect(write([...block!.runs])).toBe(source)
  })
})
