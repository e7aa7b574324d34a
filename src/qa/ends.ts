import { isCommonEnglish } from '../names/index.ts'
import type { Side } from './pair.ts'
import type { Stretch } from './stretch.ts'

/** The mark at the end of a text; `kind` is the same for all ways to write it, and empty where there is none. */
export interface End extends Stretch {
  readonly kind: string
  readonly mark: string
}

const ending = /(?<mark>[.,:;!?…]+)(?<rim>[\s"'’”“«»)\]}`]*)$/u

/** The mark behind the last word; brackets, quotation marks and white space after it are passed over. */
export function endOf({ prose }: Side): End {
  const found = ending.exec(prose)
  // (a, b, …): the list goes on, the sentence has no mark
  const isOfList = found !== null && /[\])}]/u.test(found.groups!.rim!) && /^(?:…|\.{3})$/u.test(found.groups!.mark!)
  if (!found || isOfList) {
    const end = prose.trimEnd().length
    return { start: end, end, kind: '', mark: '' }
  }
  const { mark } = found.groups!
  return { start: found.index, end: found.index + mark!.length, kind: kindOf(mark!), mark: mark! }
}

function kindOf(mark: string): string {
  if (mark.includes('?')) return '?'
  if (mark.includes('…') || mark.includes('...')) return '…'
  if (mark.includes('!')) return '!'
  return mark.endsWith('..') ? '..' : mark.at(-1)!
}

const abbreviation =
  /(?:^|[\s(\ufffc\d/])(?:etc|mrs?|ms|dr|e\.\s?g|i\.\s?e|al|inc|ltd|corp|co|jr|sr|no|vs|min|max|sec|hr|approx|chars?|dept|dir|cent|[ap]\.?m|\p{L}(?:\.\s?\p{L})+|т\.\s?[зпді]|ін|др|пр|рр?|гг|сек|хв|мин|год|шт|стр|руб|грн|тис|тыс|макс|мін|напр|див|симв)\.["'’”»)\]]*\s*$/iu

/** True where the point at the end is an abbreviation's, and perhaps not the sentence's. */
export const endsInAbbreviation = ({ prose, language }: Side): boolean =>
  abbreviation.test(prose) || inches.test(prose) || (language === 'en' && isShortened(prose))

const inches = /\d\s?in\.["'’”»)\]]*\s*$/u

/** The last word of a label or of a remark in brackets is no English word: Waves Vert., (unimpl.). */
function isShortened(prose: string): boolean {
  const label = /(?:^|\()\s*(?:[\p{L}&_]+ ){0,2}(?<last>\p{L}{2,6})\.\)?\s*$/u.exec(prose)
  return label !== null && !isCommonEnglish(label.groups!.last!)
}
