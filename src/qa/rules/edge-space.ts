import { problemAt, type Translated } from '../pair.ts'
import { pairRule } from '../rule.ts'

/** White space at the beginning or the end of the target that is not the source's. */
export const edgeSpace = pairRule({ code: 'edge-space', severity: 'warning' }, function* (pair) {
  for (const edge of ['start', 'end'] as const) {
    const [wanted, found] = [pair.source, pair.target].map(({ text }) => rim(text, edge)) as [string, string]
    if (same(wanted, found, pair)) continue
    const { length } = pair.target.text
    const place = edge === 'start' ? { start: 0, end: found.length } : { start: length - found.length, end: length }
    // Indented lines of a listing are moved for good reasons.
    const layout = !/\n/u.test(wanted + found) && wanted.length > 0 && found.length > 0 && (wanted + found).length > 3
    const data = { edge, change: found.length > wanted.length ? 'extra' : 'missing', preferred: wanted }
    const edits = [{ span: pair.target.span(place.start, place.end), insert: wanted }]
    const told = layout ? { severity: 'info' as const, data } : { data, fixes: [{ kind: 'safe' as const, edits }] }
    yield problemAt(pair, 'edge-space', place, told)
  }
})

const rim = (text: string, edge: 'start' | 'end'): string =>
  (edge === 'start' ? /^\s*/u : /\s*$/u).exec(text.replaceAll('\u2028', '\n'))![0]

/** A file's layout breaks lines at the rim; what breaks a line says no more than that. */
function same(wanted: string, found: string, { segment }: Translated): boolean {
  const plain = (space: string) => {
    const one = space.replaceAll('\r\n', '\n').replaceAll('\u00a0', ' ')
    return segment.loose && one.includes('\n') ? '' : one
  }
  return plain(wanted) === plain(found)
}
