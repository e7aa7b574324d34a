import { foldCyrillic, foldLatin } from '../../src/names/letters.ts'
import { identity, rows, trainable } from './data.ts'
import { minedNegatives } from './mined.ts'

export interface Example {
  readonly a: string
  readonly b: string
  readonly label: 0 | 1
  readonly weight: number
  readonly place: boolean
  readonly cat: string
  readonly source: string
  /** Identities of the names on both sides. */
  readonly names: readonly number[]
}

function example(row: Record<string, string>, place: boolean): Example {
  const originals = row.cyr!.split('|')
  const names =
    row.cyr === ''
      ? [identity([row.a!, row.b!].sort()[0]!)]
      : originals.map(original => identity(original.split('/').sort()[0]!))
  return {
    a: foldLatin(row.a!),
    b: foldLatin(row.b!),
    label: row.label === '1' ? 1 : 0,
    weight: 1,
    place,
    cat: row.cat!,
    source: row.source!,
    names,
  }
}

export function labelledPairs(folder: string): Example[] {
  return [
    ...rows(folder, 'pairs').map(row => example(row, false)),
    ...rows(folder, 'pairs_place').map(row => example(row, true)),
  ]
}

/** Pairs of spellings of one original, from the Cyrillic-Latin rows; at most `limit` for an original. */
export function derivedPairs(folder: string, limit: number): Example[] {
  const out: Example[] = []
  for (const [file, place] of [
    ['cyrlat', false],
    ['cyrlat_place', true],
  ] as const) {
    const groups = new Map<string, string[]>()
    for (const row of rows(folder, file)) {
      if (row.label !== '1' || row.cat !== 'direct' || !trainable(row.source!)) continue
      const key = foldCyrillic(row.cyr!)
      const list = groups.get(key) ?? []
      if (list.length === 0) groups.set(key, list)
      list.push(foldLatin(row.lat!))
    }
    for (const [original, list] of groups) {
      const all = [...new Set(list)].sort()
      let count = 0
      for (let step = 1; step < all.length; step++)
        for (let i = 0; i + step < all.length && count < limit; i++) {
          count++
          out.push({
            a: all[i]!,
            b: all[i + step]!,
            label: 1,
            weight: 1,
            place,
            cat: 'derived',
            source: 'cyrlat',
            names: [identity(original)],
          })
        }
    }
  }
  return out
}

export const folds = 5
export const foldOf = (name: number): number => name % folds
/** Is any name of the example in the fold? */
export const touches = (example: Example, fold: number): boolean => example.names.some(name => foldOf(name) === fold)

/** Everything that may train on pairs of Latin spellings. */
export const trainingPairs = (folder: string): Example[] => [
  ...labelledPairs(folder).filter(e => trainable(e.source)),
  ...derivedPairs(folder, 12),
  ...minedNegatives(folder, 12_000),
]
