import { describe, expect, it } from 'vitest'
import { openCatalog } from '../../src/i18n/index.ts'
import { noPaint, openReporter, type ReportFile, type ReportFormat, reportFormats } from '../../src/report/index.ts'
import { readXml } from '../../src/xml/index.ts'

const words = await openCatalog('en')

const text = '🕊 Talks\r\nThe “Podoliyak” line & <Podoliak>, Podoliyak.\n'
const at = (word: string, from = 0) => {
  const start = text.indexOf(word, from)
  return { start, end: start + word.length }
}

/** A file with a warning that has a fix and another spelling, an error without one, a remark; and one without findings. */
const files: readonly ReportFile[] = [
  {
    path: 'news/a:b, c#1.md',
    text,
    problems: [
      {
        code: 'inconsistent-name',
        severity: 'warning',
        span: at('Podoliyak'),
        data: { text: 'Podoliyak', preferred: 'Podoliak', doubt: 'no', place: 'body', why: 'none' },
        related: [{ span: at('Podoliak'), role: 'other-spelling' }],
        fixes: [{ kind: 'unsafe', edits: [{ span: at('iya'), insert: 'ia' }] }],
      },
      {
        code: 'inconsistent-name',
        severity: 'error',
        span: at('Podoliyak', 30),
        data: { text: 'Podoliyak', preferred: 'Podoliak', doubt: 'no', place: 'body', why: 'none' },
      },
      { code: 'unused-suppression', severity: 'info', span: at('Talks'), fixes: [{ kind: 'display', edits: [] }] },
    ],
  },
  { path: 'clean.md', text: 'Nothing.', problems: [] },
]

const check = async (format: ReportFormat, some: readonly ReportFile[]) =>
  (await openReporter(format))(some, words, noPaint)

const extensions: Readonly<Partial<Record<ReportFormat, string>>> = {
  json: 'json',
  jsonl: 'jsonl',
  sarif: 'sarif',
  gitlab: 'json',
  rdjson: 'json',
  checkstyle: 'xml',
  junit: 'xml',
  html: 'html',
}

describe.each(reportFormats)('%s', format => {
  it('is as it was', async () => {
    await expect(await check(format, files)).toMatchFileSnapshot(`snapshots/${format}.${extensions[format] ?? 'txt'}`)
  })

  it('is well-formed, also where nothing was found', async () => {
    for (const some of [files, files.slice(1), []]) {
      const report = await check(format, some)
      if (['json', 'sarif', 'gitlab', 'rdjson'].includes(format)) expect(() => JSON.parse(report)).not.toThrow()
      if (format === 'jsonl') for (const line of report.split('\n').filter(Boolean)) JSON.parse(line)
      if (format === 'checkstyle' || format === 'junit') expect(readXml(report).problems).toEqual([])
      if (report !== '') expect(report.endsWith('\n')).toBe(true)
    }
  })
})

describe('places', () => {
  it('count bytes in rdjson', async () => {
    const { diagnostics } = JSON.parse(await check('rdjson', files))
    expect(diagnostics[0].location.range).toEqual({ start: { line: 2, column: 8 }, end: { line: 2, column: 17 } })
    expect(diagnostics[2].location.range.start).toEqual({ line: 1, column: 6 })
  })

  it('count UTF-16 units in SARIF', async () => {
    const { runs } = JSON.parse(await check('sarif', files))
    const { region } = runs[0].results[2].locations[0].physicalLocation
    expect(region).toMatchObject({ startLine: 1, startColumn: 4, endColumn: 9 })
  })
})

it('fingerprints last when the article grows above and below', async () => {
  const grown = `A new beginning.\n\n${text}\nAnd an end.`
  const moved = files[0]!.problems.map(problem => {
    const shift = ({ start, end }: { start: number; end: number }) => ({ start: start + 18, end: end + 18 })
    return { code: problem.code, severity: problem.severity, span: shift(problem.span) }
  })
  const names = async (some: readonly ReportFile[]) =>
    JSON.parse(await check('sarif', some)).runs[0].results.map(
      (r: { partialFingerprints: Record<string, string> }) => r.partialFingerprints['tlumach/v1'],
    )
  const before = await names(files)
  const after = await names([{ path: files[0]!.path, text: grown, problems: moved }])
  expect(after.slice(0, 2)).toEqual(before.slice(0, 2))
  expect(new Set(before).size).toBe(3)
})
