import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockText, editRuns, newText, type Run, sourceSpan, withEmbedded } from '../../src/content/index.ts'
import { openFormat } from '../../src/formats/index.ts'
import { markdownDocument } from '../support/markdown-documents.ts'
import { checkLaws } from './format-laws.ts'
import { showBlocks, structure } from './show.ts'

const html = await openFormat('html')
const markdown = await openFormat('markdown')

const both = withEmbedded(markdown, id => (id === 'html' ? html : undefined))
const read = (source: string) => both.read(source).value

describe('HTML in Markdown', () => {
  const cases: readonly (readonly [name: string, source: string, ...blocks: string[]])[] = [
    ['a block between others', 'a\n\n<div>\n<p>b <b>c</b></p>\n</div>\n\nd', 'paragraph a', 'paragraph b ⟨<b>⟩c⟨/</b>⟩', 'paragraph d'],
    ['Markdown between tags', '<details>\n<summary>a</summary>\n\n*b*\n\n</details>', 'paragraph a', 'paragraph ⟨*⟩b⟨/*⟩'],
    ['a table', '<table>\n<tr><td>a</td>\n<td><img alt="b"></td></tr>\n</table>', 'table-cell/table a', 'alt-text/alt-text b'],
    ['in a quotation', '> > <p>a\n> > b &amp; c\n> ></p>', 'paragraph/quotation a\nb & c'],
    ['in a quotation up to its blank line', '> <details>\n> <summary>a</summary>\n>\n> *b*\n>\n> </details>\n> c', 'paragraph/quotation a', 'paragraph/quotation ⟨*⟩b⟨/*⟩', 'paragraph/quotation c'],
    ['in a quotation that ends', '> <p>a\n\n*b*\n\n> <p>c\n\n> - <p>d\n>\n>   *e*', 'paragraph/quotation a', 'paragraph ⟨*⟩b⟨/*⟩', 'paragraph/quotation c', 'paragraph/quotation d', 'list-item/quotation ⟨*⟩e⟨/*⟩'],
    ['in a list', '- a\n\n  <p>b\n  c</p>', 'list-item/list a', 'paragraph/list b\nc'],
    ['in a list in a quotation', '> 1. <p title="a\n>    b">c\n>    <i>d</i></p>', 'title/attribute a\nb', 'paragraph/quotation c\n⟨<i>⟩d⟨/</i>⟩'],
    ['no text', '<pre>\na\n</pre>\n\n<script>\nb\n</script>\n\n<!-- c -->'],
    ['HTML in a line stays a code', 'a <span title="b">c</span>', 'paragraph a ⟨<span title="b">⟩c⟨/</span>⟩', 'title b'],
  ] // biome-ignore format: a table
  for (const [name, source, ...blocks] of cases) {
    it(name, () => {
      expect(showBlocks(read(source))).toEqual(blocks)
      expect(showBlocks(read(source.replaceAll('\n', '\r\n')))).toEqual(blocks)
    })
  }

  it('has the language that HTML before it gives', () => {
    const { blocks } = read('<div lang="fr">\n\na\n\n<p>b</p>\n\n<p lang="de">c</p>\n\n</div>\n\n<p>d</p>')
    expect(blocks.map(block => [blockText(block), block.language])).toEqual([
      ['a', 'fr'],
      ['b', 'fr'],
      ['c', 'de'],
      ['d', undefined],
    ])
  })

  it('has its places in the whole source', () => {
    const source = 'a\r\n\r\n> <p>by Mykhailo\r\n> <b>Podo</b>l&#121;ak &amp;\r\n> co</p> <!-- c -->'
    const { blocks, comments } = read(source)
    const block = blocks[1]!
    const at = blockText(block).indexOf('Mykhailo')
    const span = sourceSpan(block, at, blockText(block).indexOf(' &'))
    expect(source.slice(span.start, span.end)).toBe('Mykhailo\r\n> <b>Podo</b>l&#121;ak')
    expect(comments.map(comment => source.slice(comment.span.start, comment.span.end))).toEqual(['<!-- c -->'])
  })

  it('leaves to others what it does not know', () => {
    const { blocks, embedded } = withEmbedded(markdown, () => undefined).read('a\n\n<p>b</p>').value
    expect([blocks.length, embedded.map(inner => [inner.format, inner.text])]).toEqual([1, [['html', '<p>b</p>']]])
  })
})

describe('writing', () => {
  /** The source with `to` for `from` in every block. */
  function replace(source: string, from: string, to: string): string {
    const document = read(source)
    const changes = new Map<string, readonly Run[]>()
    for (const block of document.blocks) {
      const start = blockText(block).indexOf(from)
      const edit = { span: { start, end: start + from.length }, insert: to }
      if (start >= 0) changes.set(block.id, editRuns(block.runs, [edit]))
    }
    return both.write(source, document, changes)
  }
  const cases: readonly (readonly [name: string, source: string, from: string, to: string, written: string])[] = [
    ['inside and outside', 'x *x*\n\n<p>x <b>x</b></p>\n\nx', 'x', '<y>', '\\<y> *x*\n\n<p>&lt;y&gt; <b>x</b></p>\n\n\\<y>'],
    ['what is copied stays', '> <p>a  &mdash;\n>\t x\n>b</p>', 'x', 'y', '> <p>a  &mdash;\n>\t y\n>b</p>'],
    ['line breaks get the marks of their place', '> - <p>x</p>', 'x', 'a\nb', '> - <p>a\n>   b</p>'],
    ['line ends', '<p>x\r\ny</p>', 'x', 'a\nb', '<p>a\r\nb\r\ny</p>'],
    ['no blank line: it would end the HTML', '<p>x</p>', 'x', 'a\n\nb', '<p>a\n&#10;b</p>'],
  ] // biome-ignore format: a table
  for (const [name, source, from, to, written] of cases) {
    it(name, () => expect(replace(source, from, to)).toBe(written))
  }

  it('takes a text that shares nothing with the old one', () => {
    const source = '> <p>one\n> <i>two</i></p>'
    const document = read(source)
    const runs = document.blocks[0]!.runs.map(run =>
      run.kind === 'text' ? newText(run.text === 'two' ? 'два' : 'раз ') : run,
    )
    expect(both.write(source, document, new Map([['e1/b1', runs]]))).toBe('> <p>раз <i>два</i></p>')
  })
})

describe('new text means itself', () => {
  const places = [
    ['a paragraph', (text: string) => `a\n\n<p>${text}</p>\n\nb`],
    ['lines of its own', (text: string) => `> - <div>\n>   ${text}\n>   </div>\n> - b`],
    ['between codes', (text: string) => `<p><b>a</b>\n${text}\n<i>b</i></p>\n*c*\n\n# d`],
    ['a value', (text: string) => `- a\n\n  <p title="${text}">\n  b</p>`],
  ] as const
  const signs = fc.constantFrom(
    ...'aЇ. <>&;/="\'-*_`#[]{}\n\t'.split(''),
    ...['&amp;', '</p>', '</div>', '<!--', '-->', '\n\n', '\n> ', '\n- ', '```', '{{', '}}'],
  )
  const texts = fc
    .array(signs, { minLength: 1, maxLength: 14 })
    .map(parts => parts.join(''))
    .filter(text => /\S/.test(text))
  for (const [name, wrap] of places) {
    it(name, () => {
      const source = wrap('Probe')
      const document = read(source)
      const probe = document.blocks.find(block => blockText(block).includes('Probe'))!
      fc.assert(
        fc.property(texts, text => {
          const at = blockText(probe).indexOf('Probe')
          const runs = editRuns(probe.runs, [{ span: { start: at, end: at + 5 }, insert: text }])
          const written = both.write(source, document, new Map([[probe.id, runs]]))
          const meant = document.blocks.map(block => (block === probe ? { ...block, runs } : block))
          expect(structure(read(written))).toEqual(structure({ ...document, blocks: meant }))
        }),
        { numRuns: 300 },
      )
    })
  }
})

describe('laws', () => {
  it('200 generated documents', () => {
    for (let seed = 1; seed <= 200; seed++) checkLaws(both, markdownDocument(seed))
  })

  it('every Markdown file of the installed packages', () => {
    const folder = fileURLToPath(new URL('../../node_modules/', import.meta.url))
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => /\.md$/i.test(name))
    expect(files.length).toBeGreaterThanOrEqual(100)
    for (const file of files) checkLaws(both, readFileSync(folder + file, 'utf8'))
  })
})
