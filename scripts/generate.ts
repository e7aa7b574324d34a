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
  const all = new Map<string, string>()
  for (const name of generators()) for (const [path, content] of await generatedBy(name)) all.set(path, content)
  return all
}

/** Those that write sources come first: pages and pictures are made by running them. */
function generators(): readonly string[] {
  const names = readdirSync(new URL('scripts/', root)).filter(name => /^generate-.*\.ts$/.test(name))
  const writesSources = (name: string) => Number(name === 'generate-rules.ts')
  return names.sort((a, b) => writesSources(b) - writesSources(a) || (a < b ? -1 : 1))
}

async function generatedBy(name: string): Promise<ReadonlyMap<string, string>> {
  const generator = (await import(new URL(`scripts/${name}`, root).href)) as Generator
  return generator.generated()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of generators())
    for (const [path, content] of await generatedBy(name)) {
      const file = fileURLToPath(new URL(path, root))
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
    }
}
