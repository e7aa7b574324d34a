import { readFileSync } from 'node:fs'
import { type Chooser, type Compiled, chooser, compile } from '../../src/glossary/index.ts'
import { type BilingualSegment, checkBitext, openBitext } from '../../src/qa/index.ts'
import { readGlossary } from '../../src/termbase/index.ts'
import { catalogsIn } from './checks/catalogs.ts'
import { checkMade } from './checks/made.ts'
import { messageKinds, messageSegments } from './checks/messages.ts'
import { isKnownAsWord, kinds } from './checks/seeds.ts'
import { isAlarm, type Sown, showSegment, sow } from './checks/sow.ts'
import type { Bench } from './run.ts'

/**
 * Checks of translations over the gettext catalogs below `data` (English into Ukrainian and Russian): problems of severity warning or
 * error in 1,000 segments by rule, and of errors sown one a segment the share that the rule for them finds (`found`, and with
 * information `noticed`); the same of sentences made of the shipped glossary's names, in six directions. `--show` prints every problem and `--show-missed` every error that was not found, to be judged.
 */
export const run: Bench['run'] = async ({ data, flags }) => {
  if (data === undefined) throw new Error('checks: needs --data, a folder of .po files')
  const glossary = compile(['institutions', 'people', 'places', 'styles'].map(readShipped))
  const style = chooser(glossary)
  const catalogs = [...catalogsIn(data)]
  const isWord = isKnownAsWord(catalogs.flatMap(({ segments }) => segments.map(({ source }) => source)))
  const alarms = new Map<string, number>()
  const sown = new Map<string, Sown>()
  let segments = 0
  let milliseconds = 0
  for (const catalog of catalogs) {
    const check = checker('en', catalog.language, glossary, style)
    segments += catalog.segments.length
    const begin = performance.now()
    const problems = check(catalog.segments)
    milliseconds += performance.now() - begin
    for (const problem of problems.filter(isAlarm)) {
      alarms.set(problem.code, (alarms.get(problem.code) ?? 0) + 1)
      if (!flags.has('--show')) continue
      const segment = catalog.segments[Number(problem.data?.segment) - 1]!
      process.stderr.write(
        `ALARM ${problem.code} ${catalog.file} ${JSON.stringify(problem.data)}\n${showSegment(segment)}`,
      )
    }
    if (flags.has('--no-seeds')) continue
    sow(
      catalog.segments,
      problems,
      { language: catalog.language, glossary, chooser: style, isWord },
      kinds,
      check,
      sown,
    )
  }
  for (const language of ['uk', 'ru'] as const) {
    const check = checker('en', language, glossary, style)
    const messages = messageSegments(language)
    sow(messages, check(messages), { language, glossary, chooser: style, isWord }, messageKinds, check, sown)
  }
  const made = checkMade(glossary, style, (list, from, to) => checker(from, to, glossary, style)(list), sown)
  if (flags.has('--show-missed'))
    for (const [name, { missed }] of sown)
      for (const segment of missed) process.stderr.write(`MISSED ${name}\n${showSegment(segment)}`)
  return {
    segments,
    'segments.per-second': Math.round(segments / (milliseconds / 1000)),
    ...alarmFigures(alarms, segments),
    'made.pairs': made.pairs,
    'made.pairs-with-alarm': made.alarms,
    ...seedFigures(sown),
  }
}

function alarmFigures(alarms: ReadonlyMap<string, number>, segments: number): Record<string, string> {
  const perThousand = (count: number) => ((1000 * count) / Math.max(1, segments)).toFixed(2)
  const total = [...alarms.values()].reduce((sum, count) => sum + count, 0)
  return {
    'alarms.per-1000': perThousand(total),
    ...Object.fromEntries([...alarms].sort().map(([code, count]) => [`alarms.${code}.per-1000`, perThousand(count)])),
  }
}

function seedFigures(sown: ReadonlyMap<string, Sown>): Record<string, number | string> {
  const percent = (count: number, of: number) => ((100 * count) / of).toFixed(1)
  return Object.fromEntries(
    [...sown]
      .filter(([, { seeds }]) => seeds > 0)
      .flatMap(([name, { seeds, found, noticed }]) => [
        [`seeds.${name}`, seeds],
        [`found.${name}.percent`, percent(found, seeds)],
        [`noticed.${name}.percent`, percent(noticed, seeds)],
      ]),
  )
}

const readShipped = (name: string) =>
  readGlossary(readFileSync(new URL(`../../glossaries/${name}.yaml`, import.meta.url), 'utf8')).value

const checker =
  (sourceLanguage: string, targetLanguage: string, glossary: Compiled, style: Chooser) =>
  (segments: readonly BilingualSegment[]) =>
    checkBitext(openBitext(segments, { sourceLanguage, targetLanguage, codes: 'label', glossary, chooser: style }), {})
