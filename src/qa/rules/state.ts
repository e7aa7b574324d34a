import type { Rule } from '../../check/index.ts'
import type { Problem } from '../../text/index.ts'
import type { Bitext, Pair } from '../pair.ts'

/** A state that the target gives the lie to: translated and further without a text, or a translation that is called none. */
export const state: Rule<Bitext> = {
  code: 'state',
  severity: 'error',
  *check({ pairs }) {
    for (const pair of pairs) yield* contradictions(pair)
  },
}

function* contradictions({ segment, source, target }: Pair): Generator<Problem> {
  const said = segment.state
  if (said === undefined || source.text.trim() === '') return
  const filled = target !== undefined && target.text.trim() !== ''
  if (said !== 'initial' && !filled) {
    yield { code: 'state', span: segment.place, data: { segment: segment.number, state: said, target: 'empty' } }
  }
  if (said === 'initial' && filled && target.text !== source.text) {
    const data = { segment: segment.number, state: said, target: 'filled' }
    yield { code: 'state', severity: 'info', span: segment.place, data }
  }
}
