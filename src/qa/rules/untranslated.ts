import type { Rule } from '../../check/index.ts'
import { type Bitext, problemAt, type Translated, wholeOf } from '../pair.ts'
import { type Treatment, treatments, wordsOf } from '../untranslated-words.ts'

/**
 * A target that only repeats the source, though there are words to translate in it: the file translates one of them elsewhere, or
 * there are several in small letters. A name or a single word that the file says nothing of is information.
 */
export const untranslated: Rule<Bitext> = {
  code: 'untranslated',
  severity: 'warning',
  *check({ pairs }) {
    const copied = pairs.filter(isCopied)
    if (copied.length === 0) return
    const known = treatments(pairs)
    for (const pair of copied) {
      const words = wordsOf(pair.source).filter(word => !isKept(known.get(word.toLowerCase())))
      if (words.length === 0) continue
      const sure =
        words.some(word => known.has(word.toLowerCase())) ||
        words.filter(word => word === word.toLowerCase()).length > 2
      yield problemAt(pair, 'untranslated', wholeOf(pair.target), sure ? {} : { severity: 'info' })
    }
  },
}

const isKept = (treatment: Treatment | undefined): boolean =>
  treatment !== undefined && treatment.kept >= treatment.translated

const isCopied = (pair: Bitext['pairs'][number]): pair is Translated =>
  pair.target !== undefined &&
  pair.target.text.trim() !== '' &&
  pair.target.text.trim() === pair.source.text.trim() &&
  pair.source.language !== pair.target.language
