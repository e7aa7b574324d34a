import { describe, expect, test } from 'vitest'
import { constraints, validateXliff } from '../../src/xliff/validate/index.ts'

const namespaces = `xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"
  xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"
  xmlns:res="urn:oasis:names:tc:xliff:resourcedata:2.0" xmlns:ctr="urn:oasis:names:tc:xliff:changetracking:2.0"
  xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0" xmlns:val="urn:oasis:names:tc:xliff:validation:2.0"
  xmlns:its="http://www.w3.org/2005/11/its" xmlns:itsm="urn:oasis:names:tc:xliff:itsm:2.1"
  xmlns:pgs="urn:oasis:names:tc:xliff:pgs:1.0" xmlns:my="urn:example:extension"`

const inXliff = (files: string): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" ${namespaces} version="2.1" srcLang="en" trgLang="uk">${files}</xliff>`
const inFile = (content: string): string => inXliff(`<file id="f1">${content}</file>`)
const inUnit = (content: string): string => inFile(`<unit id="u1">${content}</unit>`)
const inSource = (content: string): string => inUnit(`<segment><source>${content}</source></segment>`)
const both = (source: string, target: string): string =>
  inUnit(`<segment><source>${source}</source><target>${target}</target></segment>`)
const text = '<segment><source>text</source></segment>'
const unit = `<unit id="u1">${text}</unit>`

/** Every code that a case of this file has shown. */
const shown = new Set<string>()

/** The problem has this code and stands at «…»; nothing worse than it is said of the document. */
function check(code: string, marked: string, ...also: readonly string[]): void {
  shown.add(code)
  const start = marked.indexOf('«')
  const end = marked.indexOf('»') - 1
  const { problems } = validateXliff(marked.replace('«', '').replace('»', ''))
  expect(problems.map(problem => problem.code)).toEqual(expect.arrayContaining([code]))
  expect(problems.filter(problem => problem.code === code).map(problem => problem.span)).toContainEqual({ start, end })
  expect([...new Set(problems.map(problem => problem.code))].sort()).toEqual([code, ...also].sort())
}

const cases: readonly (readonly [code: string, document: string, ...also: string[]])[] = [
  // Structure
  ['xliff-root', '«<xlif xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0">»</xlif>'],
  ['xliff-root', '«<xliff xmlns="urn:oasis:names:tc:xliff:document:3.0" version="2.0">»</xliff>'],
  [
    'xliff-version',
    `«<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.2" srcLang="en">»<file id="f">${unit}</file></xliff>`,
  ],
  ['xliff-element-unexpected', inUnit(`${text}«<unit id="u2">»${text}</unit>`)],
  ['xliff-element-unexpected', inXliff(`<file id="f1">${unit}</file>«<my:x>»</my:x>`)],
  ['xliff-element-repeated', inUnit('<segment><source>a</source><target>b</target>«<target>»c</target></segment>')],
  ['xliff-element-order', inUnit(`${text}«<notes>»<note>n</note></notes>`)],
  ['xliff-element-missing', inUnit('«<segment>»<target>b</target></segment>')],
  ['xliff-element-missing', inFile('').replace('<file id="f1">', '«<file id="f1">»')],
  ['xliff-text-unexpected', inFile(`«stray»${unit}`)],
  ['xliff-text-unexpected', inUnit(`<segment>«stray»<source>a</source></segment>`)],
  ['xliff-attribute-unexpected', inUnit(`<segment «name="x"»><source>a</source></segment>`)],
  ['xliff-attribute-unexpected', inSource('<pc id="1" «my:x="1"»>a</pc>')],
  ['xliff-attribute-unexpected', inSource('<pc id="1" «fs:font="1"»>a</pc>')],
  ['xliff-attribute-missing', inSource('«<ph/>»')],
  ['xliff-attribute-value', inSource('<ph id="«a b»"/>')],
  ['xliff-attribute-value', inSource('<ph id="1" canCopy="«true»"/>')],
  ['xliff-attribute-value', inUnit(`<notes><note priority="«11»">n</note></notes>${text}`)],
  [
    'xliff-attribute-value',
    inSource('<mrk id="1" translate="no" its:annotatorsRef="«tool»">a</mrk>'),
    'xliff-its-version',
  ],
  ['xliff-attribute-value', inFile(`<group id="g" xml:lang="«a:b»"/>${unit}`)],
  ['xliff-module-element', inUnit(`«<val:check>»</val:check>${text}`)],
  ['xliff-module-element', inUnit(`«<val:rule isPresent="a"/>»${text}`)],
  [
    'xliff-module-place',
    inFile(
      `«<gls:glossary>»<gls:glossEntry><gls:term>a</gls:term><gls:definition>b</gls:definition></gls:glossEntry></gls:glossary>${unit}`,
    ),
  ],
  [
    'xliff-module-repeated',
    inUnit(
      `<mda:metadata><mda:metaGroup><mda:meta type="a"/></mda:metaGroup></mda:metadata>«<mda:metadata>»<mda:metaGroup><mda:meta type="a"/></mda:metaGroup></mda:metadata>${text}`,
    ),
  ],
  // Documents and files
  [
    'xliff-trglang-missing',
    '«<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en">»<file id="f"><unit id="u"><segment><source>a</source><target>b</target></segment></unit></file></xliff>',
  ],
  ['xliff-skeleton-empty', inFile(`«<skeleton/>»${unit}`)],
  ['xliff-skeleton-href', inFile(`<skeleton href="«a.skl»">inside</skeleton>${unit}`)],
  ['xliff-id-duplicate', inXliff(`<file id="f">${unit}</file><file id="«f»">${unit}</file>`)],
  ['xliff-id-duplicate', inFile(`${unit}<group id="g"><unit id="«u1»">${text}</unit></group>`)],
  ['xliff-id-duplicate', inFile(`<group id="g"><group id="«g»"/></group>`)],
  ['xliff-id-duplicate', inUnit(`<notes><note id="n">1</note><note id="«n»">2</note></notes>${text}`)],
  ['xliff-id-duplicate', inUnit(`<originalData><data id="d">1</data><data id="«d»">2</data></originalData>${text}`)],
  ['xliff-id-duplicate', inUnit('<segment id="1"><source><ph id="«1»"/></source></segment>')],
  ['xliff-id-duplicate', both('<ph id="1"/>', '<ph id="1"/><ph id="«1»"/>')],
  ['xliff-extension-id', inUnit(`<my:a id="1"><my:b xml:id="«1»"/></my:a>${text}`)],
  ['xliff-subflow', inSource('<ph id="1" subFlows="«u1 u9»"/>')],
  ['xliff-unit-segment', inFile('«<unit id="u1">»<ignorable><source>a</source></ignorable></unit>')],
  // Units
  ['xliff-language-mismatch', inUnit('<segment><source xml:lang="«fr»">a</source></segment>')],
  ['xliff-language-mismatch', inFile(`<unit id="u1" xml:lang="ja"><segment>«<source>»a</source></segment></unit>`)],
  ['xliff-language-extended', inUnit('<segment><source xml:lang="«en-IE»">a</source></segment>')],
  ['xliff-space-mismatch', inUnit('<segment><source>a</source><target xml:space="«preserve»">b</target></segment>')],
  [
    'xliff-id-target',
    both('<ph id="1"/>', '<ph id="1"/><mrk id="2" type="my:t">b</mrk>')
      .replace('<mrk id="2"', '<pc id="3"/><mrk id="«4»"')
      .replace('<source>', '<source><sc id="4" isolated="yes"/>'),
  ],
  ['xliff-order-range', inUnit('<segment><source>a</source><target order="«2»">b</target></segment>')],
  [
    'xliff-order-duplicate',
    inUnit(
      '<segment><source>a</source><target order="1">b</target></segment><segment><source>a</source><target order="«1»">b</target></segment>',
    ),
  ],
  [
    'xliff-order-conflict',
    inUnit(
      '<segment><source>a</source><target order="«2»">b</target></segment><segment><source>a</source><target>b</target></segment>',
    ),
  ],
  ['xliff-isolated', inSource('<sc id="1" isolated="«yes»"/>a<ec startRef="1"/>')],
  ['xliff-start-without-end', inSource('«<sc id="1"/>»a')],
  ['xliff-start-without-end', inSource('«<sm id="1" type="term"/>»a')],
  ['xliff-end-without-start', inSource('a<ec startRef="«1»"/>')],
  ['xliff-end-before-start', inSource('<ec startRef="«1»"/>a<sc id="1"/>')],
  ['xliff-end-before-start', inSource('<em startRef="«1»"/>a<sm id="1" type="term"/>')],
  ['xliff-end-repeated', inSource('<sc id="1"/>a<ec startRef="1"/><ec startRef="«1»"/>')],
  ['xliff-ec-identity', inSource('<sc id="1"/>a«<ec id="2" startRef="1"/>»')],
  ['xliff-ec-identity', inSource('a«<ec isolated="yes"/>»')],
  ['xliff-ec-dir', inSource('<sc id="1"/>a<ec startRef="1" dir="«rtl»"/>')],
  ['xliff-hint-mismatch', inSource('<sc id="1" canDelete="no"/>a«<ec startRef="1"/>»')],
  ['xliff-hint-mismatch', inSource('<sc id="1" type="fmt"/>a<ec startRef="1" type="«ui»"/>')],
  ['xliff-substate-state', inUnit('<segment subState="«my:done»"><source>a</source></segment>')],
  ['xliff-subtype-type', inSource('<ph id="1" subType="«my:x»"/>')],
  ['xliff-subtype-value', inSource('<ph id="1" type="link" subType="«xlf:b»"/>')],
  [
    'xliff-copyof-data',
    inUnit(
      '<originalData><data id="d">x</data></originalData><segment><source><ph id="1" dataRef="d"/><ph id="2" copyOf="«1»"/></source></segment>',
    ),
  ],
  ['xliff-copyof-target', inSource('<ph id="2" copyOf="«1»"/>')],
  ['xliff-copyof-forbidden', inSource('<ph id="1" canCopy="no"/><ph id="2" copyOf="«1»"/>')],
  ['xliff-reorder-hints', inSource('<ph id="1" canReorder="firstNo" canCopy="no" canDelete="«yes»"/>')],
  ['xliff-reorder-start', inSource('<ph id="1" canReorder="«no»" canCopy="no" canDelete="no"/>')],
  [
    'xliff-reorder-broken',
    both(
      '<ph id="1" canReorder="firstNo" canCopy="no" canDelete="no"/><ph id="2" canReorder="no" canCopy="no" canDelete="no"/>',
      '<ph id="3" canReorder="firstNo" canCopy="no" canDelete="no"/>«<ph id="2" canReorder="no" canCopy="no" canDelete="no"/>»<ph id="1" canReorder="firstNo" canCopy="no" canDelete="no"/>',
    ),
  ],
  ['xliff-code-deleted', both('<ph id="1" canDelete="no"/>a', 'b').replace('<target>', '«<target>»')],
  ['xliff-overlap', inSource('«<pc id="1">»a<sc id="2"/>b</pc>c<ec startRef="2"/>')],
  ['xliff-dataref', inSource('<ph id="1" dataRef="«d1»"/>')],
  ['xliff-pair', inSource('<pc id="1" equivStart="«(»">a</pc>')],
  ['xliff-comment', inSource('«<mrk id="1" type="comment">»a</mrk>')],
  ['xliff-comment-ref', inSource('<mrk id="1" type="comment" ref="«#n=n1»">a</mrk>')],
  ['xliff-translate-annotation', inSource('«<mrk id="1">»a</mrk>')],
  ['xliff-match-annotation', inSource('<mrk id="1" type="mtc:match" ref="«#1»">a</mrk>')],
  ['xliff-cp', inSource('<cp hex="«0041»"/>')],
  ['xliff-state-target', inUnit('<segment state="«final»"><source>a</source></segment>')],
  ['xliff-fragment-syntax', inSource('<mrk id="1" type="my:t" ref="«#u=1/f=2»">a</mrk>')],
  ['xliff-fragment-syntax', inSource('<mrk id="1" type="my:t" ref="«#a/b»">a</mrk>')],
  ['xliff-fragment-syntax', inSource('<mrk id="1" type="my:t" ref="«#f=f1/d=d1»">a</mrk>')],
  ['xliff-fragment-prefix', inSource('<mrk id="1" type="my:t" ref="«#my=1»">a</mrk>')],
  ['xliff-fragment-unresolved', inSource('<mrk id="1" type="my:t" ref="«#9»">a</mrk>')],
  ['xliff-fragment-unresolved', inSource('<mrk id="1" type="my:t" ref="«#f=f1/u=u9»">a</mrk>')],
  // Modules
  [
    'xliff-mtc-ref',
    inUnit(`<mtc:matches><mtc:match ref="«#9»"><source>a</source><target>b</target></mtc:match></mtc:matches>${text}`),
  ],
  [
    'xliff-mtc-lang',
    inUnit(
      '<mtc:matches><mtc:match ref="#1" «xml:lang="en"»><source>a</source><target>b</target></mtc:match></mtc:matches><segment id="1"><source>a</source></segment>',
    ),
  ],
  [
    'xliff-gls-entry',
    inUnit(`<gls:glossary>«<gls:glossEntry>»<gls:term>a</gls:term></gls:glossEntry></gls:glossary>${text}`),
  ],
  [
    'xliff-gls-ref',
    inUnit(
      `<gls:glossary><gls:glossEntry ref="«#9»"><gls:term>a</gls:term><gls:definition>b</gls:definition></gls:glossEntry></gls:glossary>${text}`,
    ),
  ],
  [
    'xliff-mda-id',
    inUnit(`<mda:metadata id="m"><mda:metaGroup id="«m»"><mda:meta type="a"/></mda:metaGroup></mda:metadata>${text}`),
  ],
  [
    'xliff-res-mime',
    inFile(`<res:resourceData>«<res:resourceItem>»<res:source href="a"/></res:resourceItem></res:resourceData>${unit}`),
  ],
  [
    'xliff-res-href',
    inFile(
      `<res:resourceData><res:resourceItem mimeType="a/b">«<res:source/>»</res:resourceItem></res:resourceData>${unit}`,
    ),
  ],
  [
    'xliff-res-language',
    inFile(
      `<res:resourceData><res:resourceItem mimeType="a/b"><res:source href="a" xml:lang="«de»"/></res:resourceItem></res:resourceData>${unit}`,
    ),
  ],
  [
    'xliff-res-target-language',
    inFile(
      `<res:resourceData><res:resourceItem mimeType="a/b"><res:target href="a" xml:lang="«de»"/></res:resourceItem></res:resourceData>${unit}`,
    ),
  ],
  ['xliff-res-ref', inUnit(`<res:resourceData><res:resourceItemRef ref="«r»"/></res:resourceData>${text}`)],
  [
    'xliff-ctr-applies-to',
    inUnit(
      `<ctr:changeTrack><ctr:revisions appliesTo="«note»"><ctr:revision><ctr:item property="content">a</ctr:item></ctr:revision></ctr:revisions></ctr:changeTrack><notes><note id="1">a</note><note id="2">b</note></notes>${text}`,
    ),
  ],
  [
    'xliff-ctr-ref',
    inUnit(
      `<ctr:changeTrack><ctr:revisions appliesTo="note" ref="«9»"><ctr:revision><ctr:item property="content">a</ctr:item></ctr:revision></ctr:revisions></ctr:changeTrack>${text}`,
    ),
  ],
  [
    'xliff-ctr-property',
    inUnit(
      `<ctr:changeTrack><ctr:revisions appliesTo="note" ref="1"><ctr:revision><ctr:item property="«category»">a</ctr:item></ctr:revision></ctr:revisions></ctr:changeTrack><notes><note id="1">a</note></notes>${text}`,
    ),
  ],
  [
    'xliff-ctr-property-repeated',
    inUnit(
      `<ctr:changeTrack><ctr:revisions appliesTo="source"><ctr:revision><ctr:item property="content">a</ctr:item>«<ctr:item property="content">»b</ctr:item></ctr:revision></ctr:revisions></ctr:changeTrack>${text}`,
    ),
  ],
  ['xliff-slr-isolated', inSource('<sc id="1"/>a<ec startRef="1" slr:equivStorage="«1»"/>')],
  ['xliff-slr-info', inSource('<ph id="1" slr:sizeInfo="«1.5»"/>')],
  [
    'xliff-slr-both',
    inUnit(
      `<slr:data profile="my:p"><my:d id="s"/></slr:data><segment><source><ph id="1" slr:sizeInfo="1" slr:sizeInfoRef="«s»"/></source></segment>`,
    ),
  ],
  ['xliff-slr-data', inSource('<ph id="1" slr:sizeInfoRef="«s»"/>')],
  ['xliff-slr-storage', inSource('<ph id="1" slr:equivStorage="«few»"/>')],
  ['xliff-slr-restriction', inFile(`<unit id="u1" slr:sizeRestriction="«1-2»">${text}</unit>`)],
  [
    'xliff-slr-exceeded',
    inFile(
      `<slr:profiles generalProfile="xliff:codepoints"/><unit id="u1" slr:sizeRestriction="«3»"><segment><source>a</source><target>😀бв\u0433</target></segment></unit>`,
    ),
  ],
  [
    'xliff-slr-exceeded',
    inFile(
      `<slr:profiles storageProfile="xliff:utf8"/><unit id="u1" slr:storageRestriction="«6,9»"><segment><source>a</source><target>ї€</target></segment></unit>`,
    ),
  ],
  ['xliff-slr-profile', inFile(`<slr:profiles generalProfile="«xliff:pixels»"/>${unit}`)],
  ['xliff-val-rule', inUnit(`<val:validation>«<val:rule isPresent="a" endsWith="b"/>»</val:validation>${text}`)],
  ['xliff-val-occurs', inUnit(`<val:validation><val:rule endsWith="b" occurs="«1»"/></val:validation>${text}`)],
  [
    'xliff-val-exists',
    inUnit(`<val:validation><val:rule isNotPresent="b" existsInSource="«yes»"/></val:validation>${text}`),
  ],
  ['xliff-val-disabled', inFile(`<val:validation><val:rule isPresent="a" disabled="«yes»"/></val:validation>${unit}`)],
  [
    'xliff-val-failed',
    inUnit(
      '<val:validation><val:rule isPresent="Київ" occurs="2"/></val:validation><segment><source>a</source>«<target>»Київ</target></segment>',
    ),
  ],
  [
    'xliff-val-failed',
    inFile(
      '<val:validation><val:rule endsWith=":" existsInSource="yes"/><val:rule isNotPresent="б"/></val:validation><unit id="u1"><val:validation><val:rule isNotPresent="б" disabled="yes"/></val:validation><segment><source>a</source><target>б</target></segment><segment><source>a:</source>«<target>»б</target></segment></unit>',
    ),
  ],
  ['xliff-fs-isolated', inSource('<sc id="1"/>a<ec startRef="1" fs:fs="«b»"/>')],
  ['xliff-fs-missing', inUnit(`<notes><note fs:subFs="«a,b»">n</note></notes>${text}`)],
  ['xliff-its-version', inSource('«<mrk id="1" type="its:generic" its:mtConfidence="1">»a</mrk>')],
  ['xliff-its-type', inSource('<mrk id="1" type="«term»" its:version="2.0" itsm:lang="en">a</mrk>')],
  ['xliff-its-together', inSource('<mrk id="1" type="its:generic" its:version="2.0" its:taSource="«a»">a</mrk>')],
  [
    'xliff-its-apart',
    inSource(
      '<mrk id="1" type="its:generic" its:version="2.0" its:locQualityRatingScore="1" its:locQualityRatingVote="«1»">a</mrk>',
    ),
  ],
  [
    'xliff-its-ref',
    inSource('<mrk id="1" type="its:generic" its:version="2.0" its:provenanceRecordsRef="«#its=p»">a</mrk>'),
  ],
  ['xliff-pgs-switch', inFile(`<group id="g" pgs:switch="«plural»">${unit}</group>`)],
  [
    'xliff-pgs-case',
    inFile(
      '<unit id="u1" canResegment="no" pgs:switch="gender:g"><segment pgs:case="«a b»"><source>a</source></segment></unit>',
    ),
  ],
  ['xliff-pgs-case', inUnit('<segment pgs:case="«one»"><source>a</source></segment>')],
  [
    'xliff-pgs-case-missing',
    inFile('<unit id="u1" canResegment="no" pgs:switch="gender:g">«<segment>»<source>a</source></segment></unit>'),
  ],
  [
    'xliff-pgs-resegment',
    inFile('«<unit id="u1" pgs:switch="gender:g">»<segment pgs:case="f"><source>a</source></segment></unit>'),
  ],
  [
    'xliff-pgs-category',
    inFile(
      '<unit id="u1" canResegment="no" pgs:switch="«plural:n»"><segment pgs:case="one"><source>a</source></segment><segment pgs:case="few"><source>a</source></segment><segment pgs:case="other"><source>a</source></segment></unit>',
    ),
  ],
]

describe('each constraint of XLIFF 2', () => {
  test.each(cases)('%s: %s', (code, document, ...also) => check(code, document, ...also))

  test('has a case', () => {
    const all = Object.keys(constraints).filter(code => code.startsWith('xliff-'))
    const elsewhere = ['xliff-namespace', 'xliff-extension-place', 'xliff-attribute-unknown']
    expect(all.filter(code => !shown.has(code) && !elsewhere.includes(code))).toEqual([])
  })
})

describe('what is right', () => {
  const right: readonly (readonly [string, string])[] = [
    [
      'a code that moves to another segment',
      inUnit(
        '<segment><source><ph id="1" canDelete="no"/>a</source><target>б</target></segment><segment><source>c</source><target>г<ph id="1" canDelete="no"/></target></segment>',
      ),
    ],
    [
      'a pair that spans segments',
      inUnit(
        '<segment><source><sc id="1"/>a</source></segment><segment><source>b<ec startRef="1"/></source></segment>',
      ),
    ],
    [
      'a target whose other half is not translated yet',
      inUnit(
        '<segment><source><sc id="1"/>a</source><target><sc id="1"/>б</target></segment><segment><source>b<ec startRef="1"/></source></segment>',
      ),
    ],
    [
      'targets in another order',
      inUnit(
        '<segment><source>a</source><target order="2">б</target></segment><segment><source>b</source><target order="1">в</target></segment>',
      ),
    ],
    [
      'a pair in the order of the targets',
      inUnit(
        '<segment><source>a</source><target order="2">б<ec startRef="t"/></target></segment><segment><source>b</source><target order="1"><sc id="t"/>в</target></segment>',
      ),
    ],
    [
      'a paired code for a start and an end',
      both('<sc id="1" canDelete="no"/>a<ec startRef="1" canDelete="no"/>', '<pc id="1" canDelete="no">б</pc>'),
    ],
    ['codes that may overlap', inSource('<sc id="1"/>a<sc id="2"/>b<ec startRef="1"/>c<ec startRef="2"/>')],
    [
      'foreign elements and attributes',
      inFile(
        `<my:a id="1"/><group id="g" my:b="1"><my:a id="1"/><unit id="u1" my:b="2"><my:a id="1"/>${text}</unit></group>`,
      ),
    ],
    [
      'a sub-flow that comes later',
      inFile(
        `<unit id="u1"><segment><source><ph id="1" subFlows="u2"/></source></segment></unit><unit id="u2">${text}</unit>`,
      ),
    ],
    [
      'metadata in an extension point of a module',
      inUnit(
        `<gls:glossary><gls:glossEntry><gls:term>a</gls:term><gls:definition>b</gls:definition><mda:metadata><mda:metaGroup><mda:meta type="a">1</mda:meta></mda:metaGroup></mda:metadata></gls:glossEntry></gls:glossary>${text}`,
      ),
    ],
    [
      'a note elsewhere by a whole path',
      inFile(
        `<notes><note id="n">1</note></notes><unit id="u1"><segment><source><mrk id="1" type="my:t" ref="#/f=f1/n=n">a</mrk></source></segment></unit>`,
      ),
    ],
    ['an address outside', inSource('<mrk id="1" type="term" ref="https://example.org/#/a/b/c">a</mrk>')],
    [
      'an inherited language',
      inFile(
        '<unit id="u1" xml:lang="en"><segment><source>a</source><target xml:lang="UK">б</target></segment></unit>',
      ),
    ],
    [
      'plural forms of Ukrainian',
      inFile(
        `<unit id="u1" canResegment="no" pgs:switch="plural:n">${['one', 'few', 'many', 'other', '0'].map(form => `<segment pgs:case="${form}"><source>a</source></segment>`).join('')}</unit>`,
      ),
    ],
  ]
  test.each(right)('%s', (_, document) => {
    expect(validateXliff(document).problems).toEqual([])
  })

  test('2.2: notes and metadata at the root', () => {
    const document = inFile(unit)
      .replace('document:2.0', 'document:2.2')
      .replace('version="2.1"', 'version="2.2"')
      .replace(
        '<file',
        '<notes><note ref="#f=f1">n</note></notes><mda:metadata><mda:metaGroup><mda:meta type="a"/></mda:metaGroup></mda:metadata><file',
      )
    expect(validateXliff(document)).toEqual({ value: { version: '2.2' }, problems: [] })
  })

  test('a registered prefix', () => {
    const document = inUnit(
      '<my:a id="1"/><segment><source><mrk id="1" type="my:t" ref="#my=1">a</mrk></source></segment>',
    )
    expect(validateXliff(document, { prefixes: { 'urn:example:extension': 'my' } }).problems).toEqual([])
  })
})
