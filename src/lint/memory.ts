import type { Compiled } from '../glossary/index.ts'
import { fold } from '../normalize/index.ts'
import type { Sight, Sighted } from './sighted.ts'
import type { Doubt } from './surroundings.ts'

/** What the rest of the document says of a folded spelling. */
export type Others = (spelling: string) => Doubt | undefined

/** Who is meant by a spelling, from the last place that tells it. The places are listed when first asked for, and only those of the spelling looked at. */
export function openOthers(blocks: readonly Sighted[], glossary: Compiled): Others {
  let places: ReadonlyMap<string, readonly (() => Doubt | undefined)[]> | undefined
  const told = new Map<string, Doubt | undefined>()
  return spelling => {
    places ??= placesOf(blocks, glossary)
    if (!told.has(spelling)) {
      let doubt: Doubt | undefined
      for (const place of places.get(spelling) ?? []) doubt ??= place()
      told.set(spelling, doubt)
    }
    return told.get(spelling)
  }
}

/** By folded spelling what its places tell, the last one first. */
function placesOf(blocks: readonly Sighted[], glossary: Compiled): Map<string, (() => Doubt | undefined)[]> {
  const places = new Map<string, (() => Doubt | undefined)[]>()
  const add = (spelling: string, place: () => Doubt | undefined) => {
    const list = places.get(spelling)
    if (list) list.push(place)
    else places.set(spelling, [place])
  }
  for (let b = blocks.length - 1; b >= 0; b--) {
    const sighted = blocks[b]!
    const { text, found, excepted } = sighted
    for (let i = found.length - 1; i >= 0; i--)
      add(fold(text.slice(found[i]!.start, found[i]!.end)), () => toldBy(sighted.look(i), glossary))
    for (const [spelling, doubt] of excepted.toReversed()) add(spelling, () => doubt)
  }
  return places
}

function toldBy(sight: Sight | undefined, { concepts }: Compiled): Doubt | undefined {
  const doubt = sight?.doubt
  if (doubt !== 'elsewhere' && doubt !== 'other-person' && doubt !== 'namesake') return undefined
  const { kind, surname } = concepts[sight!.mention.namings[0]!.concept]!
  return doubt !== 'namesake' || kind === 'person' || surname ? doubt : undefined
}
