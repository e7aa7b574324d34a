import { addressKey } from '../addresses.ts'
import { problemAt, type Side, wholeOf } from '../pair.ts'
import { pairRule } from '../rule.ts'
import type { Stretch } from '../stretch.ts'
import { unmatchedBy } from '../unmatched.ts'

/** Web and e-mail addresses that were lost or changed; one that only the target has is information. */
export const urlEmail = pairRule({ code: 'url-email', severity: 'warning' }, function* (pair) {
  const key = (side: Side) => (one: Stretch) => addressKey(side.text.slice(one.start, one.end))
  const { source, target } = pair
  const { missing, extra } = unmatchedBy(source.addresses, target.addresses, key(source), key(target))
  for (const [i, of] of missing.entries()) {
    const address = source.text.slice(of.start, of.end)
    // The same address twice in one text is sometimes named once.
    if (target.addresses.some(one => key(target)(one) === key(source)(of))) continue
    const data = { change: extra[i] ? 'other' : 'missing', address }
    yield problemAt(pair, 'url-email', extra[i] ?? wholeOf(target), { of, data })
  }
  for (const one of extra.slice(missing.length)) {
    const data = { change: 'extra', address: target.text.slice(one.start, one.end) }
    yield problemAt(pair, 'url-email', one, { severity: 'info', data })
  }
})
