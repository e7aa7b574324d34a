import { words } from '../segment/index.ts'

/** A segment to be counted. */
export interface Counted {
  readonly text: string
  readonly state: string
  /** The best match that the file offers for it, 0–100. */
  readonly match?: number
}

/** Words and numbers as `words` finds them; characters are code points without white space. */
export interface Volume {
  readonly segments: number
  readonly words: number
  readonly characters: number
}

export interface Tally {
  readonly total: Volume
  readonly states: Readonly<Record<string, Volume>>
  /** Each segment in one: its best match, else a repetition of an earlier segment, else new. */
  readonly bands: Readonly<Record<Band, Volume>>
}

/** Matches as translators are paid by; the lower bound of each. */
export const bands = ['repetition', '100', '95', '85', '75', '50', 'new'] as const
export type Band = (typeof bands)[number]

/** Counts segments by state and by what is known of them already: of the texts in `seen`, which it adds to. O(n). */
export function tally(segments: readonly Counted[], seen: Set<string> = new Set()): Tally {
  const total = counter()
  const states = new Map<string, Counter>()
  const byBand = new Map<Band, Counter>(bands.map(band => [band, counter()]))
  for (const segment of segments) {
    const volume = volumeOf(segment.text)
    const key = segment.text.replace(/\s+/gu, ' ').trim()
    const state = states.get(segment.state) ?? counter()
    states.set(segment.state, state)
    for (const each of [total, state, byBand.get(bandOf(segment.match ?? 0, seen.has(key)))!]) add(each, volume)
    seen.add(key)
  }
  return {
    total,
    states: Object.fromEntries(states),
    bands: Object.fromEntries(byBand) as Record<Band, Volume>,
  }
}

/** The sum of several files'. */
export function sumTallies(all: readonly Tally[]): Tally {
  const merged = (pick: (tally: Tally) => Readonly<Record<string, Volume>>) => {
    const out: Record<string, Counter> = {}
    for (const [key, volume] of all.flatMap(tally => Object.entries(pick(tally)))) {
      out[key] ??= counter()
      add(out[key], volume)
    }
    return out
  }
  return {
    total: merged(({ total }) => ({ total })).total ?? counter(),
    states: merged(({ states }) => states),
    bands: merged(({ bands }) => bands) as Record<Band, Volume>,
  }
}

type Counter = { -readonly [K in keyof Volume]: Volume[K] }

const counter = (): Counter => ({ segments: 0, words: 0, characters: 0 })

function add(to: Counter, { segments, words, characters }: Volume): void {
  to.segments += segments
  to.words += words
  to.characters += characters
}

function volumeOf(text: string): Volume {
  let characters = 0
  for (const char of text) if (!/[\s\ufffc]/u.test(char)) characters++
  let count = 0
  for (const _ of words(text)) count++
  return { segments: 1, words: count, characters }
}

function bandOf(match: number, repeats: boolean): Band {
  if (match >= 100) return '100'
  if (repeats) return 'repetition'
  return bands.find(band => Number(band) <= match) ?? 'new'
}
