import { buildTrie, matches } from './chunks.ts'
import { cyrillicSymbols, encodeCyrillic, foldCyrillic, markCyrillic } from './letters.ts'
import { once } from './model.ts'
import { type Candidate, rankForEnglish } from './ranking.ts'
import { sourceOf } from './source.ts'
import packed from './styles.json' with { type: 'json' }

export interface Spelling {
  /** As a name is written: capitals at the beginning and after hyphens. */
  readonly text: string
  /** Share among the spellings that the model finds. */
  readonly probability: number
}

export interface SpellingOptions {
  /** How many at most. Default 25. */
  readonly limit?: number
  /** BCP 47 language whose spellings are wanted; all where absent or unknown. */
  readonly language?: string
}

/**
 * Ways of spelling that hang together (sz for ш goes with w for в), as P(Latin chunk | Cyrillic chunk, way).
 */
export interface PackedStyles {
  /** One step of a packed natural logarithm. */
  readonly step: number
  /** Shares of the ways by the letters of the original ("uk"), and by target language ("en uk", "en all"). */
  readonly priors: Readonly<Record<string, string>>
  /** "x y CHARACTERS": a character a way, code 33 for P = 1 and one more for each step down. */
  readonly operations: readonly string[]
}

type Generator = (folded: string, limit: number, language?: string) => readonly Candidate[]

interface Way {
  readonly texts: readonly string[]
  readonly logs: readonly number[]
}

/** A way is not followed where it has less than this share, nor a chunk that has less. */
const leastShare = 0.01
const leastLog = Math.log(0.004)

export function generate({ step, priors, operations }: PackedStyles): Generator {
  const chunks = [...new Set(['', ...cyrillicSymbols, ...operations.map(line => line.slice(0, line.indexOf(' ')))])]
  const trie = buildTrie(chunks.map(encodeCyrillic))
  const ids = new Map(chunks.map((chunk, id) => [chunk, id]))
  const count = operations[0]!.split(' ')[2]!.length
  const ways = Array.from({ length: count }, () =>
    chunks.map((): { texts: string[]; logs: number[] } => ({ texts: [], logs: [] })),
  )
  for (const line of operations) {
    const [x, y, codes] = line.split(' ')
    for (let s = 0; s < count; s++) {
      const { texts, logs } = ways[s]![ids.get(x!)!]!
      texts.push(y!)
      logs.push(-(codes!.charCodeAt(s) - 33) * step)
    }
  }
  for (const way of ways) {
    way.forEach(keepLikely)
    for (const symbol of cyrillicSymbols) fallBack(way, ids.get(symbol)!, ids.get(symbol.toLowerCase())!)
  }
  return (folded, limit, language) => {
    const shares = sharesOf(priors, sourceOf(folded), language)
    const found = matches(trie, encodeCyrillic(markCyrillic(folded)))
    const sums = new Map<string, number>()
    shares.forEach((share, s) => {
      if (share < leastShare) return
      for (const [text, log] of follow(ways[s]!, found, limit))
        sums.set(text, (sums.get(text) ?? 0) + share * Math.exp(log))
    })
    // A spelling that can be cut in several ways was counted for each: shares of the whole, not probabilities yet.
    const whole = [...sums.values()].reduce((sum, p) => sum + p, 0)
    const sorted = [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, limit)
    return sorted.map(([text, p]) => [text, p / whole])
  }
}

function sharesOf(priors: PackedStyles['priors'], source: string, language: string | undefined): number[] {
  const target = language?.split('-')[0]
  const line = (target && (priors[`${target} ${source}`] ?? priors[`${target} all`])) || priors[source] || priors.all!
  return line.split(' ').map(Number)
}

/** A letter that no training name has is written as its like without a glide, or not at all (ъ). */
function fallBack(way: { texts: string[]; logs: number[] }[], symbol: number, plain: number): void {
  if (way[symbol]!.texts.length > 0) return
  const like = way[plain]!
  way[symbol] = like.texts.length > 0 ? like : { texts: [''], logs: [0] }
}

/** Drops what is hardly ever written, but leaves the likeliest: no name shall be without a spelling. */
function keepLikely({ texts, logs }: { texts: string[]; logs: number[] }): void {
  if (logs.length === 0) return
  const most = Math.max(...logs)
  const kept = texts.map((text, i) => ({ text, log: logs[i]! })).filter(({ log }) => log >= leastLog || log === most)
  texts.splice(0, texts.length, ...kept.map(({ text }) => text))
  logs.splice(0, logs.length, ...kept.map(({ log }) => log))
}

interface Step {
  readonly text: string
  readonly log: number
  readonly before: Step | undefined
}

/** The likeliest spellings by one way, some perhaps twice: a beam at each place of the name. */
function follow(way: readonly Way[], found: ReturnType<typeof matches>, limit: number): [string, number][] {
  const beams: Step[][] = Array.from({ length: found.length + 1 }, () => [])
  beams[0]!.push({ text: '', log: 0, before: undefined })
  for (let i = 0; i < found.length; i++) {
    const beam = beams[i]!
    if (beam.length > limit) beam.sort((a, b) => b.log - a.log).length = limit
    for (let m = found.from[i]! + 1; m < found.from[i + 1]!; m++) {
      const { texts, logs } = way[found.ids[m]!]!
      const to = beams[i + found.lengths[m]!]!
      for (let k = 0; k < texts.length; k++)
        for (const before of beam) to.push({ text: texts[k]!, log: before.log + logs[k]!, before })
    }
  }
  const last = beams[found.length]!.sort((a, b) => b.log - a.log).slice(0, limit * 2)
  return last.map(step => [spelled(step), step.log])
}

function spelled(last: Step): string {
  let out = ''
  for (let step: Step | undefined = last; step; step = step.before) out = step.text + out
  return out.replace(/[\^$]/g, '')
}

const generator = once(() => generate(packed))

/** So many spellings are followed where the order is learned. */
export const breadth = 200

function spell(folded: string, limit: number, language: string | undefined): readonly Candidate[] {
  if (language?.split('-')[0] !== 'en') return generator()(folded, limit, language)
  return rankForEnglish(folded, generator()(folded, Math.max(limit, breadth), language)).slice(0, limit)
}

/** Latin spellings of a Cyrillic name, likeliest first. */
export function spellings(cyrillic: string, options: SpellingOptions = {}): readonly Spelling[] {
  return spell(foldCyrillic(cyrillic), options.limit ?? 25, options.language).map(([text, probability]) => ({
    text: text.replace(/(?:^|-)\p{Ll}/gu, start => start.toUpperCase()),
    probability,
  }))
}
