import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportDocument, lint, mergeDocument, normalize, openXliff } from '../../src/project/index.ts'
import { openTestProject, settings, source } from '../lint/open.ts'
import { htmlDocument } from '../support/html-documents.ts'

const project = await openTestProject()
const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

/** Every segment gets its source as its target. */
const filled = (xliff: string): string =>
  xliff.replace(
    /(<segment\b[^>]*>\s*<source( [^>]*)?>)([\s\S]*?)<\/source>/g,
    (_, open: string, space = '', inner: string) => `${open}${inner}</source><target${space}>${inner}</target>`,
  )

/** Exported, filled with its sources or not, and merged, the document is what it was. */
async function checkRoundTrip(name: string, page: string): Promise<void> {
  const document = source(page, name)
  const [file] = (await exportDocument(project, document, settings(), { from: 'en', to: ['uk'] })).files
  for (const xliff of [file!.text, filled(file!.text)]) {
    const merged = await mergeDocument(
      project,
      openXliff({ path: 'x.xlf', bytes: new TextEncoder().encode(xliff) }),
      document,
      settings(),
    )
    expect(merged.result && text(merged.result.bytes)).toBe(page)
  }
}

describe('pages', () => {
  it('go to translators and back byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async seed => await checkRoundTrip('x.html', htmlDocument(seed))),
      { numRuns: 100 },
    )
  })

  it.each(['1.2', '2.1'] as const)(
    'show what is in a third language without asking for it: XLIFF %s',
    async version => {
      const document = source('<html lang="en"><body><p>They met.</p><p lang="fr">Oui.</p></body></html>', 'x.html')
      const options = { from: 'en', to: ['uk'], version } as const
      const [file] = (await exportDocument(project, document, settings(), options)).files
      expect(file!.text.match(/ translate="no"/g)).toHaveLength(1)
      const xliff = file!.text.replace(/(<source[^>]*>They met\.<\/source>)/, '$1<target>Вони зустрілися.</target>')
      const opened = openXliff({ path: 'x.xlf', bytes: new TextEncoder().encode(xliff) })
      const merged = await mergeDocument(project, opened, document, settings(), { strict: true })
      expect(text(merged.result!.bytes)).toContain('<p>Вони зустрілися.</p><p lang="fr">Oui.</p>')
    },
  )

  it('are found wrong at their places, and are mended across tags', async () => {
    const page = source('<p title="In Kiev">He left <b>Ki</b>ev&nbsp;<i>by car</i>.<pre>Kiev</pre>', 'x.html')
    const places = (await lint(project, page, settings())).problems.map(({ span }) => [span.start, span.end])
    expect(places).toEqual([[30, 38]])
    expect((await normalize(project, page, settings())).after).toBe(
      '<p title="In Kiev">He left <b>Kyi</b>v&nbsp;<i>by car</i>.<pre>Kiev</pre>',
    )
  })

  it('are silenced by comments', async () => {
    const page = '<!-- tlumach-disable-next-line -->\n<p>In Kiev.\n<p>In Kiev.'
    expect((await lint(project, source(page, 'x.html'), settings())).problems.map(({ span }) => span.start)).toEqual([
      53,
    ])
  })
})

describe('a page in another encoding', () => {
  const page = (declaration: string, words: string) => `${declaration}<title>Talks</title>\n<p>They met ${words}.</p>\n`
  const meta = (charset: string) => `<meta charset="${charset}">`
  const http = '<META content="text/html; charset=windows-1251" http-equiv=Content-Type>'
  const legacy = {
    cyrillic: { Д: 0xc4, а: 0xe0, '«': 0xab, '»': 0xbb },
    koi8: { Д: 0xe4, а: 0xc1, ї: 0xa7 },
    latin: { é: 0xe9, '’': 0x92, '—': 0x97 },
  }
  const bytesOf = (text: string, letters: Readonly<Record<string, number>>) =>
    Uint8Array.from(text, char => letters[char] ?? char.charCodeAt(0))

  /** `words` are those of the page, `back` what is there when they are translated by `target`; without it the whole page. */
  const cases: readonly (readonly [
    name: string,
    keyof typeof legacy,
    declaration: string,
    words: string,
    target: string,
    back: string,
  ])[] = [
    ['keeps its letters', 'cyrillic', meta('windows-1251'), '«Да»', '«аД»', '«аД»'],
    ['names it as mail programs do', 'cyrillic', http, 'Да', 'аД', 'аД'],
    ['names it in XML', 'koi8', '<?xml version="1.0" encoding="KOI8-U"?>\n', 'Да', 'ї', 'ї'],
    ['has references for what it lacks', 'cyrillic', meta('cp1251'), 'Да', 'Д漢😀é', 'Д&#28450;&#128512;&#233;'],
    ['of the West is that of Windows', 'latin', meta('iso-8859-1'), 'é', '’éж', '’é&#1078;'],
    ['has letters of ASCII alone until it is translated', 'cyrillic', meta('windows-1251'), 'us', 'Да', 'Да'],
    [
      'stands after a comment and a script that say another',
      'cyrillic',
      `<!-- ${meta('latin2')} --><script>'${meta('x')}'</script>${http}`,
      'Да',
      'а',
      'а',
    ],
  ]

  const merge = async (bytes: Uint8Array, words: string, target: string) => {
    const document = { path: 'x.html', bytes }
    const { files, problems } = await exportDocument(project, document, settings(), { from: 'en', to: ['uk'] })
    expect(problems).toEqual([])
    const xliff = filled(files[0]!.text).replace(`<target>They met ${words}`, () => `<target>They met ${target}`)
    const opened = openXliff({ path: 'x.xlf', bytes: new TextEncoder().encode(xliff) })
    return (await mergeDocument(project, opened, document, settings())).result!.bytes
  }

  it.each(cases)('%s', async (_, name, declaration, words, target, back) => {
    const letters = legacy[name]
    const bytes = bytesOf(page(declaration, words), letters)
    expect(await merge(bytes, words, words)).toEqual(bytes)
    expect(await merge(bytes, words, target)).toEqual(bytesOf(page(declaration, back), letters))
  })

  it('is Unicode where its bytes or its mark say so, and becomes it from an encoding of many bytes', async () => {
    const utf8 = new TextEncoder().encode(page(meta('windows-1251'), 'Да'))
    expect(text(await merge(utf8, 'Да', '漢'))).toBe(page(meta('windows-1251'), '漢'))
    const gb = Uint8Array.from([...new TextEncoder().encode(`<meta charset=gb2312><p>They met us.<p>`), 0xba, 0xba])
    expect(await merge(gb, 'us', 'us')).toEqual(gb)
    expect(text(await merge(gb, 'us', 'Да'))).toBe('<meta charset=UTF-8><p>They met Да.<p>汉')
  })

  it('is refused where nobody knows the encoding', async () => {
    const bytes = bytesOf(page(meta('x-no'), 'Д'), { Д: 0xc4 })
    const { problems } = await lint(project, { path: 'x.html', bytes }, settings())
    expect(problems.map(({ code }) => code)).toEqual(['unreadable-encoding'])
  })
})

describe('HTML in Markdown', () => {
  it('goes to translators and back byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async seed => {
        const inner = htmlDocument(seed)
          .replace(/\r\n/g, '\n')
          .replace(/\n\s*\n/g, '\n')
        const quoted = inner.replace(/\n/g, '\n> > ')
        await checkRoundTrip('x.md', `# Talks\n\n<div>\n${inner}\n</div>\n\n*Text*\n\n> > <section>${quoted}\n`)
      }),
      { numRuns: 50 },
    )
  })

  it('is mended where it stands', async () => {
    const page = source('- <p align=center>In\n  Kiev</p>\n\n<!-- tlumach-disable-next-line -->\n<div>Kiev</div>\n')
    const after = (await normalize(project, page, settings())).after
    expect(after).toBe(text(page.bytes).replace('  Kiev', '  Kyiv'))
  })
})
