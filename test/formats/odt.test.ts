import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, blockText, newText, type Run } from '../../src/content/index.ts'
import { openFormat } from '../../src/formats/index.ts'
import { odtDocument, odtOf } from '../support/odt-documents.ts'
import { checkPackage, contents } from './package-laws.ts'
import { showBlocks, showRuns } from './show.ts'

const odt = await openFormat('odt')
const span = (style: string, text: string) => `<text:span text:style-name="${style}">${text}</text:span>`

describe('ODT: what is read is written back', () => {
  it('100 generated packages', () => {
    for (let seed = 1; seed <= 100; seed++) checkPackage(odt, odtDocument(seed))
  })

  it('with the type of the document first, stored', () => {
    const bytes = odtDocument(1)
    const document = odt.read(bytes).value
    const written = odt.write(bytes, document, new Map([[document.blocks[0]!.id, [newText('x')]]]))
    expect(Buffer.from(written.subarray(30, 77)).toString()).toBe('mimetypeapplication/vnd.oasis.opendocument.text')
  })
})

describe('ODT: a paragraph as text and codes', () => {
  const check = (content: string, shown: string) => {
    const { value, problems } = odt.read(odtOf(`<text:p text:style-name="Standard">${content}</text:p>`))
    expect(problems).toEqual([])
    expect(showBlocks(value).slice(0, -2).join('\n')).toBe(shown)
  }
  it.each([
    ['white space', '  Two \n words <text:s text:c="2"/>more', 'paragraph Two words   more'],
    ['white space across spans', `one ${span('T1', ' two')}`, 'paragraph one ⟨<b>⟩two⟨/</b>⟩'],
    ['spans that nobody sees', `Zelen${span('T2', 'sky')} said`, 'paragraph Zelensky said'],
    [
      'spans',
      `Yesterday he ${span('T3', 'said')} ${span('Emphasis', 'no')}`,
      'paragraph Yesterday he ⟨<i u>⟩said⟨/</i u>⟩ ⟨<i>⟩no⟨/</i>⟩',
    ],
    ['a link', `see <text:a>${span('T1', 'this')}</text:a>`, 'paragraph see ⟨<a>⟩this⟨/</a>⟩'],
    [
      'tab, break, field',
      'a<text:tab/><text:line-break/><text:page-number>3</text:page-number>',
      'paragraph a⟨.[tab]⟩⟨.[br]⟩⟨.[page-number]⟩',
    ],
    [
      'marks',
      'Ze<text:bookmark text:name="b"/>len<text:change text:change-id="c"/>sky<office:annotation><text:p>why</text:p></office:annotation>',
      'paragraph Zelensky',
    ],
    [
      'what was inserted, and what begins or ends in another paragraph',
      `a <text:change-start text:change-id="c"/>b ${span('T1', 'c')}<text:change-end text:change-id="c"/> d<text:change-start text:change-id="e"/>f<text:change-end text:change-id="g"/>`,
      'paragraph a ⟨<ins>⟩b ⟨<b>⟩c⟨/</b>⟩⟨/</ins>⟩ df',
    ],
    ['hidden text', `a${span('T4', 'b')}`, 'paragraph a⟨.[hidden]⟩'],
    [
      'a note',
      'a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>b</text:p></text:note-body></text:note>',
      'paragraph a⟨.[footnote]⟩\nparagraph b',
    ],
    [
      'a frame',
      'a<draw:frame><draw:text-box><text:p>b</text:p></draw:text-box><svg:desc>c</svg:desc></draw:frame>',
      'paragraph a⟨.[image]⟩\nparagraph b\nalt-text/alt-text c',
    ],
  ])('%s', (_, content, shown) => check(content, shown))

  it('kinds, parts and the title; deleted text and tables of contents are left alone', () => {
    const p = (text: string, style = 'Standard') => `<text:p text:style-name="${style}">${text}</text:p>`
    const body = `<text:tracked-changes><text:changed-region>${p('gone')}</text:changed-region></text:tracked-changes><text:table-of-content><text:index-body>${p('made')}</text:index-body></text:table-of-content><text:h>head</text:h>${p('quoted', 'P1')}${p('below', 'Caption')}<text:list><text:list-item>${p('item')}</text:list-item></text:list><table:table><table:table-cell>${p('cell')}</table:table-cell></table:table>`
    expect(showBlocks(odt.read(odtOf(body)).value)).toEqual([
      'heading/headline head',
      'paragraph/quotation quoted',
      'caption/caption below',
      'list-item/list item',
      'table-cell/table cell',
      'paragraph Header',
      'data/front-matter Talks & more',
    ])
  })

  it('languages', () => {
    const [block] = odt.read(odtOf(`<text:p>${span('T2', 'Він сказав')} це</text:p>`)).value.blocks
    expect(block!.language).toBe('uk-UA')
  })
})

function rewritten(block: Block, text: string): Run[] {
  return text.split(/(⟨[^⟩]*⟩)/).flatMap((piece): Run[] => {
    if (piece === '') return []
    if (!piece.startsWith('⟨')) return [newText(piece)]
    const code = block.runs.find(r => r.kind !== 'text' && showRuns([r]) === piece)
    return code ? [code] : []
  })
}

describe('ODT: new text', () => {
  const check = (content: string, text: string, source: string) => {
    const bytes = odtOf(`<text:p>${content}</text:p>`)
    const document = odt.read(bytes).value
    const written = odt.write(bytes, document, new Map([['b1', rewritten(document.blocks[0]!, text)]]))
    expect(/<text:p>([\s\S]*)<\/text:p>/.exec(contents(written).get('content.xml')!)![1]).toBe(source)
    expect(showRuns(odt.read(written).value.blocks[0]!.runs)).toBe(text)
  }
  it.each([
    ['is escaped', 'a', 'R&D <b>', 'R&amp;D &lt;b&gt;'],
    ['keeps its spaces', 'a', ' a  b ', '<text:s/>a <text:s/>b<text:s/>'],
    ['goes where its codes stand', `He ${span('T1', 'no')}`, 'Він ⟨<b>⟩ні⟨/</b>⟩', `Він<text:s/>${span('T1', 'ні')}`],
    [
      'is put together anew where codes change places',
      `He ${span('T1', 'no')}<text:tab/>`,
      '⟨.[tab]⟩⟨<b>⟩Ні⟨/</b>⟩, він',
      `<text:tab/>${span('T1', 'Ні')}, він`,
    ],
  ])('%s', (_, content, text, source) => check(content, text, source))

  it('is read as it was written, whatever it is', () => {
    const bytes = odtOf(`<text:p>a ${span('T1', 'b')}</text:p>`)
    const document = odt.read(bytes).value
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
        const [block] = odt.read(odt.write(bytes, document, new Map([['b1', runs]]))).value.blocks
        expect(blockText(block!)).toBe(first + second)
      }),
      { numRuns: 300 },
    )
  })
})

/** What LibreOffice does when an author's changes are accepted or rejected. */
function settled(archive: Uint8Array, author: string, isAccepted: boolean): string[] {
  let xml = contents(archive).get('content.xml')!
  const regions = [...xml.matchAll(/<text:changed-region xml:id="(ct\d+)"[^>]*>([\s\S]*?)<\/text:changed-region>/g)]
  for (const [, id, region] of regions.filter(match => match[2]!.includes(`<d:creator>${author}</d:creator>`))) {
    const deleted = /<text:p>([\s\S]*)<\/text:p>/.exec(region!)?.[1] ?? ''
    xml = xml.replace(`<text:change text:change-id="${id}"/>`, () => (isAccepted ? '' : deleted))
    const inserted = new RegExp(
      `<text:change-start text:change-id="${id}"/>([\\s\\S]*?)<text:change-end text:change-id="${id}"/>`,
    )
    xml = xml.replace(inserted, (_, text: string) => (isAccepted ? text : ''))
  }
  const body = /<office:text>([\s\S]*)<\/office:text>/.exec(xml)![1]!
  return odt.read(odtOf(body)).value.blocks.filter(isParagraph).map(blockText)
}

const isParagraph = ({ kind, part }: Block) => part === 'content.xml' && kind !== 'alt-text'

describe('ODT: tracked changes', () => {
  it('are listed in the body or the header that has them', () => {
    const bytes = odtOf('<text:p>Kiev</text:p>')
    const document = odt.read(bytes).value
    const changes = new Map(document.blocks.map(block => [block.id, [newText('Kyiv')]]))
    const parts = contents(odt.track(bytes, document, changes, { author: 'Desk', date: '2026-11-22T20:00:00' }))
    const list =
      /^<text:tracked-changes>(?:<text:changed-region .*?<\/text:changed-region>){2}<\/text:tracked-changes><text:p><text:change /
    expect(parts.get('content.xml')!.split('<office:text>')[1]).toMatch(list)
    expect(parts.get('styles.xml')!.split('<style:header>')[1]).toMatch(list)
  })

  it('accepted they are the new text, rejected the old one', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const bytes = odtDocument(seed)
      const document = odt.read(bytes).value
      const change = (text: string) => text.replaceAll('Kiev', 'Kyiv').replaceAll('Zelensky', 'President Zelenskyy')
      const changes = new Map(
        document.blocks.map(block => [
          block.id,
          block.runs.map(r => (r.kind === 'text' ? newText(change(r.text)) : r)),
        ]),
      )
      const tracked = odt.track(bytes, document, changes, { author: 'Desk', date: '2026-11-22T20:00:00' })
      expect(odt.read(tracked).problems).toEqual([])
      const texts = document.blocks.filter(isParagraph).map(blockText)
      expect(settled(tracked, 'Desk', true)).toEqual(texts.map(change))
      expect(settled(tracked, 'Desk', false)).toEqual(texts)
    }
  })
})
