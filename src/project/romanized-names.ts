import { type Compiled, isGivenName } from '../glossary/index.ts'
import { type Seen, type Subject, unlistedAndOthers } from '../lint/index.ts'
import {
  differences,
  explain,
  findInconsistent,
  leastSlavic,
  type Mention,
  nameLikeness,
  relateGiven,
  titleCase,
} from '../names/index.ts'
import { fold } from '../normalize/index.ts'
import type { Placer } from './names.ts'
import type { NameEntry, NamePlace, NameSpelling } from './verbs.ts'

/** Below this likeness to a romanized Slavic name a capitalised word is not listed by itself. */
const likely = 0.5

/** The names of English passages that no glossary has. */
export class RomanizedNames {
  readonly #glossary: Compiled
  readonly #places = new Map<Mention, NamePlace>()

  constructor(glossary: Compiled) {
    this.#glossary = glossary
  }

  /** `strange`: family names of the glossary that are meant for somebody else. */
  add(subject: Subject, strange: readonly Seen[], place: Placer): void {
    const found = [
      ...unlistedAndOthers(subject).filter(name => this.#mayBeFamily(name)),
      ...strange.filter(({ language }) => language === 'en').map(unlistedFrom),
    ]
    const places = found.map(({ block, text, span, slavic, before, titled, first }) => {
      // Without its block, which would keep a whole text in memory.
      const mention: Mention = { text, span, slavic, ...(before !== undefined && { before }), titled, first }
      return [mention, place(subject.span(block, span.start, span.end))] as const
    })
    for (const [name, at] of places.sort(([, a], [, b]) => a.start - b.start)) this.#places.set(name, at)
  }

  /** In a headline in capitals and behind a family name in capitals the given names are left out, as they are elsewhere. */
  #mayBeFamily({ text, slavic, before }: Mention): boolean {
    if (slavic <= leastSlavic) return false
    return !(isShouted(text) || (before && isShouted(before))) || !isGivenName(this.#glossary, fold(text))
  }

  /** Those in several spellings with their original, those with several forms of a given name, then the others, by their first places. */
  entries(): NameEntry[] {
    const groups = findInconsistent(this.#places.keys())
    const inGroups = new Set(groups.flatMap(group => group.mentions.flat()))
    const rest = [...this.#places.keys()].filter(name => !inGroups.has(name) && name.slavic >= likely)
    const single = grouped(rest, ({ text }) => text.toLowerCase())
    return [
      ...groups.map(({ cluster, confidence, language, mentions }): NameEntry => {
        const { original, members } = cluster
        const spellings = mentions.map((list, i) => {
          const differs = original && i > 0 ? differences(explain(original, members[i]!.text, members[0]!.text)) : ''
          return { ...this.#spelled(members[i]!.text, list), ...(differs && { differs }) }
        })
        return { confidence, ...(original && { original }), ...(language && { origin: language }), spellings }
      }),
      ...this.#givenPairs(),
      ...[...single.values()].map((list): NameEntry => ({ spellings: [this.#spelled(mostOften(list), list)] })),
    ]
  }

  /** Natalia and Nataliya Shevchenko, Oleh and Oleg Korikov: two spellings of a given name, or its forms in two languages. */
  #givenPairs(): NameEntry[] {
    const families = byText([...this.#places.keys()].filter(name => name.before && name.slavic >= likely))
    return [...families].flatMap(([family, all]) => {
      const given = [...grouped(all, ({ before }) => before!)]
        .filter(([text]) => isGivenName(this.#glossary, fold(text)))
        .sort(([, a], [, b]) => b.length - a.length)
      return related(given).map(({ relation, names }) => ({
        relation,
        spellings: names.map(([text, uses]) => this.#spelled(`${text} ${family}`, uses)),
      }))
    })
  }

  #spelled(text: string, list: readonly Mention[]): NameSpelling {
    return { text, language: 'en', status: 'unlisted', places: list.map(name => this.#places.get(name)!) }
  }
}

type GivenUses = readonly [text: string, uses: readonly Mention[]]

/** Given names with those that are spellings or twins of them, the most frequent first. */
function related(given: readonly GivenUses[]) {
  const groups: { relation?: 'spelling' | 'twin'; names: GivenUses[] }[] = []
  for (const one of given) {
    const found = groups.flatMap(group => {
      const relation = relateGiven(group.names[0]![0], one[0])
      return relation ? [{ group, relation }] : []
    })[0]
    if (!found) groups.push({ names: [one] })
    else {
      found.group.names.push(one)
      if (found.group.relation !== 'twin') found.group.relation = found.relation
    }
  }
  return groups.flatMap(({ relation, names }) => (relation ? [{ relation, names }] : []))
}

function unlistedFrom({ mention: { start, end }, text, block }: Seen): Mention & Pick<Seen, 'block'> {
  const word = text.slice(start, end)
  return { text: word, span: { start, end }, slavic: nameLikeness(word), titled: false, first: false, block }
}

const isShouted = (word: string): boolean => word.length > 2 && word === word.toUpperCase()

/** The spelling with small letters, where there is one, that stands most often. */
function mostOften(names: readonly Mention[]): string {
  const ranked = [...byText(names)].sort(
    ([a, m], [b, n]) => Number(isShouted(a)) - Number(isShouted(b)) || n.length - m.length,
  )
  return titleCase(ranked[0]![0])
}

const byText = (names: readonly Mention[]) => grouped(names, ({ text }) => text)

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const list = groups.get(key)
    if (list) list.push(item)
    else groups.set(key, [item])
  }
  return groups
}
