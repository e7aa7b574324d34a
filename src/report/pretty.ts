import type { Catalog } from '../i18n/index.ts'
import { type Lines, lines, type Severity } from '../text/index.ts'
import { excerptAt } from './excerpt.ts'
import { messageOf, type Paint, type Reporter, type ReportFile, type ReportProblem } from './report.ts'

/** For people: grouped by file, with the line of the source and its place marked, then the counts. */
export const pretty: Reporter = (files, words, paint) => {
  const shown = files.filter(file => file.problems.length > 0)
  const groups = shown.map(file => `${group(file, words, paint)}\n`)
  return groups.join('') + summary(files, words, paint)
}

function group(file: ReportFile, words: Catalog, paint: Paint): string {
  const at = file.lines ?? lines(file.text)
  return `${paint.strong(file.path)}\n${file.problems.map(problem => entry(problem, file, at, words, paint)).join('')}`
}

function entry(problem: ReportProblem, file: ReportFile, at: Lines, words: Catalog, paint: Paint): string {
  const { line, column } = at.at(problem.span.start)
  const severity = paint[problem.severity](
    `${symbols[problem.severity]} ${words.message(`severity.${problem.severity}`)}`,
  )
  const head = `  ${line}:${column}  ${severity}  ${messageOf(problem, words)}  ${paint.faint(problem.code)}\n`
  if (problem.span.part !== undefined || file.text === '') return head
  const { source, mark } = excerptAt(file.text, at, problem.span)
  const gutter = String(line).length
  const below = paint[problem.severity](mark) + suggestion(problem, words, paint)
  return (
    head +
    `    ${paint.faint(`${line} │`)} ${source}\n` +
    `    ${paint.faint(`${' '.repeat(gutter)} │`)} ${below}\n` +
    others(problem, file, at, words, paint)
  )
}

/** Shape tells the severities apart where colour does not. */
const symbols: Readonly<Record<Severity, string>> = { error: '×', warning: '!', info: 'i' }

function suggestion(problem: ReportProblem, words: Catalog, paint: Paint): string {
  const fix = problem.fixes?.[0]
  const preferred = problem.data?.preferred
  if (!fix || preferred === undefined) return ''
  const sure = fix.kind === 'safe' ? '' : ` ${paint.faint(words.message(`report.fix.${fix.kind}`))}`
  return ` → ${paint.good(String(preferred))}${sure}`
}

function others(problem: ReportProblem, file: ReportFile, at: Lines, words: Catalog, paint: Paint): string {
  const related = problem.related ?? []
  if (related.length === 0) return ''
  const places = related.slice(0, 5).map(({ path, span }) => {
    if (path !== undefined && path !== file.path) return path
    const { line, column } = at.at(span.start)
    return `${line}:${column} ${file.text.slice(span.start, span.end).replace(/\s+/g, ' ')}`
  })
  const more = related.length > 5 ? ', …' : ''
  return `    ${paint.faint(words.message('report.related', { places: places.join(', ') }) + more)}\n`
}

function summary(files: readonly ReportFile[], words: Catalog, paint: Paint): string {
  const problems = files.flatMap(file => file.problems)
  const count = (severity: Severity) => problems.filter(problem => problem.severity === severity).length
  if (problems.length === 0) return `${paint.good(words.message('report.clean', { files: files.length }))}\n`
  const parts = (['error', 'warning', 'info'] as const)
    .filter(severity => count(severity) > 0)
    .map(severity => paint[severity](words.message(`report.count.${severity}`, { count: count(severity) })))
  const data = { counts: words.list(parts), files: files.filter(file => file.problems.length > 0).length }
  return `${words.message('report.summary', data)}\n`
}
