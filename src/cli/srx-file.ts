import { diskHost } from '../node/index.ts'
import { readSentenceRules, type Settings } from '../project/index.ts'
import { concise, noPaint } from '../report/index.ts'
import type { Session } from './session.ts'

/** The sentence rules of a file, `path` for people. Those that cannot be used are told of; where none can, the file is refused. */
export async function readSrxFile(
  absolute: string,
  path: string,
  session: Session,
): Promise<NonNullable<Settings['sentenceRules']> | 'unusable'> {
  const bytes = await diskHost.read(absolute).catch(() => undefined)
  if (!bytes) {
    session.refuse('input.missing', { path })
    return 'unusable'
  }
  const { text, srx, problems } = readSentenceRules(bytes)
  if (srx.languageMaps.length === 0) {
    session.refuseFile(path, text, problems)
    return 'unusable'
  }
  const told = problems.map(problem => ({ ...problem, severity: 'warning' as const }))
  if (told.length > 0) session.terminal.err(concise([{ path, text, problems: told }], session.words, noPaint))
  return srx
}
