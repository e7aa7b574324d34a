import { fold } from './apply.ts'
import { compiledFor } from './language.ts'
import type { InflectedLanguage } from './paradigm.ts'

/** A person's name by its parts, each in the nominative. */
export interface PersonName {
  readonly given?: string | undefined
  readonly patronymic?: string | undefined
  readonly family?: string | undefined
}

/**
 * The gender that a person's name shows: the patronymic decides, then the given name, then an adjectival or possessive family
 * name. Undefined where none tells. A default only: what a glossary says goes before it.
 */
export function guessGender(name: PersonName, language: InflectedLanguage): 'm' | 'f' | undefined {
  const { persons } = compiledFor(language)
  for (const kind of ['patronymic', 'given', 'family'] as const) {
    const part = name[kind]
    if (!part) continue
    const words = fold(part).split(/[ -]/u)
    for (const word of words) {
      const found = persons.find(g => g.kinds.includes(kind) && g.fits(word))
      if (found && found.gender !== 'n' && found.gender !== 'p') return found.gender
    }
  }
  return undefined
}
