/**
 * A concept as a glossary file writes it (`own-schema.ts` checks it). The type is written out, because the declarations of the doors
 * may name no package.
 */
export type ConceptEntry = {
  id: string
  kind: 'person' | 'place' | 'organisation' | 'work' | 'term'
  type?: string | undefined
  gender?: 'm' | 'f' | 'n' | 'p' | undefined
  origin?: string | undefined
  uk?: NameEntry | undefined
  ru?: NameEntry | undefined
  be?: NameEntry | undefined
  crh?: NameEntry | undefined
  names?: Record<string, NameEntry> | undefined
  own?: { form: string; source: string; asOf: string } | undefined
  en?: (string | SpellingEntry)[] | undefined
  aliases?: Record<string, (string | SpellingEntry)[]> | undefined
  variants?: (SpellingEntry & { lang?: string | undefined })[] | undefined
  former?: FormerEntry[] | undefined
  forms?: Record<string, Partial<Record<PartEntry, Record<string, string | string[]>>>> | undefined
  indeclinable?: Record<string, PartEntry[]> | undefined
  lowercase?: boolean | undefined
  surname?: boolean | undefined
  derived?: Record<string, Record<string, string>> | undefined
  except?: (string | { text: string; styles?: string[] | undefined })[] | undefined
  note?: string | undefined
  source?: string | undefined
}

type PartEntry = 'given' | 'patronymic' | 'family' | 'full' | 'name' | 'short'

interface NameEntry {
  given?: string | undefined
  patronymic?: string | undefined
  family?: string | undefined
  name?: string | undefined
}

interface SpellingEntry {
  text: string
  part?: PartEntry | undefined
  status?: 'preferred' | 'admitted' | 'deprecated' | 'superseded' | undefined
  styles?: string[] | undefined
  reason?: ReasonEntry | undefined
  source?: string | undefined
  until?: string | null | undefined
  usedBy?: UseEntry[] | undefined
}

type ReasonEntry = string | { en: string; uk?: string | undefined; ru?: string | undefined }

interface UseEntry {
  who: string
  source: string
  from?: string | undefined
  to?: string | undefined
}

interface FormerEntry {
  uk?: string | string[] | undefined
  ru?: string | string[] | undefined
  be?: string | string[] | undefined
  en?: string | string[] | undefined
  from?: string | undefined
  to?: string | undefined
  reason?: ReasonEntry | undefined
  authority?: string | undefined
}
