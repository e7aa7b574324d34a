import { lemmas } from '../inflect/index.ts'

/** A Cyrillic word and every name of which it may be a form. */
export function basesOf(word: string, language: 'uk' | 'ru'): string[] {
  return [...new Set([word, ...lemmasOf(word, language)])]
}

/** Every name of which a Cyrillic word may be a form; itself where it is a form of none. */
export function nominativesOf(word: string, language: 'uk' | 'ru'): string[] {
  const found = lemmasOf(word, language)
  return found.length > 0 ? [...new Set(found)] : [word]
}

const lemmasOf = (word: string, language: 'uk' | 'ru'): string[] =>
  (['family', 'given'] as const).flatMap(kind => lemmas(word, { language, kind }).map(({ lemma }) => lemma))
