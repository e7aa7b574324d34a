import { existsSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { diskHost, readNow } from '../node/index.ts'
import { type Baseline, baselineOf, type Checked, readBaseline, withoutKnown, writeBaseline } from '../project/index.ts'
import type { Session } from './session.ts'
import { shownPath } from './setup.ts'
import type { Options } from './spec.ts'

/** The findings that a run lets be. */
export interface BaselineFile {
  /** The file without what the baseline knows; all that was found is known from now on where the baseline is to be written. */
  heed<C extends Checked>(file: C): C
  /** Writes the baseline if that is asked for; what it knows of files that this run has not seen stays in it while they are there. */
  save(): Promise<void>
}

/** Opens `--baseline`, in `.tlumach` by `name` where no file is named. Undefined (and refused) where it cannot be used. */
export function openBaseline(root: string, name: string, options: Options, session: Session): BaselineFile | undefined {
  const { cwd } = session.terminal
  const file = typeof options.baseline === 'string' ? resolve(cwd, options.baseline) : join(root, '.tlumach', name)
  const old = readOld(file, options, session)
  if (!old) return undefined
  const known = new Map(old)
  return {
    heed(checked) {
      const path = relative(root, resolve(cwd, checked.path)).split(sep).join('/')
      if (options.writeBaseline && !checked.unusable)
        for (const entry of baselineOf([[path, checked]])) known.set(...entry)
      return withoutKnown(checked, known, path)
    },
    async save() {
      if (!options.writeBaseline) return
      const kept = new Map([...known].filter(([path, { size }]) => size > 0 && existsSync(join(root, path))))
      await session.terminal.whole(() => diskHost.replace(file, [Buffer.from(writeBaseline(kept))]))
      const count = [...kept.values()].reduce((sum, { size }) => sum + size, 0)
      session.note('baseline.written', { path: shownPath(file, cwd), count })
    },
  }
}

/** A baseline that is to be written may be missing. */
function readOld(file: string, options: Options, session: Session): Baseline | undefined {
  const bytes = readNow(file)
  const path = shownPath(file, session.terminal.cwd)
  if (!bytes && options.writeBaseline) return new Map()
  const baseline = bytes && readBaseline(Buffer.from(bytes).toString())
  if (!baseline) session.refuse(bytes ? 'baseline.unreadable' : 'baseline.missing', { path })
  return baseline
}
