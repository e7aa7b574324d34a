import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, extname, join, relative, resolve, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'

export interface Inputs {
  /** Paths as they were given or found below what was given, without doubles; those of a folder or pattern are sorted. */
  readonly files: readonly string[]
  /** Named outright, but left out by an ignore file or the configuration. */
  readonly ignored: readonly string[]
  readonly unusable: readonly { readonly path: string; readonly reason: 'missing' | 'empty-folder' | 'no-match' }[]
}

export interface InputOptions {
  /** What relative paths start from. */
  readonly cwd: string
  /** The folder of the configuration; its patterns count from there. */
  readonly root: string
  readonly ignore: readonly string[]
  /** With the dot, lower case: what is taken from folders. */
  readonly extensions: readonly string[]
}

/** Of these nothing is ever read unless it is named outright. */
const neverEntered = new Set(['node_modules'])
const ignoreFile = '.tlumachignore'

/**
 * The files that paths, folders (all below that have a known extension) and globs stand for. `.tlumachignore` in any folder
 * from the configuration's down holds for it and all below, in the syntax of .gitignore. Hidden folders are left out.
 */
export async function findInputs(patterns: readonly string[], options: InputOptions): Promise<Inputs> {
  const rules = openIgnoreRules(options)
  const files = new Set<string>()
  const ignored: string[] = []
  const unusable: Inputs['unusable'][number][] = []
  const negated = patterns.filter(pattern => pattern.startsWith('!')).map(pattern => pattern.slice(1))
  for (const pattern of patterns.filter(given => !given.startsWith('!'))) {
    const found = await stat(resolve(options.cwd, pattern)).catch(() => undefined)
    if (found?.isDirectory()) {
      const below = await filesBelow(pattern, options, rules)
      for (const file of below) files.add(file)
      if (below.length === 0) unusable.push({ path: pattern, reason: 'empty-folder' })
    } else if (found) {
      if (await rules.ignores(pattern)) ignored.push(pattern)
      else files.add(pattern)
    } else if (/[*?[{]/.test(pattern)) {
      const matched = await matching(pattern, negated, options.cwd)
      for (const file of matched) if (!(await rules.ignores(file))) files.add(file)
      if (matched.length === 0) unusable.push({ path: pattern, reason: 'no-match' })
    } else unusable.push({ path: pattern, reason: 'missing' })
  }
  return { files: [...files], ignored, unusable }
}

async function matching(pattern: string, negated: readonly string[], cwd: string): Promise<string[]> {
  const { glob } = await import('tinyglobby')
  const leftOut = [...negated, ...[...neverEntered].map(name => `**/${name}/**`)]
  return (await glob(pattern, { cwd, ignore: leftOut, expandDirectories: false })).sort()
}

async function filesBelow(folder: string, options: InputOptions, rules: IgnoreRules): Promise<string[]> {
  const entries = await readdir(resolve(options.cwd, folder), { withFileTypes: true })
  const files: string[] = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = folder === '.' ? entry.name : join(folder, entry.name)
    if (entry.name.startsWith('.')) continue
    const isFolder = entry.isDirectory()
    if (isFolder ? neverEntered.has(entry.name) : !options.extensions.includes(extname(entry.name).toLowerCase()))
      continue
    if (await rules.ignores(isFolder ? path + sep : path)) continue
    if (isFolder) files.push(...(await filesBelow(path, options, rules)))
    else if (entry.isFile() || (await isFileBehindLink(resolve(options.cwd, path)))) files.push(path)
  }
  return files
}

/** Links to files are followed, links to folders are not: they may lead in circles. */
const isFileBehindLink = (path: string): Promise<boolean> =>
  stat(path).then(
    found => found.isFile(),
    () => false,
  )

interface IgnoreRules {
  /** `path` from the cwd; a folder's ends in a separator. */
  ignores(path: string): Promise<boolean>
}

/** The rules of a folder. */
interface FolderRules {
  readonly folder: string
  readonly rules: Ignore
}

/** The ignore files are read once each, when a path in or below their folder is first asked for. */
function openIgnoreRules(options: InputOptions): IgnoreRules {
  const configured =
    options.ignore.length > 0 ? [{ folder: options.root, rules: ignore().add([...options.ignore]) }] : []
  const known = new Map<string, Promise<readonly FolderRules[]>>()
  const rulesIn = (folder: string): Promise<readonly FolderRules[]> => {
    const found = known.get(folder) ?? rulesFor(folder, options.root, rulesIn)
    known.set(folder, found)
    return found
  }
  return {
    async ignores(path) {
      const absolute = resolve(options.cwd, path)
      const shown = path.endsWith(sep) ? absolute + sep : absolute
      return [...configured, ...(await rulesIn(dirname(absolute)))].some(rules => holds(rules, shown))
    },
  }
}

/** Those of the folder and of the folders above it down from the root; the folder's own alone where it lies outside. */
async function rulesFor(
  folder: string,
  root: string,
  rulesIn: (folder: string) => Promise<readonly FolderRules[]>,
): Promise<readonly FolderRules[]> {
  const isBelow = folder.startsWith(root.endsWith(sep) ? root : root + sep)
  const above = isBelow ? await rulesIn(dirname(folder)) : []
  const rules = await readIgnoreFile(folder)
  return rules ? [...above, { folder, rules }] : above
}

async function readIgnoreFile(folder: string): Promise<Ignore | undefined> {
  const text = await readFile(join(folder, ignoreFile), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : ignore().add(text)
}

function holds({ folder, rules }: FolderRules, absolute: string): boolean {
  const inside = relative(folder, absolute).split(sep).join('/') + (absolute.endsWith(sep) ? '/' : '')
  return ignore.isPathValid(inside) && rules.ignores(inside)
}
