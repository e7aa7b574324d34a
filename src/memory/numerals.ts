import type { MemoryRun } from './entry.ts'

/** A number where it stands in a segment's runs. */
export interface Numeral {
  readonly run: number
  readonly start: number
  readonly text: string
}

/** How a language writes numbers (CLDR, `group` and `decimal`): what it reads as a number, its marks, and from how many digits it groups. */
interface Custom {
  readonly numeral: RegExp
  readonly whole: RegExp
  readonly group: string
  readonly decimal: string
  readonly groupsFrom: number
}

const standing = (pattern: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern}|\\d+(?:[.,]\\d+)*)(?![\\p{L}\\p{N}]|['’ʼ\\u2011-]\\p{L})`, 'gu')

const english: Custom = {
  numeral: standing('(?!)'),
  whole: /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/u,
  group: ',',
  decimal: '.',
  groupsFrom: 4,
}
const cyrillic: Custom = {
  numeral: standing('\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+(?:,\\d+)?(?![.,]?\\d)'),
  whole: /^(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:,(\d+))?$/u,
  group: '\u00a0',
  decimal: ',',
  groupsFrom: 5,
}
const customs: ReadonlyMap<string, Custom> = new Map([
  ['en', english],
  ['uk', cyrillic],
  ['ru', cyrillic],
])

/** The numbers of a segment in their order; parts of words (F16, 5-річний) are none. O(n). */
export function numeralsIn(runs: readonly MemoryRun[], language: string): Numeral[] {
  const { numeral } = customs.get(language) ?? english
  return runs.flatMap((text, run) =>
    typeof text === 'string'
      ? Array.from(text.matchAll(numeral), ({ 0: text, index }) => ({ run, start: index, text }))
      : [],
  )
}

/** Equal for what is one number, however it is written; undefined of a version, a date, or in a language whose ways are not known. */
export function asNumber(text: string, language: string): string | undefined {
  const parts = customs.get(language)?.whole.exec(text)
  return parts ? [parts[1]!.replace(/\D/gu, ''), ...parts.slice(2, 3).filter(Boolean)].join('.') : undefined
}

/** The pair that a new number is put into: what it takes the place of, and how the target writes that. */
export interface Place {
  readonly old: string
  readonly inTarget: string
  readonly from: string
  readonly to: string
}

/** A number of the source as a target writes it that writes the earlier one so; undefined where that does not show. */
export function writtenLike(now: string, { old, inTarget, from, to }: Place): string | undefined {
  const custom = customs.get(to)
  if (/^\d+$/u.test(now) || custom === customs.get(from)) return now
  const isCopied = inTarget === old
  if (isCopied && /\D/u.test(old)) return now
  const [whole, fraction] = asNumber(now, from)?.split('.') ?? []
  // 4 may be half of a version as well as of a quantity
  if (!custom || whole === undefined || (isCopied && fraction !== undefined)) return undefined
  const digits = asNumber(inTarget, to)!.split('.')[0]!.length
  const mark = /\D/u.exec(inTarget)?.[0] ?? ''
  const group = digits < 4 ? custom.group : mark === custom.decimal ? '' : mark
  const isGrouped = digits < 4 ? whole.length >= custom.groupsFrom : group !== ''
  const shown = isGrouped ? whole.replace(/\B(?=(?:\d{3})+$)/gu, group) : whole
  return fraction === undefined ? shown : shown + custom.decimal + fraction
}
