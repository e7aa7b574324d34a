import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../../src/text/index.ts'
import { validateXliff } from '../../src/xliff/validate/index.ts'
import { decodeXml } from '../../src/xml/index.ts'

/** One file of a suite, as its manifest describes it. */
interface Row {
  readonly path: string
  readonly version: string
  readonly module: string
  readonly expected: string
  readonly erratum: string
}

interface Outcome {
  readonly row: Row
  readonly verdict: 'accepted' | 'warned' | 'rejected'
  readonly problems: readonly Problem[]
}

const usage = 'usage: npm run conformance -- --suite DIR [--list] (DIR holds manifest.tsv, or suite/manifest.tsv)\n'

function main(args: readonly string[]): number {
  const at = args.indexOf('--suite')
  const given = at < 0 ? undefined : args[at + 1]
  const folder = [given, given && join(given, 'suite')].find(each => each && existsSync(join(each, 'manifest.tsv')))
  if (!folder) {
    process.stderr.write(given ? `conformance: no manifest.tsv in ${given}; nothing was checked\n` : usage)
    return 2
  }
  const rows = readManifest(folder).filter(row => !row.erratum)
  const here = rows.filter(row => existsSync(join(folder, row.path)))
  if (here.length < rows.length)
    process.stdout.write(`${rows.length - here.length} files of the manifest are not here\n`)
  const outcomes = here.map(row => judge(folder, row))
  process.stdout.write(table(outcomes))
  return compare(outcomes.filter(isWrong), args.includes('--list'))
}

function readManifest(folder: string): Row[] {
  const [head, ...lines] = readFileSync(join(folder, 'manifest.tsv'), 'utf8').split(/\r?\n/).filter(Boolean)
  const names = head!.split('\t')
  const cell = (cells: readonly string[], name: string): string => cells[names.indexOf(name)]?.trim() ?? ''
  return lines.map(line => {
    const cells = line.split('\t')
    return {
      path: cell(cells, 'path'),
      version: cell(cells, 'version'),
      module: cell(cells, 'module'),
      expected: cell(cells, 'expected'),
      erratum: cell(cells, 'erratum'),
    }
  })
}

function judge(folder: string, row: Row): Outcome {
  const decoded = decodeXml(readFileSync(join(folder, row.path)))
  const problems = decoded.problems.length ? decoded.problems : validateXliff(decoded.value.text).problems
  const rejected = problems.some(problem => problem.severity === 'error')
  return { row, problems, verdict: rejected ? 'rejected' : problems.length ? 'warned' : 'accepted' }
}

/** What only the prose of 1.2 says (`sem-` in the suite) may be a warning. */
function isWrong({ row, verdict }: Outcome): boolean {
  if (row.expected === 'valid') return verdict === 'rejected'
  const prose = row.path.split('/').at(-1)!.startsWith('sem-')
  return prose ? verdict === 'accepted' : verdict !== 'rejected'
}

function table(outcomes: readonly Outcome[]): string {
  const groups = groupBy(outcomes, ({ row }) => `${row.path.split('/')[0]}\t${row.version}\t${row.module}`)
  const lines = [...groups].sort().map(([key, group]) => [...key.split('\t'), ...counts(group)])
  const suites = groupBy(outcomes, ({ row }) => `${row.path.split('/')[0]}\t${row.version}\tall`)
  const sums = [...suites].sort().map(([key, group]) => [...key.split('\t'), ...counts(group)])
  const all = [['suite', 'version', 'module', 'valid', 'invalid', 'warned only'], ...lines, ...sums]
  return `${all.map(line => line.map((cell, i) => cell.padEnd(i < 1 ? 14 : 12)).join('')).join('\n')}\n`
}

function groupBy(outcomes: readonly Outcome[], key: (outcome: Outcome) => string): ReadonlyMap<string, Outcome[]> {
  const groups = new Map<string, Outcome[]>()
  for (const outcome of outcomes) groups.set(key(outcome), [...(groups.get(key(outcome)) ?? []), outcome])
  return groups
}

function counts(group: readonly Outcome[]): string[] {
  const valid = group.filter(({ row }) => row.expected === 'valid')
  const invalid = group.filter(({ row }) => row.expected !== 'valid')
  const accepted = valid.filter(({ verdict }) => verdict !== 'rejected')
  const rejected = invalid.filter(({ verdict }) => verdict === 'rejected')
  const warned = invalid.filter(({ verdict }) => verdict === 'warned')
  return [`${accepted.length}/${valid.length}`, `${rejected.length}/${invalid.length}`, `${warned.length}`]
}

/** Against the committed list: a file that is not in it and goes the wrong way is a failure; one that no longer does is told. */
function compare(wrong: readonly Outcome[], list: boolean): number {
  const expected = readExpected()
  const news = wrong.filter(({ row }) => !expected.has(row.path))
  for (const { row, verdict, problems } of list ? wrong : news) {
    const codes = [...new Set(problems.map(problem => problem.code))].join(' ')
    process.stdout.write(`wrong: ${row.path} is ${row.expected}, was ${verdict} ${codes}\n`)
  }
  const mended = [...expected.keys()].filter(path => !wrong.some(({ row }) => row.path === path))
  for (const path of mended) process.stdout.write(`right now, remove it from expected.tsv: ${path}\n`)
  return news.length ? 1 : 0
}

/** Path and reason of every file that is known to go the wrong way. */
function readExpected(): ReadonlyMap<string, string> {
  const lines = readFileSync(new URL('./expected.tsv', import.meta.url), 'utf8').split('\n')
  return new Map(
    lines.filter(line => line && !line.startsWith('path\t')).map(line => line.split('\t') as [string, string]),
  )
}

process.exitCode = main(process.argv.slice(2))
