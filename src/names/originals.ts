import { buildTrie, matches } from './chunks.ts'
import { encodeLatin, foldLatin } from './letters.ts'
import { once, originalModel } from './model.ts'
import { fitsAny } from './orthography.ts'
import { letterLog } from './trigrams.ts'

export interface Original {
  /** Lower case. */
  readonly text: string
  /** Natural logarithm, for comparison within one call only. */
  readonly log: number
  /** The same of the Cyrillic name alone, before its spelling is seen. */
  readonly prior: number
}

interface Reading {
  /** Cyrillic letters with their end marks and marked glides. */
  readonly text: string
  readonly log: number
  /** The letters of the text, lower case. */
  readonly letters: readonly string[]
  /** What must stand before: true a vowel (or an end), false none; undefined where it begins with no glide. */
  readonly needs: boolean | undefined
}

/** Latin chunks to the Cyrillic ones they may stand for. */
const readings = once(() => {
  const byLatin = new Map<string, Reading[]>()
  for (const { x, y, log } of originalModel().writing) {
    if (log < -8 || !isOrderly(x)) continue
    const list = byLatin.get(y) ?? []
    if (list.length === 0) byLatin.set(y, list)
    list.push({ text: x, log, letters: [...x.toLowerCase()], needs: x === '' ? undefined : neededBefore(x[0]!) })
  }
  const silent = byLatin.get('') ?? []
  byLatin.delete('')
  const chunks = ['', ...byLatin.keys()]
  return { trie: buildTrie(chunks.map(encodeLatin)), lists: chunks.map(chunk => byLatin.get(chunk) ?? []), silent }
})

const glideBefore = /[\^аеєёиіїоуыэюяьъ'-]$/i
const plainGlides = 'еєёиіїюяэ'

/** A marked glide needs a vowel (or an end) before it; one that is unmarked must not have it. */
function neededBefore(letter: string): boolean | undefined {
  const lower = letter.toLowerCase()
  return plainGlides.includes(lower) ? letter !== lower : undefined
}

/** True where the glides inside a chunk stand behind what they need. */
const isOrderly = (chunk: string): boolean =>
  [...chunk].every((letter, i, letters) => {
    const needs = i === 0 ? undefined : neededBefore(letter)
    return needs === undefined || needs === glideBefore.test(letters[i - 1]!)
  })

/** Cyrillic names that a Latin spelling may stand for, best first. Beam search: O(length × width × readings). */
export function originalsOf(latin: string, limit = 12): readonly Original[] {
  const { trie, lists, silent } = readings()
  const text = encodeLatin(`^${foldLatin(latin)}$`)
  const found = matches(trie, text)
  const width = Math.max(40, limit)
  const beams = Array.from({ length: found.length + 1 }, (_, i) => openLayer(i < found.length ? width : undefined))
  beams[0]!.logs.set('', 0)
  const logOf = letterLog()
  const extend = (to: Layer, from: Beam, reading: Reading) => {
    if (from.log + reading.log < to.least || (reading.needs !== undefined && reading.needs !== from.opens)) return
    let sum = from.log + reading.log
    let context = from.context
    for (const letter of reading.letters) {
      if (letter !== '^') sum += priorShare * logOf(context, letter)
      context = following(context, letter)
    }
    add(to, from.text + reading.text, sum)
  }
  for (let i = 0; i <= found.length; i++) {
    if (i > 0 && i < found.length)
      for (const from of best(beams[i]!.logs, width)) for (const reading of silent) extend(beams[i]!, from, reading)
    for (const from of best(beams[i]!.logs, width))
      for (let m = found.from[i]! + 1; m < found.from[i + 1]!; m++)
        for (const reading of lists[found.ids[m]!]!) extend(beams[i + found.lengths[m]!]!, from, reading)
  }
  const logs = new Map<string, number>()
  for (const [marked, log] of beams[found.length]!.logs) {
    const plain = marked.replace(/[\^$]/g, '').toLowerCase()
    const whole = log + mixtureOf(plain)
    if (whole > (logs.get(plain) ?? Number.NEGATIVE_INFINITY)) logs.set(plain, whole)
  }
  return best(logs, limit).map(({ text, log }) => ({ text, log, prior: priorOf(text, logOf) + mixtureOf(text) }))
}

/** A name that no language writes so. */
const mixture = -8

const mixtureOf = (name: string): number => (fitsAny(name) ? 0 : mixture)
/** How much the letters' own probability counts beside that of their spelling. */
const priorShare = 1

function priorOf(original: string, logOf: (before: string, letter: string) => number): number {
  const text = `^^${original}$`
  let sum = 0
  for (let i = 2; i < text.length; i++) sum += priorShare * logOf(text.slice(i - 2, i), text[i]!)
  return sum
}

/** What has been read so far of a spelling. */
interface Beam {
  readonly text: string
  readonly log: number
  /** Its last two letters, lower case; the beginning counts as `^`. */
  readonly context: string
  /** It ends in a vowel or is a beginning. */
  readonly opens: boolean
}

/** The last two letters behind one more; the first mark of a beginning adds none. */
const following = (context: string, letter: string): string =>
  letter === '^' && context === '^^' ? context : context.charAt(1) + letter

/** What has been read up to a place, with its logarithm; of a layer with a width only the best are kept. */
interface Layer {
  logs: Map<string, number>
  readonly width: number | undefined
  /** What is below this is not among the best. */
  least: number
}

const openLayer = (width: number | undefined): Layer => ({ logs: new Map(), width, least: Number.NEGATIVE_INFINITY })

function add(layer: Layer, text: string, log: number): void {
  if (log < layer.least || log <= (layer.logs.get(text) ?? Number.NEGATIVE_INFINITY)) return
  layer.logs.set(text, log)
  if (layer.width === undefined || layer.logs.size < 2 * layer.width) return
  layer.least = leastOfBest(layer.logs, layer.width)
  layer.logs = new Map([...layer.logs].filter(([, value]) => value >= layer.least))
}

function leastOfBest(logs: ReadonlyMap<string, number>, limit: number): number {
  const sorted = Float64Array.from(logs.values()).sort()
  return sorted[sorted.length - limit] ?? Number.NEGATIVE_INFINITY
}

function best(map: ReadonlyMap<string, number>, limit: number): Beam[] {
  const least = leastOfBest(map, limit)
  const kept: [string, number][] = []
  for (const entry of map) if (entry[1] >= least) kept.push(entry)
  return kept
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, limit)
    .map(([text, log]) => ({ text, log, context: contextOf(text), opens: glideBefore.test(text) }))
}

const contextOf = (text: string): string => `^^${text.replace('^', '')}`.slice(-2).toLowerCase()
