import { fold } from '../normalize/index.ts'
import { wordBefore, wordBehind } from './neighbours.ts'

/** Words that no noun group goes on with: what stands before them is the whole of it. */
const ends = new Set(
  (
    'is are was were has have had will would can could may might must shall should do does did says said in on at to from by with ' +
    'without for as since until after before during through against under over into across despite because but nor while when where if ' +
    'again now today yesterday tomorrow tonight alone itself too also already still once never always often soon later then here there this last next ' +
    'along amid among beyond than so rose fell grew came went took began became left lost won made'
  ).split(' '),
)

/** Where the definite article before a name begins; undefined where none stands there, or where a noun behind the name owns it (the Ukraine war). */
export function articleBefore(text: string, start: number, end: number): number | undefined {
  const before = wordBefore(text, start, () => false)
  return before?.word === 'the' && (isPossessive(text, end) || endsGroup(text, end)) ? before.start : undefined
}

/** Prepositions behind which a name begins a noun group. */
const opens = new Set(
  'in to from of for across throughout near around through over into inside outside about with against toward towards'.split(
    ' ',
  ),
)

/** True where a noun group begins with the name and has no article. */
export function lacksArticle(text: string, start: number, end: number): boolean {
  const before = wordBefore(text, start, () => false)
  return before !== undefined && opens.has(before.word) && endsGroup(text, end)
}

/** Nothing behind the name could be its head: no word that may be a noun, no hyphen, no other name of a list. */
function endsGroup(text: string, end: number): boolean {
  const behind = wordBehind(text, end)
  if (behind) return ends.has(fold(behind.word)) || (behind.word === 'and' && !isCapitalAt(text, behind.end))
  return !/^(?:[-–—/&]\p{L}|,\s+\p{Lu}[^.!?]{0,40}?\sand\s)/u.test(text.slice(end, end + 60))
}

/** “The Ukraine’s ports”: the article is the name's. */
const isPossessive = (text: string, end: number): boolean => /^['’]s(?!\p{L})/u.test(text.slice(end, end + 3))

const isCapitalAt = (text: string, at: number): boolean => /^\s+\p{Lu}/u.test(text.slice(at, at + 4))
