import { random } from './random.ts'

/** An article in the form of the examples of NITF 3.5's documentation: each element that the reader treats in a way of its own. */
export const nitfArticle = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.5//EN" "nitf-3-5.dtd">
<nitf uno="desk.example:20261122:talks" xml:lang="en">
  <head>
    <title>Talks in Istanbul</title>
    <meta name="author" content="Medinski"/>
    <tobject tobject.type="News"><tobject.property tobject.property.type="Current"/>
      <tobject.subject tobject.subject.refnum="11002000" tobject.subject.type="Diplomacy"/></tobject>
    <iim ver="4"/>
    <docdata>
      <doc-id id-string="talks-1"/><urgency ed-urg="4"/>
      <date.issue norm="20261122T143000Z"/>
      <key-list><keyword key="Medinski"/></key-list>
    </docdata>
    <pubdata type="print" date.publication="20261123" name="The Desk"/>
  </head>
  <body>
    <body.head>
      <hedline><hl1 id="h1">Medinski speaks of <em>progress</em></hl1><hl2>Second round ends</hl2></hedline>
      <rights>Copyright 2026 <rights.owner>The Desk</rights.owner></rights>
      <byline>By <person>Jane Roe</person><byttl>Staff writer</byttl></byline>
      <distributor><org idsrc="desk" value="1">The Desk</org></distributor>
      <dateline><location>Istanbul, <country iso-cc="tr">Turkey</country></location> <story.date norm="20261122">Nov. 22</story.date></dateline>
      <abstract><p>Negotiators part &amp; meet again.</p></abstract>
    </body.head>
    <body.content>
      <!-- tlumach-disable-next-line -->
      <block id="b1">
        <p lede="true">The head of the delegation, <person><name.given>Vladimir</name.given> <name.family>Medinski</name.family></person>,
          met <money>&#8364; 5</money> sceptics&#x2014;see <virtloc>http://desk.example/Medinski</virtloc>.</p>
        <p>He said: <q>We go on.</q> <lang iso="uk">Так каже Мединський.</lang><br/>He left.</p>
      </block>
      <bq><block><p>“Nobody left the table.”</p></block><credit>Medinski, to reporters</credit></bq>
      <ul><li>Prisoners</li><li><p>Corridors</p></li></ul>
      <dl><dt>Talks</dt><dd>Three rounds</dd></dl>
      <table><caption>Rounds</caption><colgroup><col/></colgroup><tr><th>Round</th><td>Second</td></tr></table>
      <media media-type="image">
        <media-reference mime-type="image/jpeg" source="a.jpg" alternate-text="Medinski &quot;at&quot; the table">a.jpg</media-reference>
        <media-object encoding="base64">TWVkaW5za2k=</media-object>
        <media-caption><p>Medinski at the table.</p></media-caption>
        <media-producer>Photo: J. Roe</media-producer>
      </media>
      <hr/>
      <p><![CDATA[Loose & <free> ]]></p>
    </body.content>
    <body.end><tagline>Reporting by Jane Roe</tagline></body.end>
  </body>
</nitf>
`

/** What an item has around its content, in the form of the examples of the NewsML-G2 guidelines. */
export const newsItem = (
  content: string,
  language = 'en',
): string => `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"
    guid="urn:newsml:desk.example:20261122:talks" version="3" standard="NewsML-G2" standardversion="2.33" conformance="power" xml:lang="${language}">
  <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_39.xml"/>
  <rightsInfo><copyrightHolder qcode="desk:1"><name>Medinski Agency</name></copyrightHolder></rightsInfo>
  <itemMeta>
    <itemClass qcode="ninat:text"/><provider qcode="desk:1"/>
    <versionCreated>2026-11-23T10:00:00Z</versionCreated>
    <title>Talks, third version</title>
  </itemMeta>
  <contentMeta>
    <contentCreated>2026-11-22T14:30:00+03:00</contentCreated>
    <subject type="cpnat:person" qcode="people:7"><name xml:lang="en">Medinski</name></subject>
    <slugline separator="-">TALKS-MEDINSKI</slugline>
    <headline xml:lang="${language}">Medinski speaks of <span class="x">progress</span></headline>
    <headline xml:lang="ru">Мединский о переговорах</headline>
    <by>By Jane Roe</by>
    <dateline>ISTANBUL, Nov 22</dateline>
    <description role="drol:summary">Second round ends.<br/>No date for a third.</description>
  </contentMeta>
  <contentSet>
${content}
  </contentSet>
</newsItem>
`

export const inlineNitf = `    <inlineXML contenttype="application/nitf+xml" xml:lang="uk"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head>
      <hedline><hl1>Мединський говорить</hl1></hedline></body.head><body.content><p>Делегації &amp; посередники.</p></body.content></body></nitf></inlineXML>`

export const inlineXhtml = `    <inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>Talks</title></head>
      <body><h1>Medinski speaks</h1><p>Talks &amp; <em>pauses</em>.</p><blockquote><p>We go on.</p></blockquote></body></html></inlineXML>`

export const inlineTexts = `    <inlineData contenttype="text/plain">Medinski &amp; others met.</inlineData>
    <inlineData contenttype="text/html">&lt;p&gt;Talks &amp;amp; &lt;b&gt;pauses&lt;/b&gt;.&lt;/p&gt;</inlineData>
    <inlineData contenttype="text/html"><![CDATA[<p>Corridors &amp; roads.</p>]]></inlineData>
    <inlineData contenttype="image/png" encoding="base64">TWVkaW5za2k=</inlineData>`

/** A message of several items. */
export const newsMessage = (...items: readonly string[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-11-22T15:00:00Z</sent><origin>Medinski</origin></header>
<itemSet>
${items.join('')}</itemSet>
</newsMessage>
`

const words =
  'talks Medinski Podoliak Київ переговори Слов’янськ R&amp;D x&lt;y &#8364;5 &#x2014; ]]&gt; "quoted" nb\u00a0space e\u0301 12,345 50%'.split(
    ' ',
  )

const forms: readonly ((text: string) => string)[] = [
  text => `<em>${text}</em>`,
  text => `<em class="x">${text}<br/>\n      ${text}</em>`,
  text => `<q>${text}</q>`,
  () => '<![CDATA[loose & <free>]]>',
  text => `<!-- a note -->${text}`,
  () => '<?pause long?>',
  () => '<br/>',
]

/** Paragraphs as NITF and XHTML both have them; the same seed gives the same ones. */
export function newsParagraphs(seed: number): string {
  const next = random(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!
  const some = (most: number, one: () => string, glue: string) =>
    Array.from({ length: 1 + Math.floor(next() * most) }, one).join(glue)
  const phrase = () => some(4, () => pick(words), ' ')
  const piece = () => (next() < 0.4 ? pick(forms)(phrase()) : phrase())
  return some(6, () => `<p>${some(4, piece, pick([' ', '\n      ']))}</p>`, '\n      ')
}
