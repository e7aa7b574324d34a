import { type Checked, isXliffPackage, type Source } from '../project/index.ts'
import { outFolders } from './out-folders.ts'
import { writeResult } from './output.ts'
import { refuseUnusable, type Session } from './session.ts'
import { inputFiles, openSetup, xliffExtensions } from './setup.ts'
import { sources } from './sources.ts'
import type { Options } from './spec.ts'

/**
 * XLIFF files written anew: one to standard output or `-o`; several, and those of a package, into `--out-dir`, under their own names.
 * What gives no bytes is refused.
 */
export async function rewriteXliff(
  args: readonly string[],
  options: Options,
  session: Session,
  rewrite: (source: Source) => Checked & { readonly bytes?: Uint8Array },
): Promise<number> {
  const setup = await openSetup(options, session)
  if (!setup) return 2
  const files = await inputFiles(args, setup, session, xliffExtensions)
  if ((files.length > 1 || files.some(isXliffPackage)) && options.outDir === undefined) {
    session.refuse('usage.one-output', { count: files.length })
    return 2
  }
  const folderOf = outFolders(args, files, session.terminal.cwd)
  const where = options.outDir === undefined && options.output === undefined ? { ...options, output: '-' } : options
  for await (const source of sources(files, options, session)) {
    const { bytes, ...checked } = rewrite(source)
    if (!bytes) {
      refuseUnusable(checked, session)
      continue
    }
    const name = source.path.split(/[\\/]/).at(-1)!
    const folder = folderOf(source.path)
    const path = await writeResult({ input: source.path, folder, name, bytes }, where, session)
    if (path !== undefined && path !== '-') session.note('output.written', { path })
  }
  return session.status(0)
}
