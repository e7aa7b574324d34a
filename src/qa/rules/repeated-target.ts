import type { Rule } from '../../check/index.ts'
import { type Bitext, isTranslated, problemAt, type Translated, wholeOf } from '../pair.ts'

/** One translation of several sources: often right, so it is information. A single word is not asked about. */
export const repeatedTarget: Rule<Bitext> = {
  code: 'repeated-target',
  severity: 'info',
  *check({ pairs }) {
    const first = new Map<string, Translated>()
    for (const pair of pairs.filter(isTranslated)) {
      const key = plain(pair.target.text)
      if (!key.includes(' ')) continue
      const before = first.get(key)
      if (!before) first.set(key, pair)
      else if (plain(before.source.text) !== plain(pair.source.text)) {
        const data = { other: before.source.text.trim(), segments: before.segment.number }
        const related = [{ span: before.target.span(0, before.target.text.length), role: 'other' }]
        yield { ...problemAt(pair, 'repeated-target', wholeOf(pair.target), { data }), related }
      }
    }
  },
}

/** Words and numbers; capitals, marks and spaces between them say nothing. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\ufffc%{}]+/gu, ' ')
    .trim()
