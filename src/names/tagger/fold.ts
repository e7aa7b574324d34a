/**
 * What a UTF-16 unit becomes before words are compared: lower case without marks; Ukrainian and Russian letters that stand for
 * one another in the same name fall together (і ї и ы й; е є э ё; г ґ), so that what one language teaches holds for the other.
 * 0 for what is left out: apostrophes, soft and hard signs, stress marks.
 */
const table = new Int32Array(0x10000).fill(-1)
const together: Readonly<Record<string, string>> = { ы: 'и', й: 'и', і: 'и', ї: 'и', ё: 'е', є: 'е', э: 'е', ґ: 'г' }
const silent = /^(?:[ьъ'’ʼ‘`´.\u00ad]|\p{M})$/u

export function foldUnit(unit: number): number {
  const known = table[unit]!
  return known >= 0 ? known : learn(unit)
}

function learn(unit: number): number {
  const lower = String.fromCharCode(unit).toLowerCase()
  const base = together[lower] ?? lower.normalize('NFD')
  table[unit] = silent.test(lower) ? 0 : (together[base[0]!] ?? base).charCodeAt(0)
  return table[unit]!
}

export function fold(word: string): string {
  let out = ''
  for (let i = 0; i < word.length; i++) {
    const unit = foldUnit(word.charCodeAt(i))
    if (unit !== 0) out += String.fromCharCode(unit)
  }
  return out
}

/** FNV-1a over folded units. */
export function hashUnits(units: ArrayLike<number>, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ units[i]!, 0x01000193)
  return hash | 0
}

/** The hash of a word that is folded already. */
export function hashFolded(folded: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < folded.length; i++) hash = Math.imul(hash ^ folded.charCodeAt(i), 0x01000193)
  return hash | 0
}
