import { join, resolve } from 'node:path'
import { changes, contentKey, readNow } from '../node/index.ts'
import { openLintReport } from './lint-report.ts'
import { openTeller } from './lint-teller.ts'
import type { Session } from './session.ts'
import { configFile, inputFiles, openSetup, type Setup } from './setup.ts'
import { sources } from './sources.ts'
import type { Options } from './spec.ts'

/**
 * Lints the inputs, and again what has changed of them, or all of them where the configuration or a glossary of one's own has
 * changed, until the user interrupts it; that is no failure.
 */
export async function watchInputs(
  args: readonly string[],
  first: Setup,
  options: Options,
  session: Session,
): Promise<number> {
  const ended = session.terminal.interrupted?.() ?? new Promise<void>(() => {})
  const { cwd } = session.terminal
  const seen = new Map<string, string>()
  const inputs = args.map(arg => resolve(cwd, arg.split(/[*?[{]/)[0]!))
  const rounds = changes([...inputs, ...(await settingFiles(first, options, session))], ended)
  let setup: Setup | undefined = first
  let settings = await settingsKey(setup, options, session)
  for (let isFirst = true; ; isFirst = false) {
    // Asked for before the round, so that what changes meanwhile is seen in the next one.
    const next = rounds.next()
    const isDone = setup && (await lintChanged(args, seen, setup, options, session))
    if (isFirst && !isDone) return 2
    if ((await next).done) return 0
    const key = await settingsKey(setup ?? first, options, session)
    if (key === settings && setup) continue
    settings = key
    seen.clear()
    setup = await openSetup(options, session)
  }
}

/** The configuration, or where it could stand, and the glossaries that it and the command line name. */
async function settingFiles({ root, config }: Setup, options: Options, session: Session): Promise<string[]> {
  const file = await configFile(options, session)
  const found = file && file !== 'unusable' ? file.path : join(root, 'tlumach.config.yaml')
  const named = (options.glossary ?? []).map(path => resolve(session.terminal.cwd, path))
  return [found, ...(config.glossaries ?? []).map(path => resolve(root, path)), ...named]
}

async function settingsKey(setup: Setup, options: Options, session: Session): Promise<string> {
  const files = await settingFiles(setup, options, session)
  return contentKey(...files.flatMap(path => [path, readNow(path) ?? '']))
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
