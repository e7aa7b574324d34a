import type { Rule } from '../../check/index.ts'
import { nameSpans } from '../../names/index.ts'
import { isEnglishAmongOthers, isOfWindows } from '../english-words.ts'
import { type Bitext, isFilled, problemAt, type Side, type Translated, wholeOf } from '../pair.ts'
import { type Habits, habitsOf, isItem, isProse, isSmallWord, isTitle } from '../untranslated-habits.ts'
import { isKept, isMostlyTranslated, type Treatment, treatments, wordsOf } from '../untranslated-words.ts'

/**
 * A target that only repeats the source, though there are words to translate in it: the file translates one of them elsewhere, or
 * they are words of a dictionary, or the file translates nearly all texts of that look. Else, and where the file keeps such texts,
 * they are information.
 */
export const untranslated: Rule<Bitext> = {
  code: 'untranslated',
  severity: 'warning',
  *check({ pairs }) {
    const copied = pairs.filter(isCopied)
    if (copied.length === 0) return
    const known = treatments(pairs)
    const habits = habitsOf(pairs, copied, known)
    for (const pair of copied) {
      const words = wordsOf(pair.source).filter(word => !isKept(word, known))
      if (words.length === 0) continue
      const sure = isMistake(pair, words, known, habits)
      yield problemAt(pair, 'untranslated', wholeOf(pair.target), sure ? {} : { severity: 'info' })
    }
  },
}

function isMistake(
  pair: Translated,
  words: readonly string[],
  known: ReadonlyMap<string, Treatment>,
  habits: Habits,
): boolean {
  if ((habits.keepsSmallWords && isSmallWord(pair)) || habits.keeps(pair)) return false
  if (habits.keepsItems && isItem(pair, known)) return false
  if (habits.rendersNames) return true
  if (words.every(word => !known.get(word.toLowerCase())?.translated) && isPerson(pair.source)) return false
  if (isOrganisation(pair.source)) return false
  if (isProse(pair.source, words)) return true
  if (habits.rendersContext(pair)) return true
  const title = isTitle(pair.source, words, known)
  if (habits.translatesTitles && title) return true
  if (isOnButton(pair.source)) return true
  const all = wordsOf(pair.source)
  if (isProduct(pair.source, all, words) || (isNameLike(all) && !title)) return false
  return words.some(word => word.length > 2 && isMostlyTranslated(known.get(word.toLowerCase())))
}

/** What a button does: no name begins so. */
const command =
  /^(?:Add|Change|Choose|Close|Configure|Confirm|Connect|Create|Delete|Disable|Download|Edit|Enable|Go|Hide|Insert|Join|Joining|Manage|Quit|Reload|Remove|Rename|Replace|Reset|Restore|Save|Select|Send|Set|Stop|Toggle|Undo|Update|Upload) (?=\S)/u

/** Words of a dictionary alone, one of them usual on buttons and tabs, or a command: Personal Settings, Quit Blinken. */
function isOnButton(side: Side): boolean {
  if (command.test(side.prose.trim())) return true
  const words = side.prose.match(/[\p{L}\p{N}_+]+/gu) ?? []
  return words.every(word => isEnglishAmongOthers(word) && !/^\p{Lu}{2}/u.test(word)) && words.some(isOfWindows)
}

/** Words with capitals alone behind a brand that the file keeps, or beside a model's number. */
function isProduct({ prose }: Side, all: readonly string[], words: readonly string[]): boolean {
  if (all.some(word => word === word.toLowerCase())) return false
  return all[0] !== words[0] || /\d/u.test(prose)
}

/** Of what the tagger takes for a name, titles of windows are less sure. */
const sureOfPerson = 0.9

/** The whole text is the name of those who made something: The GNOME Project. */
const isOrganisation = ({ prose }: Side): boolean =>
  /^\s*The (?:\p{Lu}\S* )+(?:Authors|Community|Developers|Foundation|Project|Team)\s*$/u.test(prose)

/** The whole text is somebody's name: programs list their authors. */
function isPerson({ prose, language }: Side): boolean {
  const text = prose.trim()
  if (language !== 'en' || !/^\p{Lu}\S*(?: \p{Lu}\S*)+$/u.test(text)) return false
  return nameSpans(text, language).some(
    ({ kind, start, end, confidence }) =>
      kind === 'person' && confidence > sureOfPerson && start === 0 && end === text.length,
  )
}

/** Two or more words with capitals, a person's name to the eye. */
const isNameLike = (words: readonly string[]): boolean =>
  words.length > 1 && words.every(word => word !== word.toLowerCase())

const isCopied = (pair: Bitext['pairs'][number]): pair is Translated =>
  isFilled(pair) && pair.target.text.trim() === pair.source.text.trim() && pair.source.language !== pair.target.language
