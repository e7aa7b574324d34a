import { isFilled, problemAt, wholeOf } from '../pair.ts'
import { pairRule } from '../rule.ts'
import { charactersOf, graphemesUpTo } from '../size.ts'

/** A target with more characters or lines than its place allows. */
export const lengthLimit = pairRule(
  { code: 'length-limit', severity: 'error' },
  function* (pair) {
    const { limits } = pair.segment.target ?? pair.segment.source
    if (!limits) return
    const { text } = pair.target
    const size = charactersOf(text)
    if (limits.characters !== undefined && size > limits.characters) {
      const start = graphemesUpTo(text, limits.characters)
      const data = { of: 'text', size, limit: limits.characters }
      yield problemAt(pair, 'length-limit', { start, end: text.length }, { data })
    }
    const lines = text.split('\n')
    if (limits.lines !== undefined && lines.length > limits.lines) {
      const data = { of: 'lines', size: lines.length, limit: limits.lines }
      yield problemAt(pair, 'length-limit', wholeOf(pair.target), { data })
    }
    let at = 0
    for (const line of lines) {
      const long = charactersOf(line)
      if (limits.charactersPerLine !== undefined && long > limits.charactersPerLine) {
        const start = at + graphemesUpTo(line, limits.charactersPerLine)
        const data = { of: 'line', size: long, limit: limits.charactersPerLine }
        yield problemAt(pair, 'length-limit', { start, end: at + line.length }, { data })
      }
      at += line.length + 1
    }
  },
  isFilled,
)
