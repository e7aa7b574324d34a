import { isLetter } from '../language/index.ts'
import type { Era } from './eras.ts'
import { clauseBefore, clauseBehind, hasOwnTime, isBehindArticle, ofOwnTime } from './neighbours.ts'

/** A name of a place where it stands, and where the quotation begins in which it does. */
interface Aged {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly name: {
    readonly aged: boolean
    readonly quoteStart: () => number | undefined
    readonly era: () => Era | undefined
  }
}

const pastHeads =
  /(?:battle|siege|sack|fall|liberation|treaty|peace|prince(?:ss)?|grand prince(?:ss)?|metropolitan|voivode|school|prince(?:ss)? \p{Lu}\p{Ll}+|битва|облога|князь|княгиня|осада)\s+(?:of|за|під|под|при)?\s*$/iu
/** What stands behind a name of the past: the Kiev Governorate. */
export const pastTails =
  /^\s+(?:governorate|voivodeship|guberniya|military district|uezd|principality|offensive|operation|губернія|губерния|воєводство)/iu

/** “The Kiev of Bulgakov”, “the Odessa of her youth”: a city as somebody knew it. */
const isSomebodys = /^\s+of\s+(?:(?:his|her|my|our|their|your|the|old)\s|\p{Lu})/u

/** A year before Ukraine’s independence in the sentence, or a head that belongs to history. */
export function isPast({ text, start, end, name }: Aged): boolean {
  if (!name.aged) return false
  const before = clauseBefore(text, start)
  const quote = name.quoteStart()
  // What a quotation says is of the time of the sentence that leads to it.
  if (quote !== undefined && start - before.length > quote && oldYear.test(clauseBefore(text, quote))) return true
  if (mayBeHead(before) && pastHeads.test(before))
    return !thisWar.test(before) && !thisWar.test(clauseBehind(text, end))
  const near = text.slice(end, end + 80)
  if (pastTails.test(near) || (isSomebodys.test(near) && isBehindArticle(text, start))) return true
  if (name.era() === 'past' && !hasOwnTime(before) && !hasOwnTime(clauseBehind(text, end))) return true
  if (!digit.test(before) && !digit.test(near)) return false
  const [earlier, later] = ofOwnTime(before, clauseBehind(text, end))
  return (
    oldYear.test(earlier.replace(quotedBefore, ' ').replace(sinceYear, ' ')) ||
    oldYear.test(later.replace(quotedBehind, ' ').replace(sinceYear, ' '))
  )
}

/** A state that has lasted since a year is of today: since 1986, з 1990 року. */
const sinceYear =
  /(?<!\p{L})(?:since(?:\s+\p{Lu}\p{Ll}+)?|з|із|від|с|от)\s+1\d\d\d(?!\d|(?:\s*(?:року|года|р\.|г\.))?(?:\s*[-–—]|\s+(?:to|till|until|до|по)(?!\p{L})))/giu

const digit = /\d/
/** A year in a title is none of the sentence's. What is quoted may have begun before what is looked at, or end behind it. */
const quotedBefore = /^[^“”«»]*[”»]|[“«][^“”«»]*[”»]/gu
const quotedBehind = /[“«][^“”«»]*(?:[”»]|$)/gu

/** The battle of Kyiv in 2022. */
const thisWar = /(?<![\d.,/-])20(?:1[4-9]|[2-9]\d)(?!\d|[.,]\d)/u

/** The last letters of the heads: what ends otherwise need not be looked at. */
const headEnds = new Set(
  'ttle iege sack fall tion eaty eace ince cess itan vode hool итва лога нязь гиня сада'.split(' '),
)
/** Looks at the last three words. */
function mayBeHead(before: string): boolean {
  let end = before.length
  for (let words = 0; words < 3; words++) {
    while (end > 0 && !isLetter(before.charCodeAt(end - 1))) end--
    if (headEnds.has(before.slice(Math.max(0, end - 4), end).toLowerCase())) return true
    while (end > 0 && isLetter(before.charCodeAt(end - 1))) end--
  }
  return false
}

const oldYear =
  /(?<![\d.,/-])(?:9|1[0-8])\d\d(?!\d|[.,]\d|\s*(?:km|people|troops|soldiers|residents|meters|metres|миль|км|осіб|людей|человек))|(?<![\d.,/-])19(?:[0-8]\d|90)(?!\d|[.,]\d)/iu
