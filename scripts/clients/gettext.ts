import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Client, formatOf, type Row, type Sample } from './client.ts'
import { textDifference } from './compare.ts'
import { isInstalled, runProgram } from './program.ts'
import { exportAll, merged, xliffName } from './round-trip.ts'
import { filled, translate, translateBetweenTags } from './translation.ts'

const text = 'Talks in Kyiv\n\nThe line holds, said Mykhailo Podolyak. Odesa waits for "news" & more.\n'

const page =
  '<page><title>Talks in Kyiv</title><p>The <em>line</em> holds &amp; Odesa waits.</p><p>It <link href="x">ends</link>.</p></page>'

/** GNU gettext, and the programs that make catalogs of documents and documents of catalogs: po4a and itstool. */
export const gettext: Client = {
  name: 'gettext',
  absent: () => (isInstalled('msgfmt') ? undefined : 'the program msgfmt is not installed'),
  async run(samples: readonly Sample[], folder: string): Promise<readonly Row[]> {
    const rows: Row[] = []
    for (const sample of samples.filter(({ name }) => formatOf(name) === 'po'))
      rows.push(await tried('gettext', folder, () => compiled(sample, join(folder, 'gettext'))))
    if (isInstalled('po4a-updatepo')) rows.push(await tried('po4a', folder, () => overPo4a(join(folder, 'po4a'))))
    if (isInstalled('itstool')) rows.push(await tried('itstool', folder, () => overItstool(join(folder, 'itstool'))))
    return rows
  },
}

async function tried(client: string, folder: string, work: () => Promise<string | undefined>): Promise<Row> {
  runProgram('mkdir', ['-p', join(folder, client)])
  const fault = await work().catch((error: Error) => error.message.trim())
  return { client, format: 'po', profile: '(none)', count: 1, faults: fault === undefined ? [] : [fault] }
}

/** A catalog that was translated by way of XLIFF; `source`: that it is merged into, default the one that was exported. */
async function translated(
  folder: string,
  sample: Sample,
  { how = translate, source = sample }: { readonly how?: (text: string) => string; readonly source?: Sample } = {},
): Promise<Uint8Array> {
  const [exported] = await exportAll([sample], folder, ['--force'], xliffName)
  writeFileSync(join(folder, source.name), source.bytes)
  return merged(folder, source, filled(exported!.xliff, { how }))
}

/** `msgfmt` compiles what is merged, `msgcmp` misses nothing, and a catalog that `msgcat` has laid out anew gives the same. */
async function compiled(sample: Sample, folder: string): Promise<string | undefined> {
  const laidOut = asked(folder, 'msgcat', ['--width=40', '-'], sample.bytes)
  const other = { name: `wide-${sample.name}`, bytes: laidOut }
  const [first, second] = [await translated(folder, sample), await translated(folder, sample, { source: other })]
  writeFileSync(join(folder, 'first.po'), first)
  asked(folder, 'msgcmp', ['first.po', sample.name])
  const [one, two] = [first, second].map(bytes => asked(folder, 'msgfmt', ['--check', '-o', '-', '-'], bytes))
  return Buffer.compare(one!, two!) === 0 ? undefined : 'a catalog that msgcat has written gives another one'
}

/** The catalog that po4a makes of a text is translated, and po4a makes the translated text of it. */
async function overPo4a(folder: string): Promise<string | undefined> {
  writeFileSync(join(folder, 'text.txt'), text)
  const format = ['-f', 'text', '-m', 'text.txt', '-M', 'UTF-8']
  asked(folder, 'po4a-updatepo', [...format, '-p', 'made.po'])
  const sample = { name: 'made.po', bytes: readFileSync(join(folder, 'made.po')) }
  writeFileSync(join(folder, 'done.po'), await translated(folder, sample))
  asked(folder, 'po4a-translate', [...format, '-k', '100', '-p', 'done.po', '-l', 'done.txt'])
  const folded = (said: string) => said.replace(/\s+/g, ' ')
  return textDifference(folded(translate(text)), folded(readFileSync(join(folder, 'done.txt'), 'utf8')))
}

/** The same with XML and itstool. */
async function overItstool(folder: string): Promise<string | undefined> {
  writeFileSync(join(folder, 'page.xml'), page)
  asked(folder, 'itstool', ['-o', 'made.po', 'page.xml'])
  const sample = { name: 'made.po', bytes: readFileSync(join(folder, 'made.po')) }
  const bytes = await translated(folder, sample, { how: translateBetweenTags })
  asked(folder, 'msgfmt', ['--check', '-o', 'done.mo', '-'], bytes)
  asked(folder, 'itstool', ['-l', 'uk', '-m', 'done.mo', '-o', 'done.xml', 'page.xml'])
  const done = readFileSync(join(folder, 'done.xml'), 'utf8').replace(/^<\?xml.*\?>\s*/, '')
  return textDifference(translateBetweenTags(page), done.trimEnd())
}

/** What a program writes; throws what it says where it is not content. */
function asked(cwd: string, command: string, args: readonly string[], input?: Uint8Array): Uint8Array {
  const { status, bytes, err } = runProgram(command, args, { cwd, ...(input && { input }) })
  if (status !== 0) throw new Error(`${command}: ${err}`)
  return bytes
}
