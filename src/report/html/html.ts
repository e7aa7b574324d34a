import type { Catalog } from '../../i18n/index.ts'
import type { Severity } from '../../text/index.ts'
import { placer } from '../place.ts'
import { messageOf, type Reporter, type ReportFile, type ReportProblem } from '../report.ts'
import { usageOf, usageText } from '../used-by.ts'
import { asHtml } from './as-html.ts'
import { pairContext } from './pair.ts'
import { script } from './script.ts'
import { style } from './style.ts'
import { variantsSection } from './variants.ts'

/**
 * A page that needs nothing else: it opens offline, works without its script, and then can be filtered by words, severity and
 * rule. Colour says nothing that words do not.
 */
export const html: Reporter = (files, words) => {
  const shown = files.filter(file => file.problems.length + (file.ignored?.length ?? 0) > 0)
  const title = asHtml(words.message('report.html.title'))
  const body = shown.length === 0 ? '' : filters(shown, words) + variantsSection(shown, words) + findings(shown, words)
  return `<!DOCTYPE html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>${asHtml(summary(files, words))}</p>
</header>
<main>
${body}</main>
<script>${script}</script>
</body>
</html>
`
}

const severities: readonly Severity[] = ['error', 'warning', 'info']

function summary(files: readonly ReportFile[], words: Catalog): string {
  const problems = files.flatMap(file => file.problems)
  if (problems.length === 0) return words.message('report.clean', { files: files.length })
  const counts = severities
    .map(severity => [severity, problems.filter(problem => problem.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => words.message(`report.count.${severity}` as 'report.count.error', { count }))
  return words.message('report.summary', { counts: words.list(counts), files: files.length })
}

function filters(files: readonly ReportFile[], words: Catalog): string {
  const codes = [...new Set(files.flatMap(file => file.problems.map(({ code }) => code)))].sort()
  const options = codes.map(code => `<option>${asHtml(code)}</option>`).join('')
  const boxes = severities.map(
    severity =>
      `<label><input type="checkbox" name="severity" value="${severity}" checked> ${asHtml(words.message(`severity.${severity}`))}</label>`,
  )
  return `<form id="filters" role="search" aria-label="${asHtml(words.message('report.html.filters'))}" hidden>
<label>${asHtml(words.message('report.html.search'))} <input type="search" name="words"></label>
<label>${asHtml(words.message('report.html.rule'))} <select name="code"><option value="">${asHtml(words.message('report.html.all'))}</option>${options}</select></label>
<fieldset><legend>${asHtml(words.message('report.html.severity'))}</legend>${boxes.join(' ')}</fieldset>
<p><output name="shown" data-words="${asHtml(words.message('report.html.shown'))}"></output></p>
</form>
`
}

function findings(files: readonly ReportFile[], words: Catalog): string {
  const sections = files.map(file => {
    const placeOf = placer(file)
    const ignored = new Set(file.ignored)
    const items = [...file.problems, ...ignored].map(problem =>
      finding(file, problem, placeOf(problem.span).start, ignored.has(problem), words),
    )
    return `<section class="file">\n<h3>${asHtml(file.path)}</h3>\n<ol>\n${items.join('')}</ol>\n</section>\n`
  })
  return `<section aria-labelledby="findings">\n<h2 id="findings">${asHtml(words.message('report.html.findings'))}</h2>\n${sections.join('')}</section>\n`
}

function finding(
  file: ReportFile,
  problem: ReportProblem,
  { line, column }: { line: number; column: number },
  isIgnored: boolean,
  words: Catalog,
): string {
  const { segment } = problem.data ?? {}
  const place = segment === undefined ? `${line}:${column}` : `${words.message('report.html.segment', { segment })}`
  const ignored = isIgnored ? ` <em>(${asHtml(words.message('report.html.ignored'))})</em>` : ''
  return `<li class="${problem.severity}${isIgnored ? ' ignored' : ''}" data-code="${asHtml(problem.code)}" data-severity="${problem.severity}">
<p><span class="place">${asHtml(place)}</span> <strong>${asHtml(words.message(`severity.${problem.severity}`))}</strong> ${asHtml(messageOf(problem, words))} <code>${asHtml(problem.code)}</code>${ignored}</p>
${pairContext(file, problem, words) ?? context(file, problem)}${users(problem, words)}</li>
`
}

function users(problem: ReportProblem, words: Catalog): string {
  const usage = usageOf(problem, words)
  return usage ? `<p class="users">${asHtml(usageText(usage, words))}</p>\n` : ''
}

/** Units of the text shown on either side of a finding. */
const around = 80

function context(file: ReportFile, { span }: ReportProblem): string {
  if (span.part !== undefined || file.text === '') return ''
  const before = file.text.slice(Math.max(0, span.start - around), span.start).replace(/^.*[\n\r]/s, '')
  const after = file.text.slice(span.end, span.end + around).replace(/[\n\r].*$/s, '')
  const marked = file.text.slice(span.start, span.end)
  return `<blockquote>${asHtml(before)}<mark>${asHtml(marked)}</mark>${asHtml(after)}</blockquote>\n`
}
