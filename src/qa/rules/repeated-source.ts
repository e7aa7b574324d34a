import type { Rule } from '../../check/index.ts'
import { type Bitext, isTranslated, problemAt, type Translated, wholeOf } from '../pair.ts'

/** One source with several translations in a file. Where keys or contexts differ it is information. */
export const repeatedSource: Rule<Bitext> = {
  code: 'repeated-source',
  severity: 'warning',
  *check({ pairs }) {
    const first = new Map<string, Translated>()
    for (const pair of pairs.filter(isTranslated)) {
      // the forms of a plural
      if (pair.segment.alternatives) continue
      const key = said(pair.source.text)
      const before = first.get(key)
      if (!before) first.set(key, pair)
      else if (said(before.target.text) !== said(pair.target.text)) {
        const apart = before.segment.context !== pair.segment.context
        const data = { other: before.target.text.trim(), segments: before.segment.number }
        const related = [{ span: before.target.span(0, before.target.text.length), role: 'other' }]
        const severity = apart ? { severity: 'info' as const } : {}
        yield { ...problemAt(pair, 'repeated-source', wholeOf(pair.target), { ...severity, data }), related }
      }
    }
  },
}

/** White space says nothing. */
const said = (text: string): string => text.replace(/\s+/gu, ' ').trim()
