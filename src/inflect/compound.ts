import { fold, guessWordGender } from './apply.ts'
import type { Compiled } from './compile.ts'
import { declineAdjective, declineHyphenated, isInanimate, type Whole } from './hyphen.ts'
import { beside, joined } from './joined.ts'
import type { Gender, Kind, Paradigm } from './paradigm.ts'
import { genders, unchanging } from './paradigm.ts'

/** Words and hyphenated parts of a name, each declined or left as its place in the name asks. */
export function declineCompound(name: string, whole: Whole, language: Compiled): Paradigm {
  const words = name.split(' ')
  return words.length > 1 ? joined(declineWords(words, whole, language), ' ') : declineHyphenated(name, whole, language)
}

function declineWords(words: readonly string[], whole: Whole, language: Compiled): readonly Paradigm[] {
  return isInanimate(whole.kind) ? declinePhrase(words, whole, language) : declinePerson(words, whole, language)
}

/**
 * Parts of one person's name: before the last one stand given names; particles (ван, фон, де) stand still, and so do all syllables of an
 * East Asian name but the last (Кім Чен Ин, Кім Чен Ина) and, if one likes, the family name before a given one (Ден Сяопін, Ден Сяопіна).
 */
function declinePerson(words: readonly string[], whole: Whole, language: Compiled): readonly Paradigm[] {
  const { particle, capitalParticle, syllable, chinese } = language.compounds
  const { cases } = language.data
  const folded = words.map(fold)
  const last = words.length - 1
  const bySyllables = last > 1 && folded.every(syllable)
  const given: Whole = whole.kind === 'family' ? { ...whole, kind: 'given' } : whole
  return words.map((word, i) => {
    if (i === last) return declineHyphenated(word, whole, language)
    const still = bySyllables || capitalParticle(folded[i]!) || (word === word.toLowerCase() && particle(folded[i]!))
    if (still) return unchanging(word, cases)
    const declined = declineHyphenated(word, given, language)
    return last === 1 && chinese(folded[0]!, folded[1]!) ? beside(unchanging(word, cases), declined) : declined
  })
}

/** Heads with their adjectives, joined by conjunctions (Боснія і Герцеговина); what follows the last (Рада міністрів) stands still. */
function declinePhrase(words: readonly string[], whole: Whole, language: Compiled): readonly Paradigm[] {
  const phrase: Phrase = { words, folded: words.map(fold), kind: whole.kind, strict: whole.strict }
  const still = (word: string) => unchanging(word, language.data.cases)
  const declined: Paradigm[] = []
  const titled = isTitled(phrase, language)
  if (titled && whole.kind === 'organisation') return declineNamesake(words, whole, language)
  let gender = firstGender(phrase, whole.gender, language) ?? (titled ? 'm' : undefined)
  for (;;) {
    declined.push(...declineHead(phrase, declined.length, gender, language))
    const at = declined.length
    if (at === 1 && titled) continue
    if (at >= words.length - 1 || !language.compounds.conjunction(phrase.folded[at]!)) break
    declined.push(still(words[at]!))
    gender = undefined
  }
  return [...declined, ...words.slice(declined.length).map(still)]
}

/** Of several heads the first has the gender given for the whole only where it can (Сербія і Чорногорія are plural together, not Сербія). */
function firstGender({ folded }: Phrase, given: Gender | undefined, { compounds }: Compiled): Gender | undefined {
  const fits = given === undefined || compounds.nominative(folded[0]!, given) || compounds.adjective(folded[0]!, given)
  return fits || !folded.some(compounds.conjunction) ? given : undefined
}

/** A title with a name after it, which agrees with it (Піп Іван), not with a genitive (Король Данії). */
const isTitled = ({ folded }: Phrase, { compounds }: Compiled) =>
  folded.length > 1 && compounds.title(folded[0]!) && compounds.nominative(folded[1]!, 'm')

/** What is named after a person by title and name («Адмирал Кузнецов»), whose name declines as a person's. */
function declineNamesake([title, ...name]: readonly string[], whole: Whole, language: Compiled): readonly Paradigm[] {
  const person: Whole = { kind: 'family', gender: 'm', strict: whole.strict }
  return [declineHyphenated(title!, { ...person, kind: 'demonym' }, language), ...declinePerson(name, person, language)]
}

interface Phrase {
  readonly words: readonly string[]
  readonly folded: readonly string[]
  readonly kind: Kind
  readonly strict: boolean
}

/** From `start` on: adjectives, the head they agree with, adjectives after it. At least one word. */
function declineHead(phrase: Phrase, start: number, given: Gender | undefined, language: Compiled): Paradigm[] {
  const { words, folded, kind, strict } = phrase
  const { compounds, data } = language
  const isStill = (i: number) => compounds.still(folded[i]!, kind) || compounds.particle(folded[i]!)
  const gender = given ?? phraseGender(phrase, start, isStill, language)
  const head = headOf(folded, start, gender, isStill, language)
  let end = head + 1
  while (end < words.length && compounds.clearAdjective(folded[end]!, gender)) end++
  return words.slice(start, end).map((word, i) => {
    if (start + i === head) return declineHyphenated(word, { kind, gender, strict }, language)
    return start + i < head && isStill(start + i)
      ? unchanging(word, data.cases)
      : declineAdjective(word, gender, kind, language)
  })
}

/** The first word that is neither a foreign particle nor an adjective with a noun, or with more adjectives, after it; the last before a conjunction. */
function headOf(
  folded: readonly string[],
  start: number,
  gender: Gender,
  isStill: (i: number) => boolean,
  language: Compiled,
): number {
  const { adjective, clearAdjective, conjunction, nominative, possessive } = language.compounds
  const isAdjective = (i: number) => {
    const [lower, next] = [folded[i]!, folded[i + 1]!]
    if (clearAdjective(lower, gender)) return true
    return adjective(lower, gender) && nominative(next, gender) && !(possessive(lower) && clearAdjective(next, gender))
  }
  let head = start
  const isLast = () => head === folded.length - 1 || conjunction(folded[head + 1]!)
  while (!isLast() && (isStill(head) || isAdjective(head))) head++
  return head
}

/** The gender that a leading adjective shows, or else that of the first word which is no foreign particle. */
function phraseGender(phrase: Phrase, start: number, isStill: (i: number) => boolean, language: Compiled): Gender {
  const { folded, kind } = phrase
  let first = start
  while (first < folded.length - 1 && isStill(first)) first++
  const shown = genders.find(gender => language.compounds.adjective(folded[first]!, gender))
  return shown ?? guessWordGender(folded[first]!, language, kind)
}
