/**
 * Learns the tagger's weights: `tsx scripts/names/train-tagger.ts ROWS PACKAGES HELP [--check]`.
 * ROWS holds c/ru*.jsonl, c/en*.jsonl (texts with spans) and b/tok_ru*.jsonl, b/tok_uk*.jsonl (tokens with kinds); only rows of the
 * sources named below are read. PACKAGES holds @faker-js/faker, cldr-localenames-full and cldr-dates-full, whose names are put into
 * copies of the texts and of our own sentences; HELP the help of GNOME (C, uk, ru). --check learns from two thirds of the texts and prints what it finds in
 * the last third, and writes nothing. src/names/tagger/LICENCE.md says what may be shipped.
 */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { linesOf } from '../../src/names/tagger/base64.ts'
import { spansIn } from '../../src/names/tagger/name-spans.ts'
import { type Packed, pack, unpack } from '../../src/names/tagger/pack.ts'
import type { TaggedLanguage } from '../../src/names/tagger/view.ts'
import type { Weights } from '../../src/names/tagger/weights.ts'
import { englishPool, otherEnglishNames, otherNames, poolOf } from './tagger-augment.ts'
import { type LearnOptions, learn } from './tagger-learn.ts'
import { helpRows, lessonsOf, markedRows, type Row, spanRows, tokenRows } from './tagger-rows.ts'

const options: LearnOptions = {
  rounds: 10,
  averaged: 1,
  rate: 0.3,
  lasso: 0.005,
  ridge: 0,
  hidden: 0.15,
  unknown: 0.25,
  least: 3,
  seed: 1,
}
/** The English rows are fewer. */
const optionsOf = { cyrillic: { ...options, averaged: 4 }, latin: { ...options, least: 2 } } as const

const [folder = '.', packages = 'node_modules', help = '/usr/share/help', ...flags] = process.argv.slice(2)
const pools = { uk: await poolOf('uk', packages), ru: await poolOf('ru', packages) }
const english = await englishPool(packages)
/** How often each text with spans is given with other names, in either language. */
const copies = 2
/** And how often each of our own sentences: they alone are Ukrainian prose. */
const ownCopies = 8
const files = (room: string, stem: string) =>
  readdirSync(join(folder, room))
    .filter(name => name.startsWith(stem) && name.endsWith('.jsonl'))
    .map(name => join(folder, room, name))

/** MIT: factRuEval-2016. CC BY-SA: UD Russian GSD and Taiga, UD Ukrainian ParlaMint, Universal NER over UD English EWT, GNOME. */
const teaching: Readonly<Record<'cyrillic' | 'latin', readonly Row[]>> = {
  cyrillic: [
    ...files('c', 'ru').flatMap(path => spanRows(path, ['factru'])),
    ...files('b', 'tok_ru').flatMap(path => tokenRows(path, ['Russian-GSD', 'Russian-Taiga'])),
    ...files('b', 'tok_uk').flatMap(path => tokenRows(path, ['Ukrainian-ParlaMint'])),
    ...markedRows(new URL('tagger-sentences.uk.txt', import.meta.url), 'own-uk'),
    ...helpRows(join(help, 'uk/gnome-help'), 'uk', 0),
    ...helpRows(join(help, 'ru/gnome-help'), 'ru', 0),
  ],
  latin: [
    ...files('c', 'en').flatMap(path => spanRows(path, ['uner-ewt'])),
    ...helpRows(join(help, 'C/gnome-help'), 'en', 0),
  ],
}

const languageOf = (row: Row): TaggedLanguage =>
  /^Ukrainian|[+-]uk$/.test(row.source) ? 'uk' : /^uner-ewt|-en$/.test(row.source) ? 'en' : 'ru'
const lessons = (rows: readonly Row[]) => [...rows, ...renamed(rows)].flatMap(row => lessonsOf(row, languageOf(row)))

/** Other names in the texts: what is learned from a text is then less what its names are than where they stand. */
const renamed = (rows: readonly Row[]): Row[] =>
  Object.entries(copiesOf).flatMap(([source, copy]) =>
    rows.filter(row => row.source === source).flatMap((row, i) => copy(row, i * 31)),
  )

const copiesOf: Readonly<Record<string, (row: Row, seed: number) => Row[]>> = {
  factru: (row, seed) =>
    seeds(seed, copies).flatMap(s => [otherNames(row, 'uk', pools.uk, s + 1), otherNames(row, 'ru', pools.ru, s + 2)]),
  'own-uk': (row, seed) => seeds(seed, ownCopies).map(s => otherNames(row, 'uk', pools.uk, s + 3)),
  'uner-ewt': (row, seed) => seeds(seed, copies).map(s => otherEnglishNames(row, english, s + 1)),
}

const seeds = (first: number, count: number): number[] => Array.from({ length: count }, (_, k) => first + k * 7919)

function packed(weights: Weights): Packed {
  const { bytes, ...rest } = pack(weights)
  return { ...rest, rows: linesOf(Uint8Array.from(bytes)) }
}

/** Rows of one document stay together. */
const documentOf = ({ id, source }: Row): string =>
  source === 'factru' || source.startsWith('help') ? id : id.replace(/[-.]\w+$/, '')

function check(rows: readonly Row[], options: LearnOptions): void {
  const documents = [...new Set(rows.map(documentOf))]
  const place = new Map(documents.map((name, i) => [name, i % 3]))
  const weights = unpack(packed(learn(lessons(rows.filter(row => place.get(documentOf(row)) !== 0)), options)))
  const sums = new Map<string, { right: number; said: number; gold: number }>()
  for (const row of rows.filter(row => place.get(documentOf(row)) === 0)) {
    const sum = sums.get(row.source) ?? { right: 0, said: 0, gold: 0 }
    sums.set(row.source, sum)
    const gold = new Set(row.spans.filter(([, , kind]) => kind !== 'other').map(([start, end]) => `${start}-${end}`))
    const said = spansIn(weights, row.text, languageOf(row))
    sum.gold += gold.size
    sum.said += said.length
    sum.right += said.filter(({ start, end }) => gold.has(`${start}-${end}`)).length
  }
  for (const [source, { right, said, gold }] of sums) {
    const percent = (a: number, b: number) => ((100 * a) / b).toFixed(1)
    if (gold === 0) {
      process.stdout.write(`${source}: ${said} found where there is hardly a name\n`)
      continue
    }
    process.stdout.write(
      `${source}: precision ${percent(right, said)} recall ${percent(right, gold)} F1 ${percent(2 * right, said + gold)}\n`,
    )
  }
}

for (const script of ['cyrillic', 'latin'] as const) {
  if (flags.includes('--check')) {
    check(teaching[script], optionsOf[script])
    continue
  }
  const weights = packed(learn(lessons(teaching[script]), optionsOf[script]))
  const path = new URL(`../../src/names/tagger/weights-${script}.json`, import.meta.url)
  writeFileSync(path, `${JSON.stringify(weights, null, 2)}\n`)
  process.stdout.write(`${script}: ${weights.rows.join('').length} characters\n`)
}
