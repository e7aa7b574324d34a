import type { Catalog } from '../i18n/index.ts'
import type { Paint, Reporter, ReportFile } from './report.ts'
import { asShown, ofShownText } from './shown.ts'
import type { Tally } from './tally.ts'

/** Every report, by the name that `--format` knows it by; only the one that is asked for is loaded. */
const formats = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  concise: async () => (await import('./concise.ts')).concise,
  json: async () => (await import('./json.ts')).json,
  jsonl: async () => (await import('./jsonl.ts')).jsonl,
  sarif: async () => (await import('./sarif.ts')).sarif,
  github: async () => (await import('./github.ts')).github,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  rdjson: async () => (await import('./rdjson.ts')).rdjson,
  checkstyle: async () => (await import('./checkstyle.ts')).checkstyle,
  junit: async () => (await import('./junit.ts')).junit,
  html: async () => (await import('./html/html.ts')).html,
} satisfies Readonly<Record<string, () => Promise<Reporter>>>

export type ReportFormat = keyof typeof formats

export const reportFormats = Object.keys(formats) as readonly ReportFormat[]

/** Those that give other programs the places of the source itself beside those for people. */
const ofSources: ReadonlySet<ReportFormat> = new Set(['json', 'jsonl'])

export async function openReporter(format: ReportFormat): Promise<Reporter> {
  const report = await formats[format]()
  return ofSources.has(format) ? report : ofShownText(report)
}

/** A report that is written file by file, so that no text need be kept. */
export interface StreamedReport {
  /** What is said of a file: it depends on nothing else of the run. */
  file(file: ReportFile): string
  /** What is said when all files are done. */
  end(tally: Tally): string
}

/** The report of a format in which each file is told by itself; undefined of one that is a whole. */
export async function openStreamedReport(
  format: ReportFormat,
  words: Catalog,
  paint: Paint,
): Promise<StreamedReport | undefined> {
  if (format === 'pretty') {
    const { prettyFile, prettySummary } = await import('./pretty.ts')
    return {
      file: file => prettyFile(asShown(file), words, paint),
      end: tally => prettySummary(tally, words, paint),
    }
  }
  if (format !== 'concise' && format !== 'jsonl' && format !== 'github') return undefined
  const report = await openReporter(format)
  return { file: file => report([file], words, paint), end: () => '' }
}
