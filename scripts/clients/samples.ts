import { docxDocument, docxOf } from '../../test/support/docx-documents.ts'
import { htmlDocument } from '../../test/support/html-documents.ts'
import { markdownDocument } from '../../test/support/markdown-documents.ts'
import { odtDocument, odtOf } from '../../test/support/odt-documents.ts'
import type { Sample } from './client.ts'

const markdown = `---
title: Zelensky meets Yermak
---

# Talks in *Kyiv*

Mykhailo Podolyak said **the line** holds. See [the map](https://example.org/a?b=1&c=2 "Map of Kharkiv") & \`code\`.
A second sentence, with 1 < 2 and “quotes”.

- One item
- Another <b>item</b> with  two spaces

| left | right |
| --- | --- |
| Odesa | Lviv |

![A view of Dnipro](dnipro.jpg)
`

const html = `<!doctype html>
<html lang="en"><head><title>Talks &amp; lines</title><meta name="description" content="News of Kyiv"></head>
<body><p>Volodymyr Zelenskyy met <a href="x.html" title="Who &quot;he&quot; is">Andriy Yermak</a>.<br>New line. <em>Really</em>?</p>
<p translate="no">Do not touch</p><p><b>Keep</b> <span translate="no">tlumach</span> here.</p><img src="a.png" alt="A street in Lviv"></body></html>
`

const srt = `1
00:00:01,000 --> 00:00:03,000
<i>We are in Kharkiv.</i>
Stay here!

2
00:00:04,000 --> 00:00:06,000
- Who is it?
- It's me.
`

const json = `{
  "hello": "Hello, {{name}}!",
  "items_one": "{{count}} item",
  "items_other": "{{count}} items",
  "nested": { "ok": "OK & fine", "rich": "Read <1>the story</1> of Kyiv" },
  "padded": "Name: "
}
`

const po = `msgid ""
msgstr ""
"Language: uk\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

#. Menu
#: menu.c:1
#, c-format
msgctxt "menu"
msgid "Open %s"
msgstr ""

#, c-format
msgid "%d file in Kyiv"
msgid_plural "%d files in Kyiv"
msgstr[0] ""
msgstr[1] ""
msgstr[2] ""

msgid "Line one\\nLine two\\t\\"quoted\\"\\n"
msgstr ""
`

const run = (text: string, look = '') =>
  `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`

const docx = docxOf(
  `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run('Talks in Kyiv')}</w:p><w:p>${run('The ')}${run('line', '<w:b/>')}${run(' holds. Odesa &amp; Lviv  wait.')}<w:r><w:br/></w:r>${run('New line.')}</w:p><w:p>${run('Left')}<w:r><w:tab/></w:r>${run('right')}</w:p>`,
)

const odt = odtOf(
  '<text:h text:outline-level="1">Talks in Kyiv</text:h><text:p>The <text:span text:style-name="Emphasis">line</text:span> holds.<text:line-break/>Odesa<text:s text:c="2"/>&amp; Lviv<text:tab/>wait.</text:p>',
)

const written: Readonly<Record<string, string | Uint8Array>> = {
  'story.md': markdown,
  'page.html': html,
  'film.srt': srt,
  'app.json': json,
  'menu.po': po,
  'letter.docx': docx,
  'report.odt': odt,
}

const generators: Readonly<Record<string, (seed: number) => string | Uint8Array>> = {
  md: markdownDocument,
  html: htmlDocument,
  docx: docxDocument,
  odt: odtDocument,
}

const bytesOf = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content

/** A document of each format with what is hard in it, and so many generated ones where there is a generator. */
export function samples(generated: number): Sample[] {
  const hard = Object.entries(written).map(([name, content]): Sample => ({ name, bytes: bytesOf(content) }))
  const made = Object.entries(generators).flatMap(([extension, generate]) =>
    Array.from({ length: generated }, (_, i): Sample => {
      return { name: `${extension}-${i + 1}.${extension}`, bytes: bytesOf(generate(i + 1)), generated: true }
    }),
  )
  return [...hard, ...made]
}
