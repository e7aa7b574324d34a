import { exactKeys, wideKeys } from './blocking.ts'
import { foldCyrillic } from './letters.ts'
import { score, writingLog } from './likeness.ts'
import { once } from './model.ts'
import list from './twins.json' with { type: 'json' }

/** One form of a name that languages write differently. */
export interface Twin {
  /** The same for all forms of a name. */
  readonly id: number
  readonly kind: 'given' | 'patronymic' | 'place'
  /** Lower case. */
  readonly form: string
  /** Whose it is; a form may be that of several. */
  readonly languages: readonly Language[]
}

const languages = ['uk', 'ru', 'be'] as const
type Language = (typeof languages)[number]

const all = once((): readonly (readonly Twin[])[] => {
  const lines = [
    ...list.given.map(line => ['given', line] as const),
    ...list.patronymics.flatMap(line => [
      ['patronymic', line] as const,
      ['patronymic', line.split(' ').map(daughterOf).join(' ')] as const,
    ]),
    ...list.places.map(line => ['place', line] as const),
  ]
  return lines.map(([kind, line], id) => {
    const forms = line.split(' ').map(foldCyrillic)
    const languagesOf = (form: string) => languages.filter((_, i) => forms[i] === form)
    return [...new Set(forms)].map(form => ({ id, kind, form, languages: languagesOf(form) }))
  })
})

/** Миколайович: Миколаївна; Николаевич: Николаевна; Мікалаевіч: Мікалаеўна. The first of a line is Ukrainian, the third Belarusian. */
function daughterOf(patronymic: string, language: number): string {
  if (language === 0) return patronymic.replace(/йович$/, 'ївна').replace(/ович$/, 'івна')
  return language === 1 ? patronymic.replace(/ич$/, 'на') : patronymic.replace(/віч$/, 'ўна')
}

/** All forms of a listed name. */
export const formsOf = (id: number): readonly Twin[] => all()[id]!

const byKey = once(() => {
  const out = new Map<string, Twin[]>()
  for (const twin of all().flat())
    for (const key of exactKeys(twin.form)) {
      const list = out.get(key) ?? []
      if (list.length === 0) out.set(key, list)
      list.push(twin)
    }
  return out
})

/** The given names that are listed, in all their forms or in those of one language, lower case. */
export const givenForms = (language?: Language): readonly string[] =>
  all().flatMap(twins =>
    twins
      .filter(twin => twin.kind === 'given' && (language === undefined || twin.languages.includes(language)))
      .map(twin => twin.form),
  )

export interface TwinMatch extends Twin {
  readonly score: number
  /** Natural logarithm of the probability that the form is written so. */
  readonly log: number
}

const surely = 0.9

/** The listed names that a Latin spelling may write, best first; Cyrillic input is looked up as it is. */
export function twinsOf(name: string): readonly TwinMatch[] {
  const seen = new Map<string, TwinMatch>()
  const cyrillic = /\p{Script=Cyrillic}/u.test(name)
  const folded = cyrillic ? foldCyrillic(name) : ''
  for (const key of exactKeys(name))
    for (const twin of byKey().get(key) ?? []) {
      const at = `${twin.id} ${twin.form}`
      if (seen.has(at)) continue
      if (cyrillic && folded !== twin.form) continue
      const value = cyrillic ? 1 : score(twin.form, name)
      if (value >= surely) seen.set(at, { ...twin, score: value, log: cyrillic ? 0 : writingLog(twin.form, name) })
    }
  return [...seen.values()].sort((a, b) => b.log - a.log || (a.form < b.form ? -1 : 1))
}

/** Names that share a key may be one name: by their consonants, or because a list has them as twins. */
export const blockingKeys = (name: string): readonly string[] => [...wideKeys(name), ...twinKeys(name)]

/** "=NUMBER" for the listed name that a spelling writes. */
export const twinKeys = (name: string): readonly string[] => [...new Set(twinsOf(name).map(twin => `=${twin.id}`))]
