import { objectCharacter } from '../content/index.ts'
import { nameHash } from '../text/index.ts'

/** One translation of one segment. Dates are ISO 8601 in UTC; what is not known is absent. */
export interface Entry {
  /** BCP 47, as the origin had it. */
  readonly sourceLanguage: string
  readonly targetLanguage: string
  readonly source: readonly MemoryRun[]
  readonly target: readonly MemoryRun[]
  /** `contextHash` of the segments before and after. */
  readonly before?: string
  readonly after?: string
  readonly created?: string
  readonly changed?: string
  readonly author?: string
  /** The program or memory that it came from. */
  readonly origin?: string
  readonly file?: string
  readonly unit?: string
  readonly state?: string
  /** How often it was used. */
  readonly uses?: number
  readonly notes?: readonly string[]
}

/** Text as it is, or an inline code. */
export type MemoryRun = string | MemoryCode

export interface MemoryCode {
  /** `open` and `close` pair by id; `code` stands alone. */
  readonly kind: 'open' | 'close' | 'code'
  readonly id: string
  /** The native markup. */
  readonly data: string
  /** What it does (`bold`, `link`), where that is said. */
  readonly type?: string
  /** An `open` or `close` whose partner is in another segment. */
  readonly isolated?: boolean
  /** Marks a stretch of text and stands for no markup (`hi` of TMX). */
  readonly highlight?: boolean
  /** Stretches of `data` that are text (`sub` of TMX), in order. */
  readonly flows?: readonly { readonly start: number; readonly end: number }[]
}

/** The text of runs: U+FFFC for a stand-alone code, nothing for an opening or closing one. */
export function textOf(runs: readonly MemoryRun[]): string {
  let text = ''
  for (const run of runs) text += typeof run === 'string' ? run : run.kind === 'code' ? objectCharacter : ''
  return text
}

/** Equal for segments that an exact match may stand for: the same text with codes of the same kinds at the same places. */
export function exactKey(runs: readonly MemoryRun[]): string {
  let key = ''
  for (const run of runs)
    if (typeof run === 'string') key += run
    else if (!run.highlight) key += `\u0001${run.kind}\u0002`
  return key
}

/** A short name for a neighbour's text; of the empty text where a document begins or ends. */
export const contextHash = (text: string): string => nameHash(text.replace(/\s+/gu, ' ').trim())

/** The pair under which segments are looked up: without regions and scripts, since uk and uk-UA serve each other. */
export const primaryLanguage = (language: string): string => language.split(/[-_]/)[0]!.toLowerCase()
