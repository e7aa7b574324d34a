import { isGivenName } from '../glossary/index.ts'
import { commonGiven, type Respelling, respelling, respellingKey } from '../names/index.ts'
import { type FullUse, fullUses } from './full-uses.ts'
import type { Subject } from './subject.ts'

/** A person's family name, spelled otherwise than elsewhere in the text beside the same given name. */
export interface Misspelt {
  readonly use: FullUse
  readonly change: Respelling
  /** The spelling that wins, in the case of the use. */
  readonly preferred: string
  /** Where the winner stands. */
  readonly others: readonly FullUse[]
}

type Cyrillic = 'uk' | 'ru'

/** So many names with the same first letters are compared with each other. */
const most = 40

/** Андрій Сибіга and Андрія Сібігу in the Ukrainian or the Russian passages of one text. */
export function misspeltFamilies(subject: Subject): readonly Misspelt[] {
  return (['uk', 'ru'] as const).flatMap(language =>
    [...byKey(subject, language).values()].flatMap(uses => misspelt(subject, language, uses)),
  )
}

/** Full names whose family names could be spellings of one, by forms of the given and the family name. */
function byKey(subject: Subject, language: Cyrillic): ReadonlyMap<string, ReadonlyMap<string, readonly FullUse[]>> {
  const groups = new Map<string, Map<string, FullUse[]>>()
  for (const use of fullUses(subject, language)) {
    const key = `${use.givenText.slice(0, 3).toLowerCase()} ${respellingKey(use.familyText)}`
    const group = groups.get(key) ?? new Map<string, FullUse[]>()
    groups.set(key, group)
    const name = `${use.givenText} ${use.familyText}`
    const uses = group.get(name) ?? []
    group.set(name, uses)
    uses.push(use)
  }
  return groups
}

function misspelt(subject: Subject, language: Cyrillic, names: ReadonlyMap<string, readonly FullUse[]>): Misspelt[] {
  if (names.size < 2) return []
  const isListed = (uses: readonly FullUse[]) =>
    Number(!uses[0]!.passage.isFree(uses[0]!.family.start, uses[0]!.family.end))
  const ranked = [...names.values()].slice(0, most).sort((a, b) => isListed(b) - isListed(a) || b.length - a.length)
  return ranked.flatMap((uses, i) => {
    const { givenText, familyText: text } = uses[0]!
    if (isListed(uses)) return []
    for (const others of ranked.slice(0, i)) {
      const other = others[0]!
      const change = respelling(text, other.familyText, language)
      const given = change ? commonGiven(givenText, other.givenText, language) : []
      if (!change || !given.some(name => isGivenName(subject.glossary, name))) continue
      const preferred = text.slice(0, change.at) + change.insert + text.slice(change.at + change.length)
      return uses.map(use => ({ use, change, preferred, others }))
    }
    return []
  })
}
