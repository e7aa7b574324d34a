import { random } from './random.ts'
import { type ZipEntry, zip } from './zip.ts'

const words =
  'talks Mykhailo Podoliak Kiev Zelensky said corridor Київ переговори Подоляка Слов’янськ Мединский R&amp;D x&lt;y “quoted” «лапки» 12,345 &#8212; 50% e\u0301 nb\u00a0space ]]&gt;'.split(
    ' ',
  )

const properties = [
  '',
  '',
  '<w:rPr><w:b/></w:rPr>',
  '<w:rPr><w:i w:val="1"/><w:iCs/></w:rPr>',
  '<w:rPr><w:b/><w:i/><w:u w:val="single"/></w:rPr>',
  '<w:rPr><w:rStyle w:val="Emphasis"/></w:rPr>',
  '<w:rPr><w:lang w:val="uk-UA"/></w:rPr>',
  '<w:rPr><w:noProof/><w:lang w:val="en-GB"/></w:rPr>',
  '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
]

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'

/** Writes paragraphs with what Word puts into them. */
class Writer {
  private readonly next: () => number
  private ids = 0

  constructor(seed: number) {
    this.next = random(seed)
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.next() * from.length)]!
  }

  chance(share: number): boolean {
    return this.next() < share
  }

  private id(): string {
    this.ids++
    return String(this.ids)
  }

  text(): string {
    return Array.from({ length: 1 + Math.floor(this.next() * 5) }, () => this.pick(words)).join(' ')
  }

  /** A run, or one cut in two by an editing session. */
  run(text = this.text()): string {
    const look = this.pick(properties)
    const cutAt = text.includes('&') ? 0 : Math.floor(this.next() * text.length)
    const pieces = this.chance(0.4) && cutAt > 0 ? [text.slice(0, cutAt), text.slice(cutAt)] : [text]
    const runs = pieces.map(
      piece => `<w:r w:rsidR="00${this.id()}">${look}<w:t xml:space="preserve">${piece}</w:t></w:r>`,
    )
    return runs.join(
      this.pick(['', '<w:proofErr w:type="spellStart"/>', `<w:bookmarkStart w:id="${this.id()}" w:name="x"/>`, '\n']),
    )
  }

  inline(depth: number): string {
    const inner = () => (depth > 0 ? this.runs(depth - 1) : this.run())
    const field = (instruction: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${this.run()}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const change = `w:id="${this.id()}" w:author="Somebody" w:date="2026-01-01T00:00:00Z"`
    return this.pick([
      () => this.run(' '),
      () =>
        `<w:r>${this.pick(properties)}<w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t xml:space="preserve"> three</w:t></w:r>`,
      () => '<w:r><w:tab/></w:r>',
      () => '<w:r><w:t>half</w:t><w:noBreakHyphen/><w:t>open</w:t><w:softHyphen/><w:t>ing</w:t></w:r>',
      () =>
        `<w:hyperlink r:id="rId9"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t>${this.pick(words)}</w:t></w:r>${inner()}</w:hyperlink>`,
      () => field('HYPERLINK "https://example.org/"'),
      () => field('PAGE'),
      () => `<w:fldSimple w:instr=" DATE ">${this.run()}</w:fldSimple>`,
      () => `<w:ins ${change}>${inner()}</w:ins>`,
      () => `<w:del ${change}><w:r><w:delText>gone</w:delText></w:r></w:del>`,
      () => `<w:smartTag w:uri="u" w:element="place"><w:smartTagPr/>${inner()}</w:smartTag>`,
      () => `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${inner()}</w:sdtContent></w:sdt>`,
      () => `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>`,
      () => '<w:commentRangeStart w:id="7"/><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>',
      () => '<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>',
      () => '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>',
      () => '<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>',
      () => '<w:r/><w:r><w:t/></w:r>',
      () => this.drawing(depth),
    ])()
  }

  private drawing(depth: number): string {
    const box = depth > 0 ? `<w:txbxContent>${this.paragraph(0)}</w:txbxContent>` : ''
    return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="${this.id()}" name="Picture" descr="${this.text()}"/></wp:inline>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`
  }

  runs(depth: number): string {
    const count = 1 + Math.floor(this.next() * 5)
    return Array.from({ length: count }, () => (this.chance(0.4) ? this.inline(depth) : this.run())).join(
      this.pick(['', '\n  ']),
    )
  }

  paragraph(depth = 2): string {
    const style = this.pick([
      '',
      '',
      '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>',
      '<w:pPr><w:pStyle w:val="Quote"/></w:pPr>',
      '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:b/></w:rPr></w:pPr>',
      '<w:pPr><w:pStyle w:val="Caption"/></w:pPr>',
    ])
    return this.chance(0.05) ? '<w:p/>' : `<w:p>${style}${this.runs(depth)}</w:p>`
  }

  table(): string {
    const cell = () => `<w:tc><w:tcPr/>${this.paragraph()}</w:tc>`
    return `<w:tbl><w:tr>${cell()}${cell()}</w:tr></w:tbl>`
  }

  body(count: number): string {
    return Array.from({ length: count }, () => (this.chance(0.15) ? this.table() : this.paragraph())).join('')
  }
}

export const styles = `<?xml version="1.0"?><w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="ru-RU"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style><w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style><w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/></w:style><w:style w:type="character" w:styleId="French"><w:name w:val="French"/><w:rPr><w:lang w:val="fr-FR"/></w:rPr></w:style><w:style w:type="character" w:styleId="Hidden"><w:name w:val="Hidden"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** What each part is, without which other programs do not open a document. */
function contentTypes(others: readonly string[]): string {
  const kinds = { main: 'document.main', styles: 'styles' }
  const own = Object.entries(kinds).map(([part, kind]) => ({ part: `${part}.xml`, kind }))
  const more = others.map(part => ({ part, kind: part.replace(/\d*\.xml$/, '') }))
  const overrides = [...own, ...more].map(
    ({ part, kind }) => `<Override PartName="/word/${part}" ContentType="${wordType}.${kind}+xml"/>`,
  )
  return `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${overrides.join('')}</Types>`
}

/** The parts of a document with this body and, perhaps, other parts. */
export function docxEntries(body: string, others: Readonly<Record<string, string>> = {}): ZipEntry[] {
  const names = Object.keys(others)
  const below = names.map(
    (name, i) =>
      `<Relationship Id="rId${i + 1}" Type="${relationship}/${name.replace(/\d*\.xml$/, '')}" Target="${name}"/>`,
  )
  return [
    {
      name: '[Content_Types].xml',
      content: contentTypes(names),
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${relationship}/officeDocument" Target="/word/main.xml"/><Relationship Id="b" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    },
    {
      name: 'word/main.xml',
      content: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:document ${namespaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    },
    {
      name: 'word/_rels/main.xml.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="${relationship}/styles" Target="styles.xml"/><Relationship Id="h" Type="${relationship}/hyperlink" Target="https://example.org/" TargetMode="External"/>${below.join('')}</Relationships>`,
    },
    { name: 'word/styles.xml', content: styles },
    ...names.map(name => ({ name: `word/${name}`, content: others[name]! })),
    {
      name: 'word/media/image1.png',
      content: Uint8Array.from({ length: 300 }, (_, i) => (i * 7919) & 255),
      stored: true,
    },
    {
      name: 'docProps/core.xml',
      content:
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Talks &amp; more</dc:title></cp:coreProperties>',
    },
  ]
}

/** A story of another part: header, footer, notes. */
export const story = (root: string, content: string): string => `<w:${root} ${namespaces}>${content}</w:${root}>`

/** A document whose body is these paragraphs. */
export const docxOf = (body: string, others: Readonly<Record<string, string>> = {}): Uint8Array =>
  zip(docxEntries(body, others))

/** A document of some variety; the same seed gives the same one. */
export function docxDocument(seed: number): Uint8Array {
  const writer = new Writer(seed)
  const note = `<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2">${writer.paragraph()}</w:footnote>`
  const entries = docxEntries(writer.body(8), {
    'footnotes.xml': story('footnotes', note),
    'header1.xml': story('hdr', writer.paragraph()),
    'footer1.xml': story('ftr', writer.paragraph()),
    'comments.xml': story(
      'comments',
      '<w:comment w:id="7" w:author="Somebody"><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>',
    ),
  })
  const odd = entries.map(
    (entry): ZipEntry => ({
      ...entry,
      ...(writer.chance(0.2) && { stored: true }),
      ...(writer.chance(0.3) && { descriptor: writer.pick(['signed', 'bare'] as const) }),
      ...(writer.chance(0.3) && { extra: Uint8Array.from([0xca, 0xfe, 2, 0, 1, 2]) }),
      ...(writer.chance(0.2) && { comment: 'a part' }),
    }),
  )
  return zip(odd, writer.chance(0.3) ? 'the archive’s comment' : '')
}
