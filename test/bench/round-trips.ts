import { readFileSync } from 'node:fs'
import { openProject, type Project, settingsOf } from '../../src/project/index.ts'
import { memoryHost } from '../lint/open.ts'
import { schemasAbsent } from '../xliff/schemas.ts'
import { foundSamples, generatedSamples, type Sample } from './round-trips/documents.ts'
import { schemaCheck } from './round-trips/schemas.ts'
import { type Check, sendRound, type Trip } from './round-trips/trip.ts'
import type { Bench } from './run.ts'

/**
 * Documents to a translator and back, by format: those below `data`, or what is installed here and as many that are generated. At
 * most 110 files of a format each, texts of at most 64 KiB; `--each=N`, `--kilobytes=N`. Of `files` some are refused with a problem, or have nothing to translate; of the others
 * (`sent`) it is counted
 * - `untouched`: exported and merged, the same bytes;
 * - `filled`: the same with the sources as targets, in every version of XLIFF and for every program. A catalog that has other plural forms
 *   then, and PO, whose translations repeat their messages then, hold the same texts and are the same bytes when filled again;
 * - `valid`: each of these exports by our validator, and by the published schemas (`schema`, the files at fault) where they are here;
 * - `pseudo.merged`: pseudo-translated, every segment is taken back; `pseudo.structure`: the document is then the same to another
 *   parser but for its texts and what it says of their language; `pseudo.other-parts`: parts of a package without text, the same bytes;
 * - `escaped`: all texts spelled anew by the format's escaping, the same bytes, unless the source spelled them otherwise; `escaped.reads-same`:
 *   the same blocks at any rate.
 *
 * `--list` shows for each failure where it begins. `--catalogs=icu|i18next` says what JSON is that does not show it. Glossary: the shipped one.
 */
export const run: Bench['run'] = async ({ data, flags }) => {
  const each = Number(flagged(flags, 'each') ?? 110)
  const found = await foundSamples(data, {
    each,
    largest: Number(flagged(flags, 'kilobytes') ?? 64) * 1024,
    catalogs: flagged(flags, 'catalogs') as 'icu' | 'i18next' | undefined,
  })
  const project = await openShipped()
  const tallies = new Map<string, Tally>()
  const isListed = flags.has('--list')
  const schemas = schemaCheck((path, said) => {
    const format = samples.find(sample => sample.path === path)!.format
    tallies.get(format)!.invalid.add(path)
    if (isListed) process.stderr.write(`${path}\n  schema ${said}\n`)
  })
  const samples = data === undefined ? [...found, ...generatedSamples(each)] : found
  for (const sample of samples) {
    const settings = settingsOf({}, readAsOf(sample))(sample.path)
    const trip = await sendRound(project, settings, sample.open())
    const tally = tallies.get(sample.format) ?? newTally()
    tallies.set(sample.format, tally)
    count(tally, sample, trip)
    if (isListed) list(sample, trip)
    for (const { version, text } of trip.exported) schemas.add(version, { name: sample.path, text })
  }
  schemas.end()
  return Object.fromEntries([...tallies].flatMap(([format, tally]) => figuresOf(format, tally)))
}

const flagged = (flags: ReadonlySet<string>, name: string): string | undefined =>
  [...flags].find(flag => flag.startsWith(`--${name}=`))?.split('=')[1]

async function openShipped(): Promise<Project> {
  const names = ['institutions', 'people', 'places', 'styles'].map(name => `${name}.yaml`)
  const files = names.map(name => [name, readFileSync(new URL(`../../glossaries/${name}`, import.meta.url), 'utf8')])
  const opened = await openProject(memoryHost(Object.fromEntries(files)), { glossaries: names, version: 'bench' })
  return opened.project!
}

/** A catalog in JSON need not show what it is. */
const readAsOf = ({ format, path }: Sample) => (path.endsWith('.json') && format !== 'json' ? { readAs: format } : {})

interface Tally {
  files: number
  generated: number
  sent: number
  segments: number
  readonly refused: Map<string, number>
  readonly checks: Map<Check, { held: number; of: number }>
  /** Paths of documents whose exports a schema refuses. */
  readonly invalid: Set<string>
}

const newTally = (): Tally => ({
  ...{ files: 0, generated: 0, sent: 0, segments: 0 },
  ...{ refused: new Map(), checks: new Map(), invalid: new Set() },
})

function count(tally: Tally, sample: Sample, { refused, segments, checks }: Trip): void {
  tally.files++
  if (sample.generated) tally.generated++
  if (refused === undefined) tally.sent++
  else tally.refused.set(refused, (tally.refused.get(refused) ?? 0) + 1)
  tally.segments += segments
  for (const [check, outcome] of checks) {
    const { held, of } = tally.checks.get(check) ?? { held: 0, of: 0 }
    tally.checks.set(check, { held: held + (outcome === undefined ? 1 : 0), of: of + 1 })
  }
}

function list({ path }: Sample, { refused, checks }: Trip): void {
  if (refused !== undefined) process.stderr.write(`${path}\n  refused ${refused}\n`)
  for (const [check, outcome] of checks)
    if (outcome !== undefined) process.stderr.write(`${path}\n  ${check} ${outcome}\n`)
}

function figuresOf(format: string, tally: Tally): [string, number | string][] {
  const { files, generated, sent, segments, refused, checks, invalid } = tally
  const figures: [string, number | string][] = [
    ['files', files],
    ['generated', generated],
    ...[...refused].map(([code, of]): [string, number] => [`refused.${code}`, of]),
    ['sent', sent],
    ['segments', segments],
    ...[...checks].map(([check, { held, of }]): [string, string] => [check, `${held} of ${of}`]),
    ['schema', schemasAbsent ?? `${sent - invalid.size} of ${sent}`],
  ]
  return figures.map(([name, figure]) => [`${format}.${name}`, figure])
}
