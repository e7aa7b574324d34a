import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newText, runsText } from '../../src/content/index.ts'
import {
  type Content,
  convertXliff,
  type Match,
  readXliff,
  unitsOf,
  validateXliff,
  writeXliff,
  type XliffChange,
  type XliffVersion,
} from '../../src/xliff/index.ts'
import { documents } from './documents.ts'
import { anyFile1 } from './files-1.ts'
import { schemaFaults, schemasAbsent } from './schemas.ts'

if (schemasAbsent) console.log(`validity of conversions not tested: ${schemasAbsent}`)

const convert = (text: string, to: XliffVersion) => convertXliff(text, readXliff(text).value, to)

const errorsIn = (text: string) =>
  validateXliff(text)
    .problems.filter(p => p.severity === 'error')
    .map(p => `${p.code} ${text.slice(p.span.start, p.span.end)}`)

/** What a content says: text and codes with their own words. */
const contentOf = (content: Content | undefined): string | undefined =>
  content?.runs
    .map(run => {
      if (run.kind === 'text') return run.text
      const flows = (run.flows ?? []).map(flow => `[${flow.at} ${contentOf(flow.content)}]`).join('')
      const attributes = Object.entries(run.attributes).sort().flat().join(' ')
      return `{${run.kind} ${run.element} ${attributes} ${run.data ?? ''}${flows}}`
    })
    .join('')

const matchOf = (match: Match) => [contentOf(match.source), contentOf(match.target), match.origin, match.similarity]

/** All that must survive the way to the other family and back. */
function gist(text: string) {
  const { value, problems } = readXliff(text)
  expect(problems).toEqual([])
  return value.files.map(file => ({
    file: [file.original, file.sourceLanguage, file.targetLanguage],
    notes: file.notes.map(n => [n.text, n.from]),
    units: [...unitsOf(file)].map(unit => ({
      id: unit.id,
      name: unit.name,
      translate: unit.translate,
      attributes: unit.attributes,
      notes: unit.notes.map(n => [n.text, n.from, n.appliesTo]),
      segments: unit.segments.map(s => [
        s.kind,
        s.id,
        contentOf(s.source),
        contentOf(s.target),
        s.kind === 'segment' && s.target && s.state,
        s.kind === 'segment' && s.target && s.subState,
        s.order,
      ]),
      matches: unit.matches.map(matchOf),
    })),
  }))
}

const one = (body: string, header = '') =>
  `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" target-language="uk" datatype="html">${header}<body>${body}</body></file></xliff>`
const unit = (content: string) => one(`<trans-unit id="u">${content}</trans-unit>`)

/** A conversion as a tool leaves it that keeps nothing of what travels inside. */
const withoutOriginal = (text: string) =>
  text.replace(/<x12:original>[\s\S]*<\/x12:original>|<reference>\s*<internal-file[\s\S]*<\/reference>/, '')

/** The inside of the unit in the conversion to 2.1, on one line. */
function check(content: string, expected: string) {
  const { value } = convert(unit(content), '2.1')
  const [, inside] = /<unit [^>]*>([\s\S]*)<\/unit>/.exec(value)!
  expect(inside!.replace(/\n\s*/g, '')).toBe(expected)
}

describe('1.2 to 2.1', () => {
  it('keeps the words of 1.2 beside those of 2.1', () => {
    check(
      '<source><g id="1" ctype="bold">A</g><x id="2" equiv-text="?"/></source>',
      '<x12:codes><x12:code of="source 1" was="1" ctype="bold" element="g"/><x12:code of="source 2" was="2" equiv-text="?" element="x"/></x12:codes><segment id="s1"><source><pc id="1" subType="xlf:b" type="fmt">A</pc><ph id="2" equiv="?"/></source></segment>',
    )
    check(
      '<source>A</source><target state="signed-off">Б</target>',
      '<segment id="s1" state="reviewed" subState="xliff12:signed-off"><source>A</source><target>Б</target></segment>',
    )
  })

  it('makes units of texts inside codes', () => {
    const { value } = convert(unit('<source><ph id="1">&lt;a t="<sub>hint</sub>"></ph></source>'), '2.1')
    const units = [...unitsOf(readXliff(value).value)]
    expect(units.map(u => u.id)).toEqual(['u', 'u-sub1'])
    expect(units.map(u => contentOf(u.segments[0]!.source))[1]).toBe('hint')
  })

  it('tells what has no counterpart, once for each kind', () => {
    const text = one(
      '<trans-unit id="u"><source>A</source><context-group><context context-type="x-a">1</context></context-group><context-group/></trans-unit>',
      '<header><phase-group><phase phase-name="p" process-name="q"/></phase-group></header>',
    )
    expect(convert(text, '2.1').problems).toMatchObject([
      { code: 'xliff-no-counterpart', data: { what: 'phase-group', count: 1 } },
      {
        code: 'xliff-no-counterpart',
        data: { what: 'context-group', count: 2 },
        span: { start: text.indexOf('<context-group>') },
      },
    ])
  })

  it('says which file has another language', () => {
    const text = one('').replace(
      '</xliff>',
      '<file original="b" source-language="en" target-language="ru" datatype="x"><body/></file></xliff>',
    )
    expect(convert(text, '2.1').problems.map(p => p.data?.what)).toEqual(['file language'])
    expect(gist(convert(withoutOriginal(convert(text, '2.1').value), '1.2').value)).toEqual(gist(text))
  })

  it.each(['2.0', '2.1', '2.2'] as const)(
    'and back from %s: text, codes, notes, states, matches, languages',
    version => {
      const files: string[] = []
      const back: string[] = []
      fc.assert(
        fc.property(anyFile1, text => {
          const there = convert(text, version).value
          expect(convert(there, '1.2').value).toBe(text)
          const again = convert(withoutOriginal(there), '1.2').value
          if (files.length < 40) files.push(there)
          if (back.length < 40) back.push(again)
          expect(gist(again)).toEqual(gist(text))
          expect([...errorsIn(there), ...errorsIn(again)]).toEqual([])
        }),
        { numRuns: 100 },
      )
      if (schemasAbsent) return
      expect(schemaFaults(files, version)).toEqual([])
      expect(schemaFaults(back, '1.2')).toEqual([])
    },
  )
})

describe('2.x', () => {
  const two = (root: string, inside: string) =>
    `<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en"${root}>${inside}</xliff>`

  it('is itself in its own version', () => {
    const text = two(' trgLang="uk"', '<file id="f"><unit id="u"><segment><source>A</source></segment></unit></file>')
    expect(convert(text, '2.1')).toEqual({ value: text, problems: [] })
  })

  it('changes its name alone within the family', () => {
    const text = two('', '<file id="f"><unit id="u"><segment><source>A</source></segment></unit></file>')
    const later = text.replace('2.1', '2.2').replace('document:2.0', 'document:2.2')
    expect(convert(text, '2.2').value).toBe(later)
    expect(convert(later, '2.1').value).toBe(text)
    expect(convert(text, '2.0').value).toBe(text.replace('2.1', '2.0'))
    const noted = later.replace('<file', '<notes><note>x</note></notes><file')
    expect(convert(noted, '2.1')).toMatchObject({ value: text, problems: [{ code: 'xliff-no-counterpart' }] })
  })

  it('is 1.2 with native codes where it has the markup', () => {
    const text = two(
      '',
      '<file id="f"><unit id="u"><originalData><data id="d">&lt;b></data></originalData><segment state="final" id="s"><source><pc id="1" dataRefStart="d" dataRefEnd="d">A</pc><ph id="2"/><cp hex="0001"/></source><target><ph id="2"/></target></segment></unit></file>',
    )
    const { value, problems } = convert(text, '1.2')
    expect(value).toContain(
      '<source><bpt id="1" rid="1">&lt;b&gt;</bpt>A<ept id="1" rid="1">&lt;b&gt;</ept><x id="2"/>\ufffd</source>',
    )
    expect(value).toContain('<target state="final"><x id="2"/></target>')
    expect(problems.map(p => p.data?.what)).toEqual(['cp'])
    if (!schemasAbsent) expect(schemaFaults([value], '1.2')).toEqual([])
  })
})

describe('what a file was converted from travels with it', () => {
  const other = (text: string): XliffVersion => (readXliff(text).value.version === '1.2' ? '2.1' : '1.2')
  const there = (text: string) => convert(text, other(text)).value
  const unnamed = (text: string) => text.replace(/^(<\?xml[^>]*?)\s+encoding\s*=\s*"(?!utf-8)[^"]*"/i, '$1')

  it.each([...documents])('%s comes back as it was, and is valid on the way', (_, text) => {
    const converted = there(text)
    expect(errorsIn(converted)).toEqual([])
    expect(convert(converted, readXliff(text).value.version).value).toBe(unnamed(text))
    if (schemasAbsent) return
    expect(schemaFaults([converted], other(text))).toEqual([])
  })

  it.each([...documents])('%s comes back with the targets, states and notes given on the way', (_, text) => {
    const converted = there(text)
    const { value: inside } = readXliff(converted)
    const changes = [...unitsOf(inside)].flatMap(unit => [
      ...unit.segments
        .filter(({ kind }) => kind === 'segment')
        .map(
          (segment): XliffChange => ({
            unit,
            segment,
            target: [newText('Нове '), ...segment.source.runs],
            state: 'reviewed',
          }),
        ),
      { unit, note: { text: 'a & b' } },
    ])
    const edited = writeXliff(converted, inside, changes, { targetLanguage: 'uk' })
    const back = convert(edited.value, readXliff(text).value.version)
    const { value: before } = readXliff(text)
    const { value: after, problems } = readXliff(back.value)
    expect(problems).toEqual([])
    const texts = (content: Content | undefined) => content && runsText(content.runs)
    const was = [...unitsOf(before)]
    for (const [i, unit] of [...unitsOf(after)].entries()) {
      expect(texts(unit.segments[0]?.source)).toBe(texts(was[i]!.segments[0]?.source))
      for (const [j, segment] of unit.segments.entries()) {
        if (segment.kind === 'ignorable' || segment.locked || unit.locked) continue
        expect(texts(segment.target)).toBe(`Нове ${texts(was[i]!.segments[j]!.source)}`)
      }
      expect(unit.notes.at(-1)?.text).toBe('a & b')
      expect(unit.foreign.length).toBe(was[i]!.foreign.length)
    }
  })

  it('is converted anew where its sources have been changed', () => {
    const text = unit('<source>A</source><target>Б</target>')
    const changed = there(text).replace('<source>A', '<source>B')
    const { value, problems } = convert(changed, '1.2')
    expect(value).toContain('<source>B</source>')
    expect(problems.map(p => p.code)).toContain('xliff-original-outdated')
    // and does not carry what is out of date
    expect(value.split('urn:oasis:names:tc:xliff:document:1.2')).toHaveLength(2)
  })

  it('shows glossary terms as notes', () => {
    const text = `<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0" srcLang="en" trgLang="uk"><file id="f"><unit id="u"><gls:glossary><gls:glossEntry ref="#m1"><gls:term>round</gls:term><gls:translation>раунд</gls:translation><gls:definition>of talks</gls:definition></gls:glossEntry></gls:glossary><segment><source>A <mrk id="m1" type="term">round</mrk></source></segment></unit></file></xliff>`
    expect(there(text)).toContain('<source>A <mrk mtype="term">round</mrk></source>')
    expect(there(text)).toContain('<note from="glossary" annotates="source">round = раунд (of talks)</note>')
    expect(convert(there(text), '2.1').value).toBe(text)
  })
})

describe('what only 2.2 has', () => {
  const root = (version: string, ns: string, before: string, note: string) =>
    `<x:xliff version="${version}" xmlns:x="urn:oasis:names:tc:xliff:document:${ns}" srcLang="en">${before}<x:file id="f"><x:notes><x:note${note}>n</x:note></x:notes><y:unit xmlns:y="urn:oasis:names:tc:xliff:document:${ns}" id="u"><y:segment id="s"><y:source>A</y:source></y:segment></y:unit></x:file></x:xliff>`

  it('is told and left out; the namespace is another wherever it is declared', () => {
    const before =
      '<x:notes><x:note>n</x:note></x:notes>\n<mda:metadata xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"><mda:metaGroup><mda:meta type="t">v</mda:meta></mda:metaGroup></mda:metadata>'
    const { value, problems } = convert(root('2.2', '2.2', before, ' ref="#s"'), '2.1')
    expect(value).toBe(root('2.1', '2.0', '', ''))
    expect(errorsIn(value)).toEqual([])
    expect(problems.map(p => p.data?.what)).toEqual(['x:notes', 'mda:metadata', 'note ref'])
    expect(convert(value, '2.2').value).toBe(root('2.2', '2.2', '', ''))
  })
})
