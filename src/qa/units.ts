import type { Language } from '../language/index.ts'
import { numbersIn } from './numbers.ts'
import type { Stretch } from './stretch.ts'
import units from './units.json' with { type: 'json' }

/** A number with a unit behind it; the stretch is the unit's. */
export interface Measure extends Stretch {
  readonly value: string
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
  return numbersIn(text, language).flatMap(({ end, keys }) => {
    const after = text.slice(end, end + 24)
    const found = tables[language].flatMap(({ id, pattern }) => {
      const match = pattern.exec(after)
      return match ? [{ id, start: end + match[0].length - match[1]!.length, end: end + match[0].length }] : []
    })
    const first = found[0]
    return first ? [{ start: first.start, end: first.end, value: keys[0]!, units: found.map(({ id }) => id) }] : []
  })
}
