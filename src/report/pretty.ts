import type { Catalog } from '../i18n/index.ts'
import { type Lines, lines, type Severity } from '../text/index.ts'
import { columns, folded } from './columns.ts'
import { excerptAt } from './excerpt.ts'
import { messageOf, noPaint, type Paint, type Reporter, type ReportFile, type ReportProblem } from './report.ts'
import { type Tally, tallyOf } from './tally.ts'
import { usageOf, usageText } from './used-by.ts'

/** For people: grouped by file, with the line of the source and its place marked, then the counts. */
export const pretty: Reporter = (files, words, paint) =>
  files.map(file => prettyFile(file, words, paint)).join('') + prettySummary(tallyOf(files), words, paint)

/** A file's group; nothing where nothing was found. */
export function prettyFile(file: ReportFile, words: Catalog, paint: Paint): string {
  if (file.problems.length === 0) return ''
  const at = file.lines ?? lines(file.text)
  const tell = openUsers(words, paint)
  const entries = file.problems.map(problem => entry(problem, file, at, words, paint) + tell(problem))
  return `${paint.strong(file.path)}\n${entries.join('')}\n`
}

/** Users that a line names; the JSON has them all. */
const usersShown = 3

/** A line about who else spells a name so, where it is the first of its spelling in a file. */
function openUsers(words: Catalog, paint: Paint): (problem: ReportProblem) => string {
  const told = new Set<string>()
  return problem => {
    const usage = usageOf(problem, words)
    if (!usage || told.has(usage.text)) return ''
    told.add(usage.text)
    return below(usageText(usage, words, usersShown), paint)
  }
}

/** Columns that a sentence below a finding takes at most, with its indentation. */
const widest = 100

/** A sentence below a finding, in lines. */
const below = (sentence: string, paint: Paint): string =>
  folded(sentence, Math.min(paint.columns ?? widest, widest) - 4)
    .map(line => `    ${paint.faint(line)}\n`)
    .join('')

function entry(problem: ReportProblem, file: ReportFile, at: Lines, words: Catalog, paint: Paint): string {
  const { line, column } = at.at(problem.span.start)
  const head = headOf(problem, `  ${line}:${column}  `, words, paint)
  if (problem.span.part !== undefined || file.text === '') return head
  const gutter = `    ${line} │ `
  const room = paint.columns === undefined ? undefined : Math.min(paint.columns, widest) - gutter.length
  const { source, mark } = excerptAt(file.text, at, problem.span, room)
  const rim = `    ${paint.faint(`${' '.repeat(String(line).length)} │`)}`
  const marks = paint[problem.severity](mark)
  const advice = suggestion(problem, words, paint)
  const fits = room === undefined || columns(mark + suggestion(problem, words, noPaint)) <= room
  return (
    head +
    `    ${paint.faint(`${line} │`)} ${source}\n` +
    `${rim} ${marks}${fits ? advice : `\n${rim}${advice}`}\n` +
    others(problem, file, at, words, paint)
  )
}

/** Place, severity, sentence and code: on one line, or folded where the terminal is narrower. */
function headOf(problem: ReportProblem, place: string, words: Catalog, paint: Paint): string {
  const severity = `${symbols[problem.severity]} ${words.message(`severity.${problem.severity}`)}`
  const message = messageOf(problem, words)
  const painted = `${place}${paint[problem.severity](severity)}  `
  const code = paint.faint(problem.code)
  const taken = columns(`${place}${severity}  `)
  const width = paint.columns
  if (width === undefined || taken + columns(`${message}  ${problem.code}`) <= width)
    return `${painted}${message}  ${code}\n`
  const [first = '', ...rest] = folded(message, width - 2, width - taken)
  const lines = [`${painted}${first}`, ...rest.map(line => `  ${line}`)]
  const last = rest.length === 0 ? taken + columns(first) : columns(`  ${rest.at(-1)}`)
  const fits = last + columns(`  ${problem.code}`) <= width
  return `${lines.join('\n')}${fits ? '  ' : '\n    '}${code}\n`
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
  return below(words.message('report.related', { places: places.join(', ') }) + more, paint)
}

export function prettySummary({ files, withProblems, counts }: Tally, words: Catalog, paint: Paint): string {
  if (withProblems === 0) return `${paint.good(words.message('report.clean', { files }))}\n`
  const parts = (['error', 'warning', 'info'] as const)
    .filter(severity => counts[severity] > 0)
    .map(severity => paint[severity](words.message(`report.count.${severity}`, { count: counts[severity] })))
  return `${words.message('report.summary', { counts: words.list(parts), files: withProblems })}\n`
}
