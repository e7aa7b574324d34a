import { lemmas } from '../inflect/index.ts'

/** A Cyrillic word and every name of which it may be a form. */
export function basesOf(word: string, language: 'uk' | 'ru'): string[] {
  const found = (['family', 'given'] as const).flatMap(kind => lemmas(word, { language, kind }))
  return [...new Set([word, ...found.map(({ lemma }) => lemma)])]
}
