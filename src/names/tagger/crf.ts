/** What a token is: outside, or the beginning or the inside of a person's, a place's or another name. */
export const tags = ['O', 'B-person', 'I-person', 'B-place', 'I-place', 'B-other', 'I-other'] as const
export const tagCount = tags.length

/** Inside may stand only after the beginning or the inside of the same kind; a chain begins at no inside. */
export const mayFollow = (previous: number, tag: number): boolean =>
  tag === 0 || tag % 2 === 1 || previous === tag || previous === tag - 1
export const mayBegin = (tag: number): boolean => tag === 0 || tag % 2 === 1

/** Scores of a chain of n tokens: `unary` n × tags, `pair` tags × tags; natural logarithms up to a constant. */
export interface Chain {
  readonly length: number
  readonly unary: Float64Array
  readonly pair: Float64Array
}

const none = Number.NEGATIVE_INFINITY

/** log Σ exp over what may stand before (or after) is taken against the greatest term. */
function logSum(terms: Float64Array, count: number): number {
  let most = none
  for (let i = 0; i < count; i++) if (terms[i]! > most) most = terms[i]!
  if (most === none) return none
  let sum = 0
  for (let i = 0; i < count; i++) sum += Math.exp(terms[i]! - most)
  return most + Math.log(sum)
}

const terms = new Float64Array(tagCount)

/** Logarithms of the sums over all beginnings that end in a tag. O(n · tags²). */
export function forward({ length, unary, pair }: Chain): Float64Array {
  const alpha = new Float64Array(length * tagCount).fill(none)
  for (let t = 0; t < tagCount; t++) if (mayBegin(t)) alpha[t] = unary[t]!
  for (let i = 1; i < length; i++) {
    for (let t = 0; t < tagCount; t++) {
      const own = unary[i * tagCount + t]!
      if (own === none) continue
      for (let p = 0; p < tagCount; p++)
        terms[p] = mayFollow(p, t) ? alpha[(i - 1) * tagCount + p]! + pair[p * tagCount + t]! : none
      alpha[i * tagCount + t] = logSum(terms, tagCount) + own
    }
  }
  return alpha
}

/** Logarithms of the sums over all ends that follow a tag, the tag's own score left out. */
export function backward({ length, unary, pair }: Chain): Float64Array {
  const beta = new Float64Array(length * tagCount)
  for (let i = length - 2; i >= 0; i--) {
    for (let t = 0; t < tagCount; t++) {
      for (let n = 0; n < tagCount; n++) {
        const at = (i + 1) * tagCount + n
        terms[n] = mayFollow(t, n) ? pair[t * tagCount + n]! + unary[at]! + beta[at]! : none
      }
      beta[i * tagCount + t] = logSum(terms, tagCount)
    }
  }
  return beta
}

export function logTotal(alpha: Float64Array, length: number): number {
  return logSum(alpha.subarray((length - 1) * tagCount, length * tagCount), tagCount)
}
