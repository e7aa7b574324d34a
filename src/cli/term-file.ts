import { resolve } from 'node:path'
import { diskHost } from '../node/index.ts'
import { readTermFile, type Source, type TermFile } from '../project/index.ts'
import { concise, noPaint } from '../report/index.ts'
import type { Problem } from '../text/index.ts'
import type { Session } from './session.ts'
import type { Options } from './spec.ts'

/** The bytes of a file; undefined (and refused) where it is missing or cannot be read. `-` is standard input. */
export async function openFile(path: string, session: Session): Promise<Source | undefined> {
  if (path === '-') return { path, bytes: await session.terminal.input() }
  try {
    const bytes = await diskHost.read(resolve(session.terminal.cwd, path))
    if (bytes) return { path, bytes }
    session.refuse('input.missing', { path })
  } catch (error) {
    const isFolder = error instanceof Error && 'code' in error && error.code === 'EISDIR'
    session.refuse(isFolder ? 'input.folder' : 'input.unreadable', { path })
  }
  return undefined
}

/** The concepts of a file of any exchange format; undefined (and refused) where there are none to be had. */
export async function openTermFile(path: string, options: Options, session: Session): Promise<TermFile | undefined> {
  const source = await openFile(path, session)
  if (!source) return undefined
  const file = await readTermFile(source, {
    ...(options.as !== undefined && { format: options.as }),
    ...(options.kind && { kind: options.kind }),
    ...(options.columns && { languages: options.columns }),
  })
  if (!file) {
    session.refuse('glossary.format-unknown', { path })
    return undefined
  }
  const broken = file.problems.filter(({ severity }) => severity === 'error')
  if (broken.length > 0) session.refuseFile(path, file.text, broken)
  else tell(path, file.text, file.problems, session)
  return broken.length > 0 ? undefined : file
}

/** Problems that stop nothing, on standard error. */
export function tell(path: string, text: string, problems: readonly Problem[], session: Session): void {
  if (session.quiet || problems.length === 0) return
  const shown = problems.map(problem => ({ ...problem, severity: problem.severity ?? ('warning' as const) }))
  session.terminal.err(concise([{ path, text, problems: shown }], session.words, noPaint))
}
