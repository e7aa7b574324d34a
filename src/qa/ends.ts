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
  if (!found) {
    const end = prose.trimEnd().length
    return { start: end, end, kind: '', mark: '' }
  }
  const { mark } = found.groups!
  return { start: found.index, end: found.index + mark!.length, kind: kindOf(mark!), mark: mark! }
}

function kindOf(mark: string): string {
  if (mark.includes('?')) return '?'
  if (mark.includes('…') || mark.includes('...') || mark === '..') return '…'
  if (mark.includes('!')) return '!'
  return mark.at(-1)!
}

const abbreviation =
  /(?:^|[\s(\ufffc\d/])(?:etc|e\.\s?g|i\.\s?e|al|inc|ltd|corp|co|jr|sr|st|no|vs|min|max|sec|hr|approx|chars?|dept|a\.?m|p\.?m|\p{L}(?:\.\s?\p{L})+|\p{Lu}|тощо|т\.\s?[зпд]|т\.\s?і|ін|др|пр|[смгхр]|рр?|гг|сек|хв|мин|год|ч|шт|стр?|руб|грн|тис|тыс|млн|млрд|макс|мін|мин|см|напр|див|скор|сокр|біт|байт|симв|кб|мб|гб)\.?["'’”»)\]]*\s*$/iu

/** True where the point at the end may be an abbreviation's, not the sentence's. */
export const endsInAbbreviation = ({ prose }: Side): boolean => abbreviation.test(prose)
