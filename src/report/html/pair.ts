import type { Catalog } from '../../i18n/index.ts'
import type { ReportFile, ReportProblem } from '../report.ts'
import { asHtml } from './as-html.ts'

/** The segment of a problem in a translation: its source, and its target with the words in question marked. Undefined of other texts. */
export function pairContext({ pairs }: ReportFile, { data }: ReportProblem, words: Catalog): string | undefined {
  const pair = pairs?.get(Number(data?.segment))
  if (!pair) return undefined
  const [source, target] = [words.message('report.html.source'), words.message('report.html.target')].map(asHtml)
  return `<dl class="pair"><dt>${source}</dt><dd>${asHtml(pair.source)}</dd><dt>${target}</dt><dd>${marked(pair.target, `${data?.text ?? ''}`)}</dd></dl>\n`
}

/** The words are marked where they stand but once and are not the whole. */
function marked(text: string, words: string): string {
  const [before, after, ...more] = words === '' || words === text ? [] : text.split(words)
  if (before === undefined || after === undefined || more.length > 0) return asHtml(text)
  return `${asHtml(before)}<mark>${asHtml(words)}</mark>${asHtml(after)}`
}
