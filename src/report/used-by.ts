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
  /** What is said of the user in other languages, where a glossary has that. */
  readonly told?: { readonly who?: Told; readonly source?: Told }
}

type Told = Readonly<Record<string, string>>

/** What a problem's data say of the users of a spelling, in the reader's language; undefined where they say nothing. */
export function usageOf({ data }: Problem, { language }: Catalog): Usage | undefined {
  if (typeof data?.usedBy !== 'string') return undefined
  const { text, users } = JSON.parse(data.usedBy) as Usage
  return { text, users: users.map(user => inLanguage(user, language)) }
}

const inLanguage = ({ told, ...user }: User, language: string): User => ({
  ...user,
  who: told?.who?.[language] ?? user.who,
  source: told?.source?.[language] ?? user.source,
})

/** The users of a spelling in a sentence, `most` of them at most; dates stay ISO, since a formatter of dates costs a start ten milliseconds. */
export function usageText({ text, users }: Usage, words: Catalog, most = users.length): string {
  const shown = users.slice(0, most).map(user => userText(user, words))
  const all = users.length > most ? [...shown, '…'] : shown
  return words.message('report.used-by', { text, users: all.join('; ') })
}

function userText(user: User, words: Catalog): string {
  const { who, source, from, to } = inLanguage(user, words.language)
  const when = from && to ? 'both' : from ? 'since' : to ? 'until' : 'none'
  return words.message('report.user', { when, who, source, from: from ?? '', to: to ?? '' })
}
