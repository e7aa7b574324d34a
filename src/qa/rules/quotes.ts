import { problemAt } from '../pair.ts'
import { isOwn, quotesIn, usualQuotes } from '../quote-marks.ts'
import { pairRule } from '../rule.ts'

/** Quotation marks without a partner, and those of another language. Any scheme of the target's language is right. */
export const quotes = pairRule({ code: 'quotes', severity: 'warning' }, function* (pair) {
  const { source, target } = pair
  if (target.language === 'other') return
  const found = quotesIn(target)
  const inSource = quotesIn(source)
  // A quotation may run over several segments, then as many marks are left over in both.
  const [first] = found.single
  if (first && found.single.length !== inSource.single.length) {
    yield problemAt(pair, 'quotes', first, { data: { wrong: 'unpaired', preferred: '' } })
  }
  for (const one of found.pairs) {
    if (isOwn(one.marks, target.language)) continue
    const [open, close] = usualQuotes(target.language)
    const edits = [
      { span: target.span(one.start, one.start + 1), insert: open },
      { span: target.span(one.end - 1, one.end), insert: close },
    ]
    const preferred = open + target.text.slice(one.start + 1, one.end - 1) + close
    yield problemAt(pair, 'quotes', one, { data: { wrong: 'foreign', preferred }, fixes: [{ kind: 'unsafe', edits }] })
  }
})
