import { agreeing, commonNames, type RussianGiven, russianGiven, ukrainianGiven } from '../names/index.ts'
import { grouped, remembered, type Span } from '../text/index.ts'
import { type FullUse, fullUses } from './full-uses.ts'
import { casesGoverned } from './governed.ts'
import type { Passage } from './passage.ts'
import type { Subject } from './subject.ts'

/** The given name of somebody whom no glossary lists, as the other language writes it. */
export interface MisnamedGiven extends Span {
  readonly wanted: string
  /** The family name and the sentence leave one form. */
  readonly isCertain: boolean
}

/** Most words before a name with a capital come back. */
const readingsOf = remembered(russianGiven)

/** Family names that hardly anybody but Ukrainians has. */
const ukrainian = /(?:[^аеєиіїоуюя]к(?:о|[ау]|ом|ов[иі])|[ую]к(?:[ау]|ом|ов[иі])?)$/u

/** A patronymic as only Ukrainian writes it: Вікторович, Миколаївни. */
const ownPatronymic = /^[ \u00a0]\p{L}*(?:[йь]ович|[ії]\p{L}*ович|[ії]вн)\p{L}{0,3}(?!\p{L})/u

/**
 * Russian given names before family names in a Ukrainian passage: Сергея Кравчука. Nothing is said where the bearer may be of a nation that
 * writes the name so (Андрей Пленкович, Петр Фіала). O(length).
 */
export function* russianGivenNames(passage: Passage, isElsewhere: Elsewhere): Generator<MisnamedGiven> {
  const { text, sighted } = passage
  for (const { given, family } of sighted.full) {
    const readings = readingsOf(given.text)
    if (readings.length === 0 || !passage.isFree(given.start, given.end)) continue
    const familyText = family.text
    const { name, isSure } = readings[0]!
    const isOwn = isSure || ukrainian.test(familyText) || ownPatronymic.test(text.slice(given.end, family.end))
    if (!isOwn && !isElsewhere(name, familyText)) continue
    const fitting = agreeing(readings, familyText)
    const left = governed(text, given.start, fitting.length > 0 ? fitting : readings, 'uk')
    const wanted = likeliest(text, given.start, left).text
    yield {
      ...given,
      wanted,
      isCertain: fitting.length > 0 && left.every(reading => reading.text === wanted),
    }
  }
}

/**
 * Ukrainian given names with a letter that Russian lacks before family names in a Russian passage: Вікторія Гриценко. Nothing is said where
 * the family name has such a letter, too: it is quoted as it is. O(length).
 */
export function* ukrainianGivenNames(passage: Passage): Generator<MisnamedGiven> {
  const { text, sighted } = passage
  if (!ownLetter.test(text)) return
  for (const { given, family } of sighted.full) {
    if (!ownLetter.test(given.text) || ownLetter.test(text.slice(given.end, family.end))) continue
    const readings = ukrainianGiven(given.text)
    if (readings.length === 0 || !passage.isFree(given.start, given.end)) continue
    const left = governed(text, given.start, readings, 'ru')
    const wanted = left[0]!.text
    yield { ...given, wanted, isCertain: left.every(reading => reading.text === wanted) }
  }
}

const ownLetter = /[іїєґ]/iu

/** What begins a sentence or a clause in a case of objects is one: «Николая Коваля звільнили» is Миколу. */
const likeliest = (text: string, start: number, readings: readonly Reading[]): Reading =>
  (beginsClause.test(text.slice(Math.max(0, start - 3), start)) &&
    readings.find(({ cases }) => cases.includes('acc'))) ||
  readings[0]!

const beginsClause = /(?:^|[.!?…;:]\s|\n)$/u

type Reading = Pick<RussianGiven, 'text' | 'cases'>

function governed(
  text: string,
  start: number,
  readings: readonly Reading[],
  language: 'uk' | 'ru',
): readonly Reading[] {
  const allowed = casesGoverned(text, start, language)
  const left = readings.filter(({ cases }) => allowed === undefined || cases.some(name => allowed.includes(name)))
  return left.length > 0 ? left : readings
}

type Elsewhere = (given: string, family: string) => boolean

/** So many letters of a family name are the same in all cases. */
const familyStem = 3

/** Whether the text has a Ukrainian given name before a family name somewhere; its names are looked through once, when that is first asked. */
export function givenElsewhere(subject: Subject): Elsewhere {
  let byStem: ReadonlyMap<string, readonly FullUse[]> | undefined
  const inCommon = (a: string, b: string, kind: 'given' | 'family') => commonNames(a, b, 'uk', kind).length > 0
  return (given, family) => {
    byStem ??= grouped(fullUses(subject, 'uk'), ({ familyText }) => familyText.slice(0, familyStem))
    const uses = byStem.get(family.slice(0, familyStem)) ?? []
    return uses.some(
      ({ givenText, familyText }) =>
        givenText.startsWith(given.slice(0, familyStem)) &&
        inCommon(givenText, given, 'given') &&
        inCommon(familyText, family, 'family'),
    )
  }
}
