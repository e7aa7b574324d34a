import { resolve } from 'node:path'
import { contentKey, openJournal, readNow } from '../node/index.ts'
import type { Finding } from '../project/index.ts'
import { type Group, groupsOf, type Offer, offersIn, variantsOf } from './fix-groups.ts'
import { refuseUnusable, type Session } from './session.ts'
import type { Setup } from './setup.ts'
import { sources } from './sources.ts'
import type { Options } from './spec.ts'

/** Places of a spelling that are shown. */
const mostPlaces = 5

/**
 * Asks about each group of findings that could be mended, then once whether to write; until then nothing is written. The end of the
 * input is a no. Gives the exit status: 1 where something was left.
 */
export async function interact(
  files: readonly string[],
  setup: Setup,
  options: Options,
  session: Session,
): Promise<number> {
  const seen = new Map<string, string>()
  const offers = await findOffers(files, seen, setup, options, session)
  if (!offers) return 2
  const groups = groupsOf(offers)
  if (groups.length === 0) session.note('normalize.nothing')
  if (groups.length === 0) return session.status(0)
  const ask = await openQuestions(session)
  const chosen: Offer[] = []
  for (const [i, group] of groups.entries()) {
    session.terminal.out(asText(group, `${i + 1}/${groups.length}`, session))
    const answer = await choiceOf(group, ask, session)
    if (answer === 'stop') break
    chosen.push(...answer)
  }
  if (chosen.length > 0 && (await confirms(chosen, ask, session))) {
    await write(chosen, seen, setup, session)
    return session.status(chosen.length < offers.length ? 1 : 0)
  }
  session.note('interactive.unchanged')
  return session.status(1)
}

/** `seen` is told the content of each file. */
async function findOffers(
  files: readonly string[],
  seen: Map<string, string>,
  setup: Setup,
  options: Options,
  session: Session,
): Promise<Offer[] | undefined> {
  const lint = await (await import('./lint-engine.ts')).openEngine(setup, files, options, session)
  if (!lint) return undefined
  const offers: Offer[] = []
  for await (const source of sources(files, options, session)) {
    const found = await lint(source)
    seen.set(source.path, contentKey(source.bytes))
    if (found.unusable) refuseUnusable(found, session)
    // What is inside a package of translations is no file that could be written.
    else if (files.includes(source.path)) offers.push(...offersIn(found))
  }
  return offers
}

function asText(group: Group, count: string, { words, paint }: Session): string {
  const variants = variantsOf(group).map(([text, offers]) => {
    const places = offers.slice(0, mostPlaces).map(({ place }) => place)
    const more = offers.length > mostPlaces ? ', …' : ''
    return `  ${text} × ${offers.length}  ${paint.faint(places.join(', ') + more)}\n`
  })
  const head = `${paint.strong(`[${count}]`)} → ${paint.good(group.preferred)}  ${paint.faint(group.code)}\n`
  return `\n${head}${variants.join('')}${words.message('interactive.choices')}\n`
}

/** Gives the next line of the answers; undefined at their end. */
type Ask = () => Promise<string | undefined>

async function openQuestions({ terminal }: Session): Promise<Ask> {
  const lines =
    terminal.lines?.() ??
    Buffer.from(await terminal.input())
      .toString()
      .split(/\r?\n/)
  const answers = (async function* () {
    yield* lines
  })()
  return async () => {
    terminal.out('> ')
    const { value, done } = await answers.next()
    return done ? undefined : value.trim().toLowerCase()
  }
}

async function choiceOf(group: Group, ask: Ask, session: Session): Promise<readonly Offer[] | 'stop'> {
  for (;;) {
    const answer = await ask()
    if (answer === undefined || answer === 'q') return 'stop'
    if (answer === 'a') return group.offers
    if (answer === 's') return []
    if (answer === 'o') return await oneByOne(group, ask, session)
    const [, chosen] = variantsOf(group)[Number(answer) - 1] ?? []
    if (chosen) return chosen
    session.terminal.out(`${session.words.message('interactive.choices')}\n`)
  }
}

async function oneByOne({ offers }: Group, ask: Ask, { terminal, words }: Session): Promise<Offer[]> {
  const chosen: Offer[] = []
  for (const offer of offers) {
    const { place, text, preferred } = offer
    terminal.out(`${words.message('interactive.one', { place, text, preferred })}\n`)
    if ((await ask()) === 'y') chosen.push(offer)
  }
  return chosen
}

async function confirms(chosen: readonly Offer[], ask: Ask, { terminal, words }: Session): Promise<boolean> {
  const files = new Set(chosen.map(({ path }) => path)).size
  terminal.out(`\n${words.message('interactive.confirm', { changes: chosen.length, files })}\n`)
  return (await ask()) === 'y'
}

/** Files are read again: one that has changed since it was linted is refused. */
async function write(
  chosen: readonly Offer[],
  seen: ReadonlyMap<string, string>,
  setup: Setup,
  session: Session,
): Promise<void> {
  const { mend } = await import('./lint-engine.ts')
  const { terminal } = session
  const journal = openJournal(setup.root, new Date().toISOString().replace(/[:.]/g, '-'))
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
  session.note('normalize.undo')
}
