import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fillCells } from '../../test/support/table-cells.ts'
import { formatOf, type Row, rowsOf, type Sample } from './client.ts'
import { difference } from './compare.ts'
import { converted, shown } from './libreoffice-convert.ts'
import { tlumach } from './tlumach.ts'
import { translate } from './translation.ts'

const tableName = (name: string) => name.replace(/\.[^.]+$/, '.uk.table.docx')

/** Bilingual tables that were filled in and saved by LibreOffice merge to what they merged to before it saved them. */
export async function tablesOf(samples: readonly Sample[], folder: string): Promise<readonly Row[]> {
  mkdirSync(folder, { recursive: true })
  const texts = samples.filter(({ name }) => !['docx', 'odt'].includes(formatOf(name)))
  for (const { name, bytes } of texts) writeFileSync(join(folder, name), bytes)
  const names = texts.map(({ name }) => name)
  await tlumach(folder, 'export', ...names, '--from', 'en', '--to', 'uk', '--table', 'docx')
  const tables = names.map(name => {
    const table = readFileSync(join(folder, tableName(name)))
    return { name: tableName(name), bytes: fillCells(table, ({ source }) => ({ target: translateShown(source) })) }
  })
  const saved = new Map(converted(tables, 'docx', join(folder, 'saved')).map(({ name, bytes }) => [name, bytes]))
  const outcomes: { name: string; fault: string | undefined }[] = []
  for (const [i, { name, bytes }] of texts.entries()) {
    const direct = await mergedTable(folder, tables[i]!.bytes, name, 'direct')
    const back = saved.get(tableName(name))
    const other = back && (await mergedTable(folder, back, name, 'back'))
    const fault = other ? difference(direct, other) : 'it cannot be opened'
    outcomes.push({ name, fault: difference(bytes, direct) === undefined ? 'nothing in it was translated' : fault })
  }
  return rowsOf('LibreOffice', '--table docx', outcomes)
}

/** A table shows codes between these brackets. */
const translateShown = (text: string): string =>
  text
    .split(/(⟨[^⟩]*⟩)/)
    .map((piece, i) => (i % 2 === 0 ? translate(piece) : piece))
    .join('')

async function mergedTable(folder: string, table: Uint8Array, name: string, kind: string): Promise<Uint8Array> {
  const path = `${kind}-${tableName(name)}`
  writeFileSync(join(folder, path), table)
  await tlumach(folder, 'merge', path, '--source', name, '-o', `${kind}-${name}`)
  return readFileSync(join(folder, `${kind}-${name}`))
}

const glossary = `- id: kyiv
  kind: place
  uk: { name: Київ }
  en: [{ text: Kyiv }, { text: Kiev, status: deprecated }]
- id: odesa
  kind: place
  uk: { name: Одеса }
  en: [{ text: Odesa }, { text: Odessa, status: deprecated }]
`

/** The style sheet of a glossary for Word shows its names. */
export async function styleSheet(folder: string): Promise<Row> {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'own.yaml'), glossary)
  const print = ['glossary', 'print', '--no-default-glossary', '-g', 'own.yaml', '-o', 'names.docx']
  await tlumach(folder, ...print)
  const sheet = { name: 'names.docx', bytes: readFileSync(join(folder, 'names.docx')) }
  const text = shown([sheet], join(folder, 'shown')).get(sheet.name)
  const missing = ['Kyiv', 'Kiev', 'Київ', 'Odesa', 'Odessa', 'Одеса'].filter(name => !text?.includes(name))
  const faults =
    missing.length > 0 ? [text === undefined ? 'it cannot be opened' : `it lacks ${missing.join(', ')}`] : []
  return { client: 'LibreOffice', format: 'docx', profile: 'glossary print', count: 1, faults }
}
