import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The package's own folder, wherever the build has put this file. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'glossaries')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

/** The glossaries that come with the package, in the order of their names. */
export async function shippedGlossaries(): Promise<string[]> {
  const folder = join(packageFolder(), 'glossaries')
  const names = await readdir(folder)
  return names
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .map(name => join(folder, name))
}

/** The page of a rule, in Markdown, in a language or else in English; undefined where there is none. */
export async function rulePage(code: string, language: string): Promise<string | undefined> {
  const folder = join(packageFolder(), 'docs/rules')
  const page = (path: string) => readFile(path, 'utf8').catch(() => undefined)
  const own = language === 'en' ? undefined : await page(join(folder, language, `${code}.md`))
  return own ?? (await page(join(folder, `${code}.md`)))
}
