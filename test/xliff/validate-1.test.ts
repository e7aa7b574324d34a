import { describe, expect, test } from 'vitest'
import { constraints, validateXliff } from '../../src/xliff/validate/index.ts'

const inXliff = (files: string): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:my="urn:example:extension" version="1.2">${files}</xliff>`
const inFile = (content: string, attributes = ''): string =>
  inXliff(`<file original="a" source-language="en" datatype="plaintext"${attributes}>${content}</file>`)
const inBody = (units: string): string => inFile(`<body>${units}</body>`, ' target-language="uk"')
const inUnit = (content: string, attributes = ''): string =>
  inBody(`<trans-unit id="1"${attributes}>${content}</trans-unit>`)
const unit = '<trans-unit id="1"><source>a</source></trans-unit>'

const shown = new Set<string>()

/** The problem has this code and stands at «…», and there is no other. */
function check(code: string, marked: string): void {
  shown.add(code)
  const start = marked.indexOf('«')
  const end = marked.indexOf('»') - 1
  const { problems } = validateXliff(marked.replace('«', '').replace('»', ''))
  expect(problems.map(problem => [problem.code, problem.span])).toEqual([[code, { start, end }]])
}

const cases: readonly (readonly [code: string, document: string])[] = [
  // Structure
  [
    'xliff-namespace',
    '«<xliff version="1.2">»<file original="a" source-language="en" datatype="xml"><body/></file></xliff>',
  ],
  ['xliff-element-missing', inXliff('«<file original="a" source-language="en" datatype="xml">»</file>')],
  ['xliff-element-missing', inUnit('').replace('<trans-unit id="1">', '«<trans-unit id="1">»')],
  ['xliff-element-missing', inUnit('<source>a</source>«<alt-trans>»<source>a</source></alt-trans>')],
  ['xliff-element-repeated', inUnit('<source>a</source>«<source>»b</source>')],
  ['xliff-element-order', inUnit('<source>a</source><note>n</note>«<target>»б</target>')],
  ['xliff-element-unexpected', inUnit('<source>a</source>«<segment>»</segment>')],
  ['xliff-element-unexpected', inUnit('<source>a«<sub>»b</sub></source>')],
  ['xliff-extension-place', inUnit('<source>a</source>«<my:x>»</my:x><target>б</target>')],
  ['xliff-text-unexpected', inBody(`«stray»${unit}`)],
  ['xliff-attribute-missing', inBody('«<trans-unit>»<source>a</source></trans-unit>')],
  ['xliff-attribute-missing', inUnit('<source>a«<mrk>»b</mrk></source>')],
  ['xliff-attribute-unknown', inUnit('<source «colour="red"»>a</source>')],
  ['xliff-attribute-unexpected', inUnit('<source>a</source><note «colour="red"»>n</note>')],
  ['xliff-attribute-value', inUnit('<source>a</source><target state="«done»">б</target>')],
  ['xliff-attribute-value', inUnit('<source>a</source><note priority="«0»">n</note>')],
  ['xliff-attribute-value', inUnit('<source>a<it id="1" pos="«begin»"/></source>')],
  ['xliff-attribute-value', inBody('<trans-unit id="1" reformat="«never»"><source>a</source></trans-unit>')],
  ['xliff-attribute-value', inXliff('<file original="a" source-language="«en_GB»" datatype="xml"><body/></file>')],
  // Keys of the schemas
  ['xliff1-id-duplicate', inBody(`${unit}<group><trans-unit id="«1»"><source>b</source></trans-unit></group>`)],
  ['xliff1-id-duplicate', inBody('<group id="g"/><group id="«g»"/>')],
  [
    'xliff1-name-duplicate',
    inUnit(
      '<source>a</source><context-group name="n"><context context-type="x-a"/></context-group><context-group name="«n»"><context context-type="x-a"/></context-group>',
    ),
  ],
  ['xliff1-phase', inUnit('<source>a</source><target phase-name="«edit»">б</target>')],
  ['xliff1-tool', inUnit('<source>a</source><alt-trans tool-id="«mt»"><target>б</target></alt-trans>')],
  [
    'xliff1-mid',
    inUnit(
      '<source>a</source><seg-source><mrk mtype="seg" mid="1">a</mrk></seg-source><target><mrk mtype="seg" mid="«2»">б</mrk></target>',
    ),
  ],
  ['xliff1-rid', inUnit('<source>a<ept id="1" rid="«7»"/></source>')],
  // What only the prose says
  ['xliff1-inline-id', inUnit('<source><x id="1"/>a<x id="«1»"/></source>')],
  ['xliff1-start-without-end', inUnit('<source>«<bx id="1"/>»a</source>')],
  ['xliff1-end-without-start', inUnit('<source>a«<ex id="1"/>»</source>')],
  ['xliff1-end-before-start', inUnit('<source>«<ex id="1"/>»a<bx id="1"/></source>')],
  ['xliff1-code-missing', inUnit('<source>a<x id="1"/></source>«<target state="final">»б</target>')],
  ['xliff1-code-invented', inUnit('<source>a</source><target>б<x id="«9»"/></target>')],
  ['xliff1-language', inUnit('<source>a</source><target xml:lang="«ru»">б</target>')],
  ['xliff1-segmented', inUnit('<source>a b</source>«<seg-source>»<mrk mtype="seg" mid="1">a</mrk></seg-source>')],
  ['xliff1-state-empty', inUnit('<source>a</source><target state="«translated»"/>')],
  ['xliff1-translate-no', inUnit('<source>a</source>«<target>»б</target>', ' translate="no"')],
  ['xliff1-too-long', inUnit('<source>a</source>«<target>»😀бв</target>', ' maxwidth="2" size-unit="char"')],
  ['xliff1-xid', inUnit('<source>a<ph id="1" xid="«9»"/></source>')],
]

describe('each constraint of XLIFF 1.2', () => {
  test.each(cases)('%s: %s', check)

  test('has a case', () => {
    const all = Object.keys(constraints).filter(code => code.startsWith('xliff1-'))
    expect(all.filter(code => !shown.has(code))).toEqual([])
  })

  test('what only the prose says is a warning', () => {
    const prose = cases.slice(cases.findIndex(([code]) => code === 'xliff1-inline-id'))
    const severities = prose.map(([, document]) => validateXliff(document.replace(/[«»]/g, '')).problems[0]?.severity)
    expect(new Set(severities)).toEqual(new Set(['warning']))
  })
})

describe('what is right', () => {
  const right: readonly (readonly [string, string])[] = [
    [
      'a unit with all that may stand in it',
      inUnit(
        '<source>a<g id="1">b</g><ph id="2">{0}<sub>c</sub></ph></source><seg-source><mrk mtype="seg" mid="1">a<g id="1">b</g><ph id="2">{0}<sub>c</sub></ph></mrk></seg-source><target state="x-checked"><mrk mtype="seg" mid="1">а<g id="1">б</g><ph id="2">{0}</ph></mrk></target><note from="me" priority="1">n</note><context-group purpose="location match"><context context-type="sourcefile">f</context></context-group><alt-trans match-quality="80" mid="1"><target>в</target></alt-trans><my:x/>',
        ' approved="no" my:y="1"',
      ),
    ],
    ['an untranslated unit', inUnit('<source>a<x id="1"/></source><target/>')],
    [
      'a header',
      inFile(
        '<header><skl><external-file href="a"/></skl><phase-group><phase phase-name="p" process-name="q" tool-id="t"/></phase-group><tool tool-id="t" tool-name="T"/><note>n</note><my:x/></header><body/>',
        ' tool-id="t"',
      ),
    ],
    ['halves that share an id', inUnit('<source><bpt id="1">{</bpt>a<ept id="1">}</ept></source>')],
    ['halves by rid', inUnit('<source><bpt id="1" rid="1">{</bpt>a<ept id="2" rid="1">}</ept></source>')],
    [
      'extensions before and in files',
      inXliff(
        `<my:info><my:a/></my:info><file original="a" source-language="en" datatype="x-a" my:b="1"><body>${unit}</body></file>`,
      ),
    ],
    [
      '1.0, which has no namespace',
      '<xliff version="1.0"><file original="a" source-language="en" datatype="xml"><header/><body/></file></xliff>',
    ],
  ]
  test.each(right)('%s', (_, document) => {
    expect(validateXliff(document).problems).toEqual([])
  })

  test('strict: no deprecated elements, one target an alternative', () => {
    const old = inUnit('<source>a</source><prop-group><prop prop-type="a">b</prop></prop-group>')
    const two = inUnit('<source>a</source><alt-trans><target>б</target><target>в</target></alt-trans>')
    expect([old, two].flatMap(document => validateXliff(document).problems)).toEqual([])
    const codes = [old, two].map(document => validateXliff(document, { strict: true }).problems.map(p => p.code))
    expect(codes).toEqual([['xliff-element-unexpected'], ['xliff-element-repeated']])
  })
})
