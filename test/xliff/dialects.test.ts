import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newText, runsText } from '../../src/content/index.ts'
import {
  convertXliff,
  mergeXliff,
  readXliff,
  readXliffChunks,
  respellXliff,
  type Unit,
  units,
  unitsOf,
  writeXliff,
} from '../../src/xliff/index.ts'
import { documentOf } from './blocks.ts'
import { anyFile1 } from './files-1.ts'

/** Files in the manner of the tools that write them; the texts are ours. */
const dialects: Readonly<Record<string, string>> = {
  trados: `\ufeff<?xml version="1.0" encoding="utf-8"?><xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2" sdl:version="1.0"><doc-info xmlns="http://sdl.com/FileTypes/Basic/1.0"/><file original="a.docx" datatype="x-sdlfilterframework2" source-language="en-US" target-language="uk-UA"><header><sdl:filetype-info/><tag-defs xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><tag id="0"><bpt name="cf">&lt;b></bpt></tag></tag-defs></header><body><group><trans-unit id="one" xmlns:x="urn:x"><source><g id="0">First. Second.</g></source><seg-source><g id="0"><mrk mtype="seg" mid="1">First.</mrk> <mrk mtype="seg" mid="2">Second.</mrk></g></seg-source><target><g id="0"><mrk mtype="seg" mid="1">Перше.</mrk> <mrk mtype="seg" mid="2"/></g></target><sdl:seg-defs><sdl:seg id="1" conf="Translated" origin="interactive"/><sdl:seg id="2"/></sdl:seg-defs></trans-unit></group></body></file></xliff>`,
  memoq: `<?xml version="1.0" encoding="UTF-8"?>\r\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff">\r\n<file original="a.html" source-language="en" target-language="uk" datatype="x-memoq">\r\n<body>\r\n<trans-unit id="1" mq:status="ManuallyConfirmed">\r\n<source xml:space="preserve">First <bpt id="1" ctype="bold">{}</bpt>one<ept id="1">{}</ept></source>\r\n<target xml:space="preserve">Перший</target>\r\n</trans-unit>\r\n<trans-unit id="2" mq:status="NotStarted">\r\n<source xml:space="preserve">Second</source>\r\n<target xml:space="preserve"></target>\r\n</trans-unit></body></file></xliff>`,
  xcode: `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="1.2" xsi:schemaLocation="urn:oasis:names:tc:xliff:document:1.2 http://docs.oasis-open.org/xliff/v1.2/os/xliff-core-1.2-strict.xsd">
  <file original="App/en.lproj/Localizable.strings" source-language="en" target-language="uk" datatype="plaintext">
    <header>
      <tool tool-id="com.apple.dt.xcode" tool-name="Xcode" tool-version="14.0" build-num="1"/>
    </header>
    <body>
      <trans-unit id="greeting %@" xml:space="preserve">
        <source>Hello, %@!</source>
        <note>Greeting</note>
      </trans-unit>
    </body>
  </file>
</xliff>
`,
  angular: `<?xml version="1.0" encoding="UTF-8" ?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file source-language="en" datatype="plaintext" original="ng2.template">
    <body>
      <trans-unit id="8906145223" datatype="html">
        <source>Updated <x id="ICU" equiv-text="{minutes, plural, =0 {just now}}"/> by <x id="START_TAG_B" ctype="x-b" equiv-text="&lt;b&gt;"/>me<x id="CLOSE_TAG_B" ctype="x-b" equiv-text="&lt;/b&gt;"/></source>
        <context-group purpose="location">
          <context context-type="sourcefile">app.component.html</context>
        </context-group>
        <note priority="1" from="description">When</note>
      </trans-unit>
    </body>
  </file>
</xliff>`,
  angular2: `<?xml version="1.0" encoding="UTF-8" ?>
<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en">
  <file original="ng.template" id="ngi18n">
    <unit id="6817">
      <notes><note category="location">app.html:3</note></notes>
      <segment>
        <source>By <pc id="0" equivStart="START_TAG_B" equivEnd="CLOSE_TAG_B" type="fmt" dispStart="&lt;b&gt;" dispEnd="&lt;/b&gt;">me</pc></source>
      </segment>
    </unit>
  </file>
</xliff>`,
  symfony: `<?xml version='1.0'?>
<xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'><file source-language='en' target-language='uk' datatype='plaintext' original='file.ext'><body><trans-unit id='1' resname='hello.name'><source>hello.name</source><target><![CDATA[Привіт, <b>%name%</b>]]></target></trans-unit></body></file></xliff>`,
  old: `<!DOCTYPE xliff PUBLIC "-//XLIFF//DTD XLIFF//EN" "xliff.dtd"><xliff version="1.0"><file original="a" source-language="en" datatype="x"><body><trans-unit id="1"><source>A</source></trans-unit></body></file></xliff>`,
}

const firstFree = (all: readonly Unit[]) =>
  all
    .flatMap(unit => unit.segments.map(segment => ({ unit, segment })))
    .find(({ unit, segment }) => segment.kind === 'segment' && !unit.locked && !segment.locked)!

describe.each(Object.entries(dialects))('%s', (_, text) => {
  const { value, problems } = readXliff(text)

  it('is read, and written back as it was', () => {
    expect(problems).toEqual([])
    expect([...unitsOf(value)].length).toBeGreaterThan(0)
    expect(writeXliff(text, value, []).value).toBe(text)
    expect(readXliff(respellXliff(text, value)).problems).toEqual([])
  })

  it('is the same read in pieces', async () => {
    const pieces = Array.from({ length: Math.ceil(text.length / 7) }, (_, i) => text.slice(7 * i, 7 * i + 7))
    const found: Unit[] = []
    for await (const { unit } of units(pieces)) found.push(unit)
    expect(found).toEqual([...unitsOf(value)])
    expect(await readXliffChunks(pieces)).toEqual({ value, problems })
  })

  it('changes in one target alone', () => {
    const { unit, segment } = firstFree([...unitsOf(value)])
    const written = writeXliff(text, value, [{ unit, segment, target: [newText('Нове')] }]).value
    const again = firstFree([...unitsOf(readXliff(written).value)]).segment
    expect(runsText(again.target!.runs)).toBe('Нове')
    const { span } = segment.target ?? { span: { start: segment.source.span.end, end: segment.source.span.end } }
    const end = text.length - span.end
    expect(written.slice(0, span.start)).toBe(text.slice(0, span.start))
    expect(written.slice(written.length - end)).toBe(text.slice(span.end))
  })

  it('comes back from the other family', () => {
    const to = value.version === '1.2' ? '2.1' : '1.2'
    const there = convertXliff(text, value, to).value
    const back = convertXliff(there, readXliff(there).value, value.version).value
    const texts = (xliff: string) =>
      [...unitsOf(readXliff(xliff).value)].map(u => [
        u.id,
        ...u.segments.map(s => [runsText(s.source.runs), s.target && runsText(s.target.runs)]),
      ])
    expect(texts(back)).toEqual(texts(text))
  })
})

describe('what people have confirmed', () => {
  it('is known in the dialects', () => {
    const locked = (text: string) =>
      [...unitsOf(readXliff(text).value)].flatMap(u =>
        u.segments.filter(s => s.kind === 'segment').map(s => s.locked ?? false),
      )
    expect(locked(dialects.trados!)).toEqual([true, false])
    expect(locked(dialects.memoq!)).toEqual([true, false])
  })
})

describe('any text', () => {
  const mutated = fc
    .tuple(
      anyFile1,
      fc.array(
        fc.tuple(
          fc.nat(),
          fc.nat({ max: 40 }),
          fc.constantFrom('', '<', '"', '<sub>', '</g>', '\0', ' id="1"', '<mrk mtype="seg" mid="1">', '1.2', '2.1'),
        ),
        { maxLength: 3 },
      ),
    )
    .map(([text, changes]) =>
      changes.reduce((now, [at, length, insert]) => {
        const place = at % (now.length + 1)
        return now.slice(0, place) + insert + now.slice(place + length)
      }, text),
    )

  it('maps to its place, unit by unit, however it is read', async () => {
    const entities = fc.constantFrom(
      'a',
      'б',
      '&amp;',
      '&#10;',
      '<![CDATA[<]]>',
      '\r\n',
      '<!-- -->',
      '😀',
      'long enough to be copied ',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(entities, { maxLength: 12 }), async parts => {
        const text = `<xliff version="1.2"><file original="a" source-language="en" datatype="x"><body><trans-unit id="1"><source>${parts.join('')}</source></trans-unit></body></file></xliff>`
        for (const { value } of [readXliff(text), await readXliffChunks([text])]) {
          const runs = [...unitsOf(value)][0]!.segments[0]!.source.runs
          for (const run of runs) {
            if (run.kind !== 'text') continue
            for (const { at, length, start, end } of run.map) {
              const raw = text.slice(start, end)
              const said = run.text.slice(at, at + length)
              expect(raw === said || /^(&amp;|&#10;|\r\n)$/.test(raw)).toBe(true)
            }
            expect(run.map.reduce((sum, piece) => sum + piece.length, 0)).toBe(run.text.length)
          }
        }
      }),
    )
  })

  it('is read, written, converted and merged without a throw, and problems are inside it', () => {
    fc.assert(
      fc.property(mutated, text => {
        const { value, problems } = readXliff(text)
        const conversions = (['1.2', '2.1', '2.2'] as const).map(to => convertXliff(text, value, to))
        const all = [...unitsOf(value)]
        const changes = all.flatMap(unit =>
          unit.segments.map(segment => ({ unit, segment, target: segment.source.runs, state: 'translated' as const })),
        )
        const written = writeXliff(text, value, changes, { targetLanguage: 'uk' })
        const block = {
          id: 'b',
          kind: 'paragraph',
          scope: 'body',
          span: { start: 0, end: 0 },
          runs: all[0]?.segments[0]?.source.runs ?? [],
        } as const
        const merged = mergeXliff(documentOf(block), value)
        for (const problem of [
          ...problems,
          ...conversions.flatMap(c => c.problems),
          ...written.problems,
          ...merged.problems,
        ]) {
          expect(problem.span.start).toBeGreaterThanOrEqual(0)
          expect(problem.span.end).toBeLessThanOrEqual(text.length)
        }
        if (problems.length > 0) return
        for (const result of [...conversions.map(c => c.value), written.value])
          expect(readXliff(result).problems).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})
