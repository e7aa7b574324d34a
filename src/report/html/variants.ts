import type { Catalog } from '../../i18n/index.ts'
import { textAt } from '../place.ts'
import type { ReportFile } from '../report.ts'
import { asHtml } from './as-html.ts'

/** How often each spelling of a name stands in each file, by the preferred spelling that was found first. */
type Counts = Map<string, Map<string, Map<string, number>>>

/** A chart a name: its spellings over the files, as a table whose cells hold bars. Empty where no finding prefers a spelling. */
export function variantsSection(files: readonly ReportFile[], words: Catalog): string {
  const counts = count(files)
  if (counts.size === 0) return ''
  const charts = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, spellings]) => chart(name, spellings, words))
  return `<section aria-labelledby="variants">\n<h2 id="variants">${asHtml(words.message('report.html.variants'))}</h2>\n${charts.join('')}</section>\n`
}

/** Places are counted once, though several findings may point at the same one. */
function count(files: readonly ReportFile[]): Counts {
  const counts: Counts = new Map()
  const titles = new Map<string, string>()
  for (const file of files) {
    const seen = new Set<string>()
    for (const { data, span, related } of file.problems) {
      if (data?.preferred === undefined) continue
      const here = (related ?? []).filter(({ path }) => path === undefined || path === file.path)
      for (const place of [span, ...here.map(other => other.span)]) {
        const name = String(data.preferred)
        const title = entry(titles, name.toLowerCase(), () => name)
        const key = `${title} ${place.part ?? ''} ${place.start}`
        const text = textAt(file, place).replaceAll('\u00ad', '')
        if (seen.has(key) || text === '') continue
        seen.add(key)
        const spellings = entry(counts, title, () => new Map<string, Map<string, number>>())
        const inFiles = entry(spellings, text, () => new Map<string, number>())
        inFiles.set(file.path, (inFiles.get(file.path) ?? 0) + 1)
      }
    }
  }
  return counts
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key) ?? make()
  map.set(key, found)
  return found
}

function chart(name: string, spellings: Map<string, Map<string, number>>, words: Catalog): string {
  const rows = [...spellings].flatMap(([spelling, inFiles]) =>
    [...inFiles].map(([path, times]) => ({ spelling, path, times })),
  )
  const most = Math.max(...rows.map(row => row.times))
  const cells = rows
    .sort((a, b) => b.times - a.times)
    .map(
      ({ spelling, path, times }) =>
        `<tr><th scope="row">${asHtml(spelling)}</th><td>${asHtml(path)}</td><td><span class="bar" style="width:${((times / most) * 10).toFixed(1)}em"></span> ${times}</td></tr>\n`,
    )
  const heads = (['spelling', 'file', 'count'] as const).map(
    key => `<th scope="col">${asHtml(words.message(`report.html.${key}`))}</th>`,
  )
  return `<table><caption>${asHtml(name)}</caption>\n<thead><tr>${heads.join('')}</tr></thead>\n<tbody>\n${cells.join('')}</tbody></table>\n`
}
