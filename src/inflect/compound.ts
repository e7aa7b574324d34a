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
function isAbbreviation(word: string, kind: Kind, language: Compiled): boolean {
  if (word.length < 2 || word !== word.toUpperCase() || word === word.toLowerCase()) return false
  const spoken = [...word.toLowerCase()].some(letter => language.data.vowels.includes(letter))
  return !spoken || (kind === 'organisation' && word.length <= 6)
}

function declineSimple(word: string, whole: Whole, language: Compiled): Paradigm {
  if (isAbbreviation(word, whole.kind, language)) return unchanging(word, language.data.cases)
  return declineWord(word, language, whole.kind, whole.gender, whole.strict).paradigm
}

function declineWords(words: readonly string[], whole: Whole, language: Compiled): readonly Paradigm[] {
  return isInanimate(whole.kind) ? declinePhrase(words, whole, language) : declinePerson(words, whole, language)
}

/** Parts of one person's name: particles in lower case (ван, фон, де) stand still, all else declines. */
function declinePerson(words: readonly string[], whole: Whole, language: Compiled): readonly Paradigm[] {
  return words.map((word, i) =>
    word === word.toLowerCase() && i < words.length - 1 && language.compounds.linking(fold(word))
      ? unchanging(word, language.data.cases)
      : declineHyphenated(word, whole, language),
  )
}

/** Adjectives, the head they agree with, adjectives after it; what follows them (Рада міністрів) stands still. */
function declinePhrase(words: readonly string[], whole: Whole, language: Compiled): readonly Paradigm[] {
  const { compounds, data } = language
  const gender = whole.gender ?? phraseGender(words, whole.kind, language)
  const agrees = (word: string) => compounds.adjective(fold(word), gender)
  const still = (word: string) => unchanging(word, data.cases)
  let head = 0
  while (head < words.length - 1 && (agrees(words[head]!) || compounds.still(fold(words[head]!), whole.kind))) head++
  let end = head + 1
  while (end < words.length && agrees(words[end]!) && !compounds.dependent(fold(words[end]!))) end++
  return words.map((word, i) => {
    if (i >= end || (i < head && compounds.still(fold(word), whole.kind))) return still(word)
    return i === head
      ? declineHyphenated(word, { ...whole, gender }, language)
      : declineAdjective(word, gender, whole.kind, language)
  })
}

/** The gender that a leading adjective shows, or else the first word's own. */
function phraseGender(words: readonly string[], kind: Kind, language: Compiled): Gender {
  const first = fold(words[0]!)
  const shown = (['m', 'f', 'n', 'p'] as const).find(gender => language.compounds.adjective(first, gender))
  if (shown && words.length > 1) return shown
  const head = words.find(word => !language.compounds.still(fold(word), kind)) ?? words[0]!
  return guessWordGender(fold(head), language, kind)
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
    : parts.map((part, i) => declinePersonPart(part, i === parts.length - 1, whole, language))
  return joined(declined, '-')
}

function declinePersonPart(part: string, last: boolean, whole: Whole, language: Compiled): Paradigm {
  const lower = fold(part)
  const still = !last && (language.compounds.still(lower, whole.kind) || language.compounds.linking(lower))
  return still ? unchanging(part, language.data.cases) : declineSimple(part, whole, language)
}

/** Ростов-на-Дону: what stands before the preposition; otherwise the last part, and the first beside an adjective. */
function declinePlaceParts(parts: readonly string[], whole: Whole, language: Compiled): readonly Paradigm[] {
  const { compounds, data } = language
  const still = (part: string) => unchanging(part, data.cases)
  const link = parts.findIndex((part, i) => i > 0 && compounds.linking(fold(part)))
  const last = link > 0 ? link - 1 : parts.length - 1
  const gender = whole.gender ?? guessWordGender(fold(parts[last]!), language, whole.kind)
  const known: Whole = { ...whole, gender }
  const tail = fold(parts[last]!)
  const beside = compounds.adjective(tail, gender)
  return parts.map((part, i) => {
    if (i > last) return still(part)
    if (i === last) return declineSimple(part, known, language)
    const lower = fold(part)
    if (compounds.still(lower, whole.kind)) return still(part)
    if (compounds.adjective(lower, gender) && compounds.declinesFirst(lower))
      return declineAdjective(part, gender, whole.kind, language)
    return beside && i === last - 1 ? declineSimple(part, known, language) : still(part)
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
