import { blockText } from '../../../src/content/index.ts'
import type { BilingualSegment } from '../../../src/qa/index.ts'
import type { Problem } from '../../../src/text/index.ts'
import type { Ground, Kind } from './seeds.ts'

export type Check = (segments: readonly BilingualSegment[]) => readonly Problem[]

/** What became of the errors of a kind: how many the rule for them told of, and how many it told of at least as information. */
export interface Sown {
  seeds: number
  found: number
  noticed: number
  /** Those that it said nothing of. */
  readonly missed: BilingualSegment[]
}

/**
 * How many errors of a kind are made in one reading of a file, at most, and in how many readings each segment has its turn. No more than
 * one in fifty segments: a file with more copies of its sources would keep them, not forget them.
 */
const [seedsAtOnce, densest, readings] = [25, 1 / 50, 5]

export const isAlarm = ({ severity }: Problem): boolean => severity !== 'info'

/** Makes one error in each segment where the rule for it was silent, a fifth of the segments at a time, and counts what is found. */
export function sow(
  segments: readonly BilingualSegment[],
  before: readonly Problem[],
  ground: Omit<Ground, 'pick'>,
  kinds: readonly Kind[],
  check: Check,
  sown: Map<string, Sown>,
): void {
  for (const { name } of kinds) if (!sown.has(name)) sown.set(name, { seeds: 0, found: 0, noticed: 0, missed: [] })
  const told = placesOf(before)
  const isSilent = ({ number }: BilingualSegment, { code, beside = [] }: Kind) =>
    [code, ...beside].every(one => !told.has(`${number} ${one}`))
  for (let reading = 0; reading < readings; reading++) {
    const own = { ...ground, pick: sequence(segments.length + 7919 * reading) }
    const turn = segments.map((segment, i) => (i % readings === reading ? segment : undefined))
    const made = seeded(turn, own, kinds, isSilent, sown)
    if (made.size === 0) continue
    const after = check(segments.map(segment => made.get(segment.number)?.segment ?? segment))
    count(made, after, sown)
  }
}

interface Made {
  readonly kind: Kind
  readonly segment: BilingualSegment
}

/** By the segment's number. Rare kinds come first, so that each has its share. */
function seeded(
  segments: readonly (BilingualSegment | undefined)[],
  ground: Ground,
  kinds: readonly Kind[],
  isOpen: (segment: BilingualSegment, kind: Kind) => boolean,
  sown: ReadonlyMap<string, Sown>,
): Map<number, Made> {
  const made = new Map<number, Made>()
  const counts = new Map<Kind, number>()
  const most = Math.min(seedsAtOnce, Math.ceil(segments.length * densest))
  const soFar = (kind: Kind) => sown.get(kind.name)!.seeds + (counts.get(kind) ?? 0)
  for (const segment of segments) {
    if (!segment) continue
    for (const kind of [...kinds].sort((a, b) => soFar(a) - soFar(b))) {
      const error = (counts.get(kind) ?? 0) < most && isOpen(segment, kind) ? kind.seed(segment, ground) : undefined
      if (!error) continue
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
      made.set(segment.number, { kind, segment: error })
      break
    }
  }
  return made
}

function count(made: ReadonlyMap<number, Made>, after: readonly Problem[], sown: ReadonlyMap<string, Sown>): void {
  const [alarms, all] = [placesOf(after.filter(isAlarm)), placesOf(after)]
  for (const [number, { kind, segment }] of made) {
    const one = sown.get(kind.name)!
    one.seeds++
    if (all.has(`${number} ${kind.code}`)) one.noticed++
    if (alarms.has(`${number} ${kind.code}`)) one.found++
    else one.missed.push(segment)
  }
}

const placesOf = (problems: readonly Problem[]) => new Set(problems.map(({ code, data }) => `${data?.segment} ${code}`))

export function showSegment({ source, target }: BilingualSegment): string {
  const [from, to] = [source, target!].map(block => JSON.stringify(blockText(block)))
  return `  ${from}\n  ${to}\n`
}

/** A fixed sequence of numbers that look random (xorshift). */
function sequence(seed: number): (limit: number) => number {
  let state = (seed * 2654435761 + 1) >>> 0 || 1
  return limit => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return limit === 0 ? 0 : state % limit
  }
}
