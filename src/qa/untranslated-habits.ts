import { isEnglish, isEnglishAmongOthers, isOfWindows } from './english-words.ts'
import { isTranslated, type Pair, type Side, type Translated } from './pair.ts'
import { isMostlyTranslated, type Treatment, withoutQualifier, wordsOf } from './untranslated-words.ts'

/** What a file does with texts that look alike: a copy among them is a mistake where the file translates the others. */
export interface Habits {
  /** Several words that all begin with a capital, most of them words of a dictionary: Disc Number. Where few stand in it, as its other texts. */
  readonly translatesTitles: boolean
  /** Of the messages that are one word in small letters many are kept, and more than a third; or a few, and more than half. */
  readonly keepsSmallWords: boolean
  /** Of the titles and lone words that are met nowhere else more than a third is kept, and many are: games, kinds of music. */
  readonly keepsItems: boolean
  /** Most messages are names and words that no dictionary has, nearly all rendered: places, languages … */
  readonly rendersNames: boolean
  /** True where the file renders nearly all names and unknown words of the text's context. */
  rendersContext(pair: Translated): boolean
  /** True where the file keeps such texts: keys of a keyboard, texts of one context, texts with one word that stays. */
  keeps(pair: Translated): boolean
}

/** `copied` are the pairs whose target repeats the source. O(n) in the words of the file. */
export function habitsOf(
  pairs: readonly Pair[],
  copied: readonly Translated[],
  known: ReadonlyMap<string, Treatment>,
): Habits {
  const translated = pairs.filter(isTranslated)
  const tally = (is: (pair: Pair) => boolean) => [translated.filter(is).length, copied.filter(is).length] as const
  const [titles, copiedTitles] = tally(({ source }) => isTitle(source, wordsOf(source), known))
  const [smallWords, keptSmallWords] = tally(isSmallWord)
  const [items, keptItems] = tally(pair => isItem(pair, known))
  const [names, copiedNames] = tally(isOfNames)
  return {
    translatesTitles: titles > 1 ? titles > 2.5 * copiedTitles : translated.length > 9 * copied.length,
    keepsSmallWords:
      keptSmallWords > (keptSmallWords > 20 ? 1 / 3 : 1 / 2) * (smallWords + keptSmallWords) && keptSmallWords > 5,
    keepsItems: keptItems > 9 && keptItems > (items + keptItems) / 3,
    rendersNames: names > 9 && names > pairs.length / 2 && names > 30 * copiedNames,
    rendersContext: rendererOf(translated, copied),
    keeps: keeperOf(translated, copied, known),
  }
}

function rendererOf(translated: readonly Pair[], copied: readonly Translated[]): Habits['rendersContext'] {
  const [rendered, kept] = [translated, copied].map(pairs => countBy(pairs.filter(isOfNames), contextOf))
  return pair => {
    const context = contextOf(pair) ?? ''
    const count = rendered!.get(context) ?? 0
    return count > 9 && count > 9 * (kept!.get(context) ?? 0)
  }
}

function keeperOf(
  translated: readonly Translated[],
  copied: readonly Translated[],
  known: ReadonlyMap<string, Treatment>,
): Habits['keeps'] {
  const keptLooks = looks.filter(look => {
    const texts = new Set(copied.filter(look).map(({ source }) => source.prose.toLowerCase()))
    return texts.size > 2 && texts.size > translated.filter(look).length / 3
  })
  const [keptIn, translatedIn] = [countBy(copied, contextOf), countBy(translated, contextOf)]
  const kept = textsByWord(copied)
  const isKeptWord = (word: string) =>
    kept.get(word.toLowerCase())!.size > Math.max(2, 3 * (known.get(word.toLowerCase())?.translated ?? 0))
  // hardly ever left, though there was occasion: Envelope, of whatever size
  const isUsual = (word: string) => {
    const { kept: left, translated } = known.get(word.toLowerCase()) ?? { kept: 0, translated: 0 }
    return translated > 3 && translated > 5 * (left + kept.get(word.toLowerCase())!.size - 1) && isEnglish(word)
  }
  return pair => {
    const words = wordsOf(pair.source)
    if (isIdentifier(pair, words)) return true
    const small = words.filter(isSmall)
    // no name and no keyword has a whole sentence
    if (words.length > 3 && isProse(pair.source, words)) return false
    if (combination.test(pair.source.prose.trim()) || keptLooks.some(look => look(pair))) return true
    if (small.length > 1 && isProse(pair.source, words)) return false
    if (words.some(isUsual) || (words.some(isOfWindows) && !keys.test(pair.source.prose.trim()))) return false
    const context = contextOf(pair)
    const inContext = keptIn.get(context ?? '') ?? 0
    if (context && inContext > 2 && inContext > (translatedIn.get(context) ?? 0) / 2) return true
    return words.filter(isKeptWord).length > words.length / 2
  }
}

/** The different texts that each word stands in. */
function textsByWord(pairs: readonly Pair[]): ReadonlyMap<string, ReadonlySet<string>> {
  const texts = new Map<string, Set<string>>()
  for (const { source } of pairs)
    for (const word of wordsOf(source).map(one => one.toLowerCase()))
      texts.set(word, (texts.get(word) ?? new Set()).add(source.text))
  return texts
}

function countBy(pairs: readonly Pair[], keyOf: (pair: Pair) => string | undefined): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const pair of pairs) {
    const key = keyOf(pair)
    if (key) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** The context that several messages share: a catalog's key is that and the source. */
function contextOf({ segment: { context }, source }: Pair): string | undefined {
  return context?.endsWith(`|${source.text}`) ? context.slice(0, -source.text.length - 1) : undefined
}

/** Keys of a keyboard, alone or several together (Ctrl+Home). */
const keys =
  /^(?:(?:(?:left|right|page|num|caps|scroll|print|numpad|keypad)[ _-]?)?(?:alt|altgr|backslash|backspace|break|caps|control|ctrl|del|delete|down|end|enter|esc|escape|f\d\d?|home|hyper|ins|insert|left|lock|meta|page|pause|pgdn|pgup|pg ?dn|pg ?up|print|return|right|screen|shift|sleep|space|super|sysrq|tab|up|win|windows|\p{L}|\d)(?:[\s+-]+|:?$))+$/iu

/** Keys pressed together, one of them a letter: nobody translates Ctrl+H. */
const combination = /^(?:(?:alt|cmd|control|ctrl|meta|shift|super)[+-])+(?:\p{L}|F\d\d?)$/iu

/** Looks of texts that files keep as a rule, or translate as a rule. */
const looks: readonly ((pair: Pair) => boolean)[] = [
  ({ source }) => keys.test(source.prose.trim()) && wordsOf(source).length > 0,
  // fields in the head of a message: User-Agent
  ({ source }) => /^\p{Lu}\w*(?:-\p{Lu}\w*)+:?$/u.test(source.prose.trim()),
  // names of a language's own: string-length
  ({ source }) => /^\p{Ll}+(?:-\p{Ll}+)+$/u.test(source.prose.trim()),
  // commands with what they take: delete <id> [name]
  ({ source }) => /^\p{Ll}+(?: [<[][^<>[\]]+[>\]])+$/u.test(source.text.trim()),
  // functions that failed: write: %s: %s
  ({ source }) => /^\p{Ll}+(?:: \ufffc+)+$/u.test(source.prose.trim()),
]

/** libimage-sane-perl, gnome-2048: joined by hyphens, not all of it words of a dictionary. */
const isIdentifier = ({ source: { prose } }: Pair, words: readonly string[]): boolean =>
  /^\p{Ll}+(?:-[\p{Ll}\p{N}]+)+$/u.test(prose.trim()) && !words.every(isEnglish)

/** No participle: that says how something is, not what a command is called. */
export const isSmallWord = ({ source }: Pair): boolean => /^\s*(?!\p{Ll}{4,}ed\s*$)\p{Ll}+\s*$/u.test(source.prose)

/** Words of a dictionary with capitals, up to four, none usual in windows, that no other text of the file renders. */
export function isItem({ source, target }: Pair, known: ReadonlyMap<string, Treatment>): boolean {
  const words = wordsOf(source).filter(word => !link.test(word))
  const own = target && target.text !== source.text ? 1 : 0
  return (
    words.length > 0 &&
    words.length < 5 &&
    !isLabel(source) &&
    words.every(
      word =>
        !isSmall(word) &&
        isEnglish(word) &&
        !isOfWindows(word) &&
        (known.get(word.toLowerCase())?.translated ?? 0) <= own,
    )
  )
}

function isOfNames({ source }: Pair): boolean {
  const words = wordsOf(source)
  return words.length > 0 && !isProse(source, words)
}

/** Several words with capitals, small ones aside, most of which a dictionary or the file's translations know; or half, if one of them is usual; abbreviations and numbers are no more than they. */
export function isTitle(source: Side, of: readonly string[], known: ReadonlyMap<string, Treatment>): boolean {
  if (source.language !== 'en') return false
  const words = of.filter(word => !link.test(word))
  if (words.length === 0 || words.some(isSmall) || isSingle(source)) return false
  const treatment = (word: string) => known.get(word.toLowerCase())
  const told = words.filter(word => isEnglishAmongOthers(word) || isMostlyTranslated(treatment(word)))
  const isUsual = told.some(word => isMostlyTranslated(treatment(word)) && treatment(word)!.translated > 2)
  const all = source.prose.match(/(?:\p{Lu}|\d)[\p{L}\p{N}]+/gu)?.length ?? 0
  return told.length >= Math.max(1, (isUsual ? 1 / 2 : 2 / 3) * words.length, all / 2)
}

/** Small words that stand in titles. */
const link = /^(?:an?|and|as|at|by|for|from|in|of|on|or|the|to|with)$/u

const isSmall = (word: string): boolean => word === word.toLowerCase()

const isSingle = ({ prose }: Side): boolean => withoutQualifier(prose).match(/[\p{L}\p{N}]+/gu)?.length === 1

/** What opens a dialogue, stands before a field or has a key: a program's own words. */
const isLabel = ({ prose }: Side): boolean =>
  /\p{L}(?:\.{3}|…|:)\s*$|^\s*\p{Lu}\p{Ll}+:\s|^[_&~]\p{L}|[\p{L} ][_&~]\p{Ll}/u.test(prose)

/** The last word of “GNU Backgammon - Error”, which stands alone behind a dash. */
const wordBehindDash = ({ prose }: Side): string => /\s[-–—]\s(\p{Lu}\p{Ll}+)\s*$/u.exec(prose)?.[1] ?? ''

/** Words that all begin with a capital, several or beside an abbreviation or a number, are a name to the eye, but in a label. */
export function isProse(side: Side, words: readonly string[]): boolean {
  const small = words.filter(word => isSmall(word) && !/^(?:and|of|the)$/u.test(word))
  const told = isSingle(side) || small.length > 0 || isLabel(side) ? words : [wordBehindDash(side)]
  const english = told.filter(words.length > 1 ? isEnglishAmongOthers : isEnglish)
  // of a longer text several: others are in Latin, or in another script's letters
  return side.language === 'en' ? english.length > words.length / 4 : small.length > 2
}
