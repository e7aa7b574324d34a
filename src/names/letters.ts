/**
 * The letters the engine works with. A name is folded to lower-case symbols of a small alphabet, so that a table of chunks
 * can be walked with array look-ups; every accepted diacritic letter is a symbol, because š (ш) and s (с) say different things.
 */

/** Symbol 0 is never used; '^' and '$' mark the ends of a name. */
export const latinSymbols = "^$abcdefghijklmnopqrstuvwxyz'-čšžćłńśźżęąóöüäéèáíýěřťëïîâêôŭõğşçıāēīļņđøåěșțŝĉĥėúàûœщ"
/** Capital iotated vowels stand for the same vowel at a beginning, after a vowel, ь, ъ or an apostrophe. */
export const cyrillicSymbols = "^$абвгґдеєёжзиіїйклмнопрстуўфхцчшщъыьэюяЕЄЁИІЇЮЯЭ'-"

const apostrophes = /[’ʼ‘`´ʹʺ′″"“”]/g
const dashes = /[‐‑–—−_]/g
const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  þ: 'th',
  ð: 'd',
  ə: 'a',
  ŋ: 'n',
  ţ: 'ț',
  ş: 'ş',
}
const lookAlikes: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  i: 'і',
  j: 'й',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
  ј: 'й',
  љ: 'л',
  њ: 'н',
  ћ: 'ч',
  ђ: 'д',
  џ: 'ч',
  қ: 'к',
  ғ: 'г',
  ң: 'н',
  ө: 'о',
  ү: 'у',
  ұ: 'у',
  ә: 'а',
  һ: 'х',
}

const latinKnown = new Set(latinSymbols.slice(2))
const cyrillicKnown = new Set(cyrillicSymbols.slice(2))

/** Lower case, one form of each letter; characters that are no symbols lose their marks or go. */
export function foldLatin(name: string): string {
  const plain = name.normalize('NFC').toLowerCase().replace(apostrophes, "'").replace(dashes, '-')
  if (/^[a-z'-]*$/.test(plain)) return plain
  let out = ''
  for (const char of plain.normalize('NFC')) {
    if (latinKnown.has(char)) out += char
    else if (spelledOut[char]) out += spelledOut[char]
    else for (const part of char.normalize('NFD')) if (latinKnown.has(part)) out += part
  }
  return out
}

/** The same for Cyrillic; Latin letters that look like Cyrillic ones are read as these. Stress marks go. */
export function foldCyrillic(name: string): string {
  const plain = name.normalize('NFC').toLowerCase().replace(apostrophes, "'").replace(dashes, '-')
  let out = ''
  for (const char of plain) {
    const read = lookAlikes[char] ?? char
    if (cyrillicKnown.has(read)) out += read
    else for (const part of read.normalize('NFD')) if (cyrillicKnown.has(part)) out += part
  }
  return out
}

/** A name as the pair table reads it: ends marked, the long spellings of щ one symbol, so that no chunk is longer than five. */
export function markLatin(folded: string): string {
  return `^${folded.replace(/schtsch|schtch|chtsch|chtch|sjtsj|shtch|stsch|štš/g, 'щ')}$`
}

/** Marks the iotated vowels that stand where they may be written with a glide. */
export function markGlides(folded: string): string {
  return folded.replace(/(?<=^|[аеєёиіїоуыэюяьъ'-])[еєёиіїюяэ]/g, vowel => vowel.toUpperCase())
}

/** A Cyrillic name as the tables read it. */
export const markCyrillic = (folded: string): string => `^${markGlides(folded)}$`

export const cyrillicVowels = new Set('аеєёиіїоуыэюяЕЄЁИІЇЮЯЭ')
export const latinVowels = new Set('aeiouyóöüäéèáíýěëïîâêôŭõıāēīøåėúàûœ')

const latinCodes = new Map([...latinSymbols].map((symbol, index) => [symbol.charCodeAt(0), index + 1]))
const cyrillicCodes = new Map([...cyrillicSymbols].map((symbol, index) => [symbol.charCodeAt(0), index + 1]))

export type Codes = Uint8Array

function encode(text: string, codes: ReadonlyMap<number, number>): Codes {
  const out = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) out[i] = codes.get(text.charCodeAt(i)) ?? 0
  return out
}

export const encodeLatin = (text: string): Codes => encode(text, latinCodes)
export const encodeCyrillic = (text: string): Codes => encode(text, cyrillicCodes)
