import { agreeing, commonNames, fullMentions, type RussianGiven, russianGiven } from '../names/index.ts'
import type { Span } from '../text/index.ts'
import { fullUses } from './full-uses.ts'
import { casesGoverned } from './governed.ts'
import type { Passage } from './passage.ts'
import { remembered } from './remembered.ts'
import type { Subject } from './subject.ts'

/** The given name of somebody whom no glossary lists, as Russian writes it. */
export interface MisnamedGiven extends Span {
  readonly wanted: string
  /** The family name and the sentence leave one form. */
  readonly isCertain: boolean
}

const readingsOf = remembered(russianGiven)

/** Family names that hardly anybody but Ukrainians has. */
const ukrainian = /(?:[еє]нк(?:о|[ау]|ом|ов[иі])|(?:[чщ]у|[жчщ]ю)к(?:[ау]|ом|ов[иі])?)$/u

/**
 * Russian given names before family names in a Ukrainian passage: Сергея Кравчука. Nothing is said where the bearer may be of a nation that
 * writes the name so (Андрей Пленкович, Петр Фіала). O(length).
 */
export function* russianGivenNames(subject: Subject, passage: Passage): Generator<MisnamedGiven> {
  const { text, sighted } = passage
  for (const { given, family } of fullMentions(text, sighted.capitalised)) {
    const readings = readingsOf(text.slice(given.start, given.end))
    if (readings.length === 0 || !passage.isFree(given.start, given.end)) continue
    const familyText = text.slice(family.start, family.end)
    const { name, isSure } = readings[0]!
    if (!isSure && !ukrainian.test(familyText) && !isElsewhere(subject, name, familyText)) continue
    const fitting = agreeing(readings, familyText)
    const left = governed(text, given.start, fitting.length > 0 ? fitting : readings)
    const wanted = left[0]!.text
    yield {
      ...given,
      wanted,
      isCertain: fitting.length > 0 && left.every(reading => reading.text === wanted),
    }
  }
}

function governed(text: string, start: number, readings: readonly RussianGiven[]): readonly RussianGiven[] {
  const allowed = casesGoverned(text, start, 'uk')
  const left = readings.filter(({ cases }) => allowed === undefined || cases.some(name => allowed.includes(name)))
  return left.length > 0 ? left : readings
}

/** The text has the Ukrainian name before the family name somewhere. */
const isElsewhere = (subject: Subject, given: string, family: string): boolean =>
  fullUses(subject, 'uk').some(
    use =>
      commonNames(use.givenText, given, 'uk', 'given').length > 0 &&
      commonNames(use.familyText, family, 'uk', 'family').length > 0,
  )
