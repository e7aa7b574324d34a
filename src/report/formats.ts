import type { Reporter } from './report.ts'
import { ofShownText } from './shown.ts'

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
