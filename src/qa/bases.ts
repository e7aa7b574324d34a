import { lemmas } from '../inflect/index.ts'

/** A Cyrillic word and every name of which it may be a form. */
export function basesOf(word: string, language: 'uk' | 'ru'): string[] {
  return [...new Set([word, ...lemmasOf(word, language)])]
}

/** Every name of one bearer, or of a place, of which a Cyrillic word may be a form, the likelier ones first. */
export function singularBasesOf(word: string, language: 'uk' | 'ru'): string[] {
  const found = (['family', 'given', 'place'] as const).flatMap(kind =>
    lemmas(word, { language, kind }).filter(({ gender }) => gender !== 'p' || kind === 'place'),
  )
  return [...new Set([...found.map(({ lemma }) => lemma), word])]
}

const lemmasOf = (word: string, language: 'uk' | 'ru'): string[] =>
  (['family', 'given'] as const).flatMap(kind => lemmas(word, { language, kind }).map(({ lemma }) => lemma))
