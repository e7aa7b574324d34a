import type { Problem } from '../../text/index.ts'
import { type Entry, type Field, readEntries } from './po-entries.ts'
import { type Header, headerOf } from './po-header.ts'
import { holdsIcu, icuOf, type PoIcu } from './po-icu.ts'
import { type PoPlurals, poPlurals } from './po-plurals.ts'

/** A translation that is there or is to be there. */
export interface Translation {
  readonly id: string
  readonly entry: Entry
  readonly number: number
  readonly field: Field | undefined
  /** What it translates. */
  readonly of: 'id' | 'plural'
  readonly category: string | undefined
  /** The first numbers that a plural's form stands for, two at most, where the header tells it. */
  readonly numbers: readonly number[] | undefined
}

export interface PoFile {
  readonly language: string | undefined
  readonly header: Header | undefined
  readonly entries: readonly {
    readonly id: string
    readonly entry: Entry
    readonly translations: readonly Translation[]
    /** The message as a language needs it, where it is one of ICU. */
    readonly icu?: PoIcu
  }[]
  readonly problems: readonly Problem[]
  readonly source: string
}

/** Reads a file; for a language (BCP 47) each plural has its forms, those of the header where the file is in it. */
export function readPo(source: string, language: string | undefined): PoFile {
  const { entries, problems } = readEntries(source)
  const header = headerOf(source, entries)
  const isOwn = language !== undefined && primary(header?.language) === primary(language)
  const isOther = language !== undefined && !isOwn
  const plurals = language === undefined ? undefined : poPlurals(language)
  const known = isOwn && header?.forms !== plurals?.categories.length ? undefined : plurals
  const forms = isOwn ? (header?.forms ?? plurals?.categories.length) : plurals?.categories.length
  const isIcu = language !== undefined && holdsIcu(source, entries)
  const messages = entries
    .filter(entry => entry !== header?.entry)
    .map((entry, i) => ({
      id: `e${i + 1}`,
      entry,
      ...icuIn(isIcu ? icuOf(source, entry, language) : undefined),
      translations: translationsOf(`e${i + 1}`, entry, forms, known, isOther ? undefined : header?.numbers),
    }))
  return { language, header, entries: messages, problems: [...(header?.problems ?? []), ...problems], source }
}

const icuIn = (icu: PoIcu | undefined) => (icu ? { icu } : {})

/** The language of a tag without region and the like. */
export const primary = (tag: string | undefined) => tag?.toLowerCase().split(/[-_]/)[0]

function translationsOf(
  id: string,
  entry: Entry,
  forms: number | undefined,
  plurals: PoPlurals | undefined,
  counted: Header['numbers'],
): Translation[] {
  const there = [...entry.translations.keys()].sort((a, b) => a - b)
  const numbers = entry.plural && forms !== undefined ? [...Array(forms).keys()] : there
  return numbers.map(number => {
    const category = entry.plural ? plurals?.categories[number] : undefined
    const own = entry.plural && counted?.length === numbers.length ? counted[number] : undefined
    const isFirst = number === 0 && numbers.length > 1
    const isOne = own?.includes(1) ?? (category === undefined ? isFirst : category === 'one')
    const of = entry.plural && !isOne ? 'plural' : 'id'
    return { id: `${id}.${number}`, entry, number, field: entry.translations.get(number), of, category, numbers: own }
  })
}
