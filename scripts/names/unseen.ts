import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { foldCyrillic, foldLatin } from '../../src/names/letters.ts'
import { identity, rows } from './data.ts'
import { families, learnFullNames } from './full.ts'
import { copyHouse } from './house.ts'
import { foldOf } from './pair-data.ts'
import { learnComparison, learnGeneration } from './weights.ts'

/**
 * tsx scripts/names/unseen.ts DATA FOLD [generation]: the figures of the benchmark on a fifth of the names, with weights
 * that were learned from the others.
 */
async function main(data: string, fold: number, only?: string): Promise<void> {
  const chosen = (names: readonly number[]) => names.every(name => foldOf(name) !== fold)
  const weights = {
    ...learnGeneration(data, chosen),
    ...(only === 'generation'
      ? {}
      : { ...learnComparison(data, chosen), 'full-names': await learnFullNames(data, chosen) }),
  }
  const house = copyHouse(weights)
  const part = join(house, 'data')
  mkdirSync(part)
  const familyOf = families(data)
  const namesOf = { ...namesByOriginals, fullname: (row: Row) => [familyOf(row)] }
  writeFold(data, part, fold, only === 'generation' ? { cyrlat: ofOriginal } : namesOf)
  const bench = await import(pathToFileURL(join(house, 'test/bench/names.ts')).href)
  const figures = (await bench.run({ data: part })) as Record<string, number>
  for (const [key, value] of Object.entries(figures)) process.stdout.write(`${key.padEnd(36)} ${value}\n`)
  rmSync(house, { recursive: true })
}

type Row = Record<string, string>

const ofPair = (row: Row): readonly number[] =>
  row.cyr === ''
    ? [identity([row.a!, row.b!].map(foldLatin).sort()[0]!)]
    : row.cyr!.split('|').map(original => identity(original.split('/').sort()[0]!))

const ofOriginal = (row: Row): readonly number[] => [identity(foldCyrillic(row.cyr!))]

type NamesOf = Readonly<Record<string, (row: Row) => readonly number[]>>

/** By which names a row of each file falls into a fold. */
const namesByOriginals: NamesOf = {
  pairs: ofPair,
  pairs_place: ofPair,
  gender: ofPair,
  cyrlat: ofOriginal,
}

/**
 * Does a row fall into the fold? A row of two names does so by either, and would nearly twice as often: five of nine such rows
 * are taken, so that the shares of rows stay.
 */
function falls(names: readonly number[], fold: number): boolean {
  if (!names.some(name => foldOf(name) === fold)) return false
  return names.length === 1 || names.reduce((sum, name) => sum ^ (name >>> 5), 0) % 9 < 5
}

function writeFold(from: string, to: string, fold: number, namesOf: NamesOf): void {
  for (const [file, namesIn] of Object.entries(namesOf)) {
    const all = rows(from, file)
    if (all.length === 0) continue
    const columns = Object.keys(all[0]!)
    const chosen = all.filter(row => falls(namesIn(row), fold))
    const lines = [columns, ...chosen.map(row => columns.map(column => row[column]!))].map(cells => cells.join('\t'))
    writeFileSync(join(to, `${file}.tsv`), `${lines.join('\n')}\n`)
  }
}

const [data, fold, only] = process.argv.slice(2)
if (!data) process.exitCode = 2
else await main(data, Number(fold ?? 0), only)
