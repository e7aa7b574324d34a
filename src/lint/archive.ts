import type { Spelling } from '../glossary/index.ts'
import { findInconsistent, type Mention } from '../names/index.ts'
import { fold } from '../normalize/index.ts'
import type { Related } from '../text/index.ts'
import { fullUses } from './full-uses.ts'
import { type GivenPair, relatedBefore, unlistedGiven } from './given-names.ts'
import { readings } from './spelled.ts'
import type { Subject } from './subject.ts'
import { unlistedNames } from './unlisted.ts'

/** How the texts of a run spell their names: of each text only the names and their places are kept. */
export interface Archive {
  add(path: string, subject: Subject): void
  /** What the texts write most rightly for the name that a spelling of the glossary writes; undefined where all write it alike. */
  ofListed(spelling: Spelling): Spellings<Spelling> | undefined
  /** The same for a name that no glossary has. To be asked when all texts are there. */
  ofUnlisted(text: string): Spellings<string> | undefined
  /** The given name that more texts write before a family name of no glossary, if it is the same one. */
  ofGiven(given: string, family: string): SpelledGiven | undefined
}

/** One name in several spellings. */
export interface Spellings<T> {
  readonly winner: T
  /** Each spelling with its number of uses, the most frequent first. */
  readonly counts: string
  /** Places of the winner, the first ones. */
  readonly related: readonly Related[]
  /** Of a name that no glossary has: the given names that stand before each spelling. */
  readonly given: (text: string) => ReadonlySet<string>
}

export interface SpelledGiven extends Pick<Spellings<string>, 'winner' | 'counts' | 'related'> {
  readonly relation: GivenPair['relation']
}

interface Use<T> {
  readonly spelling: T
  readonly isPreferred: boolean
  readonly given: Set<string>
  readonly places: Related[]
  count: number
}

/** A list of every place in an archive would be as long as the archive; the counts are of all. */
const mostPlaces = 50

export function openArchive(): Archive {
  const listed = new Map<string, Map<string, Use<Spelling>>>()
  const unlisted = new Map<string, Unlisted>()
  const families = new Map<string, Map<string, Use<string>>>()
  let groups: ReadonlyMap<string, Spellings<string>> | undefined
  return {
    add(path, subject) {
      groups = undefined
      addListed(listed, path, subject)
      addUnlisted(unlisted, path, subject)
      addGiven(families, path, subject)
    },
    ofListed(spelling) {
      const uses = listed.get(keyOf(spelling))
      return uses && uses.size > 1 ? spellingsOf([...uses.values()], ({ text }) => text) : undefined
    },
    ofUnlisted(text) {
      groups ??= groupsOf([...unlisted.values()])
      return groups.get(text)
    },
    ofGiven(given, family) {
      const uses = families.get(family)
      return uses && uses.size > 1 ? spelledGiven([...uses.values()], given, family) : undefined
    },
  }
}

const keyOf = ({ concept, lang, part }: Spelling) => `${concept} ${lang} ${part}`

/** Names in doubt are nobody's vote; deprecated and former ones are other rules'. */
function addListed(listed: Map<string, Map<string, Use<Spelling>>>, path: string, subject: Subject): void {
  for (const { mentions } of subject.passages) {
    for (const seen of mentions) {
      const reading = seen.doubt ? undefined : readings(subject, seen).find(r => r.naming.lang === seen.language)
      for (const { part, spelling, judgement } of reading?.parts ?? []) {
        const { status } = judgement
        if (status !== 'preferred' && status !== 'admitted') continue
        const uses = ofKey(listed, keyOf(spelling), () => new Map<string, Use<Spelling>>())
        const use = ofKey(uses, fold(spelling.text), () => useOf(spelling, status === 'preferred'))
        use.count++
        if (use.places.length < mostPlaces)
          use.places.push({ path, span: subject.span(seen.block, part.start, part.end), role: 'other-spelling' })
      }
    }
  }
}

/** A spelling as `findInconsistent` takes it: one mention stands for all. */
interface Unlisted extends Use<string>, Mention {}

function addUnlisted(unlisted: Map<string, Unlisted>, path: string, subject: Subject): void {
  for (const { block, before, place: _, ...mention } of unlistedNames(subject)) {
    const { text, span } = mention
    const use = ofKey(unlisted, text, (): Unlisted => ({ ...mention, ...useOf(text, false) }))
    use.count++
    if (before !== undefined) use.given.add(before)
    if (use.places.length < mostPlaces)
      use.places.push({ path, span: subject.span(block, span.start, span.end), role: 'other-spelling' })
  }
}

function addGiven(families: Map<string, Map<string, Use<string>>>, path: string, subject: Subject): void {
  for (const { passage, given, givenText, familyText } of unlistedGiven(subject, fullUses(subject, 'en'))) {
    const uses = ofKey(families, familyText, () => new Map<string, Use<string>>())
    const use = ofKey(uses, givenText, () => useOf(givenText, false))
    use.count++
    if (use.places.length < mostPlaces)
      use.places.push({ path, span: subject.span(passage.block, given.start, given.end), role: 'other-spelling' })
  }
}

function spelledGiven(uses: readonly Use<string>[], given: string, family: string): SpelledGiven | undefined {
  const sorted = [...uses].sort((a, b) => b.count - a.count)
  for (const { spelling: winner, places } of sorted.slice(
    0,
    sorted.findIndex(use => use.spelling === given),
  )) {
    const relation = relatedBefore(family, winner, given)
    if (!relation) continue
    const counts = sorted.map(({ spelling, count }) => `${spelling} ${count}`).join(', ')
    return { winner, relation, counts, related: places }
  }
  return undefined
}

const useOf = <T>(spelling: T, isPreferred: boolean): Use<T> => ({
  spelling,
  isPreferred,
  given: new Set<string>(),
  places: [],
  count: 0,
})

function ofKey<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key) ?? make()
  map.set(key, known)
  return known
}

/** The preferred spelling wins, else the most frequent, else the first. */
function spellingsOf<T>(uses: readonly Use<T>[], textOf: (spelling: T) => string): Spellings<T> {
  const sorted = [...uses].sort((a, b) => b.count - a.count)
  const winner = uses.find(use => use.isPreferred) ?? sorted[0]!
  return {
    winner: winner.spelling,
    counts: sorted.map(({ spelling, count }) => `${textOf(spelling)} ${count}`).join(', '),
    related: winner.places,
    given: text => uses.find(({ spelling }) => textOf(spelling) === text)?.given ?? new Set(),
  }
}

function groupsOf(names: readonly Unlisted[]): ReadonlyMap<string, Spellings<string>> {
  const found = findInconsistent(names, { withoutOriginals: true, withoutTwins: true })
  return new Map(
    found.flatMap(({ mentions }) => {
      const group = spellingsOf(mentions.flat(), text => text)
      return mentions.flat().map(({ text }) => [text, group] as const)
    }),
  )
}
