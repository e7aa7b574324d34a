import { counterpartOf, unlistedOn } from '../guess.ts'
import { problemAt } from '../pair.ts'
import { pairRule } from '../rule.ts'

/** A name in no glossary whose form in the target cannot be a rendering of it, with the likely one. Between English and Cyrillic. */
export const nameGuess = pairRule({ code: 'name-guess', severity: 'warning' }, function* (pair, bitext) {
  const { source, target } = pair
  if ((source.language === 'en') === (target.language === 'en')) return
  for (const name of unlistedOn(source, bitext)) {
    const found = counterpartOf(name, target, bitext)
    if (found?.likely === undefined) continue
    const data = { name: source.text.slice(name.start, name.end), preferred: found.likely }
    yield problemAt(pair, 'name-guess', found, { of: name, data })
  }
})
