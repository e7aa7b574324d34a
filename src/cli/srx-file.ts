import { resolve } from 'node:path'
import { diskHost } from '../node/index.ts'
import { readSentenceRules, type Settings } from '../project/index.ts'
import { concise, noPaint } from '../report/index.ts'
import type { Session } from './session.ts'
import { shownPath } from './setup.ts'

/** The sentence rules of a file. Those that cannot be used are told of; where none can, the file is refused. */
export async function readSrxFile(
  file: string,
  session: Session,
): Promise<NonNullable<Settings['sentenceRules']> | 'unusable'> {
  const { cwd } = session.terminal
  const path = shownPath(resolve(cwd, file), cwd)
  const bytes = await diskHost.read(resolve(cwd, file)).catch(() => undefined)
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
