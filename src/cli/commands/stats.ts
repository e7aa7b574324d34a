import type { MessageId } from '../../i18n/index.ts'
import {
  bands as bandNames,
  type SeenTexts,
  type Stats,
  stats,
  type Tally,
  totalTally,
  type Volume,
} from '../../project/index.ts'
import { refuseUnusable, type Session } from '../session.ts'
import { inputFiles, openSetup, xliffExtensions } from '../setup.ts'
import { sources } from '../sources.ts'
import type { Run } from '../spec.ts'
import { table } from '../table.ts'

type Counted = Stats & Required<Pick<Stats, 'tally' | 'tallyAmong'>>

export const run: Run = async (args, options, session) => {
  const setup = await openSetup(options, session)
  if (!setup) return 2
  const files: Counted[] = []
  const seen: SeenTexts = new Map()
  for await (const source of sources(await inputFiles(args, setup, session, xliffExtensions), options, session)) {
    const counted = stats(source, seen)
    const { tally, tallyAmong } = counted
    if (tally && tallyAmong) files.push({ ...counted, tally, tallyAmong })
    else refuseUnusable(counted.checked, session)
  }
  session.terminal.out(options.format === 'json' ? asJson(files) : asText(files, session))
  return session.status(0)
}

function asJson(files: readonly Counted[]): string {
  const shown = files.map(({ checked, tally, sourceLanguage, targetLanguage }) => ({
    path: checked.path,
    sourceLanguage,
    targetLanguage,
    ...tally,
  }))
  return `${JSON.stringify({ version: 1, files: shown, sum: totalTally(files.map(({ tallyAmong }) => tallyAmong)) }, undefined, 2)}\n`
}

function asText(files: readonly Counted[], session: Session): string {
  const { words, paint } = session
  const parts = files.map(({ checked, tally }) => `${paint.strong(checked.path)}\n${volumes(tally, session)}\n`)
  const sum = totalTally(files.map(({ tallyAmong }) => tallyAmong))
  return (
    parts.join('') + (files.length > 1 ? `${paint.strong(words.message('stats.sum'))}\n${volumes(sum, session)}` : '')
  )
}

function volumes({ states, bands, total }: Tally, { words, paint }: Session): string {
  const row = (name: string, { segments, words, characters }: Volume) => [name, segments, words, characters] as const
  const head = ['', ...(['segments', 'words', 'characters'] as const).map(key => words.message(`stats.${key}`))]
  const band = (key: string) =>
    /^\d/.test(key) ? words.message('stats.match', { from: key }) : words.message(`stats.${key}` as MessageId)
  return table(
    [
      head,
      ...Object.entries(states).map(([state, volume]) => row(words.message(`state.${state}` as MessageId), volume)),
      ...bandNames.map(key => row(band(key), bands[key])),
      row(words.message('stats.all'), total),
    ],
    value => value.toLocaleString(words.language),
    paint.columns,
  )
}
