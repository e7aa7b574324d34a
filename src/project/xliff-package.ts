import { openArchive, readEntry } from '../formats/index.ts'
import type { Problem } from '../text/index.ts'
import { xliffExtensions } from '../xliff/index.ts'
import { refused } from './read.ts'
import type { Checked, Source } from './verbs.ts'

/** Packages of translation programs: archives with XLIFF files inside, some of them packed once more. */
export const xliffPackageExtensions: readonly string[] = ['.sdlppx', '.sdlrpx', '.mqout', '.mqback', '.mqxlz']

/** The XLIFF files of a package may be so large together. */
const mostBytes = 512 * 1024 * 1024
/** A package may stand in a package (memoQ), and no deeper. */
const deepest = 2

const endsWith = (name: string, extensions: readonly string[]) =>
  extensions.some(extension => name.toLowerCase().endsWith(extension))

export const isXliffPackage = (path: string): boolean => endsWith(path, xliffPackageExtensions)

/** The XLIFF files of a package, in its order; their paths begin with its own. One that is damaged or a bomb is refused. */
export function xliffInPackage(source: Source): readonly Source[] | Checked {
  const found: Source[] = []
  const problem = unpack(source, 1, { left: mostBytes }, found)
  if (problem) return refused(source, '', [problem])
  if (found.length > 0) return found
  return refused(source, '', [{ code: 'xliff-package-empty', span: { start: 0, end: 0 } }])
}

function unpack(source: Source, depth: number, budget: { left: number }, found: Source[]): Problem | undefined {
  const { value: archive, problems } = openArchive(source.bytes)
  if (!archive) return problems[0]
  for (const entry of archive.entries.values()) {
    const isPackage = depth < deepest && endsWith(entry.name, xliffPackageExtensions)
    if (!isPackage && !endsWith(entry.name, xliffExtensions)) continue
    budget.left -= entry.size
    if (budget.left < 0) return tooLarge(entry.name)
    const { value: bytes, problems: faults } = readEntry(archive, entry)
    if (!bytes) return faults[0]
    const inside: Source = { path: `${source.path}/${entry.name}`, bytes }
    const problem = isPackage ? unpack(inside, depth + 1, budget, found) : undefined
    if (problem) return problem
    if (!isPackage) found.push(inside)
  }
  return undefined
}

const tooLarge = (name: string): Problem => ({
  code: 'package-too-large',
  severity: 'error',
  span: { start: 0, end: 0 },
  data: { name, size: mostBytes / 1024 / 1024 },
})
