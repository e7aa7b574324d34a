import { ru, uk } from '../language/index.ts'
import { declineWord, fold, guessWordGender } from './apply.ts'
import type { Case, Gender, Kind, Paradigm } from './paradigm.ts'
import { casesOf, unchanging } from './paradigm.ts'
import type { Compiled } from './rules.ts'

/** What the whole name is; `strict` (the name is known to decline) puts aside the rules that leave words unchanged. */
export interface Whole {
  readonly kind: Kind
  readonly gender: Gender | undefined
  readonly strict: boolean
}

/** Variants of a compound are all combinations of its parts' variants, but no more than these, best first. */
const mostVariants = 12

/** Words and hyphenated parts of a name, each declined or left as its place in the name asks. */
export function declineCompound(name: string, whole: Whole, language: Compiled): Paradigm {
  const words = name.split(' ')
  return words.length > 1 ? joined(declineWords(words, whole, language), ' ') : declineHyphenated(name, whole, language)
}

const isInanimate = (kind: Kind) => kind === 'place' || kind === 'organisation'

/** Cased letters, all capital, in a word too short or too hard to speak to be anything but an abbreviation. */
function isAbbreviation(word: string, kind: Kind): boolean {
  if (word.length < 2 || word !== word.toUpperCase() || word === word.toLowerCase()) return false
  const spoken = [...word.toLowerCase()].some(letter => uk.vowels.includes(letter) || ru.vowels.includes(letter))
  return !spoken || (isInanimate(kind) && word.length <= 5)
}

function declineSimple(word: string, whole: Whole, language: Compiled): Paradigm {
  if (isAbbreviation(word, whole.kind)) return unchanging(word, language.data.cases)
  return declineWord(word, language, whole.kind, whole.gender, whole.strict).paradigm
}

function declineWords(words: readonly string[], whole: Whole, language: Compiled): readonly Paradigm[] {
  return isInanimate(whole.kind) ? declinePhrase(words, whole, language) : declinePerson(words, whole, language)
}

/** Parts of one person's name: particles in lower case (ван, фон, де) stand still, all else declines. */
function declinePerson(words: readonly string[], whole: Whole, language: Compiled): readonly Paradigm[] {
  return words.map((word, i) =>
    word === word.toLowerCase() && i < words.length - 1 && language.compounds.particle(fold(word))
      ? unchanging(word, language.data.cases)
      : declineHyphenated(word, whole, language),
  )
}

/** Adjectives, the head they agree with, adjectives after it; what follows them (Рада міністрів) stands still. */
function declinePhrase(words: readonly string[], whole: Whole, language: Compiled): readonly Paradigm[] {
  const { compounds, data } = language
  const folded = words.map(fold)
  const gender = whole.gender ?? phraseGender(folded, whole.kind, language)
  const isStill = (i: number) => compounds.still(folded[i]!, whole.kind) || compounds.particle(folded[i]!)
  const head = headOf(folded, gender, isStill, language)
  let end = head + 1
  while (end < words.length && compounds.clearAdjective(folded[end]!, gender)) end++
  if (end < words.length - 1 && compounds.conjunction(folded[end]!)) {
    const [first, second] = [words.slice(0, end), words.slice(end + 1)]
    const rest = { ...whole, gender: undefined }
    return [
      ...declinePhrase(first, { ...whole, gender }, language),
      unchanging(words[end]!, data.cases),
      ...declinePhrase(second, rest, language),
    ]
  }
  return words.map((word, i) => {
    if (i === head) return declineHyphenated(word, { ...whole, gender }, language)
    return i >= end || (i < head && isStill(i))
      ? unchanging(word, data.cases)
      : declineAdjective(word, gender, whole.kind, language)
  })
}

/** The first word that is neither a foreign particle nor an adjective with a noun, or with more adjectives, after it. */
function headOf(
  folded: readonly string[],
  gender: Gender,
  isStill: (i: number) => boolean,
  language: Compiled,
): number {
  const { adjective, clearAdjective, nominative, possessive } = language.compounds
  const isAdjective = (i: number) => {
    const [lower, next] = [folded[i]!, folded[i + 1]!]
    if (clearAdjective(lower, gender)) return true
    return adjective(lower, gender) && nominative(next, gender) && !(possessive(lower) && clearAdjective(next, gender))
  }
  let head = 0
  while (head < folded.length - 1 && (isStill(head) || isAdjective(head))) head++
  return head
}

/** The gender that a leading adjective shows, or else the first word's own. */
function phraseGender(folded: readonly string[], kind: Kind, language: Compiled): Gender {
  const first = folded[0]!
  const shown = (['m', 'f', 'n', 'p'] as const).find(gender => language.compounds.adjective(first, gender))
  if (shown) return shown
  const head = folded.find(word => !language.compounds.still(word, kind)) ?? first
  return guessWordGender(head, language, kind)
}

/** An adjective inside a name: its accusative goes with what the name is, a thing or a person. */
function declineAdjective(word: string, gender: Gender, kind: Kind, language: Compiled): Paradigm {
  const paradigm = declineWord(word, language, 'adjective', gender, false).paradigm
  if (gender !== 'm' && gender !== 'p') return paradigm
  return { ...paradigm, acc: isInanimate(kind) ? paradigm.nom : paradigm.gen }
}

function declineHyphenated(word: string, whole: Whole, language: Compiled): Paradigm {
  const parts = word.split('-')
  if (parts.length === 1 || parts.some(part => part === '')) return declineSimple(word, whole, language)
  const declined = isInanimate(whole.kind)
    ? declinePlaceParts(parts, whole, language)
    : declinePersonParts(parts, whole, language)
  return joined(declined, '-')
}

/** Both parts of a double name, but before a title in lower case (Якуб-ага) the title alone. */
function declinePersonParts(parts: readonly string[], whole: Whole, language: Compiled): readonly Paradigm[] {
  const last = parts.length - 1
  const title = parts[last] === parts[last]!.toLowerCase()
  return parts.map((part, i) =>
    title && i < last ? unchanging(part, language.data.cases) : declinePersonPart(part, i === last, whole, language),
  )
}

function declinePersonPart(part: string, last: boolean, whole: Whole, language: Compiled): Paradigm {
  const lower = fold(part)
  const still = !last && (language.compounds.still(lower, whole.kind) || language.compounds.particle(lower))
  return still ? unchanging(part, language.data.cases) : declineSimple(part, whole, language)
}

/** Ростов-на-Дону: what stands before the preposition. Otherwise the last part, and beside an adjective the one before it. */
function declinePlaceParts(parts: readonly string[], whole: Whole, language: Compiled): readonly Paradigm[] {
  const { compounds, data } = language
  const folded = parts.map(fold)
  const preposition = folded.findIndex((part, i) => i > 0 && compounds.preposition(part))
  const last = preposition > 0 ? preposition - 1 : parts.length - 1
  const gender = whole.gender ?? guessWordGender(folded[last]!, language, whole.kind)
  const beside = compounds.clearAdjective(folded[last]!, gender)
  return parts.map((part, i) => {
    const lower = folded[i]!
    if (i === last) return declineSimple(part, { ...whole, gender }, language)
    if (i > last || compounds.still(lower, whole.kind) || compounds.particle(lower)) return unchanging(part, data.cases)
    if (compounds.clearAdjective(lower, gender)) return declineAdjective(part, gender, whole.kind, language)
    if (compounds.combining(lower)) return unchanging(part, data.cases)
    return beside && i === last - 1 ? declineSimple(part, { ...whole, gender }, language) : unchanging(part, data.cases)
  })
}

/** Paradigms side by side: each case has every combination, those of the better variants first. */
function joined(parts: readonly Paradigm[], separator: string): Paradigm {
  const forms: Partial<Record<Case, readonly string[]>> = {}
  for (const [name] of casesOf(parts[0]!)) {
    let made: readonly { readonly text: string; readonly rank: number }[] = [{ text: '', rank: 0 }]
    parts.forEach((part, i) => {
      const variants = part[name] ?? part.nom
      made = made
        .flatMap(m => variants.map((v, rank) => ({ text: i ? m.text + separator + v : v, rank: m.rank + rank })))
        .sort((a, b) => a.rank - b.rank)
        .slice(0, mostVariants)
    })
    forms[name] = made.map(m => m.text)
  }
  return forms as Paradigm
}
