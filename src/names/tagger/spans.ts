import { backward, type Chain, forward, logTotal, tagCount } from './crf.ts'

/** A stretch of a chain that may be a name, end excluded, and how likely it is to be a person's or a place's. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly person: number
  readonly place: number
}

const begins = { person: 1, place: 3 } as const

/** P(exactly this stretch is a name of the kind), for every stretch that is at all likely and not too long. O(length). */
export function stretches(chain: Chain): Stretch[] {
  const { length } = chain
  const alpha = forward(chain)
  const beta = backward(chain)
  const total = logTotal(alpha, length)
  const found: Stretch[] = []
  for (let from = 0; from < length; from++) {
    const person = ending(chain, alpha, beta, from, begins.person, total)
    const place = ending(chain, alpha, beta, from, begins.place, total)
    for (let to = from + 1; to <= Math.min(length, from + longest); to++) {
      const p = person[to - from - 1] ?? 0
      const l = place[to - from - 1] ?? 0
      if (p + l > least) found.push({ from, to, person: p, place: l })
    }
  }
  return found
}

const least = 0.02
/** Tokens that a name may have: no list of capitals is one name. */
const longest = 12

/** P(a name of the kind begins at `from` and ends before `from + k + 1`) for each k, until hopeless. */
function ending(
  { length, unary, pair }: Chain,
  alpha: Float64Array,
  beta: Float64Array,
  from: number,
  begin: number,
  total: number,
): number[] {
  const inside = begin + 1
  const out: number[] = []
  let path = alpha[from * tagCount + begin]! - total
  for (let at = from; at < Math.min(length, from + longest); at++) {
    const tag = at === from ? begin : inside
    if (at > from)
      path += pair[(at === from + 1 ? begin : inside) * tagCount + inside]! + unary[at * tagCount + inside]!
    if (path + beta[at * tagCount + tag]! < Math.log(least)) break
    out.push(Math.exp(path + closing(length, unary, pair, beta, at, tag, inside)))
  }
  return out
}

/** log Σ over what may follow a name that ends at `at`. */
function closing(
  length: number,
  unary: Float64Array,
  pair: Float64Array,
  beta: Float64Array,
  at: number,
  tag: number,
  inside: number,
): number {
  if (at === length - 1) return 0
  let sum = 0
  for (let next = 0; next < tagCount; next++) {
    if (next === inside || (next % 2 === 0 && next > 0)) continue
    sum += Math.exp(
      pair[tag * tagCount + next]! + unary[(at + 1) * tagCount + next]! + beta[(at + 1) * tagCount + next]!,
    )
  }
  return Math.log(sum)
}

/** Stretches that do not overlap with the greatest sum of (probability − floor). O(length + stretches). */
export function choose(all: readonly Stretch[], length: number, floor: number): Stretch[] {
  const best = new Float64Array(length + 1)
  const taken: (Stretch | undefined)[] = []
  const byEnd: Stretch[][] = Array.from({ length: length + 1 }, () => [])
  for (const stretch of all) byEnd[stretch.to]!.push(stretch)
  for (let end = 1; end <= length; end++) {
    best[end] = best[end - 1]!
    for (const stretch of byEnd[end]!) {
      const gain = best[stretch.from]! + stretch.person + stretch.place - floor
      if (gain > best[end]!) {
        best[end] = gain
        taken[end] = stretch
      }
    }
  }
  const out: Stretch[] = []
  for (let end = length; end > 0; ) {
    const stretch = taken[end]
    if (stretch) out.push(stretch)
    end = stretch ? stretch.from : end - 1
  }
  return out.reverse()
}
