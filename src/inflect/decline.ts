import { declineCompound } from './compound.ts'
import { compiledFor } from './language.ts'
import type { DeclineOptions, Paradigm } from './paradigm.ts'
import { unchanging } from './paradigm.ts'

/**
 * Every case of a name, each with all accepted variants, best first. The name stands in the nominative; words are separated
 * by single spaces. A word that no rule knows is taken not to decline. Apostrophes stay as they are written, and a name
 * in capitals is declined in capitals.
 */
export function decline(name: string, options: DeclineOptions): Paradigm {
  const language = compiledFor(options.language)
  if (options.indeclinable || name === '') return unchanging(name, language.data.cases)
  const gender = options.number === 'pl' ? 'p' : options.gender
  return declineCompound(name, { kind: options.kind, gender, strict: options.indeclinable === false }, language)
}
