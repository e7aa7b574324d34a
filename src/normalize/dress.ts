import { type Folded, foldWithMap } from './fold.ts'

/** A change inside a word: units of the word, end excluded. */
export interface Change {
  readonly start: number
  readonly end: number
  readonly insert: string
}

/**
 * The smallest changes that turn a written name into another spelling and keep what the writer put on it: capitals, the apostrophe's
 * form, stress marks and soft hyphens on the letters that stay, line breaks, no-break spaces and the kind of hyphen between its words.
 * O(length²) in a word's length. In Russian ё may stand for е; Ukrainian (`language`) has none.
 */
export function redress(written: string, wanted: string, language?: string): Change[] {
  const words = [...written.matchAll(word)]
  const others = [...wanted.matchAll(word)]
  if (words.length !== others.length) return redressWord(written, wanted, language !== 'uk')
  return words.flatMap((m, i) => {
    const inside = redressWord(m[0], others[i]![0], language !== 'uk').map(c => ({
      ...c,
      start: c.start + m.index,
      end: c.end + m.index,
    }))
    return [...inside, ...rejoin(written, wordEnd(m), words[i + 1]?.index, wanted[wordEnd(others[i]!)])]
  })
}

const word = /[^\s‐‑-]+/gu
const hyphen = /[‐‑-]/u
const wordEnd = (m: RegExpExecArray) => m.index + m[0].length

/** Between two words a hyphen where the other spelling has one (Восточный Тимор, Тимор-Лешті), or none; the line breaks where it did. */
function rejoin(written: string, start: number, next: number | undefined, wanted: string | undefined): Change[] {
  if (next === undefined || wanted === undefined) return []
  const between = written.slice(start, next)
  if (hyphen.test(between) === hyphen.test(wanted)) return []
  const kept = between.replace(hyphen, '')
  const insert = hyphen.test(wanted) ? `-${/\n/u.test(kept) ? kept : ''}` : kept || ' '
  return [{ start, end: next, insert }]
}

function redressWord(written: string, wanted: string, keepsYo: boolean): Change[] {
  const folded = foldWithMap(written)
  const target = foldWithMap(wanted)
  if (folded.text === target.text && (keepsYo || !isDotted(written))) return []
  const style = capitals(written)
  const apostrophe = /['’ʼ‘`´]/u.exec(written)?.[0]
  const changes: Change[] = []
  let from = 0
  let to = 0
  const flush = (nextFrom: number, nextTo: number) => {
    if (nextFrom > from || nextTo > to) {
      const start = folded.starts[from]!
      const insert = dress(wanted.slice(target.starts[to]!, target.starts[nextTo]!), style, to === 0, apostrophe)
      changes.push({ start, end: nextFrom > from ? folded.starts[nextFrom]! : start, insert })
    }
  }
  const ownCapitals = style === 'title' ? sameCapitals(written, wanted, folded, target) : () => true
  const sameLetter = (i: number, j: number) =>
    folded.text[i] !== undefined && folded.text[i] === target.text[j] && ownCapitals(i, j)
  const sameDots = (i: number, j: number) =>
    isDotted(written[folded.starts[i]!]!) === isDotted(wanted[target.starts[j]!]!)
  // The writer's choice between е and ё stays beside the same letter; elsewhere it is another letter (Ильичёвск, Черноморск).
  const mayPair = (i: number, j: number) =>
    ownCapitals(i, j) && (sameDots(i, j) || (keepsYo && (sameLetter(i - 1, j - 1) || sameLetter(i + 1, j + 1))))
  for (const [i, j] of common(folded.text, target.text, mayPair)) {
    flush(i, j)
    from = i + 1
    to = j + 1
  }
  flush(folded.text.length, target.text.length)
  return changes
}

/** Whether two letters begin the words, or are both capitals or both small: no capital stays where the new word has none (Артемівськ, Бахмут). */
function sameCapitals(written: string, wanted: string, folded: Folded, target: Folded) {
  const isCapital = (unit: string) => unit !== unit.toLowerCase()
  return (i: number, j: number) =>
    (i === 0 && j === 0) || isCapital(written[folded.starts[i]!]!) === isCapital(wanted[target.starts[j]!]!)
}

const isDotted = (unit: string) => /ё/iu.test(unit)

/** The word itself, changed. */
export function redressed(written: string, wanted: string, language?: string): string {
  let out = ''
  let at = 0
  for (const change of redress(written, wanted, language)) {
    out += written.slice(at, change.start) + change.insert
    at = change.end
  }
  return out + written.slice(at)
}

/** O’Neill, Mc and hyphens bring a second capital, small words between them none (Ростов-на-Дону). */
const afterJoint =
  /^(?:\p{Lu}[\p{Ll}\p{M}\u00ad]*(?:[-‐‑'’ʼ\s]+(?:\p{Ll}+[-‐‑])*|(?<=^(?:Mc|Mac))))*\p{Lu}[\p{Ll}\p{M}\u00ad]*$/u

const plainTitle = /^[A-ZА-ЯЁЄІЇҐ][a-zа-яёєіїґ]*$/

export type Capitals = 'lower' | 'title' | 'upper' | 'other'

/** How a word is capitalised, by its cased letters; one capital alone is `title`. */
export function capitals(word: string): Capitals {
  if (plainTitle.test(word)) return 'title'
  const letters = [...word].filter(c => c.toLowerCase() !== c.toUpperCase())
  if (letters.length === 0) return 'other'
  const isUpper = (c: string) => c === c.toUpperCase() && c !== c.toLowerCase()
  const uppers = letters.filter(isUpper).length
  if (uppers === 0) return 'lower'
  if (uppers === letters.length && letters.length > 1) return 'upper'
  return isUpper(letters[0]!) && (uppers === 1 || afterJoint.test(word)) ? 'title' : 'other'
}

function dress(text: string, style: Capitals, first: boolean, apostrophe: string | undefined): string {
  const cased =
    style === 'upper'
      ? text.toUpperCase()
      : style === 'lower' && first
        ? text.charAt(0).toLowerCase() + text.slice(1)
        : text
  return apostrophe ? cased.replace(/['’ʼ]/gu, apostrophe) : cased
}

/** The pairs of a longest common subsequence of two short strings, in order; `mayPair` forbids some. */
function common(a: string, b: string, mayPair: (i: number, j: number) => boolean): [number, number][] {
  const width = b.length + 1
  const best = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      best[i * width + j] =
        a[i] === b[j] && mayPair(i, j)
          ? best[(i + 1) * width + j + 1]! + 1
          : Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!)
    }
  }
  const pairs: [number, number][] = []
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    if (a[i] === b[j] && mayPair(i, j)) pairs.push([i++, j++])
    else if (best[(i + 1) * width + j]! >= best[i * width + j + 1]!) i++
    else j++
  }
  return pairs
}
