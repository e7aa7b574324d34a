import { lemmas } from '../inflect/index.ts'
import type { NameForm } from './name-forms.ts'

/**
 * Names without those that are taken for nominatives in one text, though another text has the nominative that they are a case of (Айдера
 * Муждабаєва of Айдер Муждабаєв): their places are that one's. A listed given name has told its case already.
 */
export function withoutCaseForms(forms: readonly NameForm[], isGiven: (word: string) => boolean): readonly NameForm[] {
  const byKey = new Map<string, NameForm[]>()
  const inFull = forms.filter(({ base, kind }) => kind !== 'place' && base.split(' ').length === 2)
  for (const form of inFull) {
    const list = byKey.get(keyOf(form)) ?? []
    if (list.length === 0) byKey.set(keyOf(form), list)
    list.push(form)
  }
  const mayBeCase = new Set(inFull.filter(({ base }) => !isGiven(base.split(' ')[0]!)))
  return forms.filter(form => {
    if (!mayBeCase.has(form)) return true
    const nominative = byKey
      .get(keyOf(form))!
      .find(other => other.places.length >= form.places.length && isCase(form, other))
    nominative?.places.push(...form.places)
    return nominative === undefined
  })
}

const shared = 3

const keyOf = ({ base, language }: NameForm): string =>
  `${language} ${base
    .split(' ')
    .map(word => word.slice(0, shared))
    .join(' ')}`

/** Is the name the other one in some other case than the nominative? */
function isCase({ base, language }: NameForm, other: NameForm): boolean {
  const [given, family] = base.split(' ') as [string, string]
  const [otherGiven, otherFamily] = other.base.split(' ') as [string, string]
  if (base === other.base) return false
  const ofGiven = lemmas(given, { language, kind: 'given' }).filter(({ lemma }) => lemma === otherGiven)
  return lemmas(family, { language, kind: 'family' }).some(
    ({ lemma, gender, cases }) =>
      lemma === otherFamily &&
      ofGiven.some(one => one.gender === gender && one.cases.some(c => c !== 'nom' && cases.includes(c))),
  )
}
