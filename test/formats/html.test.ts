import { describe, expect, it } from 'vitest'
import { alignRuns, blockText, editRuns, newText, type Run, sourceSpan } from '../../src/content/index.ts'
import { openFormat } from '../../src/formats/index.ts'
import { showBlocks, withoutMaps } from './show.ts'

const html = await openFormat('html')

const read = (source: string) => html.read(source).value

type Case = readonly [name: string, source: string, ...blocks: string[]]

function check(cases: readonly Case[]): void {
  for (const [name, source, ...blocks] of cases) {
    it(name, () => {
      expect(showBlocks(read(source))).toEqual(blocks)
      expect(showBlocks(read(source.replaceAll('\n', '\r\n')))).toEqual(blocks)
    })
  }
}

describe('blocks', () => {
  check([
    ['paragraphs and headings', '<p>One<p>Two</p><h1>Three</h1>', 'paragraph One', 'paragraph Two', 'heading/headline Three'],
    ['lists', '<ul><li>a<li><p>b</p><p>c</ul><dl><dt>d<dd>e</dl>', 'list-item/list a', 'list-item/list b', 'list-item/list c', 'list-item/list d', 'list-item/list e'],
    ['nested lists', '<ol><li>a<ul><li>b</ul>c<li>d</ol>', 'list-item/list a', 'list-item/list b', 'list-item/list c', 'list-item/list d'],
    ['tables', '<table><caption>a<tr><th>b<td>c<tr><td>d</table>', 'caption/caption a', 'table-cell/table b', 'table-cell/table c', 'table-cell/table d'],
    ['quotations', '<blockquote>a<p>b<h2>c</h2><ul><li>d</ul></blockquote>e', 'paragraph/quotation a', 'paragraph/quotation b', 'heading/quotation c', 'list-item/quotation d', 'paragraph e'],
    ['captions', '<figure><img alt="a"><figcaption>b</figcaption></figure>', 'alt-text/alt-text a', 'caption/caption b'],
    ['controls', '<label>a<input></label><button>b</button><select><optgroup label=c><option>d<option>e</select><details><summary>f</summary>g', 'paragraph a⟨.<input>⟩', 'paragraph b', 'data/attribute c', 'paragraph d', 'paragraph e', 'paragraph f', 'paragraph g'],
    ['loose text', 'a<div>b<p>c</p>d</div>e', 'paragraph a', 'paragraph b', 'paragraph c', 'paragraph d', 'paragraph e'],
    ['a page', '<!DOCTYPE html><html><head><title>a &amp; <b></title><style>p{}</style><body><p>c</body></html>', 'title/headline a & <b>', 'paragraph c'],
    ['no text', '<pre>a</pre><script>b</script><style>c</style><textarea>d</textarea><iframe>e</iframe><svg><title>f</title></svg><!-- g -->'],
    ['a script that speaks of scripts', "<script>a = '<p>b</p>' <!-- <script> </script> --></script>c", 'paragraph c'],
    ['what is not to be translated', '<div translate="no">a<p>b</p><p translate=yes>c</p></div><p class="x notranslate">d<p>e', 'paragraph c', 'paragraph e'],
    ['paragraphs by line breaks', 'a<br>b<br /> <br>c<i>d<br><br>e</i>', 'paragraph a⟨.<br>⟩b', 'paragraph c⟨<i>⟩d⟨.<br>⟩⟨.<br>⟩e⟨/</i>⟩'],
    ['paragraphs by blank lines', 'a\nb\n\nc <i>d\n\ne</i>\n \n<p>f\n\ng', 'paragraph a\nb', 'paragraph c ⟨<i>⟩d\ne⟨/</i>⟩', 'paragraph f\ng'],
    ['WordPress’ blocks', '<!-- wp:paragraph {"a":1} -->\n<p>a</p>\n<!-- /wp:paragraph -->\n<!-- wp:freeform -->b<!-- /wp:freeform -->', 'paragraph a', 'paragraph b'],
    ['an inline element around blocks', '<a href=x><h2>a</h2><p>b</p></a><p>c', 'heading/headline a', 'paragraph b', 'paragraph c'],
  ]) // biome-ignore format: a table
})

describe('inline', () => {
  check([
    ['a name in two styles', '<p><b>Podo</b>lyak', 'paragraph ⟨<b>⟩Podo⟨/</b>⟩lyak'],
    ['references', '&lt;&#1055;&#x41f&nbsp;x&copy &amp;amp; &bogus; AT&T &notit; &#150;', 'paragraph <ПП\u00a0x© &amp; &bogus; AT&T ¬it; –'],
    ['white space', '<p> a\n  b \t c <b> d </b> e<br>\n f </p>', 'paragraph a\nb c ⟨<b>⟩d ⟨/</b>⟩e⟨.<br>⟩f'],
    ['white space inside the rims', '<li>\n <a href="x">\n  a\n </a>\n</li>', 'list-item/list ⟨<a href="x">⟩a⟨/</a>⟩'],
    ['references are no white space', '<p>&#32;a&#10;&#32; b&nbsp;</p>', 'paragraph  a\n  b\u00a0'],
    ['codes without text', 'a <code>b <i>c</i></code> <img src=d> <svg><path/></svg> e<wbr>f', 'paragraph a ⟨.<code>b <i>c</i></code>⟩ ⟨.<img src=d>⟩ ⟨.<svg><path/></svg>⟩ e⟨.<wbr>⟩f'],
    ['kept as they are', 'a <i translate="no">Kiev <b>x</b></i> <b class=notranslate>c</b> d', 'paragraph a ⟨.<i translate="no">Kiev <b>x</b></i>⟩ ⟨.<b class=notranslate>c</b>⟩ d'],
    ['elements that cross', '<p><b>a<i>b</b>c</i>d', 'paragraph ⟨<b>⟩a⟨.<i>⟩b⟨/</b>⟩c⟨.</i>⟩d'],
    ['elements that nobody closes', '<p>a <code>b<p>c <b>d', 'paragraph a ⟨.<code>b⟩', 'paragraph c ⟨.<b>⟩d'],
    ['signs that are no tags', 'a < b <3 x<-y </ z', 'paragraph a < b <3 x<-y'],
    ['comments at the rim and inside', '<p><!-- a -->b<!-- c -->d<!-- e -->', 'paragraph b⟨.<!-- c -->⟩d'],
    ['insertions and deletions', '<ins>a</ins><del>b</del>', 'paragraph ⟨<ins>⟩a⟨/</ins>⟩⟨<del>⟩b⟨/</del>⟩'],
    ['what stands above a word', '<p>a <ruby>b<rt>c</rt></ruby> <ruby>d<rt translate=no>e</rt></ruby>', 'paragraph a ⟨<ruby>⟩b⟨.<rt>⟩c⟨.</rt>⟩⟨/</ruby>⟩ ⟨<ruby>⟩d⟨.<rt translate=no>e</rt>⟩⟨/</ruby>⟩'],
    ['templates', '<p {% if a > b %}class="{{ "x" }}"{% endif %}>a {{ b | c: "<" }}d<?php echo "</p>" ?>{# e #}<%= f %>', 'paragraph a ⟨.{{ b | c: "<" }}⟩d⟨.<?php echo "</p>" ?>⟩⟨.{# e #}⟩⟨.<%= f %>⟩'],
    ['shortcodes', 'a [gallery ids="1,2"] [sic] [b]c[/b] [1] [d e=f /]', 'paragraph a ⟨.[gallery ids="1,2"]⟩ [sic] ⟨[b]⟩c⟨/[/b]⟩ [1] ⟨.[d e=f /]⟩'],
    ['a shortcode of addresses', 'a [embed]https://x.y/?a[1]=[b c=d]\n\n{{ z }}[/embed] b', 'paragraph a ⟨.[embed]https://x.y/?a[1]=[b c=d] {{ z }}[/embed]⟩ b'],
    ['XHTML', '<?xml version="1.0"?><p><a id="a"/>b <script src="c"/>d</p><p/>e', 'paragraph ⟨.<a id="a"/>⟩b ⟨.<script src="c"/>⟩d', 'paragraph e'],
    ['XHTML as it stands in other XML', '<html xmlns="http://www.w3.org/1999/xhtml"><p>a<![CDATA[ b > ]]>c</p></html>', 'paragraph a⟨.<![CDATA[ b > ]]>⟩c'],
    ['CDATA in SVG', 'a <svg><style><![CDATA[ </svg> ]]></style></svg> b', 'paragraph a ⟨.<svg><style><![CDATA[ </svg> ]]></style></svg>⟩ b'],
  ]) // biome-ignore format: a table
})

describe('attributes', () => {
  check([
    ['of images', '<p>a <img alt="b &quot;c&quot;" title=\'d\'> e', 'paragraph a ⟨.<img alt="b &quot;c&quot;" title=\'d\'>⟩ e', 'alt-text/alt-text b "c"', 'title/attribute d'],
    ['of controls', '<input type=submit value=a><input type=text value=b placeholder="c"><img alt=""><i aria-label=d></i>', 'data/attribute a', 'data/attribute c', 'data/attribute d'],
    ['of pages', '<meta name=description content="a"><meta property="og:title" content="b"><meta name=viewport content=c>', 'data/attribute a', 'title/attribute b'],
    ['the first counts', '<img alt=a alt=b>', 'alt-text/alt-text a'],
    ['none where nothing is to be translated', '<img translate=no alt=a><div class=notranslate title=b><img alt=c></div>'],
    ['line breaks', '<img alt="a \n  b  c">', 'alt-text/alt-text a\nb  c'],
    ['references', '<img alt="&copy &copyx &lt=&amp">', 'alt-text/alt-text © &copyx &lt=&'],
    ['templates', '<img alt="a {{ b }}" title="{{ c }}">', 'alt-text/alt-text a ⟨.{{ b }}⟩'],
  ]) // biome-ignore format: a table
})

describe('what a page says of itself', () => {
  it('language and date', () => {
    const page =
      '<html lang="uk-UA"><meta property="article:published_time" content="2022-03-03T10:00"><time datetime="2020-01-01">'
    expect([read(page).language, read(page).date]).toEqual(['uk-UA', '2022-03-03'])
    expect(read('<p>a <time datetime="2020-01-01T00:00">x</time>').date).toBe('2020-01-01')
    expect(read('<html lang="{{ x }}"><p>a').language).toBeUndefined()
  })

  it('languages of blocks and in them', () => {
    const { blocks } = read(
      '<div lang=fr>a<p lang="en">b <i xml:lang="de">c</i> d<p>e</div><span lang=pl><p>f</p></span>g',
    )
    expect(blocks.map(block => [blockText(block), block.language, block.languages])).toEqual([
      ['a', 'fr', undefined],
      ['b c d', 'en', [{ start: 2, end: 3, language: 'de' }]],
      ['e', 'fr', undefined],
      ['f', 'pl', undefined],
      ['g', undefined, undefined],
    ])
  })

  it('comments with their places', () => {
    const source = '<!--[if IE]><p>a</p><![endif]--><p>b<!-- c -->d<script><!-- e --></script>'
    const { comments } = read(source)
    expect(comments.map(comment => comment.text)).toEqual(['[if IE]><p>a</p><![endif]', ' c '])
    expect(comments.map(({ span }) => source.slice(span.start, span.end).slice(0, 6))).toEqual(['<!--[i', '<!-- c'])
  })
})

describe('writing', () => {
  /** Puts `to` for `from` in every block that has it. */
  const replace = (source: string, from: string, to: string): string => {
    const document = read(source)
    const changes = new Map<string, readonly Run[]>()
    for (const block of document.blocks) {
      const at = blockText(block).indexOf(from)
      const edit = { span: { start: at, end: at + from.length }, insert: to }
      if (at >= 0) changes.set(block.id, editRuns(block.runs, [edit]))
    }
    return html.write(source, document, changes)
  }
  const cases: readonly (readonly [name: string, source: string, from: string, to: string, written: string])[] = [
    ['only the letters', '<p>a &eacute; <b>Podo</b>lyak\n  b', 'lyak', 'liak', '<p>a &eacute; <b>Podo</b>liak\n  b'],
    ['across a tag', '<p>by <b>Podo</b>lyak', 'Podolyak', 'Podoliak', '<p>by <b>Podoliak</b>'],
    ['prose needs no escapes', '<p>x', 'x', 'It\'s 5 * 3 – "a" [sic] {b} 50%', '<p>It\'s 5 * 3 – "a" [sic] {b} 50%'],
    ['marks', '<p>x', 'x', '<b> & &amp; {{ a }} [a b=c]', '<p>&lt;b&gt; &amp; &amp;amp; &#123;{ a }} &#91;a b=c]'],
    ['white space', '<p>x</p>', 'x', ' a  b\n\nc ', '<p>&#32;a &#32;b\n&#10;c&#32;</p>'],
    ['no-break spaces that people see', '<p>a&nbsp;x', 'x', 'b\u00a0c', '<p>a&nbsp;b&nbsp;c'],
    ['quotes of a value', '<img alt="x" title=\'x\'>', 'x', '"a\' <', '<img alt="&quot;a\' &lt;" title=\'"a&#39; &lt;\'>'],
    ['a value without quotes', '<img alt=x title=y>', 'x', 'a', '<img alt=a title=y>'],
    ['a value that needs quotes', '<img alt=x title=y>', 'x', 'a "b"', '<img alt="a &quot;b&quot;" title=y>'],
    ['a paragraph and the image in it', '<p>x <img alt="x" title=x> y', 'x', 'a b', '<p>a b <img alt="a b" title="a b"> y'],
    ['a title', '<title>x</title>', 'x', '</title>&', '<title>&lt;/title&gt;&amp;</title>'],
    ['line ends of the source', '<p>x\r\ny', 'x', 'a\nb', '<p>a\r\nb\r\ny'],
    ['a reference that would grow', '<p>&ampx', 'x', ';', '<p>&amp;;'],
  ] // biome-ignore format: a table
  for (const [name, source, from, to, written] of cases) {
    it(name, () => expect(replace(source, from, to)).toBe(written))
  }

  it('copies what a translation shares with its source', () => {
    const source = '<p>The &laquo;old&raquo;  <a href="u">talks</a>\n  end&hellip;'
    const document = read(source)
    const block = document.blocks[0]!
    const translated = withoutMaps(block.runs).map(run =>
      run.kind === 'text' ? newText(run.text.replace('old', 'new')) : run,
    )
    const written = html.write(source, document, new Map([[block.id, alignRuns(block.runs, translated)]]))
    expect(written).toBe(source.replace('old', 'new'))
  })
})

describe('places', () => {
  it('gives the source of a name over tags and references', () => {
    const source = '<p>Mykhailo\r\n <b>Podo</b>l&#121;ak came'
    const [block] = read(source).blocks
    const text = blockText(block!)
    const span = sourceSpan(block!, 0, text.indexOf(' came'))
    expect(source.slice(span.start, span.end)).toBe('Mykhailo\r\n <b>Podo</b>l&#121;ak')
  })
})
