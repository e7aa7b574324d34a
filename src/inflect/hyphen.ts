import { ru, uk } from '../language/index.ts'
import { declineWord, fold, guessWordGender } from './apply.ts'
import type { Compiled } from './compile.ts'
import { joined } from './joined.ts'
import type { Gender, Kind, Paradigm } from './paradigm.ts'
import { unchanging } from './paradigm.ts'

/** What the whole name is; `strict` (the name is known to decline) puts aside the rules that leave words unchanged. */
export interface Whole {
  readonly kind: Kind
  readonly gender: Gender | undefined
  readonly strict: boolean
}

export const isInanimate = (kind: Kind) => kind === 'place' || kind === 'organisation'

/**
 * Letters without a vowel that one could speak (КНДР, СПб, Спб, but not Крк: r and l may make a syllable), and any short
 * capitals that name a place or an organisation (США).
 */
function isAbbreviation(word: string, kind: Kind): boolean {
  const capitals = word.match(/\p{Lu}/gu)?.length ?? 0
  const spoken = [...word.toLowerCase()].some(letter => uk.vowels.includes(letter) || ru.vowels.includes(letter))
  if (capitals < 2) return !spoken && /\p{L}.*\p{L}/u.test(word) && !/[рл]/iu.test(word)
  return !spoken || (isInanimate(kind) && word.length <= 5 && capitals === word.length)
}

function declineSimple(word: string, whole: Whole, language: Compiled): Paradigm {
  if (isAbbreviation(word, whole.kind)) return unchanging(word, language.data.cases)
  return declineWord(word, language, whole.kind, whole.gender, whole.strict).paradigm
}

/** An adjective inside a name: its accusative goes with what the name is, a thing or a person. */
export function declineAdjective(word: string, gender: Gender, kind: Kind, language: Compiled): Paradigm {
  const paradigm = declineWord(word, language, 'adjective', gender, false).paradigm
  if (gender !== 'm' && gender !== 'p') return paradigm
  return { ...paradigm, acc: isInanimate(kind) ? paradigm.nom : paradigm.gen }
}

/** One word, of one part or several with hyphens between them. */
export function declineHyphenated(word: string, whole: Whole, language: Compiled): Paradigm {
  const parts = word.split('-')
  if (isAbbreviation(word, whole.kind)) return unchanging(word, language.data.cases)
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

/** Ростов-на-Дону: what stands before the preposition. Otherwise the last part that is no number, and beside an adjective the one before it. */
function declinePlaceParts(parts: readonly string[], whole: Whole, language: Compiled): readonly Paradigm[] {
  const { compounds, data } = language
  const folded = parts.map(fold)
  const preposition = folded.findIndex((part, i) => i > 0 && compounds.preposition(part))
  const last = preposition > 0 ? preposition - 1 : parts.findLastIndex(part => /\p{L}/u.test(part))
  const heads = compounds.head(folded[0]!)
  const gender = (heads ? undefined : whole.gender) ?? guessWordGender(folded[last]!, language, whole.kind)
  const beside = compounds.clearAdjective(folded[last]!, gender)
  const foreign = last > 0 && !beside && compounds.foreign(folded[0]!, folded[last]!)
  return parts.map((part, i) => {
    const lower = folded[i]!
    if (i === last && foreign) return unchanging(part, data.cases)
    if (i === last) return declineSimple(part, { ...whole, gender }, language)
    if (i === 0 && heads) return declineSimple(part, { ...whole, gender: undefined }, language)
    if (i > last || compounds.still(lower, whole.kind) || compounds.particle(lower)) return unchanging(part, data.cases)
    if (compounds.clearAdjective(lower, gender)) return declineAdjective(part, gender, whole.kind, language)
    if (compounds.combining(lower)) return unchanging(part, data.cases)
    return beside && i === last - 1 ? declineSimple(part, { ...whole, gender }, language) : unchanging(part, data.cases)
  })
}
