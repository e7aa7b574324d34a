import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The package's folder of glossaries, wherever the build has put this file. */
function glossaryFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'glossaries')) && dirname(folder) !== folder) folder = dirname(folder)
  return join(folder, 'glossaries')
}

/** The glossaries that come with the package, in the order of their names. */
export async function shippedGlossaries(): Promise<string[]> {
  const folder = glossaryFolder()
  const names = await readdir(folder)
  return names
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .map(name => join(folder, name))
}
