import { en, ru, uk } from '../../language/index.ts'
import { readLookAlikes } from '../../normalize/index.ts'
import { problemAt } from '../pair.ts'
import { pairRule } from '../rule.ts'
import { stretchesOf } from '../stretch.ts'

const wordWith = (letters: string) => new RegExp(`[\\p{L}\\p{M}]*[${letters}][\\p{L}\\p{M}]*`, 'giu')
const foreign = { en: wordWith('\\p{Script=Cyrillic}'), uk: wordWith(ru.own), ru: wordWith(uk.own) } as const
/** A Latin letter between Cyrillic words that is a Cyrillic word to the eye: і, а, о, у, с. */
const alone = /(?<=\p{Script=Cyrillic}[,;]? )[iaoyc](?= \p{Script=Cyrillic})/gu
const cyrillic: Readonly<Record<string, string>> = { i: 'і', a: 'а', o: 'о', y: 'у', c: 'с' }

/** Words with letters that the target's language does not have, and Latin letters that stand for a Cyrillic word. */
export const wrongScript = pairRule({ code: 'wrong-script', severity: 'warning' }, function* (pair) {
  const { source, target } = pair
  if (target.language === 'other') return
  for (const place of stretchesOf(target.prose, foreign[target.language])) {
    const word = target.prose.slice(place.start, place.end)
    if (source.text.includes(word) && source.language === en.language) continue
    // look-alike-letters tells of it
    if (/\p{Script=Latin}/u.test(word) && readLookAlikes(word)) continue
    yield problemAt(pair, 'wrong-script', place, { data: { preferred: '' } })
  }
  if (target.language === 'en') return
  for (const place of stretchesOf(target.prose, alone)) {
    const preferred = cyrillic[target.prose[place.start]!]!
    if (preferred === 'і' && target.language === 'ru') continue
    // The source may speak of the letter itself.
    if (new RegExp(`(?<!\\p{L})${target.prose[place.start]}(?!\\p{L})`, 'u').test(withoutArticles(source.prose)))
      continue
    const edits = [{ span: target.span(place.start, place.end), insert: preferred }]
    yield problemAt(pair, 'wrong-script', place, { data: { preferred }, fixes: [{ kind: 'unsafe', edits }] })
  }
})

/** An English a is no letter that is spoken of. */
const withoutArticles = (text: string): string => text.replace(/(?<!\p{L})a(?= \p{L})/gu, '')
