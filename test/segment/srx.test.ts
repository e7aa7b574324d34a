import { describe, expect, it } from 'vitest'
import { ownSrx, readSrx, type Srx, sentences, srxSegmenter, writeSrx } from '../../src/segment/index.ts'

const source = `<?xml version="1.0" encoding="UTF-8"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
  <header segmentsubflows="yes" cascade="yes">
    <formathandle type="start" include="no"/>
    <formathandle type="end" include="yes"/>
  </header>
  <body>
    <languagerules>
      <languagerule languagerulename="Titles">
        <rule break="no"><beforebreak>\\b(?:Mr|Dr)\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
        <rule break="no"><beforebreak>\\bвул\\.</beforebreak><afterbreak>\\s+\\p{Lu}</afterbreak></rule>
      </languagerule>
      <languagerule languagerulename="Default">
        <rule break="yes"><beforebreak>[\\.\\?!]+["')]*</beforebreak><afterbreak>\\s</afterbreak></rule>
        <rule><beforebreak>\\n</beforebreak><afterbreak></afterbreak></rule>
      </languagerule>
    </languagerules>
    <maprules>
      <languagemap languagepattern="(EN|UK).*" languagerulename="Titles"/>
      <languagemap languagepattern=".*" languagerulename="Default"/>
    </maprules>
  </body>
</srx>`

const split = (srx: Srx, language: string, text: string) =>
  [...srxSegmenter(srx, language).segments(text)].map(({ start, end }) => text.slice(start, end))

describe('rules that a user brings', () => {
  const { value: srx, problems } = readSrx(source)

  it('are read', () => {
    expect(problems).toEqual([])
    expect([srx.cascade, srx.segmentSubflows]).toEqual([true, true])
    expect(srx.formatHandles).toEqual([
      { type: 'start', include: false },
      { type: 'end', include: true },
    ])
    expect(srx.languageRules.map(rule => [rule.name, rule.rules.length])).toEqual([
      ['Titles', 2],
      ['Default', 2],
    ])
  })

  it('decide, the first one first', () => {
    const text = 'Mr. Smith came. "He left!" So\ndid we on вул. Київська. End'
    expect(split(srx, 'en-GB', text)).toEqual([
      'Mr. Smith came.',
      '"He left!"',
      'So',
      'did we on вул. Київська.',
      'End',
    ])
    expect(split(srx, 'de', text)).toEqual([
      'Mr.',
      'Smith came.',
      '"He left!"',
      'So',
      'did we on вул.',
      'Київська.',
      'End',
    ])
    expect(split({ ...srx, cascade: false }, 'en', text)).toEqual([text])
  })

  it('give around a place what they give of the whole', () => {
    const text = `${'Mr. Smith came. '.repeat(300)}He left.`
    const all = [...srxSegmenter(srx, 'en').segments(text)]
    for (const start of [0, 3, 16, 2000, 4800, text.length - 1]) {
      const around = { start, end: start + 1 }
      expect([...srxSegmenter(srx, 'en').segments(text, around)]).toEqual(
        all.filter(s => s.start < around.end && s.end > start),
      )
    }
  })

  it('are written as they were read', () => {
    expect(readSrx(writeSrx(srx))).toEqual({ value: srx, problems: [] })
  })
})

describe('expressions of ICU', () => {
  const cases: readonly (readonly [before: string, after: string, text: string, ...parts: string[]])[] = [
    ['(?i)\\bend\\b', '\\h', 'The END of it', 'The END', 'of it'],
    ['\\bкінець', '\\W', 'закінець кінець так', 'закінець кінець', 'так'],
    ['[\\p{Ll}&&[^a]]\\.', '\\s', 'a. b. c', 'a. b.', 'c'],
    ['\\.++', '\\s*+\\p{Lu}', 'a.. B', 'a..', 'B'],
    ['(?>\\.|!)', '\\s', 'a! b', 'a!', 'b'],
    ['\\Q.*\\E', '', 'a.*b', 'a.*', 'b'],
    ['[[:punct:]]', '\\s', 'a, b', 'a,', 'b'],
    ['\\x{2026}', ' ', 'a… b', 'a…', 'b'],
    ['\\"\\-', ' ', 'a"- b', 'a"-', 'b'],
  ] // biome-ignore format: a table
  for (const [before, after, text, ...parts] of cases) {
    it(`${before} ${after}`, () => {
      const rules = [{ breaks: true, before, after }]
      const srx: Srx = {
        ...ownSrx(),
        languageRules: [{ name: 'x', rules }],
        languageMaps: [{ pattern: '.*', rule: 'x' }],
      }
      const { value, problems } = readSrx(writeSrx(srx))
      expect(problems).toEqual([])
      expect(split(value, 'en', text)).toEqual(parts)
    })
  }
})

describe('what cannot be used is said', () => {
  const codes = (text: string) =>
    readSrx(text).problems.map(({ code, data }) => [code, ...Object.values(data ?? {})].join(' '))
  it('no SRX', () => {
    expect(codes('<tmx/>')).toEqual(['srx-not-srx'])
    expect(codes('<srx><a></srx>').length).toBeGreaterThan(0)
    expect(codes('').length).toBeGreaterThan(0)
  })
  it('an expression that JavaScript does not know, and rules that are not there', () => {
    const changed = source
      .replace('\\bвул\\.', '\\p{InNowhere}+')
      .replace('languagerulename="Default"/>', 'languagerulename="None"/>')
    expect(codes(changed)).toEqual(['srx-bad-pattern \\p{InNowhere}+', 'srx-unknown-rule None'])
    const [problem] = readSrx(changed).problems
    expect(changed.slice(problem!.span.start, problem!.span.end)).toBe('<beforebreak>\\p{InNowhere}+</beforebreak>')
  })
})

describe('our own rules as SRX', () => {
  const { value: srx, problems } = readSrx(writeSrx(ownSrx()))
  it('are read again', () => {
    expect(problems).toEqual([])
    expect(srx).toEqual(ownSrx())
  })
  const texts: readonly (readonly [language: string, text: string])[] = [
    ['en', 'Mr. Smith met J. R. Brown at 5 p.m. on Dec. 5. They spoke. “No?” he asked. Apples etc. were there. The end... Maybe. He left the U.S. The talks went on.'],
    ['uk', 'В. О. Зеленський був на вул. Хрещатик у м. Київ. Він народився у 1978 р. Потім поїхав. — Хто? — спитав він. Яблука і т. д. Потім пішли. Це 5 тис. грн. Див. рис. 5.'],
    ['ru', 'В. В. Путин был на ул. Тверской в г. Москве. Он родился в 1952 г. Потом уехал. — Кто? — спросил он. Яблоки и т. д. Потом ушли. Это 5 тыс. руб. См. рис. 5.'],
  ] // biome-ignore format: a table
  for (const [language, text] of texts) {
    it(`say the same: ${language}`, () => {
      const own = [...sentences(text, { language })].map(({ start, end }) => text.slice(start, end))
      expect(split(srx, language, text)).toEqual(own)
    })
  }
})
