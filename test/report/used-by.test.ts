import { describe, expect, it } from 'vitest'
import { openCatalog } from '../../src/i18n/index.ts'
import { noPaint, openReporter, type ReportProblem } from '../../src/report/index.ts'

const usedBy = JSON.stringify({
  text: 'Kiev',
  users: [
    { who: 'The Associated Press', to: '2019-08-14', source: 'AP Stylebook' },
    {
      who: 'Somebody',
      told: { who: { en: 'Somebody', uk: 'Хтось' }, source: { en: 'S', uk: 'Д' } },
      from: '1991',
      to: '2019',
      source: 'S',
    },
    { who: 'Another', from: '2001-02', source: 'A' },
    { who: 'The fourth', source: 'F' },
  ],
})

const at = (start: number): ReportProblem => ({
  code: 'deprecated-spelling',
  severity: 'warning',
  span: { start, end: start + 4 },
  data: { text: 'Kiev', preferred: 'Kyiv', advice: 'replace', why: 'ru', doubt: 'none', place: 'body', usedBy },
})

/** The lines of a report on a text with two of one spelling that name a user of it. */
async function check(format: 'pretty' | 'html' | 'json', language: 'en' | 'uk' | 'ru', lines: readonly string[]) {
  const report = await openReporter(format)
  const files = [{ path: 'a.md', text: 'Kiev, Kiev', problems: [at(0), at(6)] }]
  const shown = report(files, await openCatalog(language), noPaint)
  const told = (format === 'pretty' ? shown.replaceAll('\n      ', ' ') : shown)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line.includes('AP Stylebook'))
  expect(told).toEqual(lines)
}

describe('who spells a name so', () => {
  it('pretty: once a file and spelling, three of them', async () => {
    await check('pretty', 'en', [
      '“Kiev”: The Associated Press until 2019-08-14 (AP Stylebook); Somebody from 1991 to 2019 (S); Another since 2001-02 (A); …',
    ])
    await check('pretty', 'uk', [
      '«Kiev»: The Associated Press до 2019-08-14 (AP Stylebook); Хтось з 1991 до 2019 (Д); Another з 2001-02 (A); …',
    ])
  })

  it('pretty: in lines that fit a terminal', async () => {
    const report = await openReporter('pretty')
    const users = Array.from({ length: 3 }, () => ({
      who: 'A newspaper of some name',
      to: '2019',
      source: 'Its own announcement',
    }))
    const problem = { ...at(0), data: { ...at(0).data, usedBy: JSON.stringify({ text: 'Kiev', users }) } }
    const lines = report([{ path: 'a.md', text: 'Kiev', problems: [problem] }], await openCatalog('en'), noPaint).split(
      '\n',
    )
    const first = lines.findIndex(line => line.includes('newspaper'))
    expect(lines.slice(first, first + 2)).toEqual([
      '    “Kiev”: A newspaper of some name until 2019 (Its own announcement); A newspaper of some name',
      '      until 2019 (Its own announcement); A newspaper of some name until 2019 (Its own announcement)',
    ])
  })

  it('html: all of them, with each finding', async () => {
    const line =
      '<p class="users">«Kiev»: The Associated Press до 2019-08-14 (AP Stylebook); Somebody с 1991 до 2019 (S); Another с 2001-02 (A); The fourth (F)</p>'
    await check('html', 'ru', [line, line])
  })

  it('json: as data', () => check('json', 'en', ['"source": "AP Stylebook"', '"source": "AP Stylebook"']))
})
