import type { Language } from './alphabet.ts'

const latin = /\p{Script=Latin}/gu
const cyrillic = /\p{Script=Cyrillic}/gu
const ukrainian = /[ґєії]/giu
const russian = /[ёъыэ]/giu
/** Ў is Belarusian alone among these; so is і beside ы, ё or э in one word. */
const belarusian = /ў|(?:[іІ][\p{L}]*[ыэё])|(?:[ыэё][\p{L}]*[іІ])/giu

/** Counts that a text gives for each language; Latin letters say only "not Cyrillic". */
export interface Evidence {
  readonly latin: number
  readonly uk: number
  readonly ru: number
  readonly be: number
  readonly cyrillic: number
}

export function evidence(text: string): Evidence {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return {
    latin: count(latin),
    cyrillic: count(cyrillic),
    uk: count(ukrainian),
    ru: count(russian),
    be: count(belarusian),
  }
}

/**
 * The language whose letters a text shows, or undefined where they do not decide: Cyrillic without a letter that only one
 * language has, Latin (which may be any of a hundred languages), a mixture, or Belarusian.
 */
export function languageByLetters(text: string): Language | undefined {
  const seen = evidence(text)
  if (seen.cyrillic === 0 || seen.latin > seen.cyrillic) return undefined
  if (seen.be > 0 && seen.be * 20 > seen.uk) return undefined
  if (seen.uk >= 1 && seen.uk > 4 * seen.ru) return 'uk'
  if (seen.ru >= 1 && seen.ru > 4 * seen.uk) return 'ru'
  return undefined
}
