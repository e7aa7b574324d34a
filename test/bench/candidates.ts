import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nameSpans } from '../../src/names/index.ts'

interface Row {
  readonly text: string
  readonly src?: string
  readonly spans: readonly (readonly [start: number, end: number, kind: string])[]
}

const languages = ['uk', 'ru', 'en'] as const

/**
 * Names found without a glossary in `uk*.jsonl`, `ru*.jsonl`, `en*.jsonl` of DIR/c or DIR: precision, recall and F1 of exact spans
 * of persons and places, whichever of the two; a span within an organisation or a work is an error. Also characters a second.
 * With --sources, the figures of each source too.
 */
export async function run({ data, flags }: { readonly data: string | undefined; readonly flags: ReadonlySet<string> }) {
  if (!data || !existsSync(data)) return { skipped: 'no --data folder' }
  const folder = existsSync(join(data, 'c')) ? join(data, 'c') : data
  const figures: Record<string, number | string> = {}
  for (const language of languages) {
    const rows = readdirSync(folder)
      .filter(name => name.startsWith(language) && name.endsWith('.jsonl'))
      .flatMap(name => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean))
      .map(line => JSON.parse(line) as Row)
    if (rows.length === 0) continue
    Object.assign(figures, measure(language, rows))
    if (!flags.has('--sources')) continue
    for (const source of new Set(rows.map(row => row.src ?? '')))
      Object.assign(
        figures,
        measure(
          language,
          rows.filter(row => (row.src ?? '') === source),
          `.${source}`,
        ),
      )
  }
  return figures
}

function measure(language: (typeof languages)[number], rows: readonly Row[], suffix = '') {
  nameSpans('', language)
  let right = 0
  let said = 0
  let gold = 0
  const started = performance.now()
  const answers = rows.map(row => nameSpans(row.text, language))
  const seconds = (performance.now() - started) / 1000
  rows.forEach((row, i) => {
    const units = unitOffsets(row.text)
    const names = new Set(
      row.spans.filter(([, , kind]) => kind === 'PER' || kind === 'LOC').map(([s, e]) => `${units[s]}-${units[e]}`),
    )
    gold += names.size
    said += answers[i]!.length
    right += answers[i]!.filter(({ start, end }) => names.has(`${start}-${end}`)).length
  })
  const percent = (a: number, b: number) => (b === 0 ? 0 : Math.round((10000 * a) / b) / 100)
  const length = rows.reduce((sum, row) => sum + row.text.length, 0)
  return {
    [`${language}${suffix}.f1`]: percent(2 * right, said + gold),
    [`${language}${suffix}.precision`]: percent(right, said),
    [`${language}${suffix}.recall`]: percent(right, gold),
    [`${language}${suffix}.charactersPerSecond`]: Math.round(length / seconds),
  }
}

/** Where each code point of a text begins in UTF-16 units: the data count code points. */
function unitOffsets(text: string): number[] {
  const offsets = [0]
  for (const point of text) offsets.push(offsets.at(-1)! + point.length)
  return offsets
}
