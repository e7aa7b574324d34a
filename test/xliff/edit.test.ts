import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newText, runsText } from '../../src/content/index.ts'
import { decode } from '../../src/text/index.ts'
import {
  readXliff,
  respellXliff,
  type Segment,
  type Unit,
  unitsOf,
  writeXliff,
  type XliffChange,
} from '../../src/xliff/index.ts'
import { schemasAbsent } from './schemas.ts'

const two = (unit: string, attributes = 'trgLang="uk"') =>
  `<?xml version='1.0'?>\r\n<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang='en' ${attributes}><!-- x -->\r\n <file id="f"><unit id="u">${unit}</unit></file></xliff>\r\n`
const one = (unit: string, more = '') =>
  `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"${more}><file original="a" source-language="en" target-language="uk" datatype="x"><body><trans-unit id="u">${unit}</trans-unit></body></file></xliff>`

/** Makes changes to the n-th segment of the only unit; what is within «» before becomes what is within «» after. */
function check(
  wrap: (unit: string) => string,
  before: string,
  after: string,
  ...changes: ((unit: Unit) => XliffChange)[]
) {
  const text = wrap(before.replace(/[«»]/g, ''))
  const { value } = readXliff(text)
  const unit = [...unitsOf(value)][0]!
  const written = writeXliff(
    text,
    value,
    changes.map(change => change(unit)),
    { targetLanguage: 'uk' },
  )
  expect(written.value).toBe(wrap(after.replace(/[«»]/g, '')))
  return written.problems.map(p => p.code)
}

const target =
  (text: string, n = 0, more: Partial<Pick<Segment, 'state'>> = {}) =>
  (unit: Unit): XliffChange => ({ unit, segment: unit.segments[n]!, target: [newText(text)], ...more })
const copied =
  (n = 0) =>
  (unit: Unit): XliffChange => ({ unit, segment: unit.segments[n]!, target: unit.segments[n]!.source.runs })

describe('writeXliff', () => {
  it('changes targets and nothing else', () => {
    check(
      two,
      '<segment><source>A</source>«<target  >B</target>»</segment>',
      '<segment><source>A</source>«<target  >&lt;&amp;</target>»</segment>',
      target('<&'),
    )
    check(
      two,
      '<segment><source>A</source><target/></segment>',
      '<segment><source>A</source><target>Б</target></segment>',
      target('Б'),
    )
    check(
      two,
      '<segment>\r\n\t<source>A</source>\r\n</segment>',
      '<segment>\r\n\t<source>A</source>\r\n\t<target>Б</target>\r\n</segment>',
      target('Б'),
    )
    check(
      two,
      '<segment><source xml:space="preserve">A</source></segment>',
      '<segment><source xml:space="preserve">A</source><target xml:space="preserve"> Б</target></segment>',
      target(' Б'),
    )
  })

  it('sets states', () => {
    check(
      two,
      '<segment id="s"><source>A</source></segment>',
      '<segment id="s" state="translated"><source>A</source><target>Б</target></segment>',
      target('Б', 0, { state: 'translated' }),
    )
    check(
      two,
      "<segment state='initial' ><source>A</source></segment>",
      '<segment state="final" ><source>A</source></segment>',
      unit => ({ unit, segment: unit.segments[0]!, state: 'final' }),
    )
    check(
      one,
      '<source>A</source><target state="new">B</target>',
      '<source>A</source><target state="signed-off">Б</target>',
      target('Б', 0, { state: 'reviewed' }),
    )
    check(
      one,
      '<source>A</source>',
      '<source>A</source><target state="final">Б</target>',
      target('Б', 0, { state: 'final' }),
    )
  })

  it('gives ignorables no state, and takes away what refined an old one', () => {
    const all = (unit: Unit): XliffChange[] => unit.segments.map(segment => ({ unit, segment, state: 'translated' }))
    const before =
      '<segment state="initial" subState="a:b" id="1"><source>A</source></segment><ignorable><source> </source></ignorable>'
    check(
      two,
      before,
      before.replace('"initial" subState="a:b"', '"translated"'),
      unit => all(unit)[0]!,
      unit => all(unit)[1]!,
    )
  })

  it('copies codes as they are written', () => {
    const source = `<pc id='1'  disp-x="">A &amp;<ph id = "2"/></pc><cp hex="001a"/>`
    check(
      two,
      `<segment><source>${source}</source></segment>`,
      `<segment><source>${source}</source><target>${source}</target></segment>`,
      copied(),
    )
    const old = '<g id="1">A<x id="2"/></g><ph id="3">&lt;br><sub>t</sub></ph>'
    check(one, `<source>${old}</source>`, `<source>${old}</source><target>${old}</target>`, copied())
  })

  it('parts pairs that cross', () => {
    check(
      two,
      '<segment><source><pc id="1">A</pc><pc id="2">B</pc></source></segment>',
      '<segment><source><pc id="1">A</pc><pc id="2">B</pc></source><target><sc id="1"/><sc id="2"/><ec startRef="1"/><ec startRef="2"/></target></segment>',
      unit => {
        const codes = unit.segments[0]!.source.runs.filter(run => run.kind !== 'text')
        return { unit, segment: unit.segments[0]!, target: [codes[0]!, codes[2]!, codes[1]!, codes[3]!] }
      },
    )
  })

  it('writes the prefix of the file', () => {
    const wrap = (unit: string) =>
      `<x:xliff version="2.0" xmlns:x="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="uk"><x:file id="f"><x:unit id="u">${unit}</x:unit></x:file></x:xliff>`
    check(
      wrap,
      '<x:segment><x:source/></x:segment>',
      '<x:segment><x:source/><x:target>Б<x:cp hex="0001"/></x:target></x:segment>',
      target('Б\u0001'),
    )
  })

  it('says the target language where the first target comes', () => {
    const text = two('<segment><source>A</source></segment>', '')
    const { value } = readXliff(text)
    const unit = [...unitsOf(value)][0]!
    const written = writeXliff(text, value, [target('Б')(unit)], { targetLanguage: 'uk' }).value
    expect(readXliff(written).value.targetLanguage).toBe('uk')
  })

  it('fills the segments of 1.2', () => {
    const source =
      '<source>A. B.</source><seg-source><mrk mtype="seg" mid="1">A.</mrk> <mrk mtype="seg" mid="2">B.</mrk></seg-source>'
    const filled = '<target><mrk mtype="seg" mid="1">А.</mrk> <mrk mtype="seg" mid="2"></mrk></target>'
    check(one, source, source + filled, target('А.'))
    check(one, source + filled, source + filled.replace('"2"></', '"2">Б.</'), target('Б.', 2))
    check(
      one,
      source + filled,
      source + filled.replace('"2"></', '"2">Б.</').replace('А.', 'Я.'),
      target('Б.', 2),
      target('Я.', 0),
    )
  })

  it('adds notes', () => {
    const add =
      (text: string) =>
      (unit: Unit): XliffChange => ({ unit, note: { category: 'qa', text } })
    const segment = '<segment><source>A</source></segment>'
    check(two, `\n  ${segment}`, `\n  <notes>\n    <note category="qa">&lt;</note>\n  </notes>\n  ${segment}`, add('<'))
    check(
      two,
      `<notes> <note>1</note></notes>${segment}`,
      `<notes> <note>1</note> <note category="qa">2</note> <note category="qa">3</note></notes>${segment}`,
      add('2'),
      add('3'),
    )
    check(
      two,
      `<originalData><data id="d"/></originalData>${segment}`,
      `<notes><note category="qa">1</note></notes><originalData><data id="d"/></originalData>${segment}`,
      add('1'),
    )
    check(one, '<source>A</source>', '<source>A</source><target>Б</target><note>1</note>', add('1'), target('Б'))
    check(
      two,
      segment,
      '<notes><note category="qa">1</note></notes><segment state="translated"><source>A</source><target>Б</target></segment>',
      target('Б', 0, { state: 'translated' }),
      add('1'),
    )
  })

  it('leaves locked and confirmed segments alone', () => {
    const mq = (unit: string) => one(unit, ' xmlns:mq="MQXliff"').replace('id="u"', 'id="u" mq:locked="locked"')
    expect(check(mq, '<source>A</source>', '<source>A</source>', target('Б'))).toEqual(['xliff-segment-locked'])
    const sdl = (unit: string) => one(unit, ' xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"')
    const unit =
      '<source>A</source><seg-source><mrk mtype="seg" mid="1">A</mrk><mrk mtype="seg" mid="2">B</mrk></seg-source><target><mrk mtype="seg" mid="1">Я</mrk><mrk mtype="seg" mid="2"/></target><sdl:seg-defs><sdl:seg id="1" locked="true"/><sdl:seg id="2"/></sdl:seg-defs>'
    expect(check(sdl, unit, unit.replace('"2"/></t', '"2">Ю</mrk></t'), target('Б'), target('Ю', 1))).toEqual([
      'xliff-segment-locked',
    ])
  })
})

const suite = resolve(import.meta.dirname, '../../../shared/conformance/xliff/suite')
const absent = existsSync(suite) ? schemasAbsent : 'the conformance files are not beside the project'
if (absent) console.log(`round trip of the conformance files skipped: ${absent}`)

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : path.endsWith('.xlf') ? [path] : []
  })

/** Canonical XML (which wants absolute namespace names); undefined where xmllint refuses what XML allows. */
function canonical(text: string): string | undefined {
  try {
    const input = text.replace(/^<\?xml.*?\?>/s, '').replace(/(xmlns(?::\w+)?\s*=\s*["'])(?![a-z]+:)/g, '$1urn:')
    const stdio: ['pipe', 'pipe', 'ignore'] = ['pipe', 'pipe', 'ignore']
    return execFileSync('xmllint', ['--nonet', '--huge', '--c14n', '-'], {
      input,
      stdio,
      maxBuffer: 1 << 26,
    }).toString()
  } catch {
    return undefined
  }
}

describe.skipIf(absent)('sources and targets written anew', () => {
  it('are the same XML for every well-formed file', () => {
    let count = 0
    const refused: string[] = []
    for (const path of absent ? [] : filesIn(suite)) {
      const { text } = decode(readFileSync(path)).value
      const { value, problems } = readXliff(text)
      if (text === '' || problems.length > 0) continue
      count++
      expect(writeXliff(text, value, []).value).toBe(text)
      const again = respellXliff(text, value)
      if (again === text) continue
      const before = canonical(text)
      if (before === undefined) refused.push(path)
      expect(canonical(again), path).toBe(before)
    }
    expect(count).toBeGreaterThan(500)
    expect(refused).toEqual([])
  }, 60_000)
})

describe('respellXliff', () => {
  it('keeps what is between the letters', () => {
    for (const source of [
      'a&#13;<![CDATA[<b>&]]>',
      '<!-- c -->a<?p i?>',
      '<g id="1"/>',
      '<g id="1">a<bx id="2"/></g><ex id="2"/>',
      '&#x410;',
    ]) {
      const text = one(`<source>${source}</source>`)
      const again = respellXliff(text, readXliff(text).value)
      const read = (xliff: string) => [...unitsOf(readXliff(xliff).value)][0]!.segments[0]!.source.runs
      expect(runsText(read(again))).toBe(runsText(read(text)))
      expect(read(again).length).toBe(read(text).length)
    }
  })
})
