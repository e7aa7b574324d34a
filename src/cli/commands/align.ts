import { align, openXliff, remember, type Source } from '../../project/index.ts'
import { concise, noPaint } from '../../report/index.ts'
import { memoryPath, now, withMemory } from '../memory-file.ts'
import { writeResult } from '../output.ts'
import { refuseUnusable } from '../session.ts'
import { inputFiles, shownPath } from '../setup.ts'
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
  if (options.uncertain && options.memory === undefined) {
    session.refuse('usage.needs', { first: '--uncertain', second: '--memory' })
    return 2
  }
  for (const rendering of source ? renderings : []) {
    const { result, ...checked } = await align(work.project, source!, rendering, work.settings)
    if (!result) {
      refuseUnusable(checked, session)
      continue
    }
    const { name, text, pairs, uncertain, unpaired, added } = result
    if (!session.quiet) session.terminal.err(concise([checked], session.words, noPaint))
    const bytes = Buffer.from(text)
    const path = await writeResult({ input: rendering.path, name, bytes }, options, session)
    if (path === undefined) continue
    if (path !== '-') session.note('align.written', { path, pairs, uncertain, unpaired, added })
    if (options.memory !== undefined) await keep({ path: name, bytes })
  }
  return session.status(0)

  /** Puts pairs into the memory; those that a person has yet to look at only where they are asked for. */
  async function keep(xliff: Source): Promise<void> {
    const memory = memoryPath(options, work!, session)
    const how = { date: now(), unreviewed: options.uncertain === true }
    const put = await withMemory(memory, session, store => remember(store, openXliff(xliff), how))
    if (put) session.note('memory.imported', { path: shownPath(memory, session.terminal.cwd), ...put })
  }

  async function texts(patterns: readonly string[]): Promise<Source[]> {
    const found: Source[] = []
    const files = await inputFiles(patterns, work!, session)
    for await (const one of sources(files, options, session)) found.push(one)
    return found
  }
}
