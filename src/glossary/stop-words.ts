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

/** What a single word says: `noun` and, at the beginning of a sentence, `start` are words that only a second sign makes a name. */
export type Stop = 'noun' | 'start' | 'none'

export function stopOf(word: string, language: 'uk' | 'ru'): Stop {
  const folded = fold(word)
  const stops = stopsOf(language)
  return stops.nouns.has(folded) ? 'noun' : stops.start.has(folded) ? 'start' : 'none'
}

const sentenceStart = /(?:^|[.!?…:;][\]"”»’)]*\s+|\n\s*|^\s*[—–-]\s+|[—–-]\s+)["“«„‘([]*$/u

export function beginsSentence(text: string, at: number): boolean {
  const from = Math.max(0, at - 12)
  const before = text.slice(from, at)
  return (from === 0 && before.trim() === '') || sentenceStart.test(from === 0 ? before : `x${before}`)
}
