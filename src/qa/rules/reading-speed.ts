import { isFilled, problemAt, wholeOf } from '../pair.ts'
import { pairRule } from '../rule.ts'
import { charactersOf } from '../size.ts'

/** A subtitle that is gone before it can be read. Line breaks are not read. */
export const readingSpeed = pairRule(
  { code: 'reading-speed', severity: 'warning' },
  function* (pair) {
    const { limits } = pair.segment.target ?? pair.segment.source
    if (!limits?.seconds || limits.charactersPerSecond === undefined) return
    const speed = charactersOf(pair.target.text.replaceAll('\n', '')) / limits.seconds
    if (speed <= limits.charactersPerSecond) return
    const data = { speed: Math.round(speed * 10) / 10, limit: limits.charactersPerSecond }
    yield problemAt(pair, 'reading-speed', wholeOf(pair.target), { data })
  },
  isFilled,
)
