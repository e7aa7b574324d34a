import { resolve } from 'node:path'
import { readNow } from '../node/index.ts'
import { isXliffPackage, type Source, xliffInPackage } from '../project/index.ts'
import { refuseUnusable, type Session } from './session.ts'
import { atText } from './short-lived.ts'
import type { Options } from './spec.ts'

/** The texts of the input files, one at a time, those of a translation package each; what cannot be read is refused and left out. `-` is standard input. */
export async function* sources(
  files: readonly string[],
  options: Options,
  session: Session,
): AsyncGenerator<Source, void, undefined> {
  for (const [i, path] of files.entries()) {
    atText(i, files.length)
    const source = path === '-' ? await standardInput(options, session) : fromDisk(path, session)
    if (source && isXliffPackage(source.name ?? source.path)) yield* unpacked(source, session)
    else if (source) yield source
  }
}

/** The same ahead of time: what cannot be read is refused later, and standard input can be read only once, and that is then. */
export const sourcesAhead = (files: readonly string[], options: Options, session: Session) =>
  sources(
    files.filter(file => file !== '-'),
    options,
    { ...session, refuse: () => {}, refuseFile: () => {} },
  )

/** The XLIFF files of a package that came back from a translation program. */
function* unpacked(source: Source, session: Session): Generator<Source> {
  const inside = xliffInPackage(source)
  if ('unusable' in inside) refuseUnusable(inside, session)
  else yield* inside
}

async function standardInput(options: Options, session: Session): Promise<Source> {
  const name = options.stdinFilename
  return { path: name ?? '-', bytes: await session.terminal.input(), ...(name !== undefined && { name }) }
}

/** Only standard input needs a name beside its path. */
export const isStandardInput = (source: Source): boolean => source.path === '-' || source.name !== undefined

function fromDisk(path: string, session: Session): Source | undefined {
  try {
    const absolute = resolve(session.terminal.cwd, path)
    const bytes = readNow(absolute)
    const sidecar = readNow(`${absolute}.tlumach.yaml`)
    if (bytes) return { path, bytes, ...(sidecar && { sidecar }) }
    session.refuse('input.missing', { path })
  } catch {
    session.refuse('input.unreadable', { path })
  }
  return undefined
}
