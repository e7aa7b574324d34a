import { scriptOf } from '../language/index.ts'

/** Latin letters that look like Cyrillic ones in most typefaces (a subset of Unicode TR 39 confusables, both cases). */
const toCyrillic: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  I: 'І',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
  Ï: 'Ї',
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  ï: 'ї',
  ë: 'ё',
  Ë: 'Ё',
  k: 'к',
}
const toLatin: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(toCyrillic).map(([latin, cyrillic]) => [cyrillic, latin]),
)

/** Latin letters by which a stress is written into a Cyrillic word. */
const stressed: Readonly<Record<string, string>> = Object.fromEntries(
  [...'áéíóýÁÉÍÓÝ'].map(letter => [letter, `${toCyrillic[letter.normalize('NFD')[0]!]!}\u0301`]),
)
const withStress = { ...toCyrillic, ...stressed }

/** Small letters that look alike where Cyrillic ones are written or set in italics. */
const inItalics: Readonly<Record<string, string>> = { ...toCyrillic, u: 'и', m: 'т', n: 'п', g: 'д', r: 'г' }

/** One such letter among Cyrillic ones, of which the next is small, too. */
const oneInside = /^\p{Script=Cyrillic}+[umngr](?=\p{Ll})\p{Script=Cyrillic}+$/u
const shortest = 5

/** XXI, MMXX: a number is Latin. */
const roman = /^[IVXLCDM]+$/

/** SMSка, VIPом: a Latin acronym with a Cyrillic ending is meant. */
const acronymWithEnding = /^(?:(?=\p{Lu})\p{Script=Latin}){2,}[-’'ʼ]?(?:(?=\p{Ll})\p{Script=Cyrillic})+$/u

/** mplayerу: a Latin name with a Cyrillic ending is meant in a Cyrillic text. */
const nameWithEnding = /^\p{Script=Latin}{3,}[аеіоу]$/u

/** МассивX, XИнтервал: a capital of the other script where no word has one is the name of a variable. */
const variable =
  /(?=\p{Ll})\p{Script=Cyrillic}(?=\p{Lu})\p{Script=Latin}|^(?=\p{Lu})\p{Script=Latin}(?=\p{Lu})\p{Script=Cyrillic}\p{Ll}/u

export interface LookAlike {
  /** The word in one script. */
  readonly word: string
  /** UTF-16 offsets of the letters of the other script. */
  readonly places: readonly number[]
  /** What is meant by each of them: a letter, perhaps with a stress. */
  readonly letters: readonly string[]
  /** The letters look alike in some typefaces only. */
  readonly unsure?: true
}

/**
 * A word of mixed scripts as it was surely meant: all its letters of the minority script look like letters of the other.
 * Undefined for words of one script and for mixtures that are meant (SMSка, МассивX) or cannot be told apart; of the latter those
 * with small letters are of the script `among` which they stand (Мi-8 in a Cyrillic text), and so are acronyms of three letters and more
 * (OOН).
 */
export function readLookAlikes(word: string, among?: 'cyrillic' | 'latin'): LookAlike | undefined {
  if (scriptOf(word) !== 'mixed' || acronymWithEnding.test(word) || variable.test(word)) return undefined
  if (among === 'cyrillic' && nameWithEnding.test(word)) return undefined
  const asCyrillic = replaceAll(word, /\p{Script=Latin}/u, withStress)
  const asLatin = replaceAll(word, /\p{Script=Cyrillic}/u, toLatin)
  if (asLatin && roman.test(asLatin.word)) return asLatin
  if (!asCyrillic || !asLatin) return asCyrillic ?? asLatin ?? inItalicType(word)
  if (asCyrillic.places.length < asLatin.places.length) return asCyrillic
  const isAcronym = !/\p{Ll}/u.test(word)
  if (isAcronym && among === 'cyrillic' && word.length > 2) return { ...asCyrillic, unsure: true }
  if (asCyrillic.places.length > asLatin.places.length) return asLatin
  if (among === undefined || isAcronym) return undefined
  return { ...(among === 'cyrillic' ? asCyrillic : asLatin), unsure: true }
}

/** Кuеве: the u is an italic и. */
function inItalicType(word: string): LookAlike | undefined {
  if (word.length < shortest || !oneInside.test(word)) return undefined
  const meant = replaceAll(word, /\p{Script=Latin}/u, inItalics)
  return meant && { ...meant, unsure: true }
}

function replaceAll(word: string, script: RegExp, map: Readonly<Record<string, string>>): LookAlike | undefined {
  const places: number[] = []
  const letters: string[] = []
  let out = ''
  for (let i = 0; i < word.length; i++) {
    const char = word[i]!
    if (!script.test(char)) {
      out += char
      continue
    }
    const other = map[char]
    if (other === undefined) return undefined
    places.push(i)
    letters.push(other)
    out += other
  }
  return { word: out, places, letters }
}
