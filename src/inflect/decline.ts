import { ru, uk } from '../language/index.ts'
import type { Compiled } from './compile.ts'
import { declineCompound } from './compound.ts'
import { compiledFor } from './language.ts'
import type { DeclineOptions, Paradigm } from './paradigm.ts'
import { casesOf, unchanging } from './paradigm.ts'
import { pluralOf } from './plural.ts'

/**
 * Every case of a name, each with all accepted variants, best first. The name stands in the nominative, its words separated
 * by single spaces; a family name may stand in the singular though its plural is asked for (Подоляк: Подоляки, Подоляків).
 *
 * A word that no rule knows is taken not to decline. Apostrophes and quotation marks around the whole stay as they are
 * written, and a name in capitals is declined in capitals. Linear in the name's length.
 */
export function decline(name: string, options: DeclineOptions): Paradigm {
  const language = compiledFor(options.language)
  if (options.indeclinable || name === '') return unchanging(name, language.data.cases)
  const bare = unquoted(name)
  return bare === undefined ? declineBare(name, options, language) : quoted(declineBare(bare, options, language), name)
}

function declineBare(name: string, options: DeclineOptions, language: Compiled): Paradigm {
  const gender = options.number === 'pl' ? 'p' : options.gender
  const { name: base, paradigm } =
    gender === 'p' && options.kind === 'family' ? pluralOf(name, language) : { name, paradigm: undefined }
  const whole = { kind: options.kind, gender, strict: options.indeclinable === false }
  return paradigm ?? declineCompound(base, whole, language)
}

const quotes = new Set([...uk.quotes, ...ru.quotes].map(pair => pair.join('')))

/** What stands between quotation marks that open at a name's start and close at its end. */
function unquoted(name: string): string | undefined {
  if (name.length < 3 || !quotes.has(name[0]! + name.at(-1)!)) return undefined
  return name.slice(1, -1)
}

function quoted(paradigm: Paradigm, name: string): Paradigm {
  const wrap = (form: string) => name[0]! + form + name.at(-1)!
  return Object.fromEntries(casesOf(paradigm).map(([c, forms]) => [c, forms.map(wrap)])) as unknown as Paradigm
}
