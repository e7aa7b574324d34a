import { resolve } from 'node:path'
import { changes, contentKey } from '../node/index.ts'
import { openLintReport } from './lint-report.ts'
import { openTeller } from './lint-teller.ts'
import type { Session } from './session.ts'
import { inputFiles, type Setup } from './setup.ts'
import { sources } from './sources.ts'
import type { Options } from './spec.ts'

/** Lints the inputs, and again what has changed of them, until the user interrupts it; that is no failure. */
export async function watchInputs(
  args: readonly string[],
  setup: Setup,
  options: Options,
  session: Session,
): Promise<number> {
  const ended = new Promise<void>(done => void process.once('SIGINT', () => done()).once('SIGTERM', () => done()))
  const seen = new Map<string, string>()
  const paths = args.map(arg => resolve(session.terminal.cwd, arg.split(/[*?[{]/)[0]!))
  const rounds = changes(paths, ended)
  for (;;) {
    // Asked for before the round, so that what changes meanwhile is seen in the next one.
    const next = rounds.next()
    if (!(await lintChanged(args, seen, setup, options, session))) return 2
    if ((await next).done) return 0
  }
}

/** False (and refused) where a glossary or the baseline cannot be used. */
async function lintChanged(
  args: readonly string[],
  seen: Map<string, string>,
  setup: Setup,
  options: Options,
  session: Session,
): Promise<boolean> {
  const files = await inputFiles(args, setup, session)
  const report = await openLintReport(options, session)
  const teller = await openTeller(setup, files, report, options, session)
  if (!teller) return false
  let count = 0
  for await (const source of sources(files, options, session)) {
    const key = contentKey(source.bytes, source.sidecar ?? '')
    if (seen.get(source.path) === key) continue
    seen.set(source.path, key)
    const told = await teller.tell(source)
    if (!told) return false
    report.add(told)
    count++
  }
  await teller.save()
  if (count > 0) await report.end()
  if (count > 0) session.note('watch.waiting')
  return true
}
