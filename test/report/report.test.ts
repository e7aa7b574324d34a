import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import '../support/properties.ts'
import { openCatalog, uiLanguages } from '../../src/i18n/index.ts'
import {
  columns,
  concise,
  messageOf,
  noPaint,
  openReporter,
  type Paint,
  type Reporter,
  type ReportFile,
} from '../../src/report/index.ts'

const words = await openCatalog('en')
const json = await openReporter('json')
const pretty = await openReporter('pretty')

/** A file whose findings are marked «…» in the text; the first is the problem, the others are related to it. */
function marked(path: string, text: string): ReportFile {
  const spans: { start: number; end: number }[] = []
  let plain = ''
  for (const piece of text.split(/(«[^»]*»)/)) {
    if (piece.startsWith('«')) spans.push({ start: plain.length, end: plain.length + piece.length - 2 })
    plain += piece.replace(/[«»]/g, '')
  }
  const [span, ...related] = spans
  if (!span) return { path, text: plain, problems: [] }
  return {
    path,
    text: plain,
    problems: [
      {
        code: 'config-value',
        severity: 'warning',
        span,
        data: { key: 'style', expected: 'official', preferred: 'Podoliak', concept: 'podoliak-mykhailo' },
        related: related.map(other => ({ span: other, role: 'other-spelling' })),
        fixes: [{ kind: 'unsafe', edits: [{ span, insert: 'Podoliak' }] }],
      },
    ],
  }
}

const check = (reporter: Reporter, files: readonly ReportFile[], want: string, paint: Paint = noPaint) =>
  expect(reporter(files, words, paint)).toBe(want)

describe('concise', () => {
  it('is a line a finding', () => {
    check(
      concise,
      [marked('a.md', 'Mr.\r\nThe «Podoliyak» line, «Podoliak»'), marked('b.md', 'nothing')],
      'a.md:2:5: warning: The setting “style” has a wrong value; expected: official. [config-value]\n',
    )
  })
})

describe('json', () => {
  it('is the outside form, with UTF-16 offsets and lines from 1', () => {
    const file = marked('a.md', '🕊 Mr.\nThe «Podoliyak» line, «Podoliak»')
    expect(JSON.parse(json([file, { path: 'b.md', text: '', problems: [] }], words, noPaint))).toEqual({
      version: 1,
      files: [
        {
          path: 'a.md',
          problems: [
            {
              code: 'config-value',
              severity: 'warning',
              message: 'The setting “style” has a wrong value; expected: official.',
              start: 11,
              end: 20,
              line: 2,
              column: 5,
              text: 'Podoliyak',
              preferred: 'Podoliak',
              concept: 'podoliak-mykhailo',
              related: [{ start: 27, end: 35, line: 2, column: 21, text: 'Podoliak', role: 'other-spelling' }],
              fixes: [{ kind: 'unsafe', edits: [{ start: 11, end: 20, insert: 'Podoliak' }] }],
            },
          ],
        },
        { path: 'b.md', problems: [] },
      ],
    })
  })
})

describe('messages', () => {
  const dated = { from: '1926-07-20', to: '2016-05-19', dated: '2015-01-01', text: 'Dnipropetrovsk', advice: 'none' }
  const problem = { code: 'date-of-validity', severity: 'info', span: { start: 0, end: 1 }, data: dated } as const
  it.each([
    ['en', 'July 20, 1926'],
    ['uk', '20 липня 1926'],
    ['ru', '20 июля 1926'],
  ] as const)('tell dates as %s writes them', async (language, date) => {
    expect(messageOf(problem, await openCatalog(language))).toContain(date)
  })
})

describe('reasons', () => {
  const told = {
    text: 'Podoliyak',
    advice: 'none',
    doubt: 'none',
    place: 'body',
    why: 'reason',
    reason: 'mixes two schemes',
  }
  const reasons = JSON.stringify({ en: 'mixes two schemes', uk: 'змішує дві системи' })
  const check = async (language: 'en' | 'uk' | 'ru', data: Record<string, string>, words: string) => {
    const problem = { code: 'deprecated-spelling', span: { start: 0, end: 1 }, data: { ...told, ...data } }
    expect(messageOf(problem, await openCatalog(language))).toContain(`(${words})`)
  }
  it.each([
    ['en', 'mixes two schemes'],
    ['uk', 'змішує дві системи'],
    ['ru', 'mixes two schemes'],
  ] as const)('are told in %s where the glossary has it, else in English', (language, words) =>
    check(language, { reasons }, words),
  )
  it('in English alone stay as they are', () => check('uk', {}, 'mixes two schemes'))
})

describe('pretty', () => {
  it('shows the line and marks the place', () => {
    check(
      pretty,
      [marked('a.md', 'Mr.\nThe «Podoliyak» line, «Podoliak»\n')],
      [
        'a.md',
        '  2:5  ! warning  The setting “style” has a wrong value; expected: official.  config-value',
        '    2 │ The Podoliyak line, Podoliak',
        '      │     ^^^^^^^^^ → Podoliak (check it yourself)',
        '    see also: 2:21 Podoliak',
        '',
        '1 warning in 1 file.',
        '',
      ].join('\n'),
    )
  })

  it('puts the mark under wide letters, marks and tabs', () => {
    const [, , source, mark] = pretty([marked('a', '会議\tи́ «Київ»')], words, noPaint).split('\n')
    expect(source).toBe('    1 │ 会議 и́ Київ')
    expect(mark).toBe(`      │ ${' '.repeat(7)}^^^^ → Podoliak (check it yourself)`)
  })

  it('cuts long lines around the place', () => {
    const [, , source = '', mark = ''] = pretty(
      [marked('a', `${'a '.repeat(500)}«Kiev»${' b'.repeat(500)}`)],
      words,
      noPaint,
    ).split('\n')
    expect(source.length).toBeLessThan(110)
    expect(source.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('Kiev')
  })

  /** The line of the source and the mark below it, on a terminal of so many columns. */
  function excerpt(text: string, width: number) {
    const shown = pretty([marked('a', text)], words, { ...noPaint, columns: width }).split('\n')
    const at = shown.findIndex(line => /^ +│ +\^/.test(line))
    return { source: shown[at - 1]!, mark: shown[at]!, shown }
  }
  const characters = (text: string) => Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)

  describe.each(uiLanguages)('on a terminal, in %s', language => {
    const article =
      'A word of 会議 and и́ 👨‍👩‍👧, then on and on and on until it comes to Mykhailo «Podoliyak» of 会議 👩‍🚀 and on and on and on.'
    const usedBy = JSON.stringify({
      text: 'Podoliyak',
      users: [
        { who: 'The Associated Press', from: '2001', to: '2019-08-14', source: 'AP Stylebook of 14 August 2019' },
      ],
    })
    it.each([50, 60, 80, 200])('of %i columns, no line is wider and the mark is below the place', async width => {
      const file = marked('a.md', article)
      const problems = file.problems.map(problem => ({ ...problem, data: { ...problem.data, usedBy } }))
      const paint = { ...noPaint, columns: width }
      const shown = pretty([{ ...file, problems }], await openCatalog(language), paint).split('\n')
      expect(shown.filter(line => columns(line) > width)).toEqual([])
      const at = shown.findIndex(line => line.includes('^'))
      expect(columns(shown[at - 1]!.split('Podoliyak')[0]!)).toBe(shown[at]!.indexOf('^'))
      expect(shown[at]!.match(/\^+/)![0]).toHaveLength('Podoliyak'.length)
    })
  })

  it('cuts between characters as people see them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'и́', '会', '👨‍👩‍👧', '🇺🇦', 'ї', ' '), { maxLength: 80 }),
        fc.array(fc.constantFrom('b', 'й', '議', '👩‍🚀', ' '), { maxLength: 80 }),
        fc.integer({ min: 30, max: 100 }),
        (before, after, width) => {
          const { source, mark } = excerpt(`${before.join('')}«Kiev»${after.join('')}`, width)
          expect(columns(source)).toBeLessThanOrEqual(width)
          expect(columns(source.slice(0, source.indexOf('Kiev')))).toBe(mark.indexOf('^'))
          const shown = characters(source.replace('    1 │ ', '').replace(/^…|…$/g, ''))
          expect([...before, ...'Kiev', ...after].join('\n')).toContain(shown.join('\n'))
        },
      ),
    )
  })

  it('reads no more of a line than it shows', () => {
    const { source } = excerpt(`${'слово '.repeat(200_000)}«Kiev»${' word'.repeat(200_000)}`, 48)
    expect(source).toBe('    1 │ …лово слово слово Kiev word word word w…')
  })

  it('marks the first line of a name over a line break', () => {
    const [, , source, mark] = pretty([marked('a', 'the «Mykhailo\nPodoliak» line')], words, noPaint).split('\n')
    expect(source).toBe('    1 │ the Mykhailo')
    expect(mark).toContain('    ^^^^^^^^ →')
  })

  it('says so where nothing was found', () => {
    check(pretty, [marked('a', 'b'), marked('c', 'd')], 'No problems in 2 files.\n')
  })

  it('shows no control characters of the text', () => {
    expect(pretty([marked('a', '\u001b[31m «Kiev»')], words, noPaint)).not.toContain('\u001b')
  })
})
