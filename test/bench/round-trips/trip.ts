import type { FormatId } from '../../../src/formats/index.ts'
import {
  exportDocument,
  type Merged,
  mergeDocument,
  openXliff,
  type Project,
  profiles,
  pseudo,
  type Settings,
  type Source,
} from '../../../src/project/index.ts'
import { readXliff, unitsOf, validateXliff, writeXliff, type XliffVersion } from '../../../src/xliff/index.ts'
import { differingBytes, differingLines } from './difference.ts'
import { type EscapedCheck, escapedAnew } from './escaped.ts'
import { otherParts } from './shapes/packages.ts'
import { shapeOf, textsOf } from './shapes.ts'

export const versions: readonly XliffVersion[] = ['1.2', '2.0', '2.1', '2.2']

/** What came of one check: nothing where it holds, else where it first does not. */
export type Outcome = string | undefined

export type Check =
  | 'untouched'
  | 'filled'
  | 'valid'
  | 'pseudo.merged'
  | 'pseudo.structure'
  | 'pseudo.other-parts'
  | EscapedCheck

/** How a document went round. */
export interface Trip {
  /** Why it did not go: the code of the problem, or that there is no text to translate in it. */
  readonly refused?: string
  readonly segments: number
  readonly checks: ReadonlyMap<Check, Outcome>
  /** Every file that was exported, for the schemas. */
  readonly exported: readonly { readonly version: XliffVersion; readonly text: string }[]
}

/** A document on its way from a language into another one. */
interface Way {
  readonly project: Project
  readonly settings: Settings
  readonly document: Source
  readonly from?: 'en' | 'uk' | 'ru'
  readonly to: 'uk' | 'ru'
}

/** For whom it is exported: nobody, in each version; each program, in the version that it reads. */
const exports = [
  ...versions.map(version => ({ name: version, version, options: { version }, kind: version })),
  ...profiles.map(({ id, xliff, extension: _, matches: __, ...rest }) => ({
    ...{ name: id, version: xliff, options: { profile: id } },
    // What is the same for two programs is merged once.
    kind: JSON.stringify([xliff, rest]),
  })),
]
const kinds = new Set(exports.map(({ kind }) => kind))
const firstOfKind = new Set([...kinds].map(kind => exports.find(each => each.kind === kind)!.name))

/** Sends a document to a translator and back. */
export async function sendRound(project: Project, settings: Settings, document: Source): Promise<Trip> {
  const found = await wayOf({ project, settings, document, to: 'uk' })
  if ('refused' in found) return { refused: found.refused, segments: 0, checks: new Map(), exported: [] }
  const { way, text, format, segments } = found
  const checks = new Map<Check, Outcome>()
  const note = (check: Check, outcome: Outcome) => checks.set(check, checks.get(check) ?? outcome)
  note('untouched', differingBytes(document.bytes, (await merged(way, text, document)).result?.bytes))
  const exported: Trip['exported'][number][] = []
  for (const { name, version, options } of exports) {
    const send = async (sent: Source) =>
      (await exportDocument(project, sent, settings, { ...wayOptions(way), ...options })).files[0]!.text
    const made = await send(document)
    const named = (outcome: Outcome) => outcome && `${name}: ${outcome}`
    exported.push({ version, text: made })
    note('valid', named(validateXliff(made, { strict: true }).problems[0]?.code))
    if (firstOfKind.has(name)) note('filled', named(await filledOutcome(way, format, made, send)))
  }
  for (const [check, outcome] of await escapedAnew(document, format)) note(check, outcome)
  const translated = await merged(way, pseudoTranslated(text, format), document)
  note('pseudo.merged', unmerged(translated))
  const after = translated.result?.bytes
  if (after) {
    note('pseudo.structure', differingLines(shapeOf(format, document.bytes, way.to), shapeOf(format, after, way.to)))
    if (format === 'docx' || format === 'odt')
      note('pseudo.other-parts', differingLines(otherParts(document.bytes), otherParts(after)))
  }
  return { segments, checks, exported }
}

const wayOptions = ({ from, to }: Way) => ({ ...(from && { from }), to: [to] })

/** Into Ukrainian, or Russian where it is Ukrainian; from English where nothing tells. */
async function wayOf(
  way: Way,
): Promise<
  | { readonly refused: string }
  | { readonly way: Way; readonly text: string; readonly format: FormatId; readonly segments: number }
> {
  const { files, problems } = await exportDocument(way.project, way.document, way.settings, wayOptions(way))
  const [problem] = problems.filter(({ severity }) => severity === 'error')
  if (problem?.code === 'language-undetermined') return await wayOf({ ...way, from: 'en' })
  if (problem?.code === 'language-same' && way.to === 'uk') return await wayOf({ ...way, to: 'ru' })
  const [file] = files
  const isTranslatable = file && [...unitsOf(file.model)].some(({ translate }) => translate)
  if (!isTranslatable) return { refused: problem?.code ?? 'nothing-to-translate' }
  const { format, sourceLanguage } = openXliff({ path: 'x.xlf', bytes: new TextEncoder().encode(file.text) }).origin
  const sent = { ...way, from: sourceLanguage as 'en' | 'uk' | 'ru' }
  return { way: sent, text: file.text, format: format as FormatId, segments: file.segments }
}

async function merged({ project, settings }: Way, xliff: string, document: Source): Promise<Merged> {
  const opened = openXliff({ path: 'x.xlf', bytes: new TextEncoder().encode(xliff) })
  return await mergeDocument(project, opened, document, settings)
}

/** Every segment translated by its source. */
function filled(xliff: string): string {
  const { value } = readXliff(xliff)
  const changes = [...unitsOf(value)].flatMap(unit =>
    unit.segments.map(segment => ({ unit, segment, target: segment.source.runs, state: 'final' as const })),
  )
  return writeXliff(xliff, value, changes).value
}

/** Brackets around what is translated are other ones in Markdown, of which Lezer would make links. */
function pseudoTranslated(xliff: string, format: FormatId): string {
  const { bytes } = pseudo({ path: 'x.xlf', bytes: new TextEncoder().encode(xliff) })
  const text = new TextDecoder().decode(bytes)
  return format === 'markdown'
    ? text.replace(/(<target[^>]*>(?:<[^>]*>|\s)*)\[/g, '$1⟦').replace(/( ·+)\]/g, '$1⟧')
    : text
}

const catalogs: ReadonlySet<FormatId> = new Set(['po', 'i18next', 'icu'])

/**
 * The document with its sources as translations is itself. A catalog may have other plural forms then, and PO no translation but its
 * messages: it must hold the same texts, and be itself when it is filled again.
 */
async function filledOutcome(
  way: Way,
  format: FormatId,
  xliff: string,
  send: (document: Source) => Promise<string>,
): Promise<Outcome> {
  const { document } = way
  const bytes = (await merged(way, filled(xliff), document)).result?.bytes
  const outcome = differingBytes(document.bytes, bytes)
  if (!bytes || !outcome || !catalogs.has(format)) return outcome
  const again = { ...document, bytes }
  const texts = (catalog: Uint8Array) => textsOf(format, catalog, document.bytes, way.to)
  return (
    differingLines(texts(document.bytes), texts(bytes)) ??
    differingBytes(bytes, (await merged(way, filled(await send(again)), again)).result?.bytes)
  )
}

/** Translated all of it, and no segment refused. */
function unmerged({ segments, problems, result }: Merged): Outcome {
  if (!result) return problems[0]?.code ?? 'nothing merged'
  const { total, translated, unreviewed, ...missing } = segments
  const said = Object.entries(missing).filter(([, count]) => count > 0)
  return said.length === 0 ? undefined : said.map(([name, count]) => `${count} of ${total} ${name}`).join(', ')
}
