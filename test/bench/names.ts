import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  blockingKeys,
  cluster,
  compareFullNames,
  likeness,
  prepare,
  relate,
  score,
  spellings,
  threshold,
} from '../../src/names/index.ts'

type Row = Readonly<Record<string, string>>

interface Judged {
  readonly label: boolean
  readonly score: number
  readonly same: boolean
  readonly cat: string
}

/** Figures of the name engine on a folder of labelled names, with the weights and thresholds that are shipped. */
export async function run({ data }: { data: string | undefined }): Promise<Record<string, number | string>> {
  if (!data || !existsSync(data)) return { skipped: 'no data folder: give one with --data DIR' }
  const figures: Record<string, number | string> = {}
  const pairs = rows(data, 'pairs')
  if (pairs.length) Object.assign(figures, pairFigures(pairs))
  const originals = rows(data, 'cyrlat')
  if (originals.length) Object.assign(figures, originalFigures(originals), generationFigures(originals))
  const places = rows(data, 'pairs_place')
  if (places.length) figures['places.f1'] = f1(places.map(row => judge(row, 'place')))
  const full = rows(data, 'fullname')
  if (full.length) Object.assign(figures, fullFigures(full))
  const archive = rows(data, 'archive_gold')
  if (archive.length) figures['archive.f1'] = archiveF1(archive, lines(data, 'archive_distractors'))
  const gender = rows(data, 'gender')
  if (gender.length) figures['gender.same'] = share(gender, row => judge(row, 'person').same)
  if (pairs.length) Object.assign(figures, blockingFigures(pairs))
  return Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [key, typeof value === 'number' ? Number(value.toFixed(4)) : value]),
  )
}

function find(folder: string, name: string, ending: string): string | undefined {
  const pattern = new RegExp(`^${name}(?:\\.[^.]+)?\\.${ending}$`)
  const file = readdirSync(folder)
    .filter(entry => pattern.test(entry))
    .sort()[0]
  return file && join(folder, file)
}

function lines(folder: string, name: string, ending = 'txt'): string[] {
  const file = find(folder, name, ending)
  return file ? readFileSync(file, 'utf8').split(/\r?\n/).filter(Boolean) : []
}

function rows(folder: string, name: string): Row[] {
  const [head, ...rest] = lines(folder, name, 'tsv').map(line => line.split('\t'))
  return rest.map(cells => Object.fromEntries(head!.map((column, i) => [column, cells[i] ?? ''])))
}

const share = <T>(items: readonly T[], test: (item: T) => boolean): number => items.filter(test).length / items.length

/** One name, as the data counts it: spellings and twins. */
function judge(row: Row, kind: 'person' | 'place'): Judged {
  const verdict = relate(prepare(row.a!), prepare(row.b!), kind)
  const same = verdict.relation === 'spelling' || verdict.relation === 'twin'
  const value = verdict.relation === 'gender-form' ? 0 : verdict.score
  return { label: row.label === '1', score: value, same, cat: row.cat ?? '' }
}

function f1(items: readonly Judged[]): number {
  const hits = items.filter(item => item.same && item.label).length
  const called = items.filter(item => item.same).length
  const positives = items.filter(item => item.label).length
  return (2 * hits) / (called + positives)
}

/** Average precision and the recall where precision is still at least so high; equal scores are taken together. */
function ranking(items: readonly Judged[]) {
  const sorted = [...items].sort((a, b) => b.score - a.score)
  const positives = sorted.filter(item => item.label).length
  const recallAt = (least: number) => {
    let hits = 0
    let best = 0
    sorted.forEach((item, i) => {
      if (item.label) hits++
      const last = sorted[i + 1]?.score !== item.score
      if (last && hits / (i + 1) >= least) best = hits / positives
    })
    return best
  }
  let hits = 0
  let before = 0
  let ap = 0
  sorted.forEach((item, i) => {
    if (item.label) hits++
    if (sorted[i + 1]?.score === item.score) return
    ap += ((hits - before) / positives) * (hits / (i + 1))
    before = hits
  })
  return { ap, recallAt }
}

function pairFigures(data: readonly Row[]): Record<string, number> {
  const judged = data.map(row => judge(row, 'person'))
  const { ap, recallAt } = ranking(judged)
  const wrong = (cat: string) =>
    share(
      judged.filter(item => item.cat === cat),
      item => item.same,
    )
  return {
    'pairs.f1': f1(judged),
    'pairs.ap': ap,
    'pairs.recallAtP95': recallAt(0.95),
    'pairs.recallAtP99': recallAt(0.99),
    'pairs.fpr.hardCyr': wrong('hard-cyr'),
    'pairs.fpr.hardLat': wrong('hard-lat'),
    pairsPerSecond: pairsPerSecond(data),
  }
}

/** Scored pairs a second of one core's time, the names read once each. */
function pairsPerSecond(data: readonly Row[]): number {
  const prepared = data.map(row => [prepare(row.a!), prepare(row.b!)] as const)
  const start = process.cpuUsage()
  let sum = 0
  for (let round = 0; round < 3; round++) for (const [a, b] of prepared) sum += likeness(a, b)
  const { user, system } = process.cpuUsage(start)
  const seconds = (user + system) / 1e6
  return sum > 0 ? Math.round((3 * prepared.length) / seconds) : 0
}

function originalFigures(data: readonly Row[]): Record<string, number> {
  const judged = data.map(row => {
    const value = score(row.cyr!, row.lat!)
    return { label: row.label === '1', score: value, same: value >= threshold, cat: row.cat! }
  })
  return { 'cyrlat.f1': f1(judged), 'cyrlat.recallAtP99': ranking(judged).recallAt(0.99) }
}

function generationFigures(data: readonly Row[]): Record<string, number> {
  const direct = data.filter(row => row.label === '1' && row.cat === 'direct')
  const isEnglish = (row: Row) => row.latlang!.split('+').some(language => /^en(?:[-_]|$)/.test(language))
  const made = new Map<string, readonly string[]>()
  const rank = (row: Row, language: string | undefined): number => {
    const key = `${row.cyr} ${language ?? ''}`
    const list =
      made.get(key) ??
      spellings(row.cyr!, { limit: 100, ...(language !== undefined && { language }) }).map(s => s.text.toLowerCase())
    made.set(key, list)
    const at = list.indexOf(row.lat!.normalize('NFC').toLowerCase())
    return at < 0 ? Number.POSITIVE_INFINITY : at
  }
  const english = direct.filter(isEnglish).map(row => rank(row, 'en'))
  const any = direct.map(row => rank(row, undefined))
  return {
    'generation.at5': share(english, at => at < 5),
    'generation.at25': share(english, at => at < 25),
    'generation.at100': share(english, at => at < 100),
    'generation.any.at100': share(any, at => at < 100),
  }
}

function fullFigures(data: readonly Row[]): Record<string, number> {
  const judged = data.map(row => {
    const { relation, score: value } = compareFullNames(row.a!, row.b!)
    return { label: row.label === '1', score: value, same: relation === 'same', cat: row.cat! }
  })
  return { 'fullnames.f1': f1(judged), 'fullnames.recallAtP99': ranking(judged).recallAt(0.99) }
}

/** Pairwise over the variants of all clusters with the distractors among them; a pair with a distractor is never right. */
function archiveF1(gold: readonly Row[], distractors: readonly string[]): number {
  const home = new Map<string, string>()
  const names: { text: string; count: number }[] = distractors.map(text => ({ text, count: 1 }))
  for (const row of gold)
    for (const entry of row['variants(count)']!.split(' ').filter(Boolean)) {
      const cut = entry.lastIndexOf(':')
      home.set(entry.slice(0, cut), row.cluster!)
      names.push({ text: entry.slice(0, cut), count: Number(entry.slice(cut + 1)) })
    }
  let hits = 0
  let called = 0
  for (const { members } of cluster(names, { withoutOriginals: true }))
    members.forEach(({ text: a }, i) => {
      for (const { text: b } of members.slice(i + 1)) {
        const [x, y] = [home.get(a), home.get(b)]
        if (x === undefined && y === undefined) continue
        called++
        if (x === y) hits++
      }
    })
  const sizes = new Map<string, number>()
  for (const id of home.values()) sizes.set(id, (sizes.get(id) ?? 0) + 1)
  const positives = [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0)
  return (2 * hits) / (called + positives)
}

const poolSize = 8000

function blockingFigures(data: readonly Row[]): Record<string, number> {
  const pool = [...new Set(data.flatMap(row => [row.a!, row.b!]))].sort((a, b) => (a < b ? -1 : 1)).slice(0, poolSize)
  const byKey = new Map<string, number[]>()
  pool.forEach((name, i) => {
    for (const key of blockingKeys(name)) byKey.set(key, [...(byKey.get(key) ?? []), i])
  })
  const met = pool.map((name, i) => {
    const others = new Set(blockingKeys(name).flatMap(key => byKey.get(key)!))
    return others.size - Number(others.has(i))
  })
  const positives = data.filter(row => row.label === '1')
  return {
    'blocking.completeness': share(positives, row => {
      const keys = new Set(blockingKeys(row.a!))
      return blockingKeys(row.b!).some(key => keys.has(key))
    }),
    'blocking.candidates': met.reduce((sum, n) => sum + n, 0) / pool.length,
  }
}
