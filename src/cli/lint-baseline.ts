import { existsSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { diskHost, readNow } from '../node/index.ts'
import { type Baseline, baselineOf, readBaseline, withoutKnown, writeBaseline } from '../project/index.ts'
import type { LintReport } from './lint-report.ts'
import type { OpenTeller } from './lint-teller.ts'
import type { Session } from './session.ts'
import { type Setup, shownPath } from './setup.ts'
import type { Options } from './spec.ts'

/**
 * A teller that leaves out what the baseline knows, or (`--write-baseline`) makes a baseline of all that it is told; what the baseline
 * knows of files that this run has not seen stays in it while they are there. `inner` tells of whole files. Undefined (and
 * refused) where the baseline cannot be used.
 */
export async function heedingBaseline(
  inner: OpenTeller,
  { setup, report }: { readonly setup: Setup; readonly report: LintReport },
  options: Options,
  session: Session,
): Promise<OpenTeller | undefined> {
  const { cwd } = session.terminal
  const file = typeof options.baseline === 'string' ? resolve(cwd, options.baseline) : defaultFile(setup)
  const old = readOld(file, options, session)
  if (!old) return undefined
  const known = new Map(old)
  const pathOf = (path: string) => relative(setup.root, resolve(cwd, path)).split(sep).join('/')
  return {
    async tell(source) {
      const told = await inner.tell(source)
      if (!told || !('checked' in told) || told.checked.unusable) return told
      const path = pathOf(source.path)
      if (options.writeBaseline) for (const entry of baselineOf([[path, told.checked]])) known.set(...entry)
      const left = withoutKnown(told.checked, known, path)
      return report.tell({ ...left, ...(told.changed && { changed: true }) })
    },
    async save() {
      await inner.save()
      if (!options.writeBaseline) return
      const kept = new Map([...known].filter(([path, { size }]) => size > 0 && existsSync(join(setup.root, path))))
      await session.terminal.whole(() => diskHost.replace(file, [Buffer.from(writeBaseline(kept))]))
      const count = [...kept.values()].reduce((sum, { size }) => sum + size, 0)
      session.note('baseline.written', { path: shownPath(file, cwd), count })
    },
  }
}

const defaultFile = ({ root }: Setup): string => join(root, '.tlumach', 'baseline.json')

/** A baseline that is to be written may be missing. */
function readOld(file: string, options: Options, session: Session): Baseline | undefined {
  const bytes = readNow(file)
  const path = shownPath(file, session.terminal.cwd)
  if (!bytes && options.writeBaseline) return new Map()
  const baseline = bytes && readBaseline(Buffer.from(bytes).toString())
  if (!baseline) session.refuse(bytes ? 'baseline.unreadable' : 'baseline.missing', { path })
  return baseline
}
