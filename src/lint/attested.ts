import type { Spelling } from '../glossary/index.ts'
import type { Judged } from './spelled.ts'

const known = new WeakMap<Spelling, string>()

/**
 * Who spells a name as it is written, or, where nobody is on record, as it should be: JSON of the spelling and its users, for a
 * problem's data. Made once a spelling.
 */
export function attested({ spelling, judgement }: Judged): { readonly usedBy?: string } {
  const told = [spelling, judgement.preferred].find(one => one?.usedBy)
  if (!told) return {}
  const made = known.get(told) ?? JSON.stringify({ text: told.text, users: told.usedBy })
  known.set(told, made)
  return { usedBy: made }
}
