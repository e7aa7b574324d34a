import type { Language } from './alphabet.ts'
import words from './words.json' with { type: 'json' }

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

const frequent = new Map(
  Object.entries(words)
    .filter(([key]) => key !== 'note')
    .map(([language, list]) => [language, new Set(list.split(' '))]),
)

/**
 * The language (BCP 47) whose frequent short words a text uses most, or undefined where too few of them stand there to tell. It
 * looks at the first 2,000 words. O(n).
 */
export function languageByWords(text: string): string | undefined {
  const counts = new Map<string, number>()
  let seen = 0
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    if (seen++ > 2000) break
    const lower = word.toLowerCase()
    for (const [language, list] of frequent) if (list.has(lower)) counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  if (!first || first[1] < 2 || first[1] < seen / 25) return undefined
  return second && second[1] * 1.3 > first[1] ? undefined : first[0]
}
