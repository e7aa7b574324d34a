import { readLookAlikes } from '../../normalize/index.ts'
import { problemAt } from '../pair.ts'
import { pairRule } from '../rule.ts'
import { stretchesOf } from '../stretch.ts'

/** Not behind %0A or \\x: escapes are no part of the word. */
const bothScripts =
  /(?<![%\\]\d?|\ufffc\d|[\p{L}\p{M}])(?=[\p{L}\p{M}]*\p{Script=Latin})(?=[\p{L}\p{M}]*\p{Script=Cyrillic})[\p{L}\p{M}]+/gu

/** By how much: a sign between two measures (WxH). */
const times = /\p{Lu}x\p{Lu}/u

/** Letters of the other script that look alike inside a word of the target (a Latin i in a Ukrainian word). */
export const lookAlikeLetters = pairRule({ code: 'look-alike-letters', severity: 'warning' }, function* (pair) {
  const { target } = pair
  for (const place of stretchesOf(target.prose, bothScripts)) {
    const word = target.prose.slice(place.start, place.end)
    const meant = readLookAlikes(word)
    if (!meant || pair.source.text.includes(word) || (times.test(word) && times.test(pair.source.text))) continue
    const edits = meant.places.map((at, i) => ({
      span: target.span(place.start + at, place.start + at + 1),
      insert: meant.letters[i]!,
    }))
    const letters = meant.places.map(at => word[at]).join(', ')
    const data = { preferred: meant.word, letters, count: meant.places.length }
    yield problemAt(pair, 'look-alike-letters', place, {
      data,
      fixes: [{ kind: meant.unsure ? 'unsafe' : 'safe', edits }],
    })
  }
})
