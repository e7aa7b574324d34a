import { fold } from './apply.ts'
import type { Compounds } from './compile.ts'
import { compiledFor } from './language.ts'
import type { InflectedLanguage } from './paradigm.ts'
import type { DerivationData } from './rules.ts'

/** Letters between what a derived word has of the name and its suffix: Олеш|ків|ська, Шост|кин|ська, Льв|ів'|яни. */
const between = "[\\p{L}']{0,4}?"

/**
 * A test of words in lower case: whether one is an adjective, a demonym or a region's name made from a place's name, in any case: криворізький,
 * криворіжці of Кривий Ріг; луцький, лучани of Луцьк; Вінниччина of Вінниця. It is told by the name's stem and the suffix, so it says yes to
 * some words that merely begin like the name. Apostrophes are '.
 */
export function derivativesOf(name: string, language: InflectedLanguage): (word: string) => boolean {
  const { data, compounds } = compiledFor(language)
  const stems = stemsOf(fold(name).split(' '), compounds.preposition, data.derivation)
  const pattern = new RegExp(`^(?:${stems.join('|')})${between}(?:${data.derivation.suffixes})`, 'u')
  return word => pattern.test(word)
}

/** Patterns of what derived words have in common with a name. */
function stemsOf(words: readonly string[], preposition: Compounds['preposition'], data: DerivationData): string[] {
  const [first, last] = [words[0]!, words.at(-1)!]
  if (words.length === 1)
    return last.includes('-') ? hyphenated(last.split('-'), preposition, data) : [stem(last, 3, data)]
  const linked = first.replace(new RegExp(`(?:${data.agreeing})$`, 'u'), '')
  const short = data.shortened.find(([whole]) => whole === last)?.[1]
  const ends = [stem(last, 2, data), ...(short ? [short] : [])].join('|')
  return [`${plain(linked).replace(/н$/u, '(?:нь?)?')}${data.linking}(?:${ends})`]
}

/**
 * Of the whole (івано-франківський), of its last part (петербуржці), and of the first where a preposition or an adjective follows it (ростовський,
 * кам'янчани of Кам'янець-Подільський).
 */
function hyphenated(parts: readonly string[], preposition: Compounds['preposition'], data: DerivationData): string[] {
  const [first, last] = [parts[0]!, parts.at(-1)!]
  if (parts.some(preposition)) return [stem(first, 3, data)]
  const whole = `${parts.slice(0, -1).map(plain).join('-?')}-?${stem(last, 2, data)}`
  const alone = new RegExp(`(?:${data.adjectival})$`, 'u').test(last) ? first : last
  return [whole, stem(alone, 3, data)]
}

/** What stays of a word before suffixes: without its ending and the two letters before it, which may alternate, but `least` at least. */
function stem(word: string, least: number, { adjectival, ending, alternating }: DerivationData): string {
  const bare = word.replace(new RegExp(`(?:${adjectival})$`, 'u'), '')
  if (bare.length < least) return `${plain(bare)}(?=${oneOf(word[bare.length] ?? '', alternating)})`
  const base = bare.replace(new RegExp(`(?:${ending})$`, 'u'), '')
  const kept = (base.length < least ? bare : base).slice(0, Math.max(least, base.length - 2))
  return plain(kept.slice(0, -1)) + oneOf(kept.at(-1)!, alternating)
}

/** A letter and those that may stand for it. */
function oneOf(letter: string, alternating: readonly string[]): string {
  const letters = alternating.find(group => group.includes(letter))
  return letters ? `[${letters}]` : plain(letter)
}

/** Letters, digits, apostrophes and hyphens as they are, е and ё as one; another mark stands for any letter. */
const plain = (text: string): string => text.replace(/[^\p{L}\p{N}'-]/gu, '.').replace(/[её]/gu, '[её]')
