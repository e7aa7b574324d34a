import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, blockText, newText, type Run } from '../../src/content/index.ts'
import { openFormat } from '../../src/formats/index.ts'
import { docxDocument, docxOf, story } from '../support/docx-documents.ts'
import { checkPackage, contents } from './package-laws.ts'
import { showBlocks, showRuns } from './show.ts'
import { accepted, rejected } from './tracked-docx.ts'

const docx = await openFormat('docx')
const run = (text: string, look = '') =>
  `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
const change = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'

describe('DOCX: what is read is written back', () => {
  it('100 generated packages', () => {
    for (let seed = 1; seed <= 100; seed++) checkPackage(docx, docxDocument(seed))
  })
})

describe('DOCX: a paragraph as text and codes', () => {
  const check = (content: string, shown: string) => {
    const { value, problems } = docx.read(docxOf(`<w:p>${content}</w:p>`))
    expect(problems).toEqual([])
    expect(showBlocks(value).slice(0, -1).join('\n')).toBe(shown)
  }
  it.each([
    [
      'runs cut by an editing session',
      `${run('Zelen')}<w:proofErr w:type="spellEnd"/>${run('sky', '<w:noProof/><w:lang w:val="en-GB"/>')}`,
      'paragraph Zelensky',
    ],
    [
      'a change of looks',
      `${run('He said ')}${run('no', '<w:b/><w:i/>')}${run(' today')}`,
      'paragraph He said ⟨<i b>⟩no⟨/</i b>⟩ today',
    ],
    [
      'what most of the paragraph looks like',
      `${run('All of it bold ', '<w:b/>')}${run('but this')}`,
      'paragraph All of it bold ⟨<plain>⟩but this⟨/</plain>⟩',
    ],
    ['a space whose look nobody sees', `${run('one')}${run(' ', '<w:b/>')}${run('two')}`, 'paragraph one two'],
    [
      'a switched-off property that nothing switched on',
      `${run('one ')}${run('two', '<w:b w:val="0"/>')}`,
      'paragraph one two',
    ],
    [
      'hyphens',
      '<w:r><w:t>half</w:t><w:noBreakHyphen/><w:t>o</w:t><w:softHyphen/><w:t>pen</w:t></w:r>',
      'paragraph half\u2011o\u00adpen',
    ],
    [
      'tab, break, symbol',
      '<w:r><w:t>a</w:t><w:tab/><w:br/><w:t>b</w:t><w:sym/></w:r>',
      'paragraph a⟨.[tab]⟩⟨.[br]⟩b⟨.[symbol]⟩',
    ],
    [
      'a link',
      `${run('see ')}<w:hyperlink>${run('this', '<w:rStyle w:val="Hyperlink"/>')}</w:hyperlink>`,
      'paragraph see ⟨<a>⟩this⟨/</a>⟩',
    ],
    ['a link by field', `${run('see ')}${field('HYPERLINK "x"', run('this'))}`, 'paragraph see ⟨<a>⟩this⟨/</a>⟩'],
    ['another field', `${run('page ')}${field(' PAGE ', run('3'))}`, 'paragraph page ⟨.[PAGE]⟩'],
    [
      'tracked changes',
      `${run('a')}<w:ins ${change}>${run('b')}</w:ins><w:del ${change}><w:r><w:delText>c</w:delText></w:r></w:del>`,
      'paragraph a⟨<ins>⟩b⟨/</ins>⟩⟨.[del]⟩',
    ],
    [
      'hidden text',
      `${run('seen')}${run('unseen', '<w:vanish/>')}${run('x', '<w:rStyle w:val="Hidden"/>')}`,
      'paragraph seen⟨.[hidden]⟩⟨.[hidden]⟩',
    ],
    [
      'a note and a comment',
      `${run('a')}<w:commentRangeStart w:id="1"/><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="1"/></w:r>`,
      'paragraph a⟨.[footnote]⟩',
    ],
    ['a content control', `<w:sdt><w:sdtContent>${run('a')}</w:sdtContent></w:sdt>`, 'paragraph ⟨<field>⟩a⟨/</field>⟩'],
    [
      'an empty content control',
      `${run('a')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Click here')}</w:sdtContent></w:sdt>`,
      'paragraph a⟨.[field]⟩',
    ],
    [
      'a text box and a picture’s description',
      `${run('a')}<w:r><w:drawing><wp:docPr id="1" name="p" title="Dog" descr="A &quot;dog&quot;"/><w:txbxContent><w:p>${run('in the box')}</w:p></w:txbxContent></w:drawing></w:r>`,
      'paragraph a⟨.[image]⟩\nalt-text/alt-text Dog\nalt-text/alt-text A "dog"\nparagraph in the box',
    ],
    ['CDATA', '<w:r><w:t>a<![CDATA[<b> & ]]>c</w:t></w:r>', 'paragraph a<b> & c'],
    ['nothing but a picture', '<w:r><w:drawing/></w:r>', ''],
  ])('%s', (_, content, shown) => check(content, shown))

  it('the table of contents, which Word makes itself, is no text', () => {
    const body = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('Kiev')}</w:p><w:p>${run('More')}</w:p><w:p><w:r><w:fldChar w:fldCharType="end"/></w:r>${run('Text')}</w:p>`
    expect(showBlocks(docx.read(docxOf(body)).value)[0]).toMatch(/Text$/)
  })

  it('kinds, parts and the title', () => {
    const styled = (style: string) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(style)}</w:p>`
    const body = `${styled('Heading1')}${styled('Quote')}${styled('Caption')}<w:p><w:pPr><w:numPr/></w:pPr>${run('item')}</w:p><w:tbl><w:tr><w:tc><w:p>${run('cell')}</w:p></w:tc></w:tr></w:tbl>`
    const document = docx.read(docxOf(body, { 'header1.xml': story('hdr', `<w:p>${run('head')}</w:p>`) })).value
    expect(showBlocks(document)).toEqual([
      'heading/headline Heading1',
      'paragraph/quotation Quote',
      'caption/caption Caption',
      'list-item/list item',
      'table-cell/table cell',
      'paragraph head',
      'data/front-matter Talks & more',
    ])
    expect(document.parts).toEqual(['word/main.xml', 'word/header1.xml', 'docProps/core.xml'])
    expect(document.blocks.map(block => block.part)).toEqual([
      ...Array(5).fill('word/main.xml'),
      ...document.parts.slice(1),
    ])
  })
})

describe('DOCX: languages', () => {
  const check = (content: string, language: string | undefined, others?: Block['languages']) => {
    const [block] = docx.read(docxOf(`<w:p>${content}</w:p>`)).value.blocks
    expect([block!.language, block!.languages]).toEqual([language, others])
  }
  const said = (text: string, tag: string) => run(text, `<w:lang w:val="${tag}"/>`)
  it.each([
    ['what the runs say', said('Він сказав', 'uk-UA'), 'uk-UA', undefined],
    ['not the default of the program', run('Він сказав'), undefined, undefined],
    ['no keyboard that the letters contradict', said('Він сказав', 'en-US'), undefined, undefined],
    ['no Russian where the letters are Ukrainian', said('Він сказав, її', 'ru-RU'), undefined, undefined],
    ['what a style says', run('Poutine', '<w:rStyle w:val="French"/>'), 'fr-FR', undefined],
  ] as const)('%s', (_, content, language, others) => check(content, language, others))
  it('the majority, and stretches in others', () =>
    check(said('He said ', 'en-GB') + said('bonjour', 'fr-FR') + said(' to the others', 'en-US'), 'en-US', [
      { start: 8, end: 15, language: 'fr-FR' },
    ]))
})

/** The first block's new runs: `⟨…⟩` takes a code of the block by its label. */
function rewritten(block: Block, text: string): Run[] {
  return text.split(/(⟨[^⟩]*⟩)/).flatMap((piece): Run[] => {
    if (piece === '') return []
    if (!piece.startsWith('⟨')) return [newText(piece)]
    const code = block.runs.find(r => r.kind !== 'text' && showRuns([r]) === piece)
    return code ? [code] : []
  })
}

describe('DOCX: new text', () => {
  const check = (content: string, text: string, source: string) => {
    const bytes = docxOf(`<w:p>${content}</w:p>`)
    const document = docx.read(bytes).value
    const written = docx.write(bytes, document, new Map([['b1', rewritten(document.blocks[0]!, text)]]))
    const body = /<w:p>([\s\S]*)<\/w:p>/.exec(contents(written).get('word/main.xml')!)![1]
    expect(body).toBe(source)
    expect(showRuns(docx.read(written).value.blocks[0]!.runs)).toBe(text)
  }
  const b = '<w:b/>'
  it.each([
    ['is escaped', '<w:r><w:t>a</w:t></w:r>', 'R&D <b>', '<w:r><w:t>R&amp;D &lt;b&gt;</w:t></w:r>'],
    ['asks for its spaces', '<w:r><w:t>a</w:t></w:r>', ' a ', '<w:r><w:t xml:space="preserve"> a </w:t></w:r>'],
    [
      'has hyphens as elements',
      '<w:r><w:t>a</w:t></w:r>',
      'a\u2011b',
      '<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>',
    ],
    [
      'goes where its codes stand',
      `${run('He ')}${run('no', b)}${run(' x')}`,
      'Він ⟨<b>⟩ні⟨/</b>⟩ ікс',
      `${run('Він ')}${run('ні', b)}${run(' ікс')}`,
    ],
    [
      'has a run made for it',
      `<w:r><w:tab/></w:r>${run('a')}`,
      'x⟨.[tab]⟩a',
      `<w:r><w:t>x</w:t></w:r><w:r><w:tab/></w:r>${run('a')}`,
    ],
    [
      'is put together anew where codes change places',
      `${run('He ')}${run('no', b)}<w:r><w:tab/></w:r>`,
      '⟨.[tab]⟩⟨<b>⟩Ні⟨/</b>⟩, він',
      `<w:r><w:tab/></w:r><w:r><w:rPr>${b}</w:rPr><w:t>Ні</w:t></w:r><w:r><w:t>, він</w:t></w:r>`,
    ],
    [
      'goes around a link that stays',
      `${run('see ')}<w:hyperlink r:id="x">${run('this')}</w:hyperlink>`,
      '⟨<a>⟩це⟨/</a>⟩ див',
      `<w:r><w:t xml:space="preserve"></w:t></w:r><w:hyperlink r:id="x"><w:r><w:t xml:space="preserve">це</w:t></w:r></w:hyperlink><w:r><w:t xml:space="preserve"> див</w:t></w:r>`,
    ],
  ])('%s', (_, content, text, source) => check(content, text, source))

  it('is read as it was written, whatever it is', () => {
    const bytes = docxOf(`<w:p>${run('a')}${run('b', '<w:b/>')}</w:p>`)
    const document = docx.read(bytes).value
    const signs = fc.constantFrom(
      ...'aЇї &<>"\'-–—…'.split(''),
      '  ',
      ']]>',
      '&amp;',
      '\u2011',
      '\u00ad',
      '\u00a0',
      '😀',
      'e\u0301',
    )
    const texts = fc
      .array(signs, { minLength: 1, maxLength: 12 })
      .map(parts => parts.join(''))
      .filter(text => /\S/.test(text))
    fc.assert(
      fc.property(texts, texts, (first, second) => {
        const words = [first, second]
        const runs = document.blocks[0]!.runs.map(r => (r.kind === 'text' ? newText(words.shift()!) : r))
        const [block] = docx.read(docx.write(bytes, document, new Map([['b1', runs]]))).value.blocks
        expect(blockText(block!)).toBe(first + second)
      }),
      { numRuns: 300 },
    )
  })
})

describe('DOCX: tracked changes', () => {
  const revision = { author: 'Copy & desk', date: '2026-11-22T20:00:00Z' }
  const track = (bytes: Uint8Array, change: (text: string) => string) => {
    const document = docx.read(bytes).value
    const changes = new Map(
      document.blocks.map(block => [block.id, block.runs.map(r => (r.kind === 'text' ? newText(change(r.text)) : r))]),
    )
    return docx.track(bytes, document, changes, revision)
  }

  it('mark the changed words alone', () => {
    const bytes = docxOf(`<w:p>${run('In Kiev &amp; Lvov they', '<w:b/>')}</w:p>`)
    const body = /<w:p>([\s\S]*)<\/w:p>/.exec(
      contents(track(bytes, t => t.replace('Kiev', 'Kyiv'))).get('word/main.xml')!,
    )![1]!
    const who = 'w:author="Copy &amp; desk" w:date="2026-11-22T20:00:00Z"'
    expect(body).toBe(
      `${run('In ', '<w:b/>')}<w:del w:id="1" ${who}><w:r><w:rPr><w:b/></w:rPr><w:delText>Kiev</w:delText></w:r></w:del><w:ins w:id="2" ${who}><w:r><w:rPr><w:b/></w:rPr><w:t>Kyiv</w:t></w:r></w:ins>${run(' &amp; Lvov they', '<w:b/>')}`,
    )
  })

  it('accepted they are the new text, rejected the old one', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const bytes = docxDocument(seed)
      const change = (text: string) =>
        text.replaceAll('Kiev', 'Kyiv').replaceAll('Zelensky said', 'said Zelenskyy').replaceAll('talks ', '')
      const paragraphs = (b: Uint8Array) =>
        docx
          .read(b)
          .value.blocks.filter(({ kind }) => kind !== 'alt-text' && kind !== 'data')
          .map(blockText)
      const document = docx.read(bytes).value
      const plain = docx.write(
        bytes,
        document,
        new Map(
          document.blocks.map(block => [
            block.id,
            block.runs.map(r => (r.kind === 'text' ? newText(change(r.text)) : r)),
          ]),
        ),
      )
      const tracked = track(bytes, change)
      expect(paragraphs(accepted(tracked, revision.author))).toEqual(paragraphs(plain))
      expect(paragraphs(rejected(tracked, revision.author))).toEqual(paragraphs(bytes))
    }
  })
})
