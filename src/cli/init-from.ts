import {
  type HouseChoice,
  type HouseDecision,
  houseHabits,
  houseStyleText,
  names,
  propose,
  type Source,
} from '../project/index.ts'
import { refuseUnusable, type Session } from './session.ts'
import { inputFiles } from './setup.ts'
import { sources } from './sources.ts'
import type { Options } from './spec.ts'
import { openWork } from './work.ts'

/** The files that `init --from` writes beside the configuration, by name. */
export interface HouseFiles {
  readonly style: string
  /** Entries for names that no glossary has; empty where there are none. */
  readonly proposed: string
}

/** Reads an archive and makes of its habits a house style; where it wavers the person is asked, or the majority decides. */
export async function houseFiles(archive: string, options: Options, session: Session): Promise<HouseFiles | undefined> {
  const work = await openWork(options, session)
  if (!work) return undefined
  const texts: Source[] = []
  for await (const source of sources(await inputFiles([archive], work, session), options, session)) texts.push(source)
  if (texts.length === 0) {
    session.refuse('init.nothing-read', { path: archive })
    return undefined
  }
  const { entries, unusable } = await names(work.project, texts, work.settings)
  for (const file of unusable) refuseUnusable(file, session)
  const { schemes, choices } = houseHabits(work.project, entries)
  const decisions = await decide(choices, options, session)
  const head = session.words.message('init.house-head', { path: archive, files: texts.length })
  return { style: houseStyleText(schemes, decisions, head), proposed: await propose(entries) }
}

async function decide(
  choices: readonly HouseChoice[],
  options: Options,
  session: Session,
): Promise<readonly HouseDecision[]> {
  const ask = options.yes ? undefined : session.terminal.ask
  const decisions: HouseDecision[] = []
  for (const choice of choices) {
    const decision = ask ? await askFor(choice, ask, session) : choice.counts[0]!.text
    decisions.push({ choice, text: decision ?? choice.usual ?? choice.counts[0]!.text })
  }
  return decisions
}

/** A spelling of the choice; the first one for an empty answer, undefined for none of them. */
async function askFor(
  { counts }: HouseChoice,
  ask: (question: string) => Promise<string | undefined>,
  { words }: Session,
): Promise<string | undefined> {
  const shown = words.list(counts.map(({ text, count }) => words.message('init.count', { text, count })))
  const answer = (await ask(`${words.message('init.keep', { shown, text: counts[0]!.text })} `))?.trim() ?? ''
  const spelled = counts.find(({ text }) => text.toLowerCase() === answer.toLowerCase())
  return answer === '' || /^(?:y|yes|т|так|д|да)$/iu.test(answer) ? counts[0]!.text : spelled?.text
}
