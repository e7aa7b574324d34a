import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chooser, compile, match } from '../../src/glossary/index.ts'
import { checkBitext, openBitext, rules } from '../../src/qa/index.ts'
import { readGlossary } from '../../src/termbase/index.ts'
import { random } from '../support/random.ts'
import { segmentOf } from './checks/made.ts'
import { frames, type Language, type NameRow, readNames } from './name-guess/names.ts'
import { isRight, kinds, slipOf } from './name-guess/slips.ts'
import type { Bench } from './run.ts'

/**
 * Slips in names of no glossary, one a sentence, in six directions: of `names.tsv` below `data` (test/bench/name-guess if not given) the share
 * that `name-guess` finds (`found`), the share of these whose likely form is right (`likely`), and alarms in right sentences
 * (`false`). Every other name is of a half that repairs are made by (`seen`), the rest shows whether they hold. `--show-missed`, `--show-false` and
 * `--show-unlikely` print what there is to be judged of the seen half, `--all` of both; `--seen` leaves
 * the other half out.
 */
export const run: Bench['run'] = async ({ data, flags }) => {
  const folder = data ?? new URL('./name-guess', import.meta.url).pathname
  const { given, names } = readNames(readFileSync(join(folder, 'names.tsv'), 'utf8'))
  const tally = new Map<string, number>()
  const count = (key: string, by = 1) => tally.set(key, (tally.get(key) ?? 0) + by)
  const free = names.filter(name => !isListed(name))
  for (const [i, name] of free.entries()) {
    const half = i % 2 === 0 ? 'seen' : 'held'
    if (half === 'held' && flags.has('--seen')) continue
    const show = (flag: string, ...told: string[]) => {
      if (flags.has(flag) && (half === 'seen' || flags.has('--all'))) process.stderr.write(`${told.join('\t')}\n`)
    }
    for (const [from, to] of directions) {
      for (const frame of frames(name, given, i)) {
        for (const latin of name.en) {
          const sentence = frame.write(from, to, latin)
          count(`${from}-${to}.right.${half}`)
          const alarms = guesses(sentence.source, sentence.target, from, to)
          if (alarms.length === 0) continue
          count(`${from}-${to}.false.${half}`)
          show('--show-false', 'FALSE', sentence.source, sentence.target, alarms[0]!.preferred)
        }
      }
      for (const kind of kinds) {
        const random = draw(`${name.uk.nom} ${from} ${to} ${kind}`)
        const all = frames(name, given, i)
        const frame = all[random(all.length)]!
        const sentence = frame.write(from, to, name.en[random(name.en.length)]!)
        const slip = slipOf(kind, name, sentence.name, random, free)
        if (!slip) continue
        const target = sentence.target.replace(sentence.name.written, slip)
        const key = `${from}-${to}.${kind}`
        const at = target.indexOf(slip)
        const found = guesses(sentence.source, target, from, to).find(
          one => one.start < at + slip.length && at < one.end,
        )
        count(`${key}.seeds.${half}`)
        if (!found) {
          show('--show-missed', 'MISSED', key, sentence.source, target)
          continue
        }
        count(`${key}.found.${half}`)
        if (isRight(name, sentence.name, found.preferred)) count(`${key}.likely.${half}`)
        else show('--show-unlikely', 'UNLIKELY', key, sentence.source, target, found.preferred)
      }
    }
  }
  return figuresOf(tally, free.length)
}

const languages = ['en', 'uk', 'ru'] as const
const directions = languages.flatMap(from => languages.filter(to => to !== from).map(to => [from, to] as const))

const glossary = compile(
  ['institutions', 'people', 'places', 'styles'].map(
    name => readGlossary(readFileSync(new URL(`../../glossaries/${name}.yaml`, import.meta.url), 'utf8')).value,
  ),
)
const style = chooser(glossary)

/** All other rules are off. */
const alone = Object.fromEntries(rules.flatMap(({ code }) => (code === 'name-guess' ? [] : [[code, 'off'] as const])))

/** A number below another, the same for the same seed. */
function draw(seed: string): (below: number) => number {
  const next = random([...seed].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 7))
  return below => Math.floor(next() * below)
}

/** A name that the shipped glossaries list is no name for this rule. */
const isListed = ({ uk, ru, en }: NameRow): boolean =>
  [['uk', uk.nom], ['ru', ru.nom], ...en.map(one => ['en', one])].some(
    ([language, text]) => match(glossary, text!, { language: language as Language }).length > 0,
  )

interface Guess {
  readonly start: number
  readonly end: number
  readonly preferred: string
}

function guesses(source: string, target: string, from: Language, to: Language): Guess[] {
  const bitext = openBitext([segmentOf(source, target, from, to)], {
    sourceLanguage: from,
    targetLanguage: to,
    codes: 'label',
    glossary,
    chooser: style,
  })
  return checkBitext(bitext, alone)
    .filter(({ code }) => code === 'name-guess')
    .map(({ span, data }) => ({ start: span.start, end: span.end, preferred: String(data?.preferred) }))
}

function figuresOf(tally: ReadonlyMap<string, number>, names: number): Record<string, number | string> {
  const figures: Record<string, number | string> = { names }
  const of = (key: string) => tally.get(key) ?? 0
  const percent = (part: number, whole: number) => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1))
  for (const [from, to] of directions) {
    for (const half of ['seen', 'held']) {
      const key = `${from}-${to}`
      figures[`${key}.${half}.right`] = of(`${key}.right.${half}`)
      figures[`${key}.${half}.false`] = of(`${key}.false.${half}`)
      for (const kind of kinds) {
        const one = `${key}.${kind}`
        const found = of(`${one}.found.${half}`)
        figures[`${key}.${half}.${kind}.seeds`] = of(`${one}.seeds.${half}`)
        figures[`${key}.${half}.${kind}.found.percent`] = percent(found, of(`${one}.seeds.${half}`))
        figures[`${key}.${half}.${kind}.likely.percent`] = percent(of(`${one}.likely.${half}`), found)
      }
    }
  }
  return figures
}
