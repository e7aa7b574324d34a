import { nameHash } from '../text/index.ts'
import { type Entry, exactKey, primaryLanguage, textOf } from './entry.ts'
import type { Store, Stored } from './store.ts'

export const cleanReasons = ['duplicate', 'empty', 'same', 'script'] as const
/** Why an entry is of no use: another one says it, it has no text, its target is its source, its target is in other letters. */
export type CleanReason = (typeof cleanReasons)[number]

/** The entries that may go, each with the first reason. Of duplicates the youngest stays. Memory: a hash an entry. */
export async function* useless(store: Store): AsyncGenerator<Stored & { readonly reason: CleanReason }> {
  const seen = new Set<string>()
  for await (const stored of store.all()) {
    const reason = faultOf(stored.entry) ?? (isRepeated(stored.entry, seen) ? 'duplicate' : undefined)
    if (reason) yield { ...stored, reason }
  }
}

/** Repeated is what was there with the same neighbours; one that knows no neighbours adds nothing to any other. */
function isRepeated(
  { sourceLanguage, targetLanguage, source, target, before, after }: Entry,
  seen: Set<string>,
): boolean {
  const texts = [
    sourceLanguage,
    targetLanguage,
    ...[source, target].map(runs => exactKey(runs).replace(/\s+/gu, ' ').trim()),
  ]
  const pair = nameHash(texts.join('\u0003'))
  const whole = `${pair} ${before ?? ''} ${after ?? ''}`
  const isKnown = seen.has(before === undefined && after === undefined ? pair : whole)
  seen.add(pair).add(whole)
  return isKnown
}

function faultOf({ source, target, targetLanguage, sourceLanguage }: Entry): CleanReason | undefined {
  const [from, to] = [textOf(source).trim(), textOf(target).trim()]
  if (from === '' || to === '') return 'empty'
  if (primaryLanguage(sourceLanguage) === primaryLanguage(targetLanguage)) return undefined
  if (from === to) return runningWords.test(from) ? 'same' : undefined
  return isInOtherLetters(to, targetLanguage) ? 'script' : undefined
}

/** Two words in small letters: no name, code or address, which may well be the same in both languages. */
const runningWords = /(?<![\p{L}\p{N}@/.:_-])\p{Ll}{2,}[^\S\n]+\p{Ll}{2,}(?![\p{L}\p{N}@/:_-])/u

const letter = /\p{L}/gu
const letters: Readonly<Record<string, RegExp>> = { Cyrl: /\p{Script=Cyrl}/gu, Latn: /\p{Script=Latn}/gu }

/** Running text in which not one letter in ten is of the language's script. */
function isInOtherLetters(text: string, language: string): boolean {
  const own = letters[scriptOf(language)]
  if (!own || !runningWords.test(text)) return false
  return (text.match(own)?.length ?? 0) * 10 < (text.match(letter)?.length ?? 0)
}

function scriptOf(language: string): string {
  try {
    return new Intl.Locale(language).maximize().script ?? ''
  } catch {
    return ''
  }
}
