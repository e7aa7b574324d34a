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
