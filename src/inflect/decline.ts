import { declineCompound } from './compound.ts'
import { compiledFor } from './language.ts'
import type { DeclineOptions, Paradigm } from './paradigm.ts'
import { unchanging } from './paradigm.ts'
import { pluralOf } from './plural.ts'

/**
 * Every case of a name, each with all accepted variants, best first. The name stands in the nominative; words are separated
 * by single spaces; a family name may stand in the singular though its plural is asked for (Подоляк: Подоляки, Подоляків). A word that no rule knows is taken not to decline. Apostrophes stay as they are written, and a name
 * in capitals is declined in capitals.
 */
export function decline(name: string, options: DeclineOptions): Paradigm {
  const language = compiledFor(options.language)
  if (options.indeclinable || name === '') return unchanging(name, language.data.cases)
  const gender = options.number === 'pl' ? 'p' : options.gender
  const base = gender === 'p' && options.kind === 'family' ? pluralOf(name, language) : name
  return declineCompound(base, { kind: options.kind, gender, strict: options.indeclinable === false }, language)
}
