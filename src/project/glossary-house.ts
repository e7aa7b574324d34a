import { chooser, defaultScheme, originOf, type Spelling, spellingsOf } from '../glossary/index.ts'
import { findScheme } from '../romanize/index.ts'
import type { Part, Style } from '../termbase/index.ts'
import type { Project } from './open.ts'
import type { NameEntry } from './verbs.ts'

/** How an archive spells a name, the most frequent spelling first. */
export interface HouseChoice {
  readonly concept: string
  readonly part: Part
  readonly counts: readonly { readonly text: string; readonly count: number }[]
  /** What would be written without an entry of its own. */
  readonly usual: string | undefined
}

export interface HouseHabits {
  /** By language of origin, the scheme by which most names of the archive are spelled. */
  readonly schemes: Readonly<Record<string, string>>
  /** Names that the archive spells in several ways, or otherwise than the schemes do. */
  readonly choices: readonly HouseChoice[]
}

/** The name of the style that is made of an archive. */
export const houseStyle = 'house'

interface Tally {
  readonly number: number
  readonly part: Part
  readonly counts: Map<string, number>
}

/** What the English names in an inventory of an archive say of its house style. O(names). */
export function houseHabits(project: Project, entries: readonly NameEntry[]): HouseHabits {
  const { concepts, styles } = project.glossary
  const numbers = new Map(concepts.map(({ id }, number) => [id, number]))
  const tallies = entries.flatMap(entry => {
    const number = entry.concept === undefined ? undefined : numbers.get(entry.concept)
    return number === undefined ? [] : tally(project, number, entry)
  })
  const schemes = schemesOf(project, tallies)
  const style: Style = { id: houseStyle, schemes, prefer: {} }
  const choice = chooser({ ...project.glossary, styles: [style, ...styles] }, houseStyle)
  const choices = tallies.flatMap(({ number, part, counts }): HouseChoice[] => {
    const usual = choice.preferred(number, part, 'en')?.text
    // Of spellings that are as frequent the usual one is proposed.
    const sorted = Array.from(counts, ([text, count]) => ({ text, count })).sort(
      (a, b) => b.count - a.count || Number(b.text === usual) - Number(a.text === usual),
    )
    const isSettled = sorted.length === 1 && sorted[0]!.text === usual
    return isSettled ? [] : [{ concept: concepts[number]!.id, part, counts: sorted, usual }]
  })
  return { schemes, choices: choices.sort((a, b) => total(b) - total(a)) }
}

const total = ({ counts }: HouseChoice): number => counts.reduce((sum, { count }) => sum + count, 0)

/** The spellings of a person's family name, of anything else's name; short forms and given names are no matter of choice here. */
function tally(project: Project, number: number, { spellings }: NameEntry): Tally[] {
  const part: Part = project.glossary.concepts[number]!.kind === 'person' ? 'family' : 'name'
  const known = new Set(englishOf(project, number, part).map(({ text }) => text))
  const counts = new Map<string, number>()
  for (const { text, language, places } of spellings) {
    const written = known.has(text) ? text : (text.split(' ').at(-1) ?? '')
    if (language === 'en' && known.has(written)) counts.set(written, (counts.get(written) ?? 0) + places.length)
  }
  return counts.size > 0 ? [{ number, part, counts }] : []
}

const englishOf = ({ glossary }: Project, number: number, part: Part): Spelling[] =>
  spellingsOf(glossary, number).filter(spelling => spelling.lang === 'en' && spelling.part === part)

/** Each occurrence votes for the schemes of its language that yield it; the usual one yields only to one with more votes. */
function schemesOf(project: Project, tallies: readonly Tally[]): Record<string, string> {
  const votes = new Map<string, Map<string, number>>()
  for (const { number, part, counts } of tallies) {
    const origin = originOf(project.glossary.concepts[number]!)
    const byScheme = votes.get(origin) ?? new Map<string, number>()
    votes.set(origin, byScheme)
    for (const { text, schemes, basis } of englishOf(project, number, part)) {
      const count = basis === 'other-language' ? 0 : (counts.get(text) ?? 0)
      for (const scheme of (schemes ?? []).filter(name => findScheme(name)?.languages.includes(origin)))
        byScheme.set(scheme, (byScheme.get(scheme) ?? 0) + count)
    }
  }
  return Object.fromEntries(
    [...votes].flatMap(([origin, byScheme]) => {
      const usual = defaultScheme(origin) ?? ''
      const first = [usual, byScheme.get(usual) ?? 0] as const
      const best = [...byScheme].reduce<readonly [string, number]>((a, b) => (b[1] > a[1] ? b : a), first)
      return best[1] > 0 ? [[origin, best[0]]] : []
    }),
  )
}

export interface HouseDecision {
  readonly choice: HouseChoice
  readonly text: string
}

/** A glossary file with the style, each entry with its counts; `head` is its comment, in the reader's language. */
export function houseStyleText(
  schemes: Readonly<Record<string, string>>,
  decisions: readonly HouseDecision[],
  head: string,
): string {
  const entries = decisions
    .filter(({ choice, text }) => text !== choice.usual)
    .map(({ choice, text }) => `      # ${countsText(choice)}\n      ${choice.concept}: ${JSON.stringify(text)}\n`)
  const tables = Object.entries(schemes).map(([lang, scheme]) => `${lang}: ${scheme}`)
  return `${head.replace(/^/gm, '# ')}
styles:
  - id: ${houseStyle}
${tables.length > 0 ? `    schemes: { ${tables.join(', ')} }\n` : ''}${entries.length > 0 ? `    prefer:\n${entries.join('')}` : ''}`
}

/** “Zelensky 1204, Zelenskyy 12” */
const countsText = ({ counts }: HouseChoice): string => counts.map(({ text, count }) => `${text} ${count}`).join(', ')
