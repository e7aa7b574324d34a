import type { Compiled, Mention } from '../glossary/index.ts'
import { fold } from '../normalize/index.ts'
import { exceptedFor } from './doubts.ts'
import type { Named } from './named.ts'
import type { Sighted } from './sighted.ts'
import type { Doubt } from './surroundings.ts'
import { wordLists } from './word-lists.ts'

type Told = Doubt | 'placed' | undefined

/**
 * What the rest of the document says of a name of the block with an index that is spelled so, in whatever case: whose it is, or that it
 * is shown to be a place.
 */
export type Others = (at: number, mention: Mention) => Told

/** Who is meant by a spelling, from the last place that tells it; only the places of what is asked for are looked at. Most names stand in one place. */
export function openOthers(blocks: readonly Sighted[], named: Named, glossary: Compiled): Others {
  const known = new Map<string, Told>()
  return (at, mention) => {
    const { concept } = mention.namings[0]!
    const places = named(concept)
    if (places.length === 2) return toldBy(blocks, places[0]!, places[1]!, glossary)
    if (isOfSpellings(blocks, at)) return 'word'
    const spelling = spellingOf(blocks[at]!.text, mention, glossary)
    const key = `${concept} ${spelling}`
    if (!known.has(key)) known.set(key, lastTold(blocks, places, spelling, glossary))
    return known.get(key)
  }
}

/** A bare name in its base form, another as it is written; folded. */
function spellingOf(text: string, { start, end, namings: [first] }: Mention, { spellings }: Compiled): string {
  return fold(first?.parts.length === 1 ? spellings[first.parts[0]!.spelling]!.text : text.slice(start, end))
}

/** A doubt outweighs that the place is shown. */
function lastTold(blocks: readonly Sighted[], places: ReturnType<Named>, spelling: string, glossary: Compiled): Told {
  let told: Told
  for (let at = places.length - 2; at >= 0; at -= 2) {
    const block = blocks[places[at]!]!
    const name = places[at + 1]!
    if (spellingOf(block.text, block.found[name]!, glossary) === spelling)
      told = toldBy(blocks, places[at]!, name, glossary) ?? told
    if (told !== undefined && told !== 'placed') break
  }
  return told
}

function toldBy(blocks: readonly Sighted[], at: number, name: number, glossary: Compiled): Told {
  const block = blocks[at]!
  const mention = block.found[name]!
  if (mention.excepted !== undefined) return exceptedFor(block.text, mention, glossary)
  const sight = block.look(name)
  if (!sight) return undefined
  const { kind, surname } = glossary.concepts[mention.namings[0]!.concept]!
  if (!sight.doubt) return surname ? 'placed' : undefined
  const { doubt } = sight
  if (doubt === 'unplaced') return isAmongPlaces(blocks, at) || isLedTo(blocks, at, mention) ? 'placed' : undefined
  if (doubt !== 'elsewhere' && doubt !== 'other-person' && doubt !== 'namesake') return undefined
  const given = wordLists(sight.language).given.has(fold(block.text.slice(mention.start, mention.end)))
  return doubt !== 'namesake' || kind === 'person' || surname || given ? doubt : undefined
}

/** The block before ends within a sentence, as those of subtitles do, with a word that shows a place: “We are in”, “Lvov”. */
function isLedTo(blocks: readonly Sighted[], at: number, { start }: Mention): boolean {
  const last = /(\p{L}+)\s*$/u.exec(blocks[at - 1]?.text.slice(-40) ?? '')?.[1]
  if (last === undefined || /\p{L}/u.test(blocks[at]!.text.slice(0, start))) return false
  return wordLists(blocks[at]!.language).placed.has(fold(last))
}

/** The name that all of a block's words are: of an item of a list, a cell. */
function whole({ text, found }: Sighted): Mention | undefined {
  const [name] = found
  const isWhole = found.length === 1 && !/\S/u.test(text.slice(0, name!.start)) && !/\p{L}/u.test(text.slice(name!.end))
  return isWhole ? name : undefined
}

/** The place that all of a block's words name. */
function wholly(block: Sighted) {
  const namings = whole(block)?.namings ?? []
  return namings.map(({ concept }) => block.glossary.concepts[concept]!).find(({ kind }) => kind === 'place')
}

/** A cell that is one spelling of a name, beside one that is another: the table is of spellings (“Lviv | Lvov”). */
function isOfSpellings(blocks: readonly Sighted[], at: number): boolean {
  const own = blocks[at]!.isCell ? whole(blocks[at]!) : undefined
  if (!own) return false
  const textOf = (block: Sighted, { start, end }: Mention) => fold(block.text.slice(start, end))
  return [at - 1, at + 1].some(i => {
    const other = blocks[i]?.isCell ? whole(blocks[i]!) : undefined
    if (!other || textOf(blocks[i]!, other) === textOf(blocks[at]!, own)) return false
    return other.namings.some(({ concept }) => own.namings.some(naming => naming.concept === concept))
  })
}

const wordless = /^\P{L}*$/u

/** So many items of a list are looked at in each direction. */
const farthest = 20

/** A block that is a name stands in a row of such blocks, or in a table with one, that is a place and no family name. */
function isAmongPlaces(blocks: readonly Sighted[], at: number): boolean {
  if (!wholly(blocks[at]!)) return false
  for (const step of [-1, 1]) {
    for (let i = at + step; Math.abs(i - at) <= farthest && blocks[i]; i += step) {
      const place = wholly(blocks[i]!)
      if (place && !place.surname) return true
      if (!place && !blocks[i]!.isCell && !wordless.test(blocks[i]!.text)) break
    }
  }
  return false
}
