import type { Catalog } from '../i18n/index.ts'
import { messageOf, type ReportFile, type ReportProblem } from './report.ts'

const columns = [
  'file',
  'segment',
  'unit',
  'rule',
  'severity',
  'source',
  'target',
  'message',
  'suggestion',
  'ignored',
] as const

/** The problems of translations as a table for a spreadsheet, a row each in the order of the segments; the first row names the columns. */
export function segmentTable(files: readonly ReportFile[], words: Catalog): string[][] {
  const rows = files.flatMap(file => {
    const told = [
      ...file.problems.map(problem => ({ problem, isIgnored: false })),
      ...(file.ignored ?? []).map(problem => ({ problem, isIgnored: true })),
    ]
    const bySegment = told.sort((a, b) => segmentOf(a.problem) - segmentOf(b.problem))
    return bySegment.map(({ problem, isIgnored }) => row(file, problem, isIgnored, words))
  })
  return [columns.map(name => words.message(`report.table.${name}`)), ...rows]
}

/** 0 of what is said of the whole file. */
const segmentOf = ({ data }: ReportProblem): number => Number(data?.segment ?? 0)

function row(file: ReportFile, problem: ReportProblem, isIgnored: boolean, words: Catalog): string[] {
  const number = segmentOf(problem)
  const segment = file.pairs?.get(number)
  return [
    file.path,
    number === 0 ? '' : String(number),
    segment?.unit ?? '',
    problem.code,
    words.message(`severity.${problem.severity}`),
    segment?.source ?? '',
    segment?.target ?? '',
    messageOf(problem, words),
    `${problem.data?.preferred ?? ''}`,
    isIgnored ? words.message('report.table.yes') : '',
  ]
}
