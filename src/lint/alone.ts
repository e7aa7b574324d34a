import { type Compiled, isGivenName } from '../glossary/index.ts'
import type { Language } from '../language/index.ts'
import { commonNames } from '../names/index.ts'
import { fold } from '../normalize/index.ts'
import { remembered, type Span } from '../text/index.ts'
import { beginsSentence } from './neighbours.ts'
import { perGlossary } from './per-glossary.ts'

/** True of a word with a capital that no other such word makes a longer name of; the first word of a sentence may be none of a name. */
export function standsAlone(
  glossary: Compiled,
  text: string,
  words: readonly Span[],
  i: number,
  language: Language,
): boolean {
  const [before, word, behind] = [words[i - 1], words[i]!, words[i + 1]]
  if (behind && isBeside(text, word, behind)) return false
  if (!before || !isBeside(text, before, word)) return true
  return beginsSentence(text, before.start) && !isGiven(glossary, text.slice(before.start, before.end), language)
}

/** A given name, in any case. */
export function isGiven(glossary: Compiled, word: string, language: Language): boolean {
  if (language === 'en') return isGivenName(glossary, fold(word))
  return toldOf(glossary)[language](word)
}

const toldOf = perGlossary(glossary => {
  const told = (language: 'uk' | 'ru') =>
    remembered(word => commonNames(word, word, language, 'given').some(name => isGivenName(glossary, name)))
  return { uk: told('uk'), ru: told('ru') }
})

const isBeside = (text: string, a: Span, b: Span): boolean => b.start === a.end + 1 && /[ \u00a0-]/.test(text[a.end]!)
