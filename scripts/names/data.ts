import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Rows of NAME.tsv, NAME.dev.tsv or NAME.heldout.tsv in a folder, by column; [] where the file is absent. */
export function rows(folder: string, name: string): Record<string, string>[] {
  const file = find(folder, name, 'tsv')
  if (!file) return []
  const [head, ...lines] = readFileSync(file, 'utf8').split('\n')
  const columns = head!.replace(/\r$/, '').split('\t')
  return lines
    .filter(line => line.trim() !== '')
    .map(line => {
      const cells = line.replace(/\r$/, '').split('\t')
      return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']))
    })
}

/** Lines of NAME.txt with any or no split suffix. */
export function words(folder: string, name: string): string[] {
  const file = find(folder, name, 'txt')
  return file ? readFileSync(file, 'utf8').split(/\r?\n/).filter(Boolean) : []
}

function find(folder: string, name: string, ending: string): string | undefined {
  const plain = join(folder, `${name}.${ending}`)
  if (existsSync(plain)) return plain
  const pattern = new RegExp(`^${name}\\.[^.]+\\.${ending}$`)
  const found = readdirSync(folder)
    .filter(file => pattern.test(file))
    .sort()[0]
  return found && join(folder, found)
}

/** A source that allows no training: rows that only it attests. */
export const trainable = (source: string): boolean => source !== 'scid'

/** What the Ukrainian, Russian and Belarusian forms of a name mostly share. */
export const skeletonOf = (original: string): string =>
  original
    .toLowerCase()
    .replace(/[іыїий]/g, 'и')
    .replace(/[еэєё]/g, 'е')
    .replace(/ґ/g, 'г')
    .replace(/ў/g, 'в')
    .replace(/о/g, 'а')
    .replace(/[ьъ'’]/g, '')

/** One number for a name's identity, so that twins and spellings of a name fall into one fold. */
export function identity(original: string): number {
  const skeleton = skeletonOf(original)
  let hash = 2166136261
  for (let i = 0; i < skeleton.length; i++) hash = Math.imul(hash ^ skeleton.charCodeAt(i), 16777619)
  hash ^= hash >>> 15
  return Math.imul(hash, 2246822519) >>> 0
}
