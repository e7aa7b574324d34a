import { isApostrophe, isLetter, isMark, isWordUnit } from '../language/index.ts'
import { composeFold, foldUnit } from '../normalize/index.ts'

/**
 * A trie of folded words that is walked from word beginnings over unfolded text. Transitions stand in one open-addressing
 * table (state, unit) → state; building is O(total length), a walk O(length of the word). All arrays can be stored as they are.
 */
export interface Automaton {
  readonly states: Int32Array
  readonly units: Uint16Array
  readonly targets: Int32Array
  /** By state: the id of the word that ends there, or -1. */
  readonly accept: Int32Array
}

/** A word of the index found in a text. */
export interface Hit {
  readonly end: number
  readonly word: number
}

/** Words are folded; a word's id is its index. */
export function buildAutomaton(words: readonly string[]): Automaton {
  const accept: number[] = [-1]
  const edges = new Map<number, number>()
  for (let id = 0; id < words.length; id++) {
    let state = 0
    for (let i = 0; i < words[id]!.length; i++) {
      const key = state * 0x10000 + words[id]!.charCodeAt(i)
      let target = edges.get(key)
      if (target === undefined) {
        target = accept.push(-1) - 1
        edges.set(key, target)
      }
      state = target
    }
    accept[state] = id
  }
  return pack(edges, accept)
}

function pack(edges: ReadonlyMap<number, number>, accept: readonly number[]): Automaton {
  let size = 16
  while (size < edges.size * 2) size *= 2
  const states = new Int32Array(size).fill(-1)
  const units = new Uint16Array(size)
  const targets = new Int32Array(size)
  for (const [key, target] of edges) {
    const unit = key % 0x10000
    const state = (key - unit) / 0x10000
    let slot = hash(state, unit) & (size - 1)
    while (states[slot] !== -1) slot = (slot + 1) & (size - 1)
    states[slot] = state
    units[slot] = unit
    targets[slot] = target
  }
  return { states, units, targets, accept: Int32Array.from(accept) }
}

const hash = (state: number, unit: number) => (Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 7

function step(automaton: Automaton, state: number, unit: number): number {
  const { states, units, targets } = automaton
  const last = states.length - 1
  let slot = hash(state, unit) & last
  while (states[slot] !== -1) {
    if (states[slot] === state && units[slot] === unit) return targets[slot]!
    slot = (slot + 1) & last
  }
  return -1
}

/** The words of the index that begin at `start` and end where a word ends, shortest first. */
export function walk(automaton: Automaton, text: string, start: number, hits: Hit[]): void {
  hits.length = 0
  let state = 0
  for (let i = start; i < text.length; ) {
    let unit = foldUnit(text.charCodeAt(i++))
    while (i < text.length && isMark(text.charCodeAt(i))) unit = composeFold(unit, text.charCodeAt(i++))
    if (unit !== 0) state = step(automaton, state, unit)
    if (state < 0) return
    const word = automaton.accept[state]!
    if (word >= 0 && endsWord(text, i)) hits.push({ end: i, word })
  }
}

const contraction = /^['’ʼ‘`´](?:s|d|ll|ve|re)(?![\p{L}\p{N}])/iu

/** True where a word may end before `at`: no word unit follows, nor an apostrophe inside a word (an English ’s is behind it). */
export function endsWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (at >= text.length) return true
  if (isApostrophe(unit) && isLetter(text.charCodeAt(at + 1))) return contraction.test(text.slice(at, at + 4))
  return !isWordUnit(unit) || isApostrophe(unit)
}

/** The French particles of names, as Cyrillic texts write them: д’Арк. */
const particle = /(?:^|[^\p{L}])[дл].$/iu

/** True where a word may begin at `at`. */
export function beginsWord(text: string, at: number): boolean {
  if (!isLetter(text.charCodeAt(at))) return false
  if (at === 0) return true
  const before = text.charCodeAt(at - 1)
  if (isWordUnit(before)) return false
  if (!isApostrophe(before) || at < 2 || !isLetter(text.charCodeAt(at - 2))) return true
  return particle.test(text.slice(Math.max(0, at - 3), at))
}
