import { wideKeys } from '../../src/names/blocking.ts'
import { observed } from './cyrillic-ops.ts'
import { identity, skeletonOf } from './data.ts'
import { random } from './latent.ts'
import type { Example } from './pair-data.ts'

/** Pairs of different names that share a blocking key: what clustering an archive has to tell apart. */
export function minedNegatives(folder: string, count: number): Example[] {
  const rows = observed(folder).filter(o => o.trains && o.label === 1)
  const names = [...new Map(rows.map(o => [o.latin, o])).values()].sort((a, b) => (a.latin < b.latin ? -1 : 1))
  const byKey = new Map<string, number[]>()
  names.forEach((name, i) => {
    for (const key of wideKeys(name.latin)) {
      const list = byKey.get(key) ?? []
      if (list.length === 0) byKey.set(key, list)
      list.push(i)
    }
  })
  const keys = [...byKey].filter(([, list]) => list.length > 1).sort((a, b) => (a[0] < b[0] ? -1 : 1))
  const next = random(11)
  const out = new Map<string, Example>()
  for (let tries = 0; out.size < count && tries < count * 20; tries++) {
    const list = keys[Math.floor(next() * keys.length)]![1]
    const [a, b] = [names[list[Math.floor(next() * list.length)]!]!, names[list[Math.floor(next() * list.length)]!]!]
    const [x, y] = [skeletonOf(a.original), skeletonOf(b.original)]
    if (distance(x, y) < 2 || consonants(x) === consonants(y)) continue
    out.set(`${a.latin} ${b.latin}`, {
      a: a.latin,
      b: b.latin,
      label: 0,
      weight: 1,
      place: a.place && b.place,
      cat: 'mined',
      source: 'cyrlat',
      names: [identity(a.original), identity(b.original)],
    })
  }
  return [...out.values()]
}

const consonants = (skeleton: string): string => skeleton.replace(/[аеиуюя]/g, '')

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(a[i - 1] !== b[j - 1])))
    row = next
  }
  return row[b.length]!
}
