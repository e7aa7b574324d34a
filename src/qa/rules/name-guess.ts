import { slipIn } from '../guess.ts'
import { problemAt } from '../pair.ts'
import { pairRule } from '../rule.ts'
import { unlistedOn } from '../unlisted.ts'

/** A name in no glossary whose form in the target cannot be a rendering of it, with the likely one. Between English and Cyrillic. */
export const nameGuess = pairRule({ code: 'name-guess', severity: 'warning' }, function* (pair, bitext) {
  const { source, target } = pair
  if ((source.language === 'en') === (target.language === 'en')) return
  for (const name of unlistedOn(source, bitext)) {
    const slip = slipIn(name, target, bitext)
    if (!slip) continue
    const data = { name: source.text.slice(name.start, name.end), preferred: slip.likely }
    yield problemAt(pair, 'name-guess', slip, { of: name, data })
  }
})
