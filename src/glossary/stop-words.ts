import { fold } from '../normalize/index.ts'
import words from './stop-words.json' with { type: 'json' }

interface Stops {
  readonly start: ReadonlySet<string>
  readonly nouns: ReadonlySet<string>
}

const lists = new Map<string, Stops>()

function stopsOf(language: 'uk' | 'ru'): Stops {
  const set = (list: string) => new Set(list.split(' ').map(fold))
  const known = lists.get(language) ?? { start: set(words[language].start), nouns: set(words[language].nouns) }
  lists.set(language, known)
  return known
}

/** True where a single word of a text says so little that only a second sign would make it a name. */
export function needsSecondSign(text: string, start: number, end: number, language: string): boolean {
  if (language !== 'uk' && language !== 'ru') return false
  const word = fold(text.slice(start, end))
  const stops = stopsOf(language)
  return stops.nouns.has(word) || (stops.start.has(word) && beginsSentence(text, start))
}

const sentenceStart = /(?:^|[.!?…:;][\]"”»’)]*\s+|\n\s*|^\s*[—–-]\s+|[—–-]\s+)["“«„‘([]*$/u

function beginsSentence(text: string, at: number): boolean {
  const from = Math.max(0, at - 12)
  const before = text.slice(from, at)
  return (from === 0 && before.trim() === '') || sentenceStart.test(from === 0 ? before : `x${before}`)
}
