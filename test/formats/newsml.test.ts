import { describe, expect, it } from 'vitest'
import { blockText, type Document, editRuns, newText, withEmbedded } from '../../src/content/index.ts'
import { openFormat } from '../../src/formats/index.ts'
import { inlineNitf, inlineTexts, inlineXhtml, newsItem, newsMessage } from '../support/news-documents.ts'
import { changed, checkLaws } from './format-laws.ts'
import { showBlocks } from './show.ts'

const inner = new Map([
  ['html', await openFormat('html')],
  ['plain', await openFormat('plain')],
])
const newsml = withEmbedded(await openFormat('newsml'), id => inner.get(id as 'html'))

const metadata = [
  'title/headline Talks, third version',
  'title/headline TALKS-MEDINSKI',
  'heading/headline Medinski speaks of ⟨<span class="x">⟩progress⟨/</span>⟩',
  'heading/headline Мединский о переговорах',
  'paragraph By Jane Roe',
  'paragraph ISTANBUL, Nov 22',
  'paragraph Second round ends.⟨.<br/>⟩No date for a third.',
]
const languages = ({ blocks }: Document) => blocks.map(block => block.language)

function check(source: string, ...content: string[]): Document {
  const { value } = newsml.read(source)
  expect(showBlocks(value)).toEqual([...metadata, ...content])
  checkLaws(newsml, source)
  checkLaws(newsml, source.replaceAll('\n', '\r\n'))
  return value
}

describe('an item', () => {
  it('with NITF', () => {
    const item = check(
      newsItem(inlineNitf),
      'heading/headline Мединський говорить',
      'paragraph Делегації & посередники.',
    )
    expect([item.language, item.date]).toEqual(['en', '2026-11-22'])
    expect(languages(item)).toEqual([undefined, undefined, 'en', 'ru', undefined, undefined, undefined, 'uk', 'uk'])
  })

  it('with XHTML', () => {
    const html = ['title/headline Talks', 'heading/headline Medinski speaks', 'paragraph Talks & ⟨<em>⟩pauses⟨/</em>⟩.']
    const item = check(newsItem(inlineXhtml, 'uk'), ...html, 'paragraph/quotation We go on.')
    expect(languages(item).slice(7)).toEqual(['en', 'en', 'en', 'en'])
  })

  it('with text, HTML as text and a picture', () => {
    check(
      newsItem(inlineTexts),
      'paragraph Medinski & others met.',
      'paragraph Talks & ⟨<b>⟩pauses⟨/</b>⟩.',
      'paragraph Corridors & roads.',
    )
  })

  it('whose content is in another language than its metadata', () => {
    const source = newsItem('    <inlineData>Переговори тривають уже третій день.</inlineData>').replace(
      '<slugline',
      '<language tag="uk"/><slugline',
    )
    expect(languages(check(source, 'paragraph Переговори тривають уже третій день.')).at(-1)).toBe('uk')
  })
})

it('a message of items keeps their languages; days that differ are none', () => {
  const later = newsItem(inlineXhtml, 'uk').replace('2026-11-22', '2026-11-24')
  const { value } = newsml.read(newsMessage(newsItem(inlineNitf), later))
  expect(showBlocks(value)).toHaveLength(2 * metadata.length + 6)
  expect([value.language, value.date, value.blocks[0]!.language]).toEqual([undefined, undefined, 'en'])
  expect(newsml.read(newsMessage(newsItem(inlineNitf), newsItem(inlineTexts))).value.date).toBe('2026-11-22')
  checkLaws(newsml, newsMessage(newsItem(inlineNitf), later))
})

it('a package names what it holds', () => {
  const source =
    '<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/"><groupSet><group><itemRef residref="a"><title>Kiev talks</title>' +
    '<description>Day <a href="x">two</a></description></itemRef></group></groupSet></packageItem>'
  expect(showBlocks(newsml.read(source).value)).toEqual([
    'title/headline Kiev talks',
    'paragraph Day ⟨<a href="x">⟩two⟨/</a>⟩',
  ])
  checkLaws(newsml, source)
})

describe('what is written', () => {
  const source = newsItem(inlineNitf + inlineXhtml + inlineTexts)
  const document = newsml.read(source).value

  it('is the changed name and nothing else', () => {
    const edited = changed(document, block => {
      const at = blockText(block).indexOf('Medinski')
      return at < 0 ? block.runs : editRuns(block.runs, [{ span: { start: at, end: at + 8 }, insert: 'Medinsky' }])
    })
    const concepts = /<name[^>]*>Medinski/g
    const kept = source.replace(concepts, found => found.replace('Medinski', '\u0000'))
    const expected = kept.replaceAll('Medinski', 'Medinsky').replaceAll('\u0000', 'Medinski')
    expect(newsml.write(source, document, edited)).toBe(expected)
  })

  it('is escaped as often as its place asks', () => {
    const edited = changed(document, ({ runs }) => [newText('<&> ]]>'), ...runs.filter(run => run.kind !== 'text')])
    const written = newsml.write(source, document, edited)
    expect(newsml.read(written).problems).toEqual([])
    expect(written).toContain('<inlineData contenttype="text/plain">&lt;&amp;&gt; ]]&gt;</inlineData>')
    expect(written).toContain('&lt;p&gt;&amp;lt;&amp;amp;&amp;gt; ]]&amp;gt;&lt;b&gt;')
    expect(written).toContain('<![CDATA[<p>&lt;&amp;&gt; ]]&gt;</p>]]>')
    expect(newsml.read(written).value.blocks.map(block => blockText(block).trim().slice(0, 7))).toEqual(
      document.blocks.map(() => '<&> ]]>'),
    )
  })
})

it.each([
  ['another root', '<newsItem><contentMeta><headline>Kyiv</headline></contentMeta></newsItem>'],
  ['NewsML 1', '<NewsML><NewsItem/></NewsML>'],
  ['cut off', newsItem(inlineNitf).slice(0, 900)],
])('%s is refused', (_, source) => {
  const { value, problems } = newsml.read(source)
  expect([value.blocks, value.embedded]).toEqual([[], []])
  expect(problems.some(problem => problem.severity === 'error')).toBe(true)
})
