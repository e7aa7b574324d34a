import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, blockText, editRuns, newText, type Run } from '../../src/content/index.ts'
import { readXliff, xliffFormat } from '../../src/xliff/index.ts'
import { documents } from './documents.ts'
import { anyFile1 } from './files-1.ts'

const one = (target: string) =>
  `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" target-language="uk" datatype="x"><body><trans-unit id="u"><source>A</source>${target}</trans-unit></body></file></xliff>`
const two = (target: string) =>
  `<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="uk"><file id="f"><unit id="u"><segment><source>A</source>${target}</segment></unit></file></xliff>`

const blocksOf = (text: string): readonly Block[] => xliffFormat.read(text).value.blocks
const targetsOf = (text: string) => blocksOf(text).filter(block => block.translates !== undefined)

const write = (text: string, changes: ReadonlyMap<string, readonly Run[]>) =>
  xliffFormat.write(text, xliffFormat.read(text).value, changes)

/** In the target, words are replaced by others; the target's source becomes what is expected. */
function check(before: string, from: string, to: string, after: string, wrap = one) {
  const text = wrap(`<target>${before}</target>`)
  const [target] = targetsOf(text)
  const start = blockText(target!).indexOf(from)
  const edit = { span: { start, end: start + from.length }, insert: to }
  const written = write(text, new Map([[target!.id, editRuns(target!.runs, [edit])]]))
  expect(written).toBe(wrap(`<target>${after}</target>`))
  expect(readXliff(written).problems).toEqual([])
}

describe('xliffFormat', () => {
  it('reads sources that are not edited and targets that say what they translate', () => {
    const text = documents.get('crowdin-1.xliff')!
    const [source, target] = blocksOf(text)
    expect(source).toMatchObject({ language: 'en', isKey: true, name: 'app_name' })
    expect(blockText(source!)).toBe('My <b>app</b>')
    expect(target).toMatchObject({ language: 'uk', translates: source!.id })
    // what is not to be translated is not read
    expect(blocksOf(text)).toHaveLength(2)
  })

  it('does not offer what is locked or confirmed', () => {
    const targets = (name: string) => targetsOf(documents.get(name)!).map(block => block.isKey === true)
    expect(targets('memoq-2.mqxliff')).toEqual([true, false])
    expect(targets('trados-2.sdlxliff')).toEqual([true, false])
    const text = documents.get('memoq-2.mqxliff')!
    const [settled, free] = targetsOf(text)
    const all = new Map([settled!, free!].map(({ id }) => [id, [newText('x')]]))
    expect(write(text, all)).toBe(write(text, new Map([[free!.id, [newText('x')]]])))
  })

  it('copies what stays as it is written and escapes what is new', () => {
    check(
      'Київ &#8211; &quot;так&quot;&#13; Киев',
      'Киев',
      'A & <B>',
      'Київ &#8211; &quot;так&quot;&#13; A &amp; &lt;B&gt;',
    )
    check('а<g id="1"  >б</g ><!-- в -->г', 'г', 'д', 'а<g id="1"  >б</g ><!-- в -->д')
    check('a > b ]] c', 'c', 'd', 'a > b ]] d')
    check('a]x>', 'x', ']', 'a]]&gt;')
    check('a<cp hex="001f"/>b', 'b', '\u0001', 'a<cp hex="001f"/><cp hex="0001"/>', two)
  })

  it('leaves in CDATA what is in CDATA', () => {
    check('<![CDATA[<b>так</b>]]>', 'так', 'ні & ні', '<![CDATA[<b>ні & ні</b>]]>')
    check('a<![CDATA[<]]>bx<![CDATA[]]]]><![CDATA[>]]>', 'x', '<', 'a<![CDATA[<]]>b&lt;<![CDATA[]]]]><![CDATA[>]]>')
    check('<![CDATA[a]x>]]>', 'x', ']', '<![CDATA[a]]]]><![CDATA[>]]>')
    check('<![CDATA[a]]>', 'a', ']]>', ']]&gt;')
  })

  it('adds the target that is not there', () => {
    const text = one('')
    const [target] = targetsOf(text)
    expect(target).toMatchObject({ runs: [], span: { start: text.indexOf('</trans-unit>') } })
    expect(write(text, new Map([[target!.id, [newText('Б')]]]))).toBe(one('<target>Б</target>'))
  })

  it('reads comments', () => {
    const text = documents.get('poedit-2.xlf')!
    expect(xliffFormat.read(text).value.comments.map(comment => comment.text)).toEqual([' kept '])
  })

  const laws = (text: string) => {
    const { value } = xliffFormat.read(text)
    const targets = value.blocks.filter(block => block.translates !== undefined)
    const free = targets.filter(block => !block.isKey && block.span.end > block.span.start)
    // the same runs are the same text
    expect(xliffFormat.write(text, value, new Map(free.map(block => [block.id, block.runs])))).toBe(text)
    const changed = new Map(free.map(block => [block.id, [newText('Я<'), ...block.runs]]))
    const edits = xliffFormat.edits(text, value, changed)
    edits.forEach(({ span }, i) => {
      expect(span.start).toBeGreaterThanOrEqual(edits[i - 1]?.span.end ?? 0)
    })
    const again = xliffFormat.read(xliffFormat.write(text, value, changed)).value.blocks
    expect(again.map(block => [block.id, blockText(block)])).toEqual(
      value.blocks.map(block => [block.id, (changed.has(block.id) ? 'Я<' : '') + blockText(block)]),
    )
  }

  it.each([...documents])('obeys the laws in %s', (_, text) => laws(text))
  it('obeys them in any file', () => fc.assert(fc.property(anyFile1, laws), { numRuns: 100 }))
})
