import { resolve } from 'node:path'
import { contentKey, type Journal, openJournal, readNow } from '../node/index.ts'
import type { Finding } from '../project/index.ts'
import { exceptInSettings } from './except.ts'
import { type Found, groupsOf, type Offer, offersIn } from './fix-groups.ts'
import { type Ask, askAbout } from './interactive-question.ts'
import { refuseUnusable, type Session } from './session.ts'
import type { Setup } from './setup.ts'
import { sources } from './sources.ts'
import type { Options } from './spec.ts'

/**
 * Asks about each group of findings that could be mended, and writes what was chosen when there is no more to ask or the person
 * has had enough; at the end of the input nothing is written. Gives the exit status: 1 where something was left.
 */
export async function interact(
  files: readonly string[],
  setup: Setup,
  options: Options,
  session: Session,
): Promise<number> {
  const { ask } = session.terminal
  if (!ask) {
    session.refuse('interactive.no-terminal')
    return 2
  }
  const seen = new Map<string, string>()
  const offers = await findOffers(files, seen, setup, options, session)
  if (!offers) return 2
  if (offers.length === 0) session.note('normalize.nothing')
  if (offers.length === 0) return session.status(0)
  const wanted = await askAll(offers, ask, session)
  if (!wanted || (wanted.offers.length === 0 && wanted.exceptions.size === 0)) {
    session.note('interactive.unchanged')
    return session.status(1)
  }
  const journal = openJournal(setup.root, new Date().toISOString().replace(/[:.]/g, '-'))
  await write(wanted.offers, seen, { setup, journal }, session)
  if (wanted.exceptions.size > 0) await exceptInSettings(wanted.exceptions, { setup, journal }, options, session)
  session.note('normalize.undo')
  return session.status(wanted.settled < offers.length ? 1 : 0)
}

interface Wanted {
  readonly offers: readonly Offer[]
  /** Spellings that are to be let be, by the rule's code. */
  readonly exceptions: ReadonlyMap<string, readonly string[]>
  /** How many of the offers something was chosen for. */
  readonly settled: number
}

/** Undefined where the input ended before the questions did. */
async function askAll(found: readonly Found[], ask: Ask, session: Session): Promise<Wanted | undefined> {
  const groups = groupsOf(found)
  const offers: Offer[] = []
  const exceptions = new Map<string, string[]>()
  let settled = 0
  for (const [i, group] of groups.entries()) {
    const answer = await askAbout(group, `${i + 1}/${groups.length}`, ask, session)
    if (answer.kind === 'abandon') return undefined
    if (answer.kind === 'finish') break
    if (answer.kind === 'except') {
      const texts = new Set(group.offers.map(({ text }) => text))
      exceptions.set(group.code, [...(exceptions.get(group.code) ?? []), ...texts])
      settled += group.offers.length
    } else {
      offers.push(...answer.offers)
      const places = new Set(answer.offers.map(({ place }) => place))
      settled += group.offers.filter(({ place }) => places.has(place)).length
    }
  }
  return { offers, exceptions, settled }
}

/** `seen` is told the content of each file. */
async function findOffers(
  files: readonly string[],
  seen: Map<string, string>,
  setup: Setup,
  options: Options,
  session: Session,
): Promise<Found[] | undefined> {
  const lint = await (await import('./lint-engine.ts')).openEngine(setup, files, options, session)
  if (!lint) return undefined
  const offers: Found[] = []
  for await (const source of sources(files, options, session)) {
    const found = await lint(source)
    seen.set(source.path, contentKey(source.bytes))
    if (found.unusable) refuseUnusable(found, session)
    // What is inside a package of translations is no file that could be written.
    else if (files.includes(source.path)) offers.push(...offersIn(found))
  }
  return offers
}

/** Files are read again: one that has changed since it was linted is refused. */
async function write(
  chosen: readonly Offer[],
  seen: ReadonlyMap<string, string>,
  { setup, journal }: { readonly setup: Setup; readonly journal: Journal },
  session: Session,
): Promise<void> {
  const { mend } = await import('./lint-engine.ts')
  const { terminal } = session
  const byFile = new Map<string, Finding[]>()
  for (const { path, finding } of chosen) byFile.set(path, [...(byFile.get(path) ?? []), finding])
  for (const [path, findings] of byFile) {
    const absolute = resolve(terminal.cwd, path)
    const bytes = readNow(absolute)
    if (!bytes || contentKey(bytes) !== seen.get(path)) {
      session.refuse('interactive.stale', { path })
      continue
    }
    const after = await mend({ path, bytes }, setup.settings(path), findings)
    await terminal.whole(() => journal.replace(absolute, bytes, after))
    session.note('normalize.changed', { path })
  }
}
