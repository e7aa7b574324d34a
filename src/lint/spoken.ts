import { isLetter, isMark } from '../language/index.ts'
import { fold } from '../normalize/index.ts'
import { gapSigns, unitsOf } from './neighbours.ts'
import { type WordLists, wordLists } from './word-lists.ts'

/** What tells whether a stretch is spoken of. */
export interface Spoken {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly known: WordLists
  readonly name: { readonly kind: string; readonly rowStart: () => number }
}

/** The text speaks of the spelling: “(Russian: Odessa)”, “formerly Kiev”, “spelled Kiev”, ‘Kiev’. */
export function spokenOf({ text, start, end, known, name }: Spoken): boolean {
  if (quotes.includes(text[start - 1] ?? ' ') && closesQuote.test(text.slice(end, end + 2))) return true
  if (isInTongue(text, start) || isGivenAway(text, start)) return true
  const word = speechBefore(text, start, known)
  if (word !== undefined)
    return !isNameOfPeople(word, text.slice(start - 2, start)) && !(name.kind === 'person' && isActed(text, start))
  if (tongueBehind.test(text.slice(end, end + 48)) || howBehind.test(text.slice(end, end + 60))) return true
  const row = name.rowStart()
  const lead = text.slice(Math.max(0, row - 24), row)
  return namesOf.test(lead) || (row < start && /[:–—.]\s*$/u.test(lead) && speechBefore(text, row, known) !== undefined)
}

/** “The Russian names Kharkov, Kiev and Odessa”, «названия Киев и Харьков», “we keep Kiev, Lvov”: several are spoken of. */
const namesOf =
  /(?<!\p{L})(?:names|spellings|forms|variants|назви|назвами|форми|варіанти|написання|названия|названиями|формы|варианты|написания|we\s(?:keep|kept|write|wrote|print|printed|spell|use|used))\s+["“„«‘]?$/iu

/** The same of a stretch that is no name of the glossary but may be one that is misspelt. */
export function isSpokenOf(text: string, start: number, end: number, language: string, kind: string): boolean {
  return spokenOf({ text, start, end, known: wordLists(language), name: { kind, rowStart: () => start } })
}

/** The word of speech that leads to a place of a text. */
function speechBefore(text: string, start: number, known: WordLists): string | undefined {
  const lead = mayBeSpoken(text, start, known) ? spoken.exec(text.slice(Math.max(0, start - 45), start)) : null
  return lead && known.speech.has(speechWord(lead[1]!)) ? lead[1] : undefined
}

/** “Rubio called Podoliak”, “Naftogaz names Chernyshov as its head”, «“It rains,” wrote Podoliak»: with a person, not about a name. */
const isActed = (text: string, start: number): boolean => acted.test(text.slice(Math.max(0, start - 40), start))
const acted =
  /(?:["”»’'][,.]?\s+(?:[-–—]\s+)?(?:wrote|writes|пише|писав|писала|пишет|писал|написав|написала|написал)|(?<!\p{L})(?:\p{Lu}[\p{L}’'-]+|he|she|they|we|who)\s+(?:called|names))\s+$/u

const quotes = '"“„«‘\''
const closesQuote = /^["”“»’'](?!\p{L})/u
const spoken = /(?:^|[^\p{L}\p{M}])([\p{L}\p{M}’'.-]+)[\s:,“"«(*_–—]{1,4}(?:(?:the|is|was|as|це|это)[\s:“"«]{1,3})?$/u
const tongueBehind =
  /^["”»)]?(?:\s+(?:in|on|у|в|на)\s+\p{Lu}[\p{L}-]+)?,?\s+(?:[–—-]\s+)?(?:[([]\*?sic\*?[)\]]|in (?:Russian|Ukrainian|Polish)|по-русски|по-украински|російською|українською)(?![\p{L}])/u

/** “Klichko is how some transcribe it”, “Kiev is what Russians call it”, «Киев — так пишут русские». */
const howBehind =
  /^["”»’]?(?:\s+(?:is|was)\s+(?:how\s|what\s[^.]{1,30}call)|,?\s+(?:[-–—]\s+)?(?:саме\s+|именно\s+)?так\s+(?:\p{Ll}+\s+)?(?:пиш|пис|напис|назив|назыв|зв[уа]|вимовл|произнос))/u

/** A word that is longer than abbreviations are ends a sentence with its full stop: “… писали. Киев …”. */
const speechWord = (word: string): string => fold(word.length < 6 ? word.replace(/\.$/u, '') : word)

/** False where none of the two words before is one of speech: most names need no closer look. */
function mayBeSpoken(text: string, start: number, { speech }: WordLists): boolean {
  const isSpeech = (from: number, to: number) => speech.has(speechWord(text.slice(from, to)))
  const end = gapBefore(text, start)
  const from = wordStart(text, end)
  if (end === start || from === end) return false
  if (isSpeech(from, end)) return true
  if (end - from > 3) return false
  const outer = gapBefore(text, from)
  return isSpeech(wordStart(text, outer), outer)
}

/** “They named their daughter Odessa.” */
const isGivenAway = (text: string, start: number): boolean => givenAway.test(text.slice(Math.max(0, start - 40), start))
const givenAway =
  /(?<!\p{L})(?:names?|named|naming|calls?|called|calling|christened|nicknamed|dubbed)\s(?:his|her|its|their|our|my|your|a|an|the)\s(?:[\p{Ll}-]+\s){1,2}["“‘]?$/u

/** “in German Kiew”. */
export const isInTongue = (text: string, start: number): boolean =>
  tongueBefore.test(text.slice(Math.max(0, start - 16), start))
const tongueBefore =
  /(?<!\p{L})in (?:Russian|Polish|German|French|Turkish|Yiddish|Hungarian|Romanian)[:,]? ["“‘(*_]*$/iu

/** Signs of words that are no letters. */
const wordSigns = unitsOf("’'.-")

function gapBefore(text: string, at: number): number {
  let i = at
  while (i > 0 && at - i < 4 && gapSigns.has(text.charCodeAt(i - 1))) i--
  return i
}

function wordStart(text: string, at: number): number {
  let i = at
  while (i > 0 && at - i < 45 && isWordSign(text, i - 1)) i--
  return i
}

const isWordSign = (text: string, at: number): boolean =>
  isLetter(text.charCodeAt(at)) || isMark(text.charCodeAt(at)) || wordSigns.has(text.charCodeAt(at))

/** “Russian Odessa” is an adjective before the name; “Russian: Odessa” is not. */
const isNameOfPeople = (word: string, gap: string) =>
  /^\p{Lu}\p{Ll}+(?:n|sh|h)$/u.test(word) && !/[:“"«(*_–—]/u.test(gap)
