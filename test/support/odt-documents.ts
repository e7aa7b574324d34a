import { random } from './random.ts'
import { type ZipEntry, zip } from './zip.ts'

const namespaces = [
  ...['office', 'text', 'table', 'style'].map(
    prefix => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${prefix}:1.0"`,
  ),
  'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
  'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ')

const words =
  'talks Mykhailo Podoliak Kiev Zelensky said corridor Київ переговори Подоляка Слов’янськ Мединский R&amp;D x&lt;y “quoted” «лапки» 12,345 &#8212; 50% e\u0301 nb\u00a0space ]]&gt;'.split(
    ' ',
  )

const automatic =
  '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>' +
  '<style:style style:name="T2" style:family="text"><style:text-properties fo:language="uk" fo:country="UA"/></style:style>' +
  '<style:style style:name="T3" style:family="text"><style:text-properties fo:font-style="italic" style:text-underline-style="solid"/></style:style>' +
  '<style:style style:name="T4" style:family="text"><style:text-properties text:display="none"/></style:style>' +
  '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>'

class Writer {
  private readonly next: () => number

  constructor(seed: number) {
    this.next = random(seed)
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.next() * from.length)]!
  }

  text(): string {
    const count = 1 + Math.floor(this.next() * 5)
    return Array.from({ length: count }, () => this.pick(words)).join(
      this.pick([' ', ' ', ' ', '\n   ', '<text:s text:c="2"/>', ' <text:s/>']),
    )
  }

  inline(depth: number): string {
    const inner = () => (depth > 0 ? this.content(depth - 1) : this.text())
    return this.pick([
      () => `<text:span text:style-name="T1">${inner()}</text:span>`,
      () => `<text:span text:style-name="T2">${inner()}</text:span>`,
      () => `<text:span text:style-name="T3">${inner()}</text:span>`,
      () => `<text:span text:style-name="Emphasis">${inner()}</text:span>`,
      () => '<text:span text:style-name="T4">hidden</text:span>',
      () => '<text:span text:style-name="T1"> </text:span>',
      () => `<text:a xlink:href="https://example.org/">${inner()}</text:a>`,
      () => '<text:tab/>',
      () => '<text:line-break/>',
      () => '<text:bookmark-start text:name="b"/>',
      () => '<text:soft-page-break/>',
      () => '<text:change text:change-id="old1"/>',
      () => '<text:page-number>3</text:page-number>',
      () => '<!-- a comment -->',
      () => `<office:annotation><dc:creator>A</dc:creator><text:p>${this.text()}</text:p></office:annotation>`,
      () =>
        `<text:note text:id="n"><text:note-citation>1</text:note-citation><text:note-body><text:p>${this.text()}</text:p></text:note-body></text:note>`,
      () =>
        `<draw:frame draw:name="f"><draw:text-box><text:p>${inner()}</text:p></draw:text-box><svg:title>${this.pick(words)}</svg:title><svg:desc>${this.pick(words)}</svg:desc></draw:frame>`,
    ])()
  }

  content(depth: number): string {
    const count = 1 + Math.floor(this.next() * 5)
    return Array.from({ length: count }, () => (this.next() < 0.5 ? this.inline(depth) : this.text())).join(
      this.pick(['', ' ', '\n']),
    )
  }

  paragraph(): string {
    const style = this.pick(['Standard', 'P1', 'Title', 'Caption'])
    return this.pick([
      () => `<text:p text:style-name="${style}">${this.content(2)}</text:p>`,
      () => `<text:p text:style-name="${style}">${this.content(2)}</text:p>`,
      () => `<text:h text:outline-level="1">${this.content(1)}</text:h>`,
      () => `<text:list><text:list-item><text:p>${this.content(1)}</text:p></text:list-item></text:list>`,
      () =>
        `<table:table><table:table-row><table:table-cell><text:p>${this.content(1)}</text:p></table:table-cell></table:table-row></table:table>`,
      () => '<text:p/>',
    ])()
  }

  body(count: number): string {
    return Array.from({ length: count }, () => this.paragraph()).join(this.pick(['', '\n']))
  }
}

const tracked =
  '<text:tracked-changes><text:changed-region text:id="old1"><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>'

const parts = { '/': 'application/vnd.oasis.opendocument.text', 'content.xml': 'text/xml', 'styles.xml': 'text/xml' }

/** What each part is, without which other programs do not open a document. */
const manifest = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">${Object.entries(
  parts,
)
  .map(([path, type]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`)
  .join('')}</manifest:manifest>`

/** A document with this body and header. */
export function odtEntries(body: string, header = '<text:p>Header</text:p>'): ZipEntry[] {
  const commonStyles =
    '<style:style style:name="Standard" style:family="paragraph"/><style:style style:name="Quotations" style:family="paragraph" style:parent-style-name="Standard"/><style:style style:name="Title" style:family="paragraph"/><style:style style:name="Caption" style:family="paragraph"/><style:style style:name="Emphasis" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>'
  return [
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
    {
      name: 'Thumbnails/thumbnail.png',
      content: Uint8Array.from({ length: 200 }, (_, i) => (i * 31) & 255),
      stored: true,
    },
    {
      name: 'content.xml',
      content: `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content ${namespaces}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    {
      name: 'styles.xml',
      content: `<office:document-styles ${namespaces}><office:styles>${commonStyles}</office:styles><office:automatic-styles/><office:master-styles><style:master-page style:name="Standard"><style:header>${header}</style:header></style:master-page></office:master-styles></office:document-styles>`,
    },
    {
      name: 'meta.xml',
      content: `<office:document-meta ${namespaces}><office:meta><dc:title>Talks &amp; more</dc:title></office:meta></office:document-meta>`,
    },
    {
      name: 'META-INF/manifest.xml',
      content: manifest,
    },
  ]
}

export const odtOf = (body: string): Uint8Array => zip(odtEntries(body))

/** A document of some variety; the same seed gives the same one. */
export function odtDocument(seed: number): Uint8Array {
  const writer = new Writer(seed)
  return zip(odtEntries(tracked + writer.body(8), `<text:p>${writer.content(1)}</text:p>`))
}
