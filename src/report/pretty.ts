import type { Catalog } from '../i18n/index.ts'
import { type Lines, lines, type Severity } from '../text/index.ts'
import { columns, excerptAt } from './excerpt.ts'
import { messageOf, type Paint, type Reporter, type ReportFile, type ReportProblem } from './report.ts'
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
    const usage = usageOf(problem)
    if (!usage || told.has(usage.text)) return ''
    told.add(usage.text)
    return folded(usageText(usage, words, usersShown))
      .map(line => `    ${paint.faint(line)}\n`)
      .join('')
  }
}

/** Terminal columns that a sentence below a finding may take. */
const sentenceWidth = 96

/** A long sentence in lines; all but the first are indented. */
function folded(sentence: string): readonly string[] {
  const made = ['']
  for (const word of sentence.split(' ')) {
    const line = made.at(-1)!
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && columns(longer) > sentenceWidth) made.push(`  ${word}`)
    else made[made.length - 1] = longer
  }
  return made
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

export function prettySummary({ files, withProblems, counts }: Tally, words: Catalog, paint: Paint): string {
  if (withProblems === 0) return `${paint.good(words.message('report.clean', { files }))}\n`
  const parts = (['error', 'warning', 'info'] as const)
    .filter(severity => counts[severity] > 0)
    .map(severity => paint[severity](words.message(`report.count.${severity}`, { count: counts[severity] })))
  return `${words.message('report.summary', { counts: words.list(parts), files: withProblems })}\n`
}
