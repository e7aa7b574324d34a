import { buildTrie, matches } from './chunks.ts'
import { encodeLatin, foldLatin } from './letters.ts'
import { once, originalModel } from './model.ts'
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
}

/** Latin chunks to the Cyrillic ones they may stand for. */
const readings = once(() => {
  const byLatin = new Map<string, Reading[]>()
  for (const { x, y, log } of originalModel().writing) {
    if (log < -8) continue
    const list = byLatin.get(y) ?? []
    if (list.length === 0) byLatin.set(y, list)
    list.push({ text: x, log })
  }
  const silent = byLatin.get('') ?? []
  byLatin.delete('')
  const chunks = ['', ...byLatin.keys()]
  return { trie: buildTrie(chunks.map(encodeLatin)), lists: chunks.map(chunk => byLatin.get(chunk) ?? []), silent }
})

const glideBefore = /[\^аеєёиіїоуыэюяьъ'-]$/i
const plainGlides = 'еєёиіїюяэ'

/** A chunk whose first glide is marked needs a vowel (or an end) before it; one that is unmarked must not have it. */
function fits(before: string, chunk: string): boolean {
  let text = before
  for (const letter of chunk) {
    const lower = letter.toLowerCase()
    if (plainGlides.includes(lower) && (letter !== lower) !== glideBefore.test(text)) return false
    text = letter
  }
  return true
}

/** Cyrillic names that a Latin spelling may stand for, best first. Beam search: O(length × width × readings). */
export function originalsOf(latin: string, limit = 12): readonly Original[] {
  const { trie, lists, silent } = readings()
  const text = encodeLatin(`^${foldLatin(latin)}$`)
  const found = matches(trie, text)
  const width = Math.max(40, limit)
  const beams: Map<string, number>[] = Array.from({ length: found.length + 1 }, () => new Map())
  beams[0]!.set('', 0)
  const logOf = letterLog()
  const extend = (to: Map<string, number>, before: string, log: number, reading: Reading) => {
    if (!fits(before, reading.text)) return
    let sum = log + reading.log
    let written = before
    for (const letter of reading.text) {
      if (letter !== '^')
        sum += priorShare * logOf(`^^${written.replace('^', '')}`.slice(-2).toLowerCase(), letter.toLowerCase())
      written += letter
    }
    if (sum > (to.get(written) ?? Number.NEGATIVE_INFINITY)) to.set(written, sum)
  }
  for (let i = 0; i <= found.length; i++) {
    const kept = best(beams[i]!, width)
    if (i > 0 && i < found.length)
      for (const [before, log] of kept) for (const reading of silent) extend(beams[i]!, before, log, reading)
    for (const [before, log] of best(beams[i]!, width))
      for (let m = found.from[i]! + 1; m < found.from[i + 1]!; m++)
        for (const reading of lists[found.ids[m]!]!) extend(beams[i + found.lengths[m]!]!, before, log, reading)
  }
  const out = new Map<string, Original>()
  for (const [marked, log] of beams[found.length]!) {
    const plain = marked.replace(/[\^$]/g, '').toLowerCase()
    const mixed = alphabets.some(letters => letters.test(plain)) ? 0 : mixture
    if (log + mixed > (out.get(plain)?.log ?? Number.NEGATIVE_INFINITY))
      out.set(plain, { text: plain, log: log + mixed, prior: priorOf(plain, logOf) + mixed })
  }
  return [...out.values()].sort((a, b) => b.log - a.log || (a.text < b.text ? -1 : 1)).slice(0, limit)
}

/** A name whose letters are of one language: Ukrainian, Russian, Belarusian. */
const alphabets = [
  /^[абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'-]+$/,
  /^[абвгдеёжзийклмнопрстуфхцчшщъыьэюя-]+$/,
  /^[абвгдеёжзійклмнопрстуўфхцчшыьэюя'-]+$/,
]
const mixture = -8
/** How much the letters' own probability counts beside that of their spelling. */
const priorShare = 1

function priorOf(original: string, logOf: (before: string, letter: string) => number): number {
  const text = `^^${original}$`
  let sum = 0
  for (let i = 2; i < text.length; i++) sum += priorShare * logOf(text.slice(i - 2, i), text[i]!)
  return sum
}

function best(map: ReadonlyMap<string, number>, limit: number): [string, number][] {
  const sorted = [...map].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return sorted.slice(0, limit)
}
