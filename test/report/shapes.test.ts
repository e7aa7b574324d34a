import { type Schema, Validator } from '@cfworker/json-schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import '../support/properties.ts'
import { openCatalog } from '../../src/i18n/index.ts'
import { noPaint, openReporter, type ReportFile, type ReportProblem } from '../../src/report/index.ts'
import { readXml } from '../../src/xml/index.ts'
import { checkstyleShapes, junitShapes, shapeFaults } from './xml-shape.ts'

const words = await openCatalog('en')
const reports = {
  gitlab: await openReporter('gitlab'),
  checkstyle: await openReporter('checkstyle'),
  junit: await openReporter('junit'),
}

/** Findings of any severity anywhere in any text, in files of any name. */
const text = fc.string({
  unit: fc.constantFrom(
    'a',
    'К',
    '\n',
    '\r',
    '\t',
    '\u0000',
    '\u001b',
    '\ufffe',
    '\ud800',
    '<',
    '&',
    '"',
    ']]>',
    '😀',
    ' ',
  ),
})
const files: fc.Arbitrary<readonly ReportFile[]> = fc
  .uniqueArray(
    fc.record({
      path: text.map(name => `news/${name}.md`),
      text,
      at: fc.array(fc.tuple(fc.nat(20), fc.nat(5)), { maxLength: 4 }),
    }),
    { maxLength: 3, selector: file => file.path },
  )
  .map(list =>
    list.map(({ path, text, at }) => ({
      path,
      text,
      problems: at.map(([from, length], i): ReportProblem => {
        const start = Math.min(from, text.length)
        return {
          code: 'json-settings',
          severity: (['error', 'warning', 'info'] as const)[i % 3]!,
          span: { start, end: Math.min(start + length, text.length) },
          data: { file: text },
        }
      }),
    })),
  )

const report = (format: keyof typeof reports, some: readonly ReportFile[]) => reports[format](some, words, noPaint)
const always = (holds: (some: readonly ReportFile[]) => void) =>
  fc.assert(
    fc.property(files, some => {
      holds(some)
    }),
  )

/** @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
const codeQuality: Schema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          // Relative to the repository, without `./`.
          path: { type: 'string', minLength: 1, pattern: '^(?!\\.?/)' },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
}

describe('gitlab', () => {
  const validator = new Validator(codeQuality, '7', false)
  it('has the form of Code Quality reports', () =>
    always(some => {
      const text = report('gitlab', some)
      expect(validator.validate(JSON.parse(text)).errors).toEqual([])
      // Reports with a byte-order mark are not read.
      expect(text.startsWith('[')).toBe(true)
    }))
  it('tells findings apart: of those with one fingerprint GitLab shows the first', () =>
    always(some => {
      const names = (JSON.parse(report('gitlab', some)) as { fingerprint: string }[]).map(issue => issue.fingerprint)
      expect(new Set(names).size).toBe(names.length)
    }))
  it('ends no line before it begins', () =>
    always(some => {
      const issues = JSON.parse(report('gitlab', some)) as { location: { lines: { begin: number; end: number } } }[]
      expect(issues.filter(({ location: { lines } }) => lines.end < lines.begin)).toEqual([])
    }))
})

describe('checkstyle', () => {
  it('has the form of its schema', () =>
    always(some => expect(shapeFaults(report('checkstyle', some), checkstyleShapes)).toEqual([])))
})

describe('junit', () => {
  it('has the form of its schema', () =>
    always(some => expect(shapeFaults(report('junit', some), junitShapes)).toEqual([])))
  it('counts its tests and failures', () =>
    always(some => {
      const text = report('junit', some)
      const root = readXml(text).value!
      const given = (name: string) => Number(root.attributes.find(({ local }) => local === name)!.value)
      expect([given('tests'), given('failures')]).toEqual([
        text.match(/<testcase /g)?.length ?? 0,
        text.match(/<failure /g)?.length ?? 0,
      ])
    }))
})

describe('the shapes', () => {
  const check = (xml: string, faults: readonly string[]) => expect(shapeFaults(xml, junitShapes)).toEqual(faults)
  it.each([
    ['<testsuites><testsuite name="a" tests="1"/></testsuites>', []],
    ['<testsuite name="a" tests="1"/>', ['the root is testsuite']],
    ['<testsuites><testsuite name="a" tests="x"/></testsuites>', ['tests is x']],
    ['<testsuites><testsuite tests="1" file="b"/></testsuites>', ['testsuite has file', 'testsuite lacks name']],
    [
      '<testsuites><testsuite name="a" tests="1"><system-out/><testcase name="b" classname="c"/></testsuite></testsuites>',
      ['the order in testsuite'],
    ],
    ['<testsuites><failure/></testsuites>', ['failure in testsuites']],
  ] as const)('%s', check)
})
