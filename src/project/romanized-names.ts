import { type Compiled, isGivenName } from '../glossary/index.ts'
import { type Seen, type Subject, unlistedAndOthers } from '../lint/index.ts'
import {
  differences,
  explain,
  findInconsistent,
  isPlural,
  isRomanizedGiven,
  leastSlavic,
  type Mention,
  nameLikeness,
  relateGiven,
  titleCase,
} from '../names/index.ts'
import { fold } from '../normalize/index.ts'
import { grouped } from '../text/index.ts'
import type { Placer } from './names.ts'
import type { NameEntry, NamePlace, NameSpelling } from './verbs.ts'

/** Below this likeness to a romanized Slavic name a capitalised word is not listed by itself. */
const likely = 0.5

/** So like a Slavic name is one behind a given name of ours, unless it is hardly like one at all: Bohdan Mazepa. */
const vouched = 0.6
const leastVouched = 0.15

type Found = ReturnType<typeof unlistedAndOthers>[number]

/** The names of English passages that no glossary has. */
export class RomanizedNames {
  readonly #glossary: Compiled
  readonly #places = new Map<Mention, NamePlace>()
  readonly #vouching = new Map<string, boolean>()

  constructor(glossary: Compiled) {
    this.#glossary = glossary
  }

  /** `strange`: family names of the glossary that are meant for somebody else. */
  add(subject: Subject, strange: readonly Seen[], place: Placer): void {
    const textOf = new Map(subject.passages.map(({ block, text }) => [block, text]))
    const found = [
      ...unlistedAndOthers(subject)
        .map(name => this.#vouched(this.#familyFirst(name, textOf.get(name.block)!)))
        .filter(name => this.#mayBeFamily(name)),
      ...strange.filter(({ language }) => language === 'en').map(unlistedFrom),
    ]
    const places = found.map(({ block, text, span, slavic, before, titled, first }) => {
      // Without its block, which would keep a whole text in memory.
      const mention: Mention = { text, span, slavic, ...(before !== undefined && { before }), titled, first }
      return [mention, place(subject.span(block, span.start, span.end))] as const
    })
    for (const [name, at] of places.sort(([, a], [, b]) => a.start - b.start)) this.#places.set(name, at)
  }

  /** Kondratiuk Olena: the family name, with the given name behind it for the one before. */
  #familyFirst(name: Found, text: string): Found {
    const { before, span } = name
    if (before === undefined || !this.#isGiven(name.text) || this.#isGiven(before)) return name
    const start = span.start - before.length - 1
    const slavic = nameLikeness(before)
    if (slavic < likely || text.slice(start, span.start - 1) !== before || isShouted(before)) return name
    return { ...name, text: before, before: name.text, slavic, span: { start, end: span.start - 1 } }
  }

  #vouched(name: Found): Found {
    const { before, slavic } = name
    if (before === undefined || slavic < leastVouched || slavic >= vouched) return name
    const known = this.#vouching.get(before) ?? (this.#isGiven(before) && isRomanizedGiven(before))
    this.#vouching.set(before, known)
    return known ? { ...name, slavic: vouched } : name
  }

  readonly #isGiven = (word: string): boolean => isGivenName(this.#glossary, fold(word))

  /** In a headline in capitals and behind a family name in capitals the given names are left out, as they are elsewhere. */
  #mayBeFamily({ text, slavic, before }: Mention): boolean {
    if (slavic <= leastSlavic) return false
    return !(isShouted(text) || (before && isShouted(before))) || !this.#isGiven(text)
  }

  /** Those in several spellings with their original, those with several forms of a given name, then the others, by their first places. */
  entries(): NameEntry[] {
    const groups = findInconsistent(this.#places.keys())
    const inGroups = new Set(groups.flatMap(group => group.mentions.flat()))
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
      ...this.#alone(inGroups).map((list): NameEntry => ({ spellings: [this.#spelled(mostOften(list), list)] })),
    ]
  }

  /** Names in one spelling. “The Bobrovskys” are the family of a name that is listed anyway. */
  #alone(inGroups: ReadonlySet<Mention>): readonly (readonly Mention[])[] {
    const bySpelling = grouped([...this.#places.keys()], ({ text }) => text.toLowerCase())
    return [...bySpelling]
      .filter(([text, [name]]) => !inGroups.has(name!) && !isPlural(text, bySpelling))
      .map(([, list]) => list)
      .filter(list => list.some(({ slavic }) => slavic >= likely))
  }

  /** Natalia and Nataliya Shevchenko, Oleh and Oleg Korikov: two spellings of a given name, or its forms in two languages. */
  #givenPairs(): NameEntry[] {
    const families = byText([...this.#places.keys()].filter(name => name.before && name.slavic >= likely))
    return [...families].flatMap(([family, all]) => {
      const given = [...grouped(all, ({ before }) => before!)]
        .filter(([text]) => this.#isGiven(text))
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
