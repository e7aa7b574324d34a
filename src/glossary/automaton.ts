/**
 * Folded words as a minimal acyclic automaton: words that begin or end alike share states, so that all case forms of a hundred
 * thousand names take a few megabytes. The words are numbered in the order of their units: a word's number is the sum of the `skips`
 * on its way. Arrays of numbers only, to be stored and read back as they are.
 */
export interface Automaton {
  /** The units that occur; a symbol is a unit's index here plus one. */
  readonly alphabet: Uint16Array
  /** By state: where its edges begin; one more for the end. The last state is the root. */
  readonly edgeStart: Int32Array
  /** By edge, ascending within a state. */
  readonly symbols: Uint16Array
  /** Twice the state, plus one where a word ends. */
  readonly targets: Int32Array
  /** How many words come before those that go on here, of all that pass through the state. */
  readonly skips: Int32Array
}

/** The words must be sorted by their units, each once. O(total length). */
export function buildAutomaton(words: readonly string[]): Automaton {
  const alphabet = alphabetOf(words)
  const symbolOf = new Uint16Array(0x10000)
  alphabet.forEach((unit, i) => {
    symbolOf[unit] = i + 1
  })
  const register = openRegister()
  const path: Open[] = [newState()]
  let previous = ''
  for (const word of words) {
    let shared = 0
    while (shared < previous.length && previous.charCodeAt(shared) === word.charCodeAt(shared)) shared++
    close(path, shared, register)
    for (let i = shared; i < word.length; i++) {
      path[i]!.symbols.push(symbolOf[word.charCodeAt(i)]!)
      path.push(newState())
    }
    path[word.length]!.final = true
    previous = word
  }
  close(path, 0, register)
  register.add(path[0]!)
  return { alphabet, ...register.arrays() }
}

function alphabetOf(words: readonly string[]): Uint16Array {
  const units = new Set<number>()
  for (const word of words) for (let i = 0; i < word.length; i++) units.add(word.charCodeAt(i))
  return Uint16Array.from(units).sort()
}

/** A state whose edges are not all known yet. */
interface Open {
  readonly symbols: number[]
  readonly targets: number[]
  final: boolean
}

const newState = (): Open => ({ symbols: [], targets: [], final: false })

/** Closes the states of the path beyond a depth: no later word goes through them. */
function close(path: Open[], depth: number, register: Register): void {
  while (path.length > depth + 1) {
    const state = path.pop()!
    path.at(-1)!.targets.push(register.add(state) * 2 + Number(state.final))
  }
}

interface Register {
  /** The state with the same edges, which is added if there is none. */
  add(state: Open): number
  arrays(): Omit<Automaton, 'alphabet'>
}

function openRegister(): Register {
  const starts = [0]
  const symbols: number[] = []
  const targets: number[] = []
  let table = new Int32Array(1 << 12).fill(-1)
  const same = (id: number, state: Open): boolean => {
    const from = starts[id]!
    if (starts[id + 1]! - from !== state.symbols.length) return false
    return state.symbols.every((symbol, i) => symbols[from + i] === symbol && targets[from + i] === state.targets[i])
  }
  const hashAt = (from: number, to: number): number => {
    let hash = to - from
    for (let i = from; i < to; i++)
      hash = Math.imul(hash ^ symbols[i]! ^ Math.imul(targets[i]!, 0x9e3779b1), 0x85ebca6b)
    return (hash ^ (hash >>> 15)) >>> 0
  }
  const place = (id: number) => {
    let slot = hashAt(starts[id]!, starts[id + 1]!) & (table.length - 1)
    while (table[slot] !== -1) slot = (slot + 1) & (table.length - 1)
    table[slot] = id
  }
  const grow = () => {
    table = new Int32Array(table.length * 2).fill(-1)
    for (let id = 0; id + 1 < starts.length; id++) place(id)
  }
  return {
    add(state) {
      const from = symbols.length
      symbols.push(...state.symbols)
      targets.push(...state.targets)
      let slot = hashAt(from, symbols.length) & (table.length - 1)
      for (; table[slot] !== -1; slot = (slot + 1) & (table.length - 1)) {
        if (!same(table[slot]!, state)) continue
        symbols.length = from
        targets.length = from
        return table[slot]!
      }
      table[slot] = starts.push(symbols.length) - 2
      if (starts.length * 2 > table.length) grow()
      return starts.length - 2
    },
    arrays: () => ({
      edgeStart: Int32Array.from(starts),
      symbols: Uint16Array.from(symbols),
      targets: Int32Array.from(targets),
      skips: skipsOf(starts, targets),
    }),
  }
}

/** A state's edges lead to earlier states, so one pass counts the words behind each. */
function skipsOf(starts: readonly number[], targets: readonly number[]): Int32Array {
  const counts = new Int32Array(starts.length)
  const skips = new Int32Array(targets.length)
  for (let state = 0; state + 1 < starts.length; state++) {
    for (let edge = starts[state]!; edge < starts[state + 1]!; edge++) {
      skips[edge] = counts[state]!
      counts[state]! += counts[targets[edge]! >> 1]! + (targets[edge]! & 1)
    }
  }
  return skips
}
