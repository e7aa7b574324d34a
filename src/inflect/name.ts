import { decline } from './decline.ts'
import { guessGender, type PersonName } from './gender.ts'
import { compiledFor } from './language.ts'
import type { Case, Gender, InflectedLanguage, Paradigm } from './paradigm.ts'
import { unchanging } from './paradigm.ts'
import type { LanguageData } from './rules.ts'

export interface NameOptions {
  readonly language: InflectedLanguage
  readonly gender?: Gender | undefined
  readonly indeclinable?: { readonly [part in keyof PersonName]?: boolean | undefined } | undefined
}

/** Paradigms of a name's parts, all in one gender, and of the whole, which takes each part's cases together. */
export interface NameParadigm {
  readonly gender: Gender
  readonly parts: { readonly [part in keyof PersonName]: Paradigm }
  /** Given name, patronymic, family name, as far as the name has them. */
  readonly full: Paradigm
}

const order = ['given', 'patronymic', 'family'] as const

/**
 * A person's name in every case. Masculine datives in -ові and -у alternate in a full name (Михайлові Подоляку), as good
 * Ukrainian style asks; the other combinations follow.
 */
export function declineName(name: PersonName, options: NameOptions): NameParadigm {
  const gender = options.gender ?? guessGender(name, options.language) ?? 'm'
  const parts: Partial<Record<keyof PersonName, Paradigm>> = {}
  for (const kind of order) {
    const text = name[kind]
    if (text)
      parts[kind] = decline(text, {
        language: options.language,
        kind,
        gender,
        indeclinable: options.indeclinable?.[kind],
      })
  }
  const present = order.flatMap(kind => parts[kind] ?? [])
  return { gender, parts, full: together(present, compiledFor(options.language).data) }
}

function together(parts: readonly Paradigm[], data: LanguageData): Paradigm {
  if (parts.length === 0) return unchanging('', data.cases)
  const forms: Partial<Record<Case, readonly string[]>> = {}
  for (const name of data.cases) {
    forms[name] = combine(
      parts.map(p => p[name] ?? p.nom),
      data.alternating[name],
    )
  }
  return forms as Paradigm
}

/** All combinations; first, where the language asks for it, the one whose parts take their variants in turn. */
function combine(parts: readonly (readonly string[])[], turns: readonly number[] | undefined): readonly string[] {
  const all = parts.reduce((made, variants) => made.flatMap(m => variants.map(v => (m ? `${m} ${v}` : v))), [''])
  if (!turns) return all
  let turn = 0
  const inTurn = parts.map(p => (p.length > 1 ? p[turns[turn++ % turns.length]!]! : p[0]!)).join(' ')
  return turn < 2 ? all : [inTurn, ...all.filter(form => form !== inTurn)]
}
