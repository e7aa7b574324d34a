import { dirname, relative, resolve, sep } from 'node:path'

/**
 * For each input the folder below `--out-dir` into which its results go: the one in which it stands below what all inputs have in common,
 * so that files of one name in two folders do not meet. A folder that was named is never left out of what is common.
 */
export function outFolders(args: readonly string[], files: readonly string[], cwd: string): (input: string) => string {
  const named = files.filter(file => file !== '-')
  const ofFile = new Map(named.map(file => [file, dirname(resolve(cwd, file))]))
  const folders = args.filter(arg => arg !== '-' && !ofFile.has(arg) && !glob.test(arg)).map(arg => resolve(cwd, arg))
  const loose = [...ofFile.values()].filter(folder => !folders.some(one => isInside(folder, one)))
  const root = [...folders, ...loose].reduce(shared, undefined)
  return input => {
    // what came out of a package goes where the package does
    const file = ofFile.has(input) ? input : named.find(one => input.startsWith(`${one}/`))
    return root === undefined || file === undefined ? '' : relative(root, ofFile.get(file)!)
  }
}

const glob = /[*?[\]{}]/

const isInside = (folder: string, outer: string): boolean => `${folder}${sep}`.startsWith(`${outer}${sep}`)

/** The folder in which both stand. */
function shared(one: string | undefined, other: string): string {
  if (one === undefined || isInside(one, other)) return other
  return isInside(other, one) ? one : shared(dirname(one), other)
}
