import { describe, expect, it } from 'vitest'
import { alignRuns, blockText, editRuns, newText, type Run, sourceSpan } from '../../src/content/index.ts'
import { openFormat } from '../../src/formats/index.ts'
import { showBlocks, withoutMaps } from './show.ts'

const markdown = await openFormat('markdown')

const check = (source: string, ...blocks: readonly string[]) => {
  expect(showBlocks(markdown.read(source).value)).toEqual(blocks)
  const crlf = source.replaceAll('\n', '\r\n')
  expect(showBlocks(markdown.read(crlf).value)).toEqual(blocks)
}

describe('blocks', () => {
  const cases: readonly (readonly [name: string, source: string, ...blocks: string[]])[] = [
    ['paragraphs', 'One\n\nTwo  \n', 'paragraph One', 'paragraph Two'],
    ['headings', '# A ##\n\nB\n===\n\n### #', 'heading/headline A', 'heading/headline B'],
    ['list items', '- a\n- b\n\n  c\n  1. d', 'list-item/list a', 'list-item/list b', 'list-item/list c', 'list-item/list d'],
    ['tasks', '- [x] done', 'list-item/list done'],
    ['quotations', '> a\n> > b\n> - c', 'paragraph/quotation a', 'paragraph/quotation b', 'list-item/quotation c'],
    ['an alert is no quotation', '> [!NOTE]\n> Take care', 'paragraph Take care'],
    ['cells', '|a|b|\n|-|-|\n|c \\| d||', 'table-cell/table a', 'table-cell/table b', 'table-cell/table c | d'],
    ['images and captions', '![a *b*](c.png "t")\n\n*A caption*\n\n*no caption*', 'alt-text/alt-text a ⟨*⟩b⟨/*⟩', 'title/caption t', 'caption/caption ⟨*⟩A caption⟨/*⟩', 'paragraph ⟨*⟩no caption⟨/*⟩'],
    ['an image in HTML', 'a <img src="b.png" alt="c &amp; \\*d\\*"> <img alt=e>', 'paragraph a ⟨.<img src="b.png" alt="c &amp; \\*d\\*">⟩ ⟨.<img alt=e>⟩', 'alt-text/alt-text c & \\*d\\*'],
    ['texts in tags', 'a <b title=\'c "d"\' data-title="e" aria-label="f">g</b> <i alt="h" translate="no" title="i">', 'paragraph a ⟨<b title=\'c "d"\' data-title="e" aria-label="f">⟩g⟨/</b>⟩ ⟨.<i alt="h" translate="no" title="i">⟩', 'title c "d"', 'title f'],
    ['link titles', '[a](b "c &amp; \\"d\\"")', 'paragraph ⟨[⟩a⟨/](b "c &amp; \\"d\\"")⟩', 'title c & "d"'],
    ['no blocks', '```\nx\n```\n\n    y\n\n<div>\nz\n</div>\n\n[l]: u "t"\n\n---\n\n`q`\n', ],
    ['footnotes', 'a[^1]\n\n[^1]: Note\n\n    more', 'paragraph a⟨.[^1]⟩', 'paragraph Note', 'paragraph more'],
    ['a footnote of one word', 'a[^n]\n\n[^n]: Word', 'paragraph a⟨.[^n]⟩', 'paragraph Word'],
    ['brackets that no definition knows', '[sic] [^no] [a [b](c)] ![d] [e][f]', 'paragraph [sic] [^no] [a ⟨[⟩b⟨/](c)⟩] ![d] [e][f]'],
    ['templates and shortcodes', '{{< figure src="a_b_.png" caption="*A*" >}}\n\na {{ x.y }} {% if a %}*b*{% endif %} {# c #}', 'paragraph a ⟨.{{ x.y }}⟩ ⟨.{% if a %}⟩⟨*⟩b⟨/*⟩⟨.{% endif %}⟩ ⟨.{# c #}⟩'],
    ['attributes', '# A {#a .b}\n\nB\n=== \n\nc {: .d}\n\ne {#f} g {h} {{ i {% j', 'heading/headline A ⟨.{#a .b}⟩', 'heading/headline B', 'paragraph c ⟨.{: .d}⟩', 'paragraph e {#f} g {h} {{ i {% j'],
    ['brackets that a definition knows', '[A b] [c][a  B]\n\n[a b]: u', 'paragraph ⟨[⟩A b⟨/]⟩ ⟨[⟩c⟨/][a  B]⟩'],
  ] // biome-ignore format: a table
  for (const [name, source, ...blocks] of cases) it(name, () => check(source, ...blocks))
})

describe('inline', () => {
  const cases: readonly (readonly [name: string, source: string, text: string])[] = [
    ['a name in two styles', '**Podo**lyak', '⟨**⟩Podo⟨/**⟩lyak'],
    ['escapes and references', '\\*a\\* &amp; &#x41F;&nbsp;&bogus;', '*a* & П\u00a0&bogus;'],
    ['soft breaks', '- a \n  b\nc', 'a\nb\nc'],
    ['hard breaks', 'a  \nb\\\nc', 'a⟨.⏎⟩b⟨.⏎⟩c'],
    ['code, addresses, references', 'see `x` <https://a.b> www.a.b me@a.org', 'see ⟨.`x`⟩ ⟨.<https://a.b>⟩ ⟨.www.a.b⟩ ⟨.me@a.org⟩'],
    ['an image stands as one', 'a ![b](c) d', 'a ⟨.![b](c)⟩ d'],
    ['HTML pairs', 'a <b>c</b> <br> <i>d', 'a ⟨<b>⟩c⟨/</b>⟩ ⟨.<br>⟩ ⟨.<i>⟩d'],
    ['HTML code is no text', 'a <code>Kiev *x*</code> b', 'a ⟨.<code>Kiev *x*</code>⟩ b'],
    ['what is not to be translated', 'a <i translate="no">Kiev *x*</i> b', 'a ⟨.<i translate="no">Kiev *x*</i>⟩ b'],
    ['soft hyphens and no-break spaces stay', 'Po\u00addol\u00a0x', 'Po\u00addol\u00a0x'],
  ] // biome-ignore format: a table
  for (const [name, source, text] of cases) {
    it(name, () => expect(showBlocks(markdown.read(source).value)[0]?.replace(/^\S+ /, '')).toBe(text))
  }

  it('knows the language of a span', () => {
    const [block] = markdown.read('x **y** <span lang="fr">Poutine *dit*</span> z').value.blocks
    expect(block!.languages).toEqual([{ start: 4, end: 15, language: 'fr' }])
    expect(blockText(block!).slice(4, 15)).toBe('Poutine dit')
  })

  it('knows the language that HTML around a block gives it', () => {
    const source = 'a\n\n<div lang="fr">\n<br>\n\nb ![c](d)\n\n<p lang=de></p></div>\n\ne'
    const { blocks } = markdown.read(source).value
    expect(blocks.map(block => [blockText(block), block.language])).toEqual([
      ['a', undefined],
      ['b \ufffc', 'fr'],
      ['c', 'fr'],
      ['e', undefined],
    ])
  })

  it('keeps comments with their places', () => {
    const source = '<!-- one -->\n\ntext <!-- two --> text\n\n<div><!-- three --></div>\n\n`<!-- no -->`'
    const { comments } = markdown.read(source).value
    expect(comments.map(comment => comment.text)).toEqual([' one ', ' two ', ' three '])
    expect(comments.map(({ span }) => source.slice(span.start, span.end))).toEqual([
      '<!-- one -->',
      '<!-- two -->',
      '<!-- three -->',
    ])
  })
})

describe('front matter', () => {
  const read = (source: string) => markdown.read(source).value
  it('gives language, date and the keys that are text', () => {
    const document = read(
      '---\n# c\ntitle: "A \\"b\\""\ndescription: it\'s # no\nlang: uk_UA\ndate: 2022-03-03T10:00\nother: x\n---\nText',
    )
    expect(showBlocks(document)).toEqual(['data/front-matter A "b"', "data/front-matter it's", 'paragraph Text'])
    expect([document.language, document.date]).toEqual(['uk-UA', '2022-03-03'])
  })
  it('takes other keys', async () => {
    const own = await openFormat('markdown', { frontMatter: ['other'] })
    const document = own.read('---\ntitle: a\nother: x\n---\n').value
    expect(showBlocks(document)).toEqual(['data/front-matter x'])
  })
  it('leaves alone what is not one plain line', () => {
    expect(showBlocks(read('---\ntitle: >\n  a\ndescription: [a, b]\nx:\n  title: y\n---\nT'))).toEqual(['paragraph T'])
    expect(showBlocks(read('---\ntitle: 12\ndescription: a\n  b\n---\nT'))).toEqual(['paragraph T'])
    expect(showBlocks(read('+++\ntitle = "a"\n+++\nT'))).toEqual(['paragraph T'])
  })
  it('is no thematic break', () => {
    expect(showBlocks(read('---\n\nSome text\n\n---\n\nMore'))).toEqual(['paragraph Some text', 'paragraph More'])
  })
  it('quotes a value that cannot stay plain', () => {
    const source = '---\ntitle: a\n---\n'
    const write = (text: string) => {
      const document = read(source)
      return markdown.write(source, document, new Map([[document.blocks[0]!.id, [newText(text)]]]))
    }
    expect(write('b c')).toBe('---\ntitle: b c\n---\n')
    expect(write('b: "c"')).toBe('---\ntitle: "b: \\"c\\""\n---\n')
    expect(write('yes')).toBe('---\ntitle: "yes"\n---\n')
  })
})

describe('writing', () => {
  /** Puts `to` for `from` wherever the text has it, through the map and through nothing but escapes. */
  const replace = (source: string, from: string, to: string): string => {
    const { value: document } = markdown.read(source)
    const changes = new Map<string, readonly Run[]>()
    for (const block of document.blocks) {
      const at = blockText(block).indexOf(from)
      if (at >= 0)
        changes.set(block.id, editRuns(block.runs, [{ span: { start: at, end: at + from.length }, insert: to }]))
    }
    return markdown.write(source, document, changes)
  }
  const cases: readonly (readonly [name: string, source: string, from: string, to: string, written: string])[] = [
    ['only the letters', 'a &amp; **Podo**lyak \\* b', 'ly', 'li', 'a &amp; **Podo**liak \\* b'],
    ['prose needs no escapes', 'x', 'x', "It's 5 * 3 – (a_b) [sic] C# & D < E; 50%! \"q\" #1 a.b", "It's 5 * 3 – (a_b) [sic] C# & D < E; 50%! \"q\" #1 a.b"],
    ['marks', 'x', 'x', '*a* _b_ `c` [d](e) <f> &amp; g', '\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f> &amp;amp; g'],
    ['a number at the start', 'x', 'x', '2022. It was', '2022\\. It was'],
    ['a number elsewhere', 'x', 'x', 'in 2022. It was', 'in 2022. It was'],
    ['a dash at the start', 'x', 'x', '- and', '\\- and'],
    ['a long dash at the start', 'x', 'x', '— and', '— and'],
    ['a hash at the start', 'x', 'x', '# a', '\\# a'],
    ['a hash tag', 'x', 'x', '#a', '#a'],
    ['a quotation', 'x', 'x', '> a', '\\> a'],
    ['a bar in a cell', '|x|\n|-|', 'x', 'a|b', '|a\\|b|\n|-|'],
    ['a bar in a paragraph', 'x', 'x', 'a|b', 'a|b'],
    ['a line break in a quotation', '> - x', 'x', 'a\nb', '> - a\n>   b'],
    ['a line break in a heading', '# x', 'x', 'a\nb', '# a&#10;b'],
    ['an address', 'x', 'x', 'https://a.b c@d.e', 'https\\://a.b c\\@d.e'],
    ['a reference keeps its label', '[x]\n\n[x]: u', 'x', 'a', '[a][x]\n\n[x]: u'],
    ['a quote in a title', '[a](b "x")', 'x', 'c "d"', '[a](b "c \\"d\\"")'],
    ['an image inside its paragraph', 'a ![x](b) c', 'x', 'd]', 'a ![d\\]](b) c'],
  ] // biome-ignore format: a table
  for (const [name, source, from, to, written] of cases) {
    it(name, () => expect(replace(source, from, to)).toBe(written))
  }

  it('changes a paragraph and the image inside it', () => {
    const source = 'Kiev ![Kiev](k.png "Kiev") and [Kiev](x "Kiev")'
    expect(replace(source, 'Kiev', 'Kyiv')).toBe('Kyiv ![Kyiv](k.png "Kyiv") and [Kiev](x "Kyiv")')
  })

  it('keeps the structure where marks would not open', () => {
    const source = 'a *b* c'
    const { value: document } = markdown.read(source)
    const runs = document.blocks[0]!.runs.map(run => (run.kind === 'text' && run.text === 'b' ? newText(' b') : run))
    const written = markdown.write(source, document, new Map([[document.blocks[0]!.id, runs]]))
    expect(showBlocks(markdown.read(written).value)).toEqual(['paragraph a ⟨*⟩ b⟨/*⟩ c'])
  })

  it('leaves out emphasis that holds nothing any more', () => {
    const source = 'a *~~b~~* c'
    const { value: document } = markdown.read(source)
    const runs = document.blocks[0]!.runs.map(run => (run.kind === 'text' && run.text === 'b' ? newText('') : run))
    expect(markdown.write(source, document, new Map([[document.blocks[0]!.id, runs]]))).toBe('a  c')
  })

  it('copies what a translation shares with its source', () => {
    const source = 'The \\*old\\* &quot;[talks](u)&quot; end\\.'
    const { value: document } = markdown.read(source)
    const block = document.blocks[0]!
    const translated = withoutMaps(block.runs).map(run =>
      run.kind === 'text' ? newText(run.text.replace('old', 'new')) : run,
    )
    const written = markdown.write(source, document, new Map([[block.id, alignRuns(block.runs, translated)]]))
    expect(written).toBe('The \\*new\\* &quot;[talks](u)&quot; end\\.')
  })

  it('uses the line ends of its source', () => {
    const source = '> x\r\n> y\r\n'
    const { value: document } = markdown.read(source)
    const written = markdown.write(source, document, new Map([[document.blocks[0]!.id, [newText('a\nb')]]]))
    expect(written).toBe('> a\r\n> b\r\n')
  })
})

describe('places', () => {
  it('gives the source of a name over a break with its marks', () => {
    const source = '> Mykhailo\r\n>  **Podo**l&#121;ak came'
    const [block] = markdown.read(source).value.blocks
    const text = blockText(block!)
    const at = text.indexOf('Mykhailo')
    const span = sourceSpan(block!, at, text.indexOf(' came'))
    expect(source.slice(span.start, span.end)).toBe('Mykhailo\r\n>  **Podo**l&#121;ak')
  })

  it('survives nesting without end', () => {
    for (const source of [
      `${'> '.repeat(20_000)}a`,
      '['.repeat(5000),
      '*a '.repeat(3000),
      `${'- '.repeat(5000)}a`,
      '<b>'.repeat(3000),
    ]) {
      const { value, problems } = markdown.read(source)
      if (problems.length === 0)
        expect(markdown.write(source, value, new Map(value.blocks.map(b => [b.id, b.runs])))).toBe(source)
      else expect(problems.map(problem => problem.code)).toEqual(['nesting-too-deep'])
    }
  })
})
