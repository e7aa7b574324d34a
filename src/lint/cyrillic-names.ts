import { isGivenName } from '../glossary/index.ts'
import { commonGiven, type Respelling, respelled, respelling, respellingKey } from '../names/index.ts'
import type { Span } from '../text/index.ts'
import { type FullUse, titledUses } from './full-uses.ts'
import type { Passage } from './passage.ts'
import type { Subject } from './subject.ts'

/** A family name beside a given name, an office or both. */
interface FamilyUse {
  readonly passage: Passage
  readonly givenText?: string
  readonly family: Span
  readonly familyText: string
}

/** A person's family name, spelled otherwise than elsewhere in the text beside the same given name or office. */
export interface Misspelt {
  readonly use: FamilyUse
  readonly change: Respelling
  /** The spelling that wins, in the case of the use. */
  readonly preferred: string
  /** Where the winner stands. */
  readonly others: readonly FamilyUse[]
}

type Cyrillic = 'uk' | 'ru'

/** So many names with the same first letters are compared with each other. */
const most = 40

/**
 * Андрій Сибіга and Андрія Сібігу, міністр Сибіга and міністра Сібігу in the Ukrainian or the Russian passages of one text. `full`: the
 * full names there.
 */
export function misspeltFamilies(subject: Subject, full: readonly FullUse[], language: Cyrillic): readonly Misspelt[] {
  const known = new Set<number>()
  const isNew = ({ use }: Misspelt) => {
    const { start } = subject.span(use.passage.block, use.family.start, use.family.end)
    return !known.has(start) && known.add(start)
  }
  return byKey(subject, full, language).flatMap(uses => misspelt(subject, language, uses).filter(isNew))
}

/** Names whose family names could be spellings of one beside one given name or office, by forms of the given and the family name. */
function byKey(
  subject: Subject,
  full: readonly FullUse[],
  language: Cyrillic,
): readonly ReadonlyMap<string, readonly FamilyUse[]>[] {
  const groups = new Map<string, Map<string, FamilyUse[]>>()
  const add = (beside: string, use: FamilyUse) => {
    const key = `${beside} ${respellingKey(use.familyText)}`
    const group = groups.get(key) ?? new Map<string, FamilyUse[]>()
    groups.set(key, group)
    const name = `${use.givenText ?? ''} ${use.familyText}`
    const uses = group.get(name) ?? []
    group.set(name, uses)
    uses.push(use)
  }
  for (const use of full) add(use.givenText.slice(0, 3).toLowerCase(), use)
  for (const use of titledUses(subject, language)) add(`(${use.office})`, use)
  return [...groups.values()]
}

function misspelt(subject: Subject, language: Cyrillic, names: ReadonlyMap<string, readonly FamilyUse[]>): Misspelt[] {
  if (names.size < 2) return []
  const isListed = (uses: readonly FamilyUse[]) =>
    Number(!uses[0]!.passage.isFree(uses[0]!.family.start, uses[0]!.family.end))
  const all = [...names.values()].slice(0, most)
  const weights = new Map(all.map(uses => [uses, all.filter(other => isSameStem(uses, other)).flat().length]))
  const ranked = all.sort((a, b) => isListed(b) - isListed(a) || weights.get(b)! - weights.get(a)!)
  const winners: (readonly FamilyUse[])[] = []
  return ranked.flatMap(uses => {
    const found = isListed(uses) ? [] : besideWinner(subject, language, uses, winners)
    if (found.length === 0) winners.push(uses)
    return found
  })
}

/** Forms of one family name, its last letters aside: they count together. */
function isSameStem(a: readonly FamilyUse[], b: readonly FamilyUse[]): boolean {
  const [first, second] = [a[0]!.familyText, b[0]!.familyText]
  const length = Math.min(first.length, second.length) - 2
  return first.slice(0, length) === second.slice(0, length)
}

function besideWinner(
  subject: Subject,
  language: Cyrillic,
  uses: readonly FamilyUse[],
  winners: readonly (readonly FamilyUse[])[],
): Misspelt[] {
  const text = uses[0]!.familyText
  for (const others of winners) {
    const change = respelling(text, others[0]!.familyText, language)
    if (change && mayBeOne(subject, language, uses[0]!, others[0]!))
      return uses.map(use => ({ use, change, preferred: respelled(text, change), others }))
  }
  return []
}

/** What may be a name's first word and no given name: Нижня Дуванка. */
const adjective = {
  uk: /(?:[иії]й|[ое]ї|[ое]го|[ое]му|[иі]м|[иі]х|[ое]ю|[аяуюіи])$/u,
  ru: /(?:[ыио]й|[ая]я|[ое]е|[ыи]е|[ое]го|[ое]му|[ыи]м|[ыи]х|[ую]ю|[ое]й)$/u,
}

/** Two given names are forms of one. Names of one office need no given names, but they may not have two. */
function mayBeOne({ glossary }: Subject, language: Cyrillic, a: FamilyUse, b: FamilyUse): boolean {
  if (a.givenText === undefined || b.givenText === undefined) return true
  const isNoAdjective = !adjective[language].test(a.givenText) && !adjective[language].test(b.givenText)
  if (isNoAdjective && a.givenText === b.givenText) return true
  return commonGiven(a.givenText, b.givenText, language).some(name => isNoAdjective || isGivenName(glossary, name))
}
