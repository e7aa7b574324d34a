import { isGivenRespelled, respelling, respellingKey } from '../names/index.ts'
import type { NameForm } from './name-forms.ts'

/** So many names with the same key are compared with each other. */
const most = 40

/**
 * Names in the order in which they came, those that seem two spellings of one together, the more frequent one first: one letter that writers
 * confuse in the family name beside the same given name or office, or in the given name beside the same family name.
 */
export function respelledTogether(
  forms: readonly NameForm[],
  isGiven: (word: string) => boolean,
): readonly (readonly NameForm[])[] {
  const groups = new Map(forms.map(form => [form, [form]]))
  const usesOf = counted(forms)
  for (const alike of byKey(forms).values()) {
    const ranked = [...alike].slice(0, most).sort((a, b) => compareCounts(usesOf(b), usesOf(a)))
    ranked.forEach((form, i) => {
      const winner = form.concept === undefined && ranked.slice(0, i).find(other => areOne(form, other, isGiven))
      if (winner) join(groups, winner, form)
    })
  }
  return [...new Set(groups.values())]
}

/** How often a name is written, its family name alone included; the glossary's are before all others. */
function counted(forms: readonly NameForm[]): (form: NameForm) => number {
  const bare = new Map(forms.map(({ base, language, places }) => [`${language} ${base}`, places.length]))
  return ({ base, language, places, concept }) => {
    if (concept !== undefined) return Number.POSITIVE_INFINITY
    const family = base.split(' ')[1]
    return places.length + (family === undefined ? 0 : (bare.get(`${language} ${family}`) ?? 0))
  }
}

/** Two infinities are equal. */
const compareCounts = (a: number, b: number): number => (a === b ? 0 : a - b)

function join(groups: Map<NameForm, NameForm[]>, winner: NameForm, form: NameForm): void {
  const [into, from] = [groups.get(winner)!, groups.get(form)!]
  if (into === from) return
  into.push(...from)
  for (const one of from) groups.set(one, into)
}

/** Names of two words by either of them, names of one by themselves. */
function byKey(forms: readonly NameForm[]): ReadonlyMap<string, ReadonlySet<NameForm>> {
  const groups = new Map<string, Set<NameForm>>()
  for (const form of forms) {
    if (form.kind === 'place') continue
    for (const key of keysOf(form.base)) {
      const group = groups.get(`${form.language} ${key}`) ?? new Set()
      groups.set(`${form.language} ${key}`, group.add(form))
    }
  }
  return groups
}

function keysOf(base: string): readonly string[] {
  const [first, family, ...more] = base.split(' ') as [string, ...string[]]
  if (more.length > 0) return []
  const alone = `- ${respellingKey(family ?? first)}`
  return family === undefined
    ? [alone]
    : [alone, `${first} ${respellingKey(family)}`, `${family} ${respellingKey(first)}`]
}

/** Ґ for г is right in names, but no less another spelling. */
const withoutGhe = (base: string): string => base.replaceAll('ґ', 'г').replaceAll('Ґ', 'Г')

function areOne(a: NameForm, b: NameForm, isGiven: (word: string) => boolean): boolean {
  if (withoutGhe(a.base) === withoutGhe(b.base)) return true
  const [[given, family], [otherGiven, otherFamily]] = [a.base.split(' '), b.base.split(' ')] as [string[], string[]]
  if (family === undefined || otherFamily === undefined)
    return shareOffice(a, b) && respelling(family ?? given!, otherFamily ?? otherGiven!, a.language) !== undefined
  if (given === otherGiven) return isGiven(given!) && respelling(family, otherFamily, a.language) !== undefined
  return (isGiven(given!) || isGiven(otherGiven!)) && isGivenRespelled(given!, otherGiven!, a.language)
}

const shareOffice = (a: NameForm, b: NameForm): boolean => [...a.offices].some(office => b.offices.has(office))
