import type { Language } from '../language/index.ts'
import { numbersIn } from './numbers.ts'
import type { Side } from './pair.ts'
import type { Stretch } from './stretch.ts'
import units from './units.json' with { type: 'json' }

/** A number with a unit behind it; the stretch is the unit's. */
export interface Measure extends Stretch {
  readonly value: string
  readonly number: Stretch
  /** Several where an abbreviation is short. */
  readonly units: readonly string[]
}

interface Spelled {
  readonly id: string
  readonly pattern: RegExp
}

/** Abbreviations of up to three letters stand alone and keep their capitals; longer words have endings. */
function spelledIn(language: Language): Spelled[] {
  return units.flatMap(({ id, ...words }) =>
    words[language].map(word => {
      const short = word.length <= 3
      const text = word.replace(/[.*+?^$()|[\]\\]/gu, '\\$&')
      const tail = short ? '(?![\\p{L}\\d])' : '\\p{L}*'
      return { id, pattern: new RegExp(`^[\\s\\u00a0\\u202f-]?(${text}${tail})`, short ? 'u' : 'iu') }
    }),
  )
}

const tables = { en: spelledIn('en'), uk: spelledIn('uk'), ru: spelledIn('ru') }

/** The numbers of a text that a known unit follows. */
export function measuresIn(text: string, language: Language): Measure[] {
  return numbersIn(text, language).flatMap(number => {
    const { end, keys } = number
    const after = text.slice(end, end + 24)
    const found = tables[language].flatMap(({ id, pattern }) => {
      const match = pattern.exec(after)
      return match ? [{ id, start: end + match[0].length - match[1]!.length, end: end + match[0].length }] : []
    })
    const first = found[0]
    return first
      ? [{ start: first.start, end: first.end, value: keys[0]!, number, units: found.map(({ id }) => id) }]
      : []
  })
}

/** Measures of English-speaking countries, which translations recalculate. */
const imperial: ReadonlySet<string> = new Set([
  'mile',
  'yard',
  'foot',
  'inch',
  'acre',
  'gallon',
  'pound',
  'degree-fahrenheit',
])

/** True of two numbers with units one of which is imperial and the other is not: 20 miles, 32 km. */
export function isRecalculated(source: Side, before: Stretch, target: Side, after: Stretch): boolean {
  const unitsAt = ({ prose, language }: Side, { end }: Stretch) =>
    language === 'other' ? [] : measuresIn(prose, language).flatMap(one => (one.number.end === end ? one.units : []))
  const [from, to] = [unitsAt(source, before), unitsAt(target, after)]
  return from.length > 0 && to.length > 0 && from.some(id => imperial.has(id)) !== to.some(id => imperial.has(id))
}
