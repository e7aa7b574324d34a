import { fold } from '../normalize/index.ts'
import words from './words.json' with { type: 'json' }

export type WordLists = Readonly<Record<keyof (typeof words)['en'], ReadonlySet<string>>>

const lists = new Map<string, WordLists>()

/** The folded words that say what stands beside a name; English ones for every language but Ukrainian and Russian. */
export function wordLists(language: string): WordLists {
  const key = language === 'uk' || language === 'ru' ? language : 'en'
  const known = lists.get(key)
  if (known) return known
  const sets = Object.entries(words[key]).map(([name, list]) => [
    name,
    new Set(list.split(' ').filter(Boolean).map(fold)),
  ])
  const found = Object.fromEntries(sets) as unknown as WordLists
  lists.set(key, found)
  return found
}
