/** The language that the letters of a Cyrillic name tell, where they do; `any` where they do not. */
export type Source = 'uk' | 'ru' | 'be' | 'any'

export function sourceOf(folded: string): Source {
  if (/ў|[іў].*[ыэ]|[ыэ].*[іў]/.test(folded)) return 'be'
  if (/[іїєґ]|[сцз]ький$|ьо|йо/.test(folded)) return 'uk'
  if (/[ыэёъ]|[сц]кий$/.test(folded)) return 'ru'
  return 'any'
}
