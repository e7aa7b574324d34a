import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Log } from 'sarif'
import { describe, expect, it } from 'vitest'
import { openCatalog, uiLanguages } from '../../src/i18n/index.ts'
import { rules } from '../../src/lint/index.ts'
import { noPaint, openReporter, type ReportFile, type ReportProblem } from '../../src/report/index.ts'
import { openWorkplace } from '../cli/workplace.ts'
import { sarifFaults } from './sarif-schema.ts'

const sarif = await openReporter('sarif')
const catalogs = await Promise.all(uiLanguages.map(openCatalog))

/** Valid by the schema, and each index and reference leads to what it names, which a schema cannot say. */
function check(report: string): Log {
  expect(sarifFaults(report)).toEqual([])
  const log = JSON.parse(report) as Log
  for (const { tool, artifacts = [], results = [] } of log.runs) {
    for (const { ruleId, ruleIndex = -1, locations = [], relatedLocations = [] } of results) {
      expect(tool.driver.rules![ruleIndex]!.id).toBe(ruleId)
      for (const { physicalLocation: place } of [...locations, ...relatedLocations]) {
        const { uri, index } = place!.artifactLocation!
        // RFC 3986, whatever the file is called
        expect(() => new URL(uri!, 'file:///a/')).not.toThrow()
        if (index !== undefined) expect(artifacts[index]!.location!.uri).toBe(uri)
        const { startLine = 1, startColumn = 1, endLine = 1, endColumn = 1 } = place!.region ?? {}
        expect([endLine > startLine || endColumn >= startColumn, ...ends(place!.region)]).not.toContain(false)
      }
    }
  }
  return log
}

const ends = (region: object | undefined) => (region ? ['startLine', 'endLine'].map(name => name in region) : [])

const anyText = fc.string({ unit: 'grapheme', maxLength: 60 })

const anyProblem = (text: string): fc.Arbitrary<ReportProblem> => {
  const offset = fc.nat({ max: text.length })
  const span = fc.tuple(offset, offset).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
  const edit = fc.record({ span, insert: anyText })
  const kind = fc.constantFrom('safe' as const, 'unsafe' as const, 'display' as const)
  return fc.record({
    code: fc.constantFrom('unused-suppression', 'merge-untranslated'),
    severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
    span,
    data: fc.record({ unit: anyText, segment: anyText }),
    related: fc.array(fc.record({ span, role: fc.constant('other-spelling') }), { maxLength: 3 }),
    fixes: fc.array(fc.record({ kind, edits: fc.array(edit, { minLength: 1, maxLength: 3 }) }), { maxLength: 2 }),
  })
}

const anyFile: fc.Arbitrary<ReportFile> = fc
  .tuple(fc.string({ unit: 'grapheme', minLength: 1 }), anyText)
  .chain(([path, text]) =>
    fc.record({
      path: fc.constant(path),
      text: fc.constant(text),
      problems: fc.array(anyProblem(text), { maxLength: 4 }),
    }),
  )

describe('SARIF', () => {
  it('is valid by the schema of 2.1.0, whatever was found where', () => {
    const anyFiles = fc.uniqueArray(anyFile, { selector: ({ path }) => path, maxLength: 4 })
    fc.assert(
      fc.property(anyFiles, fc.constantFrom(...catalogs), (files, words) => {
        const [run] = check(sarif(files, words, noPaint)).runs
        expect(run!.results).toHaveLength(files.reduce((sum, { problems }) => sum + problems.length, 0))
      }),
    )
  })

  it.each(['version', 'runs', 'tool', 'driver', 'name', 'message', 'text'])('would not be valid without %s', name => {
    const problem = { code: 'unused-suppression', severity: 'info', span: { start: 0, end: 1 } } as const
    const report = sarif([{ path: 'a', text: 'b', problems: [problem] }], catalogs[0]!, noPaint)
    const without = JSON.stringify(JSON.parse(report, (key, value) => (key === name ? undefined : value)))
    expect(sarifFaults(without)).not.toEqual([])
  })

  it('is valid as it was', () => {
    check(readFileSync(new URL('snapshots/sarif.sarif', import.meta.url), 'utf8'))
  })
})

describe('what the program says', () => {
  const { run, lay } = openWorkplace()

  it('of the examples of every rule is valid', async () => {
    const folder = new URL('../../src/lint/rules/', import.meta.url)
    const examples = readdirSync(folder)
      .filter(name => name.endsWith('.md'))
      .flatMap(name => [...readFileSync(new URL(name, folder), 'utf8').matchAll(/^```text \S+.*\n([\s\S]*?)\n```$/gm)])
      .map(([, marked]) => marked!.replaceAll(/«([^»→]+)→[^»]*»/gu, '$1'))
    const all = rules.map(({ code }) => `  ${code}: warning\n`).join('')
    await lay({
      ...Object.fromEntries(examples.map((text, i) => [`texts/№ ${i}.md`, text])),
      'tlumach.config.yaml': `rules:\n${all}`,
    })
    const { out, status, err } = await run(['lint', '--format', 'sarif', 'texts'])
    expect({ status, err }).toEqual({ status: 1, err: '' })
    const [first] = check(out).runs
    expect(new Set(first!.results!.map(({ ruleId }) => ruleId)).size).toBeGreaterThan(rules.length / 2)
  })

  it('of a translation is valid', async () => {
    await lay({ 'a.md': 'Mykhailo Podoliak was born in 1972 in **Lviv**.\n' })
    await run(['export', 'a.md', '--to', 'uk'])
    await run(['pseudo', 'a.uk.xlf', '-o', 'b.uk.xlf'])
    const { out } = await run(['check', '--format', 'sarif', 'b.uk.xlf'])
    expect(check(out).runs[0]!.results).not.toEqual([])
  })
})
