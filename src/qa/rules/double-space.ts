import { problemAt, type Side } from '../pair.ts'
import { pairRule } from '../rule.ts'
import { type Stretch, stretchesOf } from '../stretch.ts'

const gap = /(?<=\S)[ \u00a0]{2,}(?=\S)/gu
/** In a text that is laid out with spaces: two of them between words. */
const slip = /(?<=[\p{L},])[ \u00a0]{2}(?=[\p{L}«„“])/gu
const layout = /\t|[^\s.!?:] {2,}\S/u

/** Two spaces in a row where the source has none, or has fewer. Gaps that align columns are layout; a slip there is information. */
export const doubleSpace = pairRule({ code: 'double-space', severity: 'warning' }, function* (pair) {
  const { source, target } = pair
  const laidOut = layout.test(source.text)
  const inSource = gapsIn(source, laidOut).length
  const found = gapsIn(target, laidOut).filter(one => !isColumn(target, one))
  if (found.length <= inSource) return
  for (const place of inSource === 0 ? found : found.slice(0, 1)) {
    const edits = [{ span: target.span(place.start, place.end), insert: target.text[place.start]! }]
    const fixes = [{ kind: inSource === 0 && !laidOut ? ('safe' as const) : ('unsafe' as const), edits }]
    const severity = laidOut ? { severity: 'info' as const } : {}
    yield problemAt(pair, 'double-space', place, { ...severity, data: { preferred: ' ' }, fixes })
  }
})

/** Behind the gap another line goes on in the same column, too: behind a gap of its own, or the gap is wider than a slip. */
function isColumn({ text }: Side, { start, end }: Stretch): boolean {
  if (!text.includes('\n')) return false
  const column = end - text.lastIndexOf('\n', start) - 1
  const aligned = end - start > 2 ? /^.?\s\S$/u : /^\s\s\S$/u
  return text.split('\n').filter(line => aligned.test(line.slice(Math.max(0, column - 2), column + 1))).length > 1
}

const gapsIn = ({ text }: Side, laidOut: boolean): Stretch[] => stretchesOf(text, laidOut ? slip : gap)
