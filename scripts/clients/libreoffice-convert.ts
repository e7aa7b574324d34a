import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatOf, type Sample } from './client.ts'
import { runProgram } from './program.ts'

const filters: Readonly<Record<string, string>> = {
  docx: 'docx:MS Word 2007 XML',
  odt: 'odt:writer8',
  txt: 'txt:Text (encoded):UTF8',
}

/** The text that LibreOffice shows of each document that it can open. */
export function shown(documents: readonly Sample[], folder: string): ReadonlyMap<string, string> {
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
export function converted(documents: readonly Sample[], format: string, folder: string): Sample[] {
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
