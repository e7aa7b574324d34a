import type { Catalog } from '../i18n/index.ts'
import type { Problem } from '../text/index.ts'

/** A spelling and who uses it, since and until when (ISO 8601, end excluded), with the source of each. */
export interface Usage {
  readonly text: string
  readonly users: readonly User[]
}

interface User {
  readonly who: string
  readonly source: string
  readonly from?: string
  readonly to?: string
}

/** What a problem's data say of the users of a spelling; undefined where they say nothing. */
export function usageOf({ data }: Problem): Usage | undefined {
  return typeof data?.usedBy === 'string' ? (JSON.parse(data.usedBy) as Usage) : undefined
}

/** The users of a spelling in a sentence, `most` of them at most; dates stay ISO, since a formatter of dates costs a start ten milliseconds. */
export function usageText({ text, users }: Usage, words: Catalog, most = users.length): string {
  const shown = users.slice(0, most).map(user => userText(user, words))
  const all = users.length > most ? [...shown, '…'] : shown
  return words.message('report.used-by', { text, users: all.join('; ') })
}

function userText({ who, source, from, to }: User, words: Catalog): string {
  const when = from && to ? 'both' : from ? 'since' : to ? 'until' : 'none'
  return words.message('report.user', { when, who, source, from: from ?? '', to: to ?? '' })
}
