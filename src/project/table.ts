import { exportTo, sentencesBy, subjectToExport } from './export.ts'
import type { OpenedXliff } from './merge.ts'
import type { Project } from './open.ts'
import { isOurs } from './our-language.ts'
import { isRefused, readSource, refused } from './read.ts'
import { fillTable } from './table-fill.ts'
import { readTable, type Table } from './table-read.ts'
import type { Checked, Finding, Origin, Settings, Source } from './verbs.ts'

/** A bilingual table read, and what it says of the document it was made from. */
export interface OpenedTable {
  readonly checked: Checked
  readonly origin: Origin
  readonly table?: Table
}

/** A file that may be a bilingual table: those of Word. */
export const tableExtensions: readonly string[] = ['.docx']

/** Reads a bilingual table to find its document. */
export function openTable(source: Source): OpenedTable {
  const { table, problems } = readTable(source.bytes)
  if (!table) return { checked: refused(source, '', problems), origin: {} }
  const checked = { path: source.path, text: table.text, problems: [], unusable: false }
  return { checked, origin: table.facts, table }
}

/** The table as the XLIFF file that the document would be exported to, filled in: from here on both go one way. */
export async function tableAsXliff(
  project: Project,
  { checked, origin, table }: OpenedTable,
  document: Source,
  settings: Settings,
): Promise<OpenedXliff> {
  if (!table) return { checked, origin }
  const { sourceLanguage, targetLanguage } = table.facts
  const [from, to] = [sourceLanguage, targetLanguage].map(tag => tag?.split('-')[0])
  if (!isOurs(from) || !isOurs(to)) return { checked: refusedTable(checked), origin }
  const own = { ...(origin.format !== undefined && { readAs: origin.format }), ...settings }
  const read = await readSource(document, own)
  if (isRefused(read)) return { checked: read, origin }
  const target = read.forTarget?.(to) ?? read
  const subject = subjectToExport(project, target, own, from)
  const { model } = await exportTo(
    project,
    subject,
    target,
    document,
    from,
    to,
    {
      to: [to],
      locales: [sourceLanguage!, targetLanguage!],
    },
    sentencesBy(settings, from),
  )
  const isSame = origin.hash === project.host.hash(document.bytes)
  const filled = fillTable(model, table, isSame)
  const problems = filled.problems.map((p): Finding => ({ ...p, severity: p.severity ?? 'warning' }))
  return { checked: { ...checked, problems }, origin, xliff: filled.xliff }
}

const refusedTable = (checked: Checked): Checked => ({
  ...{ ...checked, unusable: true },
  problems: [{ code: 'update-languages', severity: 'error', span: { start: 0, end: 0 } }],
})
