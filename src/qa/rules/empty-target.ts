import type { Rule } from '../../check/index.ts'
import type { Bitext } from '../pair.ts'

/** A segment without a translation, and not yet said to be translated. */
export const emptyTarget: Rule<Bitext> = {
  code: 'empty-target',
  severity: 'warning',
  *check({ pairs }) {
    for (const { segment, source, target } of pairs) {
      if (target?.text.trim() || source.text.trim() === '' || (segment.state ?? 'initial') !== 'initial') continue
      yield { code: 'empty-target', span: segment.place, data: { segment: segment.number } }
    }
  },
}
