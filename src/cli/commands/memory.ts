import { resolve } from 'node:path'
import type { MessageId } from '../../i18n/index.ts'
import { diskHost, hasMemory } from '../../node/index.ts'
import {
  cleanMemory,
  cleanReasons,
  languageOf,
  memoryAsTmx,
  type Store,
  searchMemory,
  textOf,
} from '../../project/index.ts'
import { memoryPath, withMemory } from '../memory-file.ts'
import { importFiles } from '../memory-import.ts'
import type { Session } from '../session.ts'
import { openSetup, type Setup, shownPath } from '../setup.ts'
import type { Options, Run } from '../spec.ts'
import { table } from '../table.ts'
import { openWork } from '../work.ts'

/** One of the command's actions: the arguments behind its name. Gives the exit status. */
type Action = (args: readonly string[], options: Options, setup: Setup, session: Session) => Promise<number>

export const run: Run = async ([name, ...args], options, session) => {
  const action = actions.get(name ?? '')
  if (!action) {
    const choices = [...actions.keys()].join(', ')
    if (name === undefined) session.refuse('usage.memory-nothing', { choices })
    else session.refuse('usage.memory-action', { name, choices })
    return 2
  }
  const setup = await openSetup(options, session)
  return setup ? session.status(await action(args, options, setup, session)) : 2
}

/** Opens the memory that there is; one is made only by an import. */
async function withExisting(
  options: Options,
  setup: Setup,
  session: Session,
  work: (store: Store) => Promise<number>,
): Promise<number> {
  const path = memoryPath(options, setup, session)
  if (await hasMemory(path)) return (await withMemory(path, session, work)) ?? 2
  session.refuse('memory.missing', { path: shownPath(path, session.terminal.cwd) })
  return 2
}

const write: Action = (_args, options, setup, session) =>
  withExisting(options, setup, session, async store => {
    const { terminal, version } = session
    const { chunks, written } = memoryAsTmx(store, { ...languages(options), version })
    const { output = '-' } = options
    if (output === '-') for await (const chunk of chunks) terminal.out(chunk)
    else if (!options.force && (await diskHost.stat(resolve(terminal.cwd, output)))) {
      session.refuse('output.exists', { path: output })
      return 2
    } else await terminal.whole(() => diskHost.replace(resolve(terminal.cwd, output), chunks))
    if (output !== '-') session.note('memory.exported', { path: output, count: written() })
    return 0
  })

const languages = ({ from, to }: Options) => ({
  ...(from && { from }),
  ...(typeof to === 'object' && { to }),
})

const search: Action = async (args, options, setup, session) => {
  const text = args.join(' ')
  const to = languages(options).to?.[0]
  if (text.trim() === '' || to === undefined) {
    session.refuse(to === undefined ? 'usage.to-missing' : 'usage.memory-text')
    return 2
  }
  const work = await openWork(options, session)
  if (!work) return 2
  return await withExisting(options, setup, session, async store => {
    const { style } = setup.settings('')
    const how = { from: options.from ?? languageOf(text), to, ...(style !== undefined && { style }) }
    const found = await searchMemory(work.project, store, text, how)
    const shown = found.map(({ score, entry, target, adapted }) => ({
      score,
      source: textOf(entry.source),
      target: textOf(target),
      ...(adapted && { adapted, stored: textOf(entry.target) }),
      ...(entry.file !== undefined && { file: entry.file }),
      ...(entry.changed !== undefined && { changed: entry.changed }),
    }))
    if (options.format === 'json') asJson({ matches: shown }, session)
    else if (shown.length === 0) session.note('memory.nothing')
    else
      for (const { score, source, target } of shown)
        session.terminal.out(`${session.paint.strong(`${score}`.padStart(3))}  ${source}\n     ${target}\n`)
    return 0
  })
}

const stats: Action = (_args, options, setup, session) =>
  withExisting(options, setup, session, async store => {
    const { words, terminal, paint } = session
    const { pairs, entries, bytes } = await store.stats()
    if (options.format === 'json') asJson({ pairs, entries, bytes }, session)
    else {
      const head = ['', words.message('memory.entries')]
      const rows = pairs.map(({ source, target, entries }) => [`${source} → ${target}`, entries] as const)
      const sum = [words.message('stats.all'), entries] as const
      terminal.out(table([head, ...rows, sum], value => value.toLocaleString(words.language), paint.columns))
    }
    return 0
  })

const clean: Action = (_args, options, setup, session) =>
  withExisting(options, setup, session, async store => {
    const { words, terminal } = session
    const counts = await cleanMemory(store, options.write === true)
    const sum = cleanReasons.reduce((sum, reason) => sum + counts[reason], 0)
    if (options.format === 'json') asJson({ removed: options.write === true, ...counts }, session)
    else
      for (const reason of cleanReasons.filter(reason => counts[reason] > 0))
        terminal.out(`${words.message(`memory.clean-${reason}` as MessageId, { count: counts[reason] })}\n`)
    session.note(options.write ? 'memory.removed' : 'memory.would-remove', { count: sum })
    return sum > 0 && !options.write ? 1 : 0
  })

const asJson = (value: object, { terminal }: Session) =>
  terminal.out(`${JSON.stringify({ version: 1, ...value }, undefined, 2)}\n`)

const actions: ReadonlyMap<string, Action> = new Map([
  ['import', importFiles],
  ['export', write],
  ['search', search],
  ['stats', stats],
  ['clean', clean],
])
