import { cyrillicVowels, foldCyrillic, foldLatin, latinVowels } from '../../src/names/letters.ts'
import { identity, rows, trainable } from './data.ts'

export interface Observed {
  readonly original: string
  readonly latin: string
  readonly label: 0 | 1
  readonly place: boolean
  readonly cat: string
  readonly language: string
  readonly latinLanguages: readonly string[]
  readonly count: number
  readonly name: number
  readonly trains: boolean
}

export function observed(folder: string): Observed[] {
  const read = (file: string, place: boolean) =>
    rows(folder, file).map(row => ({
      original: foldCyrillic(row.cyr!),
      latin: foldLatin(row.lat!),
      label: row.label === '1' ? (1 as const) : (0 as const),
      place,
      cat: row.cat!,
      language: row.cyrlang!,
      latinLanguages: row.latlang!.split('+').filter(l => l !== 'wd' && l !== 'geo' && l !== '?'),
      count: Number(row.n) || 1,
      name: identity(foldCyrillic(row.cyr!)),
      trains: trainable(row.source!),
    }))
  return [...read('cyrlat', false), ...read('cyrlat_place', true)]
}

const vowels = cyrillicVowels
const soft = new Set("йьъ'")
const clusters = new Set([
  'кс',
  'дж',
  'дз',
  'зг',
  'тс',
  'дс',
  'сч',
  'зч',
  'шч',
  'цк',
  'жж',
  'гх',
  'пф',
  'тц',
  'тч',
  'нг',
  'нь',
  'рж',
  'ау',
  'оу',
  'иЯ',
  'іЯ',
  'ый',
  'ий',
  'іЇ',
])

const inner = (chunk: string) => chunk.replace(/^\^/, '').replace(/\$$/, '')

/** What a Cyrillic chunk may be written as, and how likely it is before any data. */
export function priorOf(x: string, y: string): number {
  if (x.startsWith('^') !== y.startsWith('^') || x.endsWith('$') !== y.endsWith('$')) return 0
  const a = inner(x)
  const b = inner(y)
  const marked = x.length > a.length ? 0.6 : 1
  if (x.length > a.length + 1) return 0
  if (a.length + b.length === 0) return x.length === 1 ? 1 : 0
  if (a.length === 0) return x === '$' && b.length === 1 ? 0.05 : 0
  if (a.length === 2 && !clusters.has(a) && a[0] !== a[1] && ![...a].some(l => soft.has(l))) return 0
  if (a.length > 2 || (b.length > 4 && !a.includes('щ') && !a.includes('ч'))) return 0
  const share = (a.length === 2 ? 0.3 : 1) * marked * 0.4 ** Math.max(0, b.length - 1)
  return share * compatibility(a, b)
}

function compatibility(a: string, b: string): number {
  const hasVowel = [...a].some(l => vowels.has(l))
  const hasConsonant = [...a].some(l => !vowels.has(l) && !soft.has(l))
  const latinVowel = [...b].some(l => latinVowels.has(l))
  const latinConsonant = [...b].some(l => !latinVowels.has(l) && l !== 'j' && l !== 'y' && l !== "'" && l !== '-')
  if (b === '') return hasVowel || hasConsonant ? 0.02 : 1
  if (hasConsonant && !latinConsonant && !/[jyx]/.test(b)) return a === 'в' || a === 'ў' ? 1 : 0.001
  if (!hasConsonant && latinConsonant) return /h$|^h|w$/.test(b) ? 0.02 : 0.002
  if (hasVowel && !latinVowel && !/[jy]/.test(b)) return 0.01
  if (hasConsonant && !hasVowel && latinVowel) return 0.004
  return 1
}
