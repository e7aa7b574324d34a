import type { Mention } from './candidates.ts'
import { type Cluster, cluster, withOriginal } from './cluster.ts'
import { givenLanguage } from './given.ts'

export interface Counted extends Mention {
  /** How many mentions this one stands for. Default 1. */
  readonly count?: number
}

/** Spellings of what seems one name, within one text or archive. */
export interface Inconsistency<M extends Mention = Mention> {
  readonly cluster: Cluster
  /** 0 to 1: how sure it is that the spellings are of one name and that it is a name of the house's languages. */
  readonly confidence: number
  /** Places of each spelling, in the order of `cluster.members`. */
  readonly mentions: readonly (readonly M[])[]
  /** Where the given names beside the spellings are of one language. */
  readonly language?: 'uk' | 'ru'
}

export interface InconsistencyOptions {
  /** Groups below this confidence are not reported. Default: the measured threshold. */
  readonly threshold?: number
  /** Leave the hidden originals out: they cost milliseconds a group. Default false. */
  readonly withoutOriginals?: boolean
  /** Leave the listed twins of other languages out. Default false. */
  readonly withoutTwins?: boolean
}

/** Above this confidence a group is reported: measured so that other languages' names seldom are. */
export const reportAt = 0.5

/** Groups of mentions that spell one name in several ways; differences of capitals alone are none. */
export function findInconsistent<M extends Counted>(
  mentions: Iterable<M>,
  options: InconsistencyOptions = {},
): readonly Inconsistency<M>[] {
  const bySpelling = spelled(mentions)
  const least = options.threshold ?? reportAt
  const eligible = [...bySpelling].filter(([text, list]) => slavicOf(list) > leastSlavic && !isPlural(text, bySpelling))
  const names = eligible.map(([text, list]) => ({ text, count: list.reduce((sum, one) => sum + countOf(one), 0) }))
  const found = cluster(names, { withoutOriginals: true, withoutTwins: options.withoutTwins ?? false })
  return found
    .filter(group => !isGentilic(group))
    .flatMap(group => {
      const lists = group.members.map(member => bySpelling.get(member.text)!)
      const [first, second] = lists.map(slavicOf).sort((x, y) => y - x) as [number, number]
      // If they are one name, each spelling is evidence of what kind of name it is; one alone may be chance.
      const slavic = (first + second) / 2
      const confidence = group.confidence * slavic
      return confidence >= least
        ? [described({ cluster: group, confidence, mentions: lists }, options.withoutOriginals ?? false)]
        : []
    })
}

/** The given names beside the spellings tell their language, and so the letters of the original. */
function described<M extends Counted>(found: Inconsistency<M>, plain: boolean): Inconsistency<M> {
  if (plain) return found
  const language = givenLanguage(found.mentions.flat().flatMap(({ before }) => before ?? []))
  return { ...found, cluster: withOriginal(found.cluster, language), ...(language && { language }) }
}

/** “Two Ivasiuks” beside “Ivasiuk”: a family, no other spelling. */
export const isPlural = (text: string, known: ReadonlyMap<string, unknown>): boolean =>
  /[^s]s$/iu.test(text) &&
  (known.has(text.slice(0, -1)) || (/(?:[cs]h|z|x)es$/iu.test(text) && known.has(text.slice(0, -2))))

/** Nepal and Nepali: a country and its people. Surnames in -ski have the -i themselves. */
const isGentilic = ({ members }: Cluster): boolean =>
  members.length === 2 &&
  /^(.+[^aeiouyk])\n\1i$/iu.test(
    members
      .map(({ text }) => text)
      .sort(byLength)
      .join('\n'),
  )

const byLength = (a: string, b: string): number => a.length - b.length

/** Mentions by spelling; of spellings that differ in capitals alone (N'Ko, N'ko) the most frequent stands for all. */
function spelled<M extends Counted>(mentions: Iterable<M>): ReadonlyMap<string, readonly M[]> {
  const byLetters = new Map<string, M[]>()
  for (const mention of mentions) {
    const letters = mention.text.toLowerCase()
    const list = byLetters.get(letters)
    if (list) list.push(mention)
    else byLetters.set(letters, [mention])
  }
  return new Map([...byLetters.values()].map(list => [mostFrequent(list), list]))
}

/** Of equally frequent spellings the first in code-point order. O(n log n). */
function mostFrequent(mentions: readonly Counted[]): string {
  const counts = new Map<string, number>()
  for (const mention of mentions) {
    const text = titleCase(mention.text)
    counts.set(text, (counts.get(text) ?? 0) + countOf(mention))
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]![0]
}

const countOf = ({ count = 1 }: Counted): number => count

const slavicOf = (list: readonly Mention[]): number => list.reduce((most, mention) => Math.max(most, mention.slavic), 0)

/** A spelling that looks less Slavic than this is never one of a group. */
export const leastSlavic = 0.02

/** PODOLYAK and Podolyak are one spelling. */
export const titleCase = (text: string): string =>
  text === text.toUpperCase() ? text.toLowerCase().replace(/(?:^|-)\p{L}/gu, start => start.toUpperCase()) : text
