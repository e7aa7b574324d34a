import { exportTerms } from '../../project/index.ts'
import { type TermFormatId, termFormatOf } from '../../termbase/index.ts'
import { writeResult } from '../output.ts'
import type { Options, Run } from '../spec.ts'
import { openTermFile, tell } from '../term-file.ts'
import { openWork } from '../work.ts'

/** Writes the given glossary files, or all of the project's, in another program's format. */
export const run: Run = async (args, options, session) => {
  const to = formatOf(options)
  if (to === undefined) {
    session.refuse('usage.option-needed', { option: '--to' })
    return 2
  }
  const work = await openWork({ ...options, glossary: [...(options.glossary ?? []), ...args] }, session)
  if (!work) return 2
  const ids = new Set<string>()
  for (const path of args) {
    const file = await openTermFile(path, options, session)
    for (const { id } of file?.concepts ?? []) ids.add(id)
  }
  const { style } = work.settings('')
  const { bytes, count, problems } = await exportTerms(work.project, {
    to,
    ...(style !== undefined && { style }),
    ...(args.length > 0 && { ids }),
    ...(options.columns && { languages: options.columns }),
    ...(options.dialect && { dialect: options.dialect }),
    ...(options.markup && { markup: options.markup }),
    usableOnly: options.usable === true,
    derived: options.derived !== false,
  })
  const where = { ...options, output: options.output ?? '-' }
  const path = await writeResult({ input: '-', name: to, bytes }, where, session)
  if (path === undefined) return session.status(0)
  tell(path, '', problems, session)
  if (path !== '-') session.note('glossary.exported', { path, count })
  return session.status(0)
}

/** As asked for, or as the name of the output shows. */
const formatOf = ({ to, output = '' }: Options): TermFormatId | undefined =>
  typeof to === 'string' ? (to as TermFormatId) : termFormatOf(output)
