import type { Compiled } from '../glossary/index.ts'
import { isMark } from '../language/index.ts'
import { fold } from '../normalize/index.ts'
import type { Sight, Sighted } from './sighted.ts'
import type { Doubt } from './surroundings.ts'

/** What the rest of the document says of a folded spelling: whose it is, or that it is shown to be a place. */
export type Others = (spelling: string) => Doubt | 'placed' | undefined

/** Who is meant by a spelling, from the last place that tells it. The places are listed when first asked for, and only those of the spelling looked at. */
export function openOthers(blocks: readonly Sighted[], glossary: Compiled): Others {
  let places: Places | undefined
  const told = new Map<string, ReturnType<Others>>()
  return spelling => {
    places ??= placesOf(blocks, glossary)
    if (!told.has(spelling)) {
      const all = places.of(spelling).map(place => place.tells())
      told.set(spelling, all.find(one => one !== undefined && one !== 'placed') ?? all.find(one => one === 'placed'))
    }
    return told.get(spelling)
  }
}

/** What a place tells of the spelling that stands there. */
interface Told {
  readonly text: string
  readonly tells: () => ReturnType<Others>
}

/** Places by what is written there, folded; until one is asked for that begins alike, only their first unit is. O(places) in all. */
class Places {
  readonly #unfolded = new Map<number, Told[]>()
  readonly #folded = new Map<string, Told[]>()

  add(place: Told): void {
    pushTo(this.#unfolded, firstFolded(place.text), place)
  }

  /** Those of a folded spelling. */
  of(spelling: string): readonly Told[] {
    const alike = this.#unfolded.get(spelling.charCodeAt(0))
    this.#unfolded.delete(spelling.charCodeAt(0))
    for (const place of alike ?? []) pushTo(this.#folded, fold(place.text), place)
    return this.#folded.get(spelling) ?? []
  }
}

function pushTo<K>(lists: Map<K, Told[]>, key: K, place: Told): void {
  const list = lists.get(key)
  if (list) list.push(place)
  else lists.set(key, [place])
}

const firstFolded = (text: string): number => fold(text.slice(0, isMark(text.charCodeAt(1)) ? 4 : 1)).charCodeAt(0)

/** What the places of a document tell, the last one first. */
function placesOf(blocks: readonly Sighted[], glossary: Compiled): Places {
  const places = new Places()
  for (let b = blocks.length - 1; b >= 0; b--) {
    const sighted = blocks[b]!
    const { text, found, excepted } = sighted
    for (let i = found.length - 1; i >= 0; i--)
      places.add({ text: text.slice(found[i]!.start, found[i]!.end), tells: () => toldBy(sighted.look(i), glossary) })
    for (const [spelling, doubt] of excepted.toReversed()) places.add({ text: spelling, tells: () => doubt })
  }
  return places
}

function toldBy(sight: Sight | undefined, { concepts }: Compiled): ReturnType<Others> {
  const doubt = sight?.doubt
  if (sight && !doubt) return concepts[sight.mention.namings[0]!.concept]!.surname ? 'placed' : undefined
  if (doubt !== 'elsewhere' && doubt !== 'other-person' && doubt !== 'namesake') return undefined
  const { kind, surname } = concepts[sight!.mention.namings[0]!.concept]!
  return doubt !== 'namesake' || kind === 'person' || surname ? doubt : undefined
}
