import { convert, isXliffPackage } from '../../project/index.ts'
import { concise, noPaint } from '../../report/index.ts'
import { writeResult } from '../output.ts'
import { refuseUnusable } from '../session.ts'
import { inputFiles, openSetup, xliffExtensions } from '../setup.ts'
import { sources } from '../sources.ts'
import type { Run } from '../spec.ts'

/** One file to standard output or `-o`; several, and those of a package, into `--out-dir`, under their own names. */
export const run: Run = async (args, options, session) => {
  const setup = await openSetup(options, session)
  if (!setup) return 2
  const files = await inputFiles(args, setup, session, xliffExtensions)
  if ((files.length > 1 || files.some(isXliffPackage)) && options.outDir === undefined) {
    session.refuse('usage.one-output', { count: files.length })
    return 2
  }
  for await (const source of sources(files, options, session)) {
    const { result, ...checked } = convert(source, typeof options.to === 'string' ? options.to : undefined)
    if (checked.unusable || !result) {
      refuseUnusable(checked, session)
      continue
    }
    if (!session.quiet) session.terminal.err(concise([checked], session.words, noPaint))
    const name = source.path.split(/[\\/]/).at(-1)!
    const where = options.outDir === undefined && options.output === undefined ? { ...options, output: '-' } : options
    const path = await writeResult({ input: source.path, name, bytes: result.bytes }, where, session)
    if (path !== undefined && path !== '-') session.note('output.written', { path })
  }
  return session.status(0)
}
