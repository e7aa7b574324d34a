import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Writes every file that follows from others: each `generate-*.ts` beside this one says which, and what is in them. */

const root = new URL('..', import.meta.url)

interface Generator {
  generated(): ReadonlyMap<string, string> | Promise<ReadonlyMap<string, string>>
}

/** Path from the root of the project to content, of all generators. */
export async function generated(): Promise<ReadonlyMap<string, string>> {
  const names = readdirSync(new URL('scripts/', root)).filter(name => /^generate-.*\.ts$/.test(name))
  const all = new Map<string, string>()
  for (const name of names.sort()) {
    const { generated: some } = (await import(new URL(`scripts/${name}`, root).href)) as Generator
    for (const [path, content] of await some()) all.set(path, content)
  }
  return all
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, content] of await generated()) {
    const file = fileURLToPath(new URL(path, root))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}
