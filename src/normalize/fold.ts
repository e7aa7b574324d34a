import { isApostrophe, isMark } from '../language/index.ts'

/**
 * One form for all the ways Unicode and typists write a letter of a name: lower case; NFC and NFD alike; stress marks, soft
 * hyphens and zero-width joiners left out; every apostrophe as ', every hyphen as -, white space as one space each; ё as е (Правила русской орфографии 1956, § 10: ё is optional).
 * Other diacritics count: é is not e.
 */

/** What a unit folds to: 0 is left out, `unknown` is not yet computed. */
const table = new Uint16Array(0x10000)
const known = new Uint8Array(0x10000)
const apostrophe = 0x27
const hyphen = 0x2d
const space = /\s/u
const omitted = new Set([0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff])

/** The fold of a single unit, blind to what follows. 0: the unit is left out. */
export function foldUnit(unit: number): number {
  if (known[unit]) return table[unit]!
  known[unit] = 1
  table[unit] = computeFold(unit)
  return table[unit]!
}

function computeFold(unit: number): number {
  if (omitted.has(unit)) return 0
  if (isApostrophe(unit)) return apostrophe
  if (unit === 0x2010 || unit === 0x2011) return hyphen
  if (space.test(String.fromCharCode(unit))) return 0x20
  if (unit >= 0xd800 && unit < 0xe000) return unit
  const lower = String.fromCharCode(unit).toLowerCase().normalize('NFC')
  const first = lower.charCodeAt(0)
  return first === 0x451 ? 0x435 : first
}

/** Stress is written as U+0301 (or U+0300) on a Cyrillic vowel; on Latin letters the same marks are diacritics. */
export function composeFold(base: number, markUnit: number): number {
  const composed = (String.fromCharCode(base) + String.fromCharCode(markUnit)).normalize('NFC')
  if (composed.length === 1) {
    const cyrillicStress = (markUnit === 0x301 || markUnit === 0x300) && base >= 0x400 && base < 0x530
    return cyrillicStress ? base : foldUnit(composed.charCodeAt(0))
  }
  return base
}

/** A folded text and, for each folded unit, where its source units begin; one more entry for the end. */
export interface Folded {
  readonly text: string
  readonly starts: readonly number[]
}

/** Folds a text and keeps the way back; a mark behind something left out is left out, too. O(n). */
export function foldWithMap(text: string): Folded {
  let out = ''
  const starts: number[] = []
  let omittedBefore = false
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (isMark(unit)) {
      const last = out.charCodeAt(out.length - 1)
      if (out.length > 0 && !omittedBefore) out = out.slice(0, -1) + String.fromCharCode(composeFold(last, unit))
      continue
    }
    const folded = foldUnit(unit)
    omittedBefore = folded === 0
    if (omittedBefore) continue
    out += String.fromCharCode(folded)
    starts.push(i)
  }
  starts.push(text.length)
  return { text: out, starts }
}

/** The folded text alone. Nearly all that is asked for has capitals at its beginning or nowhere. O(n). */
export function fold(text: string): string {
  if (text === '') return text
  const first = text.charCodeAt(0)
  const small = foldUnit(first)
  if (small === 0 || isMark(first)) return foldWithMap(text).text
  for (let i = 1; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (foldUnit(unit) !== unit || isMark(unit)) return foldCapitals(text)
  }
  return small === first ? text : String.fromCharCode(small) + text.slice(1)
}

function foldCapitals(text: string): string {
  const lower = text.toLowerCase()
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (foldUnit(unit) !== lower.charCodeAt(i) || isMark(unit)) return foldWithMap(text).text
  }
  return lower.length === text.length ? lower : foldWithMap(text).text
}
