import { markCyrillic } from '../../src/names/letters.ts'
import { sourceOf } from '../../src/names/source.ts'
import { type Observed, priorOf } from './cyrillic-ops.ts'
import { expect, type Lattice, lattice, normalise, shares as sharesOf } from './em.ts'
import { seedOf } from './seeds.ts'

/**
 * Ways of spelling that hang together: a name that writes sz for ш writes w for в. A mixture of conditional tables, begun
 * from the languages and from letters that give a way away, then left to expectation maximisation.
 */
export interface Styles {
  readonly graph: Lattice
  /** theta[style][operation] */
  readonly theta: readonly Float64Array[]
  /** Share of each style among all spellings, and among those in a target language, by the letters of the original. */
  readonly priors: Readonly<Record<string, readonly number[]>>
}

const northern = new Set(['nb', 'nn', 'da', 'sv', 'no'])
const hooked = new Set(['cs', 'sk', 'sl', 'hr', 'sh', 'bs', 'lv', 'lt', 'et', 'sr', 'fi'])
const southern = new Set(['es', 'pt', 'it', 'ca', 'ro', 'gl', 'eu', 'oc', 'ast'])

/** The first guess of a row's style; -1 where nothing tells. */
function firstGuess(row: Observed): number {
  const { latin, latinLanguages: languages } = row
  const any = (set: ReadonlySet<string>) => languages.some(l => set.has(l))
  if (/[čšžř]/.test(latin)) return 5
  if (/sz|cz|ł|ń|rz/.test(latin) || languages.includes('pl')) return 6
  if (/tsch|sch|w/.test(latin) || languages.includes('de')) return 7
  if (/ou|tch|^tch/.test(latin) || languages.includes('fr')) return 8
  if (/sj|tj|oe/.test(latin) || any(northern) || languages.includes('nl')) return 9
  if (any(hooked)) return 5
  if (any(southern)) return 10
  if (languages.includes('hu')) return 11
  if (/ii$|i[aeu](?!$)|iu|[aeiou]i(?=[^aeiou]|$)/.test(latin)) return 0
  if (/iy$|[aeiou]ye|^ye|'/.test(latin)) return 1
  if (/yi$|yy$|h(?![aeiou])/.test(latin) && row.language === 'uk') return 2
  if (/j/.test(latin)) return 4
  return 3
}

export const styleCount = 12

export function learnStyles(rows: readonly Observed[], steps = 8): Styles {
  const chosen = rows.filter(
    (o, i) =>
      o.label && o.cat === 'direct' && o.original.length < 18 && o.latin.length < 22 && (!o.place || i % 4 === 0),
  )
  const pairs = chosen.map(o => ({ x: markCyrillic(o.original), y: `^${o.latin}$`, weight: o.place ? 0.25 : 1 }))
  const options = { maxX: 3, maxY: 7, prior: priorOf, seed: seedOf, conditional: true, steps: 0 }
  const graph = lattice(pairs, options)
  let global = normalise(
    graph,
    graph.seed.map((s, i) => s + 0.01 * graph.prior[i]!),
    true,
  )
  const sources = chosen.map(o => sourceOf(o.original))
  let shares: number[][] = chosen.map(o => {
    const guess = firstGuess(o)
    return Array.from({ length: styleCount }, (_, s) => (s === guess ? 1 : 0))
  })
  let theta: Float64Array[] = []
  let final: Float64Array[] = []
  for (let step = 0; step < steps; step++) {
    const counts = Array.from({ length: styleCount }, () => new Float64Array(graph.ops.length))
    pairs.forEach((pair, i) => {
      for (let s = 0; s < styleCount; s++) {
        const share = shares[i]![s]!
        if (share > 0.01) expect(graph, i, theta[s] ?? global, counts[s]!, pair.weight * share)
      }
    })
    const all = graph.seed.map((seed, i) => seed + counts.reduce((sum, c) => sum + c[i]!, 0))
    global = normalise(graph, all, true)
    const totals = totalsOf(graph, global)
    const plain = sharesOf(graph, all)
    final = counts.map(c =>
      sharesOf(
        graph,
        c.map((n, i) => n + smoothing * plain[i]!),
      ),
    )
    theta = counts.map(c =>
      normalise(
        graph,
        c.map((n, i) => n + smoothing * (global[i]! / totals.get(graph.ops[i]![0])!)),
        true,
      ),
    )
    if (step === 0) continue
    const prior = priorsOf(chosen, sources, shares)
    shares = pairs.map((_, i) => {
      const own = prior[sources[i]!] ?? prior.all!
      const p = theta.map((t, s) => expect(graph, i, t) * own[s]!)
      const sum = p.reduce((x, y) => x + y, 0)
      return sum > 0 ? p.map(x => x / sum) : shares[i]!
    })
  }
  return { graph, theta: final, priors: priorsOf(chosen, sources, shares) }
}

const smoothing = 1

function totalsOf(graph: Lattice, theta: Float64Array): Map<string, number> {
  const totals = new Map<string, number>()
  graph.ops.forEach(([x], i) => {
    totals.set(x, (totals.get(x) ?? 0) + theta[i]!)
  })
  for (const [x, total] of totals) if (total <= 0) totals.set(x, 1)
  return totals
}

/** Keys: SOURCE, and "LANGUAGE SOURCE" for languages that have rows enough. */
function priorsOf(
  rows: readonly Observed[],
  sources: readonly string[],
  shares: readonly (readonly number[])[],
): Record<string, number[]> {
  const sums: Record<string, number[]> = {}
  const add = (key: string, share: readonly number[], weight: number) => {
    sums[key] ??= new Array<number>(styleCount).fill(0)
    share.forEach((p, s) => {
      sums[key]![s]! += p * weight
    })
  }
  rows.forEach((row, i) => {
    if (row.place) return
    add(sources[i]!, shares[i]!, 1)
    add('all', shares[i]!, 1)
    for (const language of new Set(row.latinLanguages.map(l => l.split(/[-_]/)[0]!))) {
      add(`${language} ${sources[i]}`, shares[i]!, 1)
      add(`${language} all`, shares[i]!, 1)
    }
  })
  const out: Record<string, number[]> = {}
  for (const [key, sum] of Object.entries(sums)) {
    const total = sum.reduce((x, y) => x + y, 0)
    if (total < 15) continue
    const wide = sums[key.includes(' ') ? `${key.split(' ')[0]} all` : 'all']!
    const whole = wide.reduce((x, y) => x + y, 0)
    out[key] = sum.map((n, s) =>
      Number(((n + (5 * wide[s]!) / whole + 0.01) / (total + 5 + 0.01 * styleCount)).toFixed(4)),
    )
  }
  return out
}
