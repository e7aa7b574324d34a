import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { decodeXml } from '../../src/xml/index.ts'

const folder = resolve(import.meta.dirname, '../fixtures/xliff')

/** Files in the manner of the tools that write them, as bytes by their names; the texts are ours. */
export const files: ReadonlyMap<string, Uint8Array> = new Map(
  readdirSync(folder)
    .sort()
    .map(name => [name, readFileSync(join(folder, name))]),
)

/** The same as text. */
export const documents: ReadonlyMap<string, string> = new Map(
  [...files].map(([name, bytes]) => [name, decodeXml(bytes).value.text]),
)
