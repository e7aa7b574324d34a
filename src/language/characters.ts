/**
 * What each UTF-16 unit is inside a word. JavaScript's \b and \w know no Cyrillic, and ʼ (U+02BC, a letter to Unicode), the
 * apostrophes and the combining marks belong to the words they stand in. Surrogates are nothing.
 */
const letter = 1
const mark = 2
const digit = 4
const upper = 8
const apostrophe = 16
/** A letter or a mark, but no apostrophe. */
const inner = 32
const unknown = 128

/** One byte a unit, filled by pages of 256 when a page is first asked for: the whole would cost 25 ms at each start. */
const table = new Uint8Array(0x10000).fill(unknown)
const classes: readonly (readonly [RegExp, number])[] = [
  [/\p{L}+/gu, letter],
  [/\p{M}+/gu, mark],
  [/\p{Nd}+/gu, digit],
  [/[\p{Lu}\p{Lt}]+/gu, upper],
  [/['’ʼ‘`´]+/gu, apostrophe],
]

/** True where a unit has one of the flags. Small, so that it is inlined where texts are gone through unit by unit. */
function has(unit: number, wanted: number): boolean {
  const known = table[unit]!
  return ((known === unknown ? fillPage(unit) : known) & wanted) !== 0
}

function fillPage(unit: number): number {
  const start = unit & 0xff00
  table.fill(0, start, start + 256)
  if (start < 0xd800 || start >= 0xe000) {
    const page = String.fromCharCode(...Array.from({ length: 256 }, (_, i) => start + i))
    for (const [runs, flag] of classes)
      for (const { index, 0: run } of page.matchAll(runs))
        for (let u = start + index; u < start + index + run.length; u++) table[u]! |= flag
    for (let u = start; u < start + 256; u++)
      if ((table[u]! & apostrophe) === 0 && has(u, letter | mark)) table[u]! |= inner
  }
  return table[unit]!
}

export const isLetter = (unit: number): boolean => has(unit, letter)
export const isMark = (unit: number): boolean => has(unit, mark)
export const isDigit = (unit: number): boolean => has(unit, digit)
export const isUpper = (unit: number): boolean => has(unit, upper)
/** What words of letters are made of: a letter or a mark, but no apostrophe. */
export const isInner = (unit: number): boolean => has(unit, inner)
export const isApostrophe = (unit: number): boolean => has(unit, apostrophe)
/** Letters, marks and digits: what no word may begin or end beside. U+00AD (soft hyphen) and U+0301 (stress) count as inside. */
export const isWordUnit = (unit: number): boolean => has(unit, letter | mark | digit) || unit === 0xad
