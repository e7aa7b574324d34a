import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Client, formatOf, type Row, rowsOf, type Sample } from './client.ts'
import { textDifference } from './compare.ts'
import { isInstalled, runProgram } from './program.ts'
import { exportAll, merged, xliffName } from './round-trip.ts'
import { filled, translate } from './translation.ts'

const filters: Readonly<Record<string, string>> = {
  docx: 'docx:MS Word 2007 XML',
  odt: 'odt:writer8',
  txt: 'txt:Text (encoded):UTF8',
}

/**
 * LibreOffice Writer: what it writes itself (DOCX and ODT of the pages among the samples) is exported, translated and merged, and what it
 * shows of that is the translation of what it shows of the source. So are the packages among the samples, where it can open them.
 */
export const libreOffice: Client = {
  name: 'LibreOffice',
  absent: () => (isInstalled('soffice') ? undefined : 'the program soffice is not installed'),
  async run(samples: readonly Sample[], folder: string): Promise<readonly Row[]> {
    const documents = [
      ...written(samples, folder),
      ...samples.filter(({ name, generated }) => !generated && ['docx', 'odt'].includes(formatOf(name))),
    ]
    const place = join(folder, 'work')
    const exported = await exportAll(documents, place, ['--out-dir', 'xliff'], name => join('xliff', xliffName(name)))
    const results: Sample[] = []
    for (const { sample, xliff } of exported)
      results.push({ name: sample.name, bytes: await merged(place, sample, filled(xliff)) })
    const [before, after] = [shown(documents, join(folder, 'before')), shown(results, join(folder, 'after'))]
    const outcomes = documents.map(({ name }) => ({ name, fault: faultOf(before.get(name), after.get(name)) }))
    return rowsOf(libreOffice.name, '(none)', outcomes)
  },
}

function faultOf(source: string | undefined, translation: string | undefined): string | undefined {
  if (source === undefined) return 'the source cannot be opened'
  if (translation === undefined) return 'it cannot be opened'
  return textDifference(translate(source), translation)
}

/** The samples in HTML as LibreOffice saves them. */
function written(samples: readonly Sample[], folder: string): Sample[] {
  const pages = samples.filter(({ name }) => formatOf(name) === 'html')
  return ['docx', 'odt'].flatMap(format =>
    converted(pages, format, join(folder, format)).map(({ name, bytes }) => ({ name: `${format}-of-${name}`, bytes })),
  )
}

/** The text that LibreOffice shows of each document that it can open. */
function shown(documents: readonly Sample[], folder: string): ReadonlyMap<string, string> {
  // By number: two documents may differ in their extension alone.
  const numbered = documents.map(({ name, bytes }, i) => ({ name: `${i}.${formatOf(name)}`, bytes }))
  const texts = new Map(converted(numbered, 'txt', folder).map(({ name, bytes }) => [name, bytes]))
  return new Map(
    documents.flatMap(({ name }, i) => {
      const bytes = texts.get(`${i}.txt`)
      return bytes ? [[name, new TextDecoder().decode(bytes)] as const] : []
    }),
  )
}

/** The documents in another format, those that LibreOffice could open, all in one run. */
function converted(documents: readonly Sample[], format: string, folder: string): Sample[] {
  const out = join(folder, 'out')
  mkdirSync(out, { recursive: true })
  for (const { name, bytes } of documents) writeFileSync(join(folder, name), bytes)
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const options = [profile, '--headless', '--convert-to', filters[format]!, '--outdir', out]
  const pages = documents.filter(({ name }) => formatOf(name) === 'html').length
  if (pages > 0 && format !== 'txt') options.push('--infilter=HTML (StarWriter)')
  const { status, err } = runProgram('soffice', [...options, ...documents.map(({ name }) => join(folder, name))])
  if (status !== 0) throw new Error(`soffice: ${err}`)
  return documents.flatMap(({ name }) => {
    const saved = name.replace(/[^.]+$/, format)
    return existsSync(join(out, saved)) ? [{ name: saved, bytes: readFileSync(join(out, saved)) }] : []
  })
}
