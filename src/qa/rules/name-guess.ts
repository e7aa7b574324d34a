import { slipIn } from '../guess.ts'
import { problemAt } from '../pair.ts'
import { pairRule } from '../rule.ts'
import { unlistedOn } from '../unlisted.ts'

/** A name in no glossary whose form in the target cannot be a rendering of it, with the likely one. */
export const nameGuess = pairRule({ code: 'name-guess', severity: 'warning' }, function* (pair, bitext) {
  const { source, target } = pair
  if (source.language === target.language || target.language === 'other') return
  const names = unlistedOn(source, bitext)
  // a list of names, in which each looks like a slip in another one
  if (names.length > 20) return
  for (const name of names) {
    if (target.prose.includes(source.text.slice(name.start, name.end))) continue
    const slip = slipIn(name, source, target, bitext)
    if (!slip) continue
    const data = { name: source.text.slice(name.start, name.end), preferred: slip.likely }
    yield problemAt(pair, 'name-guess', slip, { of: name, data })
  }
})
