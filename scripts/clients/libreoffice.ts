import { join } from 'node:path'
import { type Client, formatOf, type Row, rowsOf, type Sample } from './client.ts'
import { textDifference } from './compare.ts'
import { converted, shown } from './libreoffice-convert.ts'
import { styleSheet, tablesOf } from './libreoffice-tables.ts'
import { isInstalled } from './program.ts'
import { exportAll, merged, xliffName } from './round-trip.ts'
import { filled, translate } from './translation.ts'

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
    const rows = rowsOf(libreOffice.name, '(none)', outcomes)
    return [...rows, await styleSheet(join(folder, 'sheet')), ...(await tablesOf(samples, join(folder, 'tables')))]
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
