import { align, type Source } from '../../project/index.ts'
import { writeResult } from '../output.ts'
import { refuseUnusable } from '../session.ts'
import { inputFiles } from '../setup.ts'
import { sources } from '../sources.ts'
import type { Run } from '../spec.ts'
import { openWork } from '../work.ts'

/** The first file is the source, each other one a rendering of it: an XLIFF file a rendering. */
export const run: Run = async ([first = '', ...others], options, session) => {
  const work = await openWork(options, session)
  if (!work) return 2
  const [source] = await texts([first])
  const renderings = await texts(others)
  if (options.output !== undefined && renderings.length > 1) {
    session.refuse('usage.one-output', { count: renderings.length })
    return 2
  }
  for (const rendering of source ? renderings : []) {
    const { result, ...checked } = await align(work.project, source!, rendering, work.settings)
    if (!result) {
      refuseUnusable(checked, session)
      continue
    }
    const { name, text, pairs, uncertain, unpaired } = result
    const path = await writeResult({ input: rendering.path, name, bytes: Buffer.from(text) }, options, session)
    if (path !== undefined && path !== '-') session.note('align.written', { path, pairs, uncertain, unpaired })
  }
  return session.status(0)

  async function texts(patterns: readonly string[]): Promise<Source[]> {
    const found: Source[] = []
    const files = await inputFiles(patterns, work!, session)
    for await (const one of sources(files, options, session)) found.push(one)
    return found
  }
}
