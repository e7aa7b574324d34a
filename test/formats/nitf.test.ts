import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockText, editRuns, newText } from '../../src/content/index.ts'
import { newsOf, openFormat } from '../../src/formats/index.ts'
import { nitfArticle } from '../support/news-documents.ts'
import { changed, checkLaws, checkMaps } from './format-laws.ts'
import { showBlocks, structure } from './show.ts'

const nitf = await openFormat('nitf')
const article = nitf.read(nitfArticle).value

/** A paragraph's content in a story. */
const story = (content: string, root = ''): string =>
  `<nitf${root}><body><body.content>${content}</body.content></body></nitf>`

function check(content: string, ...blocks: string[]): void {
  const source = story(content)
  expect(showBlocks(nitf.read(source).value)).toEqual(blocks)
  checkLaws(nitf, source)
}

describe('an article', () => {
  it('is read as its elements say', () => {
    expect(showBlocks(article)).toEqual([
      'title/headline Talks in Istanbul',
      'heading/headline Medinski speaks of ⟨<em>⟩progress⟨/</em>⟩',
      'heading/headline Second round ends',
      'paragraph By ⟨<person>⟩Jane Roe⟨/</person>⟩',
      'paragraph Staff writer',
      'paragraph ⟨<org idsrc="desk" value="1">⟩The Desk⟨/</org>⟩',
      'paragraph ⟨<location>⟩Istanbul, ⟨<country iso-cc="tr">⟩Turkey⟨/</country>⟩⟨/</location>⟩ ' +
        '⟨<story.date norm="20261122">⟩Nov. 22⟨/</story.date>⟩',
      'paragraph Negotiators part & meet again.',
      'paragraph The head of the delegation, ⟨<person>⟩⟨<name.given>⟩Vladimir⟨/</name.given>⟩ ' +
        '⟨<name.family>⟩Medinski⟨/</name.family>⟩⟨/</person>⟩,\nmet ⟨<money>⟩€ 5⟨/</money>⟩ sceptics—see ' +
        '⟨.<virtloc>http://desk.example/Medinski</virtloc>⟩.',
      'paragraph He said: ⟨<q>⟩We go on.⟨/</q>⟩ ⟨<lang iso="uk">⟩Так каже Мединський.⟨/</lang>⟩⟨.<br/>⟩He left.',
      'paragraph/quotation “Nobody left the table.”',
      'paragraph Medinski, to reporters',
      'list-item/list Prisoners',
      'list-item/list Corridors',
      'list-item/list Talks',
      'list-item/list Three rounds',
      'caption/caption Rounds',
      'table-cell/table Round',
      'table-cell/table Second',
      'alt-text/alt-text Medinski "at" the table',
      'caption/caption Medinski at the table.',
      'caption/caption Photo: J. Roe',
      'paragraph Loose & <free>',
      'paragraph Reporting by Jane Roe',
    ])
  })

  it('says its language and date, those of stretches, and its comments', () => {
    expect([article.language, article.date]).toEqual(['en', '2026-11-22'])
    const spoken = article.blocks.find(block => block.languages)!
    const [stretch] = spoken.languages!
    expect([stretch!.language, blockText(spoken).slice(stretch!.start, stretch!.end)]).toEqual([
      'uk',
      'Так каже Мединський.',
    ])
    expect(article.comments.map(comment => comment.text.trim())).toEqual(['tlumach-disable-next-line'])
  })

  it('keeps the laws of formats, with other line ends, too', () => {
    checkLaws(nitf, nitfArticle)
    checkLaws(nitf, `\ufeff${nitfArticle.replaceAll('\n', '\r\n')}`)
  })

  it('changes a name and nothing else', () => {
    const edited = changed(article, block => {
      const at = blockText(block).indexOf('Medinski')
      return at < 0 ? block.runs : editRuns(block.runs, [{ span: { start: at, end: at + 8 }, insert: 'Medinsky' }])
    })
    const stays = /http:\S+Medinski|name="author" content="Medinski"|key="Medinski"/g
    const kept = nitfArticle.replace(stays, found => found.replace('Medinski', '\u0000'))
    const expected = kept.replaceAll('Medinski', 'Medinsky').replaceAll('\u0000', 'Medinski')
    expect(nitf.write(nitfArticle, article, edited)).toBe(expected)
  })
})

describe('one element', () => {
  it('quotations keep their scope inside', () =>
    check('<bq><p>A</p><ul><li>B</li></ul></bq>', 'paragraph/quotation A', 'list-item/quotation B'))
  it('an empty element shows nothing', () => check('<p>A<alt-code/> b<event/></p>', 'paragraph A⟨.<alt-code/>⟩ b'))
  it('a block parts a line', () => check('<p><em>A <p>B</p> c</em></p>', 'paragraph A', 'paragraph B', 'paragraph c'))
  it('loose text', () => check('A <em>b</em><p>C</p>', 'paragraph A ⟨<em>⟩b⟨/</em>⟩', 'paragraph C'))
  it('another vocabulary is not looked into', () =>
    check('<p>A <m:x xmlns:m="urn:m"><p>B</p></m:x></p>', 'paragraph A ⟨.<m:x xmlns:m="urn:m"><p>B</p></m:x>⟩'))
  it('a section beside text', () => check('<p>A <![CDATA[B]]> c</p>', 'paragraph A ⟨.<![CDATA[B]]>⟩ c'))
  it('a blank section', () => check('<p>A<![CDATA[ ]]> b</p>', 'paragraph A⟨.<![CDATA[ ]]>⟩ b'))
  it('comments and instructions', () => check('<p>A<!-- x --> b<?p q?></p>', 'paragraph A⟨.<!-- x -->⟩ b'))

  it('names of HTML under a DOCTYPE are characters', () => {
    const source = `<!DOCTYPE nitf SYSTEM "nitf-3-5.dtd">${story('<p>A&nbsp;caf&eacute;</p>')}`
    expect(nitf.read(source).problems).toEqual([])
    expect(showBlocks(nitf.read(source).value)).toEqual(['paragraph A\u00a0café'])
    checkLaws(nitf, source)
  })

  it('the namespace of the schemas', () => {
    const source = story('<p xml:lang="uk">Київ</p>', ' xmlns="http://iptc.org/std/NITF/2006-10-18/"')
    expect(nitf.read(source).value.blocks.map(block => block.language)).toEqual(['uk'])
    checkLaws(nitf, source)
  })

  it.each([
    ['ISO-8859-1', 'Київ & 𝒳', '&#1050;&#1080;&#1111;&#1074; &amp; &#119987;'],
    ['windows-1251', 'Київ & 𝒳', 'Київ &amp; &#119987;'],
  ])('%s gets references for what it does not have', (encoding, text, expected) => {
    const source = `<?xml version="1.0" encoding="${encoding}"?>${story('<p>Kyiv</p>')}`
    const { value } = nitf.read(source)
    const written = nitf.write(
      source,
      value,
      changed(value, () => [newText(text)]),
    )
    expect(written).toBe(source.replace('Kyiv', expected))
  })
})

describe('what is no article', () => {
  const refused: readonly (readonly [string, string])[] = [
    ['another root', '<rss><p>Kyiv</p></rss>'],
    ['another namespace', '<nitf xmlns="urn:x"><body/></nitf>'],
    ['not well-formed', '<nitf><body><p>Kyiv</body></nitf>'],
    ['cut off', nitfArticle.slice(0, 1500)],
    ['empty', ''],
    ['too deep', `<nitf>${'<p>'.repeat(1200)}${'</p>'.repeat(1200)}</nitf>`],
    [
      'a bomb',
      `<!DOCTYPE nitf [<!ENTITY a "b">]>${story(`<p>${'&a;'.repeat(50)}${Array.from({ length: 200 }, (_, i) => `&e${i};`).join('')}</p>`)}`,
    ],
  ]
  it.each(refused)('%s', (_, source) => {
    const { value, problems } = nitf.read(source)
    expect(value.blocks).toEqual([])
    expect(problems.some(problem => problem.severity === 'error')).toBe(true)
    expect(nitf.write(source, value, new Map())).toBe(source)
  })
})

it('is known by its root alone', async () => {
  const cases = [
    [nitfArticle, 'nitf'],
    [`\n<!-- a --><?p q?>${story('', ' xmlns="http://iptc.org/std/NITF/2006-10-18/"')}`, 'nitf'],
    ['<nitf xmlns="urn:x"/>', undefined],
    ['<article><nitf/></article>', undefined],
    ['<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"/>', 'newsml'],
    ['<newsItem/>', undefined],
    ['<nitf', undefined],
    ['no XML', undefined],
    ['', undefined],
  ] as const
  for (const [source, id] of cases) expect(await newsOf(source)).toBe(id)
})

describe('whatever stands in it', () => {
  const names = fc.constantFrom('p', 'em', 'q', 'bq', 'li', 'ul', 'media-caption', 'person', 'td', 'br', 'hl1', 'lang')
  const text = fc.constantFrom(
    'Київ',
    ' ',
    '\n  ',
    'a',
    '&amp;',
    '&#32;',
    '&lt;',
    '\r\n',
    '<!-- x -->',
    '<![CDATA[ b<]]>',
    '<br/>',
    '”',
  )
  const content = fc.letrec<{ node: string; element: string }>(tie => ({
    node: fc.oneof({ maxDepth: 5 }, text, tie('element')),
    element: fc
      .tuple(names, fc.array(tie('node'), { maxLength: 5 }))
      .map(([name, nodes]) => `<${name}>${nodes.join('')}</${name}>`),
  })).node

  it('keeps the laws', () => {
    fc.assert(
      fc.property(fc.array(content, { maxLength: 6 }), nodes => checkLaws(nitf, story(nodes.join('')))),
      { numRuns: 500 },
    )
  })

  it('reads any signs without a fault', () => {
    const signs = fc.array(
      fc.constantFrom(...'<>&;/="!-[]? apnitf\n'.split(''), '<p>', '</p>', '<nitf>', '</nitf>', '<![CDATA[', ']]>'),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(signs, parts => {
        for (const source of [parts.join(''), story(parts.join(''))]) {
          const { value } = nitf.read(source)
          checkMaps(source, value)
          expect(
            nitf.write(
              source,
              value,
              changed(value, block => block.runs),
            ),
          ).toBe(source)
        }
      }),
      { numRuns: 500 },
    )
  })

  const places = [
    '<p>Probe</p>',
    '<hl1>A <em>Probe</em></hl1>',
    '<p><![CDATA[Probe]]></p>',
    '<media><media-reference alternate-text="Probe"/></media>',
    "<media><media-reference alternate-text='Probe'/></media>",
  ]
  it.each(places)('new text means itself: %s', place => {
    const source = story(place)
    const { value: document } = nitf.read(source)
    const probe = document.blocks.find(block => blockText(block).includes('Probe'))!
    const isSection = place.includes('CDATA')
    const signs = fc.constantFrom(
      ...'aЇ&<>;"\'-!'.split(''),
      ...(isSection ? [] : [' ', '\n', '  ', ']]>']),
      '&amp;',
      '<p>',
      '𝒳',
    )
    const texts = fc
      .array(signs, { minLength: 1, maxLength: 12 })
      .map(parts => parts.join(''))
      .filter(t => /\S/.test(t))
    fc.assert(
      fc.property(texts, inserted => {
        const runs = probe.runs.map(run =>
          run.kind === 'text' ? newText(run.text.replace('Probe', () => inserted)) : run,
        )
        const written = nitf.write(source, document, new Map([[probe.id, runs]]))
        const expected = { ...document, blocks: document.blocks.map(b => (b === probe ? { ...b, runs } : b)) }
        expect(structure(nitf.read(written).value)).toEqual(structure(expected))
      }),
      { numRuns: 300 },
    )
  })
})
