import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, blockText, runsText } from '../../src/content/index.ts'
import {
  type ExportOptions,
  type ExportUnit,
  exportXliff,
  isMarker,
  originOf,
  readXliff,
  unitsOf,
} from '../../src/xliff/index.ts'
import { anyBlock, anySegments, blockOf } from './blocks.ts'

const options = {
  sourceLanguage: 'en',
  targetLanguage: 'uk',
  original: 'article.md',
  sourceHash: '0123',
  format: 'markdown',
} as const

const exported = (units: readonly ExportUnit[], more: Partial<ExportOptions> = {}) =>
  exportXliff({ ...options, ...more, units })

/** The body of the only unit's segments, without white space between elements. */
function check(notation: string, unit: Omit<ExportUnit, 'block'>, expected: string) {
  const xliff = exported([{ block: blockOf(notation), ...unit }], { markup: code => `<${code.id}>` })
  const body = /<(segment|ignorable)[\s\S]*(?=\n {4}<\/unit>)/.exec(xliff)![0]
  expect(body.replace(/\n\s*/g, '')).toBe(expected)
}

describe('export', () => {
  it('says at every unit of 1.2 that white space counts: OmegaT 3.6 and translate-toolkit do not ask the file', () => {
    const units = ['One.', 'Two.'].map(text => ({ block: blockOf(text), segments: [] }))
    const xliff = exported(units, { version: '1.2' })
    expect(xliff.match(/<trans-unit(?= xml:space="preserve")/g)).toHaveLength(2)
  })

  it('puts gaps between segments into ignorables', () => {
    check(
      'One. Two.',
      {
        segments: [
          { start: 0, end: 4 },
          { start: 5, end: 9 },
        ],
      },
      '<segment id="s1"><source>One.</source></segment><ignorable id="i1"><source> </source></ignorable><segment id="s2"><source>Two.</source></segment>',
    )
  })

  it('writes pairs around text, and two ends where a border cuts a pair', () => {
    check(
      '<1>A</1> {2}',
      { segments: [{ start: 0, end: 3 }] },
      '<segment id="s1"><source><pc id="1" dispStart="&lt;1&gt;" dispEnd="&lt;/1&gt;" dataRefStart="d1" dataRefEnd="d1">A</pc> <ph id="2" canCopy="no" canDelete="no" disp="{2}" equiv="{2}" dataRef="d2"/></source></segment>',
    )
    check(
      '<1>A. B.</1>',
      {
        segments: [
          { start: 0, end: 2 },
          { start: 3, end: 5 },
        ],
      },
      '<segment id="s1"><source><sc id="1" disp="&lt;1&gt;" dataRef="d1"/>A.</source></segment><ignorable id="i1"><source> </source></ignorable><segment id="s2"><source>B.<ec startRef="1" disp="&lt;/1&gt;" dataRef="d1"/></source></segment>',
    )
  })

  it('keeps codes with the text they belong to', () => {
    check(
      '<1>A.</1> <2>B.</2>',
      {
        segments: [
          { start: 0, end: 2 },
          { start: 3, end: 5 },
        ],
      },
      ['A.', 'B.']
        .map(
          (text, i) =>
            `<segment id="s${i + 1}"><source><pc id="${i + 1}" dispStart="&lt;${i + 1}&gt;" dispEnd="&lt;/${i + 1}&gt;" dataRefStart="d${i + 1}" dataRefEnd="d${i + 1}">${text}</pc></source></segment>`,
        )
        .join('<ignorable id="i1"><source> </source></ignorable>'),
    )
  })

  it('marks an isolated code, which has no partner in its block', () => {
    check(
      'A</1>B<2>',
      { segments: [] },
      '<segment id="s1"><source>A<ec id="1" disp="&lt;/1&gt;" dataRef="d1" isolated="yes"/>B<sc id="2" disp="&lt;2&gt;" dataRef="d2" isolated="yes"/></source></segment>',
    )
  })

  it('carries what XML cannot hold as code points', () => {
    check(
      'a\u0001\ud800\r',
      { segments: [] },
      '<segment id="s1"><source>a<cp hex="0001"/><cp hex="D800"/>&#13;</source></segment>',
    )
  })

  const term = { concept: 'kyiv', source: 'Kyiv', translations: ['Київ'] }
  it('marks terms, across codes with two empty elements', () => {
    check(
      'In Kyiv',
      { segments: [], terms: [{ ...term, start: 3, end: 7 }] },
      '<segment id="s1"><source>In <mrk id="m1" type="term" ref="#gls=g1">Kyiv</mrk></source></segment>',
    )
    check(
      'K<1>yiv, x</1>',
      { segments: [], terms: [{ ...term, start: 0, end: 4 }] },
      '<segment id="s1"><source><sm id="m1" type="term" ref="#gls=g1"/>K<pc id="1" dispStart="&lt;1&gt;" dispEnd="&lt;/1&gt;" dataRefStart="d1" dataRefEnd="d1">yiv<em startRef="m1"/>, x</pc></source></segment>',
    )
  })

  it('leaves out terms that are not in the text', () => {
    const wrong = [
      [0, 0],
      [2, 1],
      [-1, 2],
      [0, 9],
    ].map(([start, end]) => ({ ...term, start: start!, end: end! }))
    const xliff = exported([{ block: blockOf('Kyiv'), segments: [], terms: wrong }])
    expect(xliff).toBe(exported([{ block: blockOf('Kyiv'), segments: [] }]))
  })

  it('lists a term once and says what the glossary says', () => {
    const terms = [
      { ...term, start: 0, end: 4, definition: 'a city', forms: ['Києва'], note: 'not Kiev' },
      { ...term, start: 5, end: 9 },
    ]
    const { value } = readXliff(exported([{ block: blockOf('Kyiv Kyiv'), segments: [], terms }]))
    expect([...unitsOf(value)][0]!.terms).toMatchObject([
      {
        id: 'g1',
        ref: '#m1',
        term: 'Kyiv',
        translations: [{ text: 'Київ' }],
        definition: 'a city',
        metadata: [
          { type: 'concept', text: 'kyiv' },
          { type: 'form', text: 'Києва' },
          { type: 'note', text: 'not Kiev' },
        ],
      },
    ])
  })

  it('gives a unit the same id wherever its block stands', () => {
    const ids = (...notations: string[]) => {
      const units = notations.map(n => ({ block: blockOf(n), segments: [] }))
      return [...unitsOf(readXliff(exported(units)).value)].map(unit => unit.id)
    }
    const [a, b, again] = ids('One <1>x</1>', 'Two', 'Two')
    expect(ids('New', 'One <1>x</1>', 'Two')).toEqual([expect.anything(), a, b])
    expect(again).not.toBe(b)
    expect(a).toMatch(/^[\w.-]+$/)
  })

  it('says where the document is, or holds it', () => {
    const origin = (more: Partial<ExportOptions>) => originOf(readXliff(exported([], more)).value.files[0]!)
    expect(origin({})).toEqual({ original: 'article.md', format: 'markdown', hash: '0123' })
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), embedded => {
        expect(origin({ embedded }).source).toBe(embedded)
      }),
    )
  })
})

describe('export, read again', () => {
  const unitOf = (block: Block, segments: ExportUnit['segments'], version: ExportOptions['version']) => {
    const { value, problems } = readXliff(exported([{ block, segments }], version === undefined ? {} : { version }))
    expect(problems).toEqual([])
    return [...unitsOf(value)][0]!
  }

  it('holds the same text, codes and markup', () => {
    const law = fc
      .tuple(anyBlock, fc.constantFrom('2.0', '2.1', '2.2'))
      .chain(([block, version]) => fc.tuple(fc.constant(block), anySegments(block), fc.constant(version as '2.0')))
    fc.assert(
      fc.property(law, ([block, segments, version]) => {
        const unit = unitOf(block, segments, version)
        const runs = unit.segments.flatMap(segment => segment.source.runs)
        expect(runsText(runs)).toBe(blockText(block))
        const codes = (list: typeof runs | Block['runs']) =>
          list.flatMap(run => (run.kind === 'text' ? [] : [`${run.kind} ${run.id} ${run.label}`]))
        expect(codes(runs.filter(run => run.kind === 'text' || !isMarker(run)))).toEqual(codes(block.runs))
        const stretches = unit.segments.filter(s => s.kind === 'segment').map(s => runsText(s.source.runs))
        if (segments.length > 0) expect(stretches).toEqual(segments.map(s => blockText(block).slice(s.start, s.end)))
      }),
      { numRuns: 300 },
    )
  })
})
