import { fold, guessWordGender } from './apply.ts'
import type { Compiled } from './compile.ts'
import { declineAdjective, declineHyphenated, isInanimate, type Whole } from './hyphen.ts'
import { joined } from './joined.ts'
import type { Gender, Kind, Paradigm } from './paradigm.ts'
import { unchanging } from './paradigm.ts'

/** Words and hyphenated parts of a name, each declined or left as its place in the name asks. */
export function declineCompound(name: string, whole: Whole, language: Compiled): Paradigm {
  const words = name.split(' ')
  return words.length > 1 ? joined(declineWords(words, whole, language), ' ') : declineHyphenated(name, whole, language)
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
  const still = (word: string) => unchanging(word, data.cases)
  const declined = words.slice(0, end).map((word, i) => {
    if (i === head) return declineHyphenated(word, { ...whole, gender }, language)
    return i < head && isStill(i) ? still(word) : declineAdjective(word, gender, whole.kind, language)
  })
  const rest = words.slice(end)
  if (rest.length > 1 && compounds.conjunction(folded[end]!)) {
    const second = declinePhrase(rest.slice(1), { ...whole, gender: undefined }, language)
    return [...declined, still(rest[0]!), ...second]
  }
  return [...declined, ...rest.map(still)]
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
