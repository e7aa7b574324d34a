import type { Compiled } from '../glossary/index.ts'
import { fold } from '../normalize/index.ts'
import { exceptedFor } from './doubts.ts'
import type { Named } from './named.ts'
import type { Sighted } from './sighted.ts'
import type { Doubt } from './surroundings.ts'

type Told = Doubt | 'placed' | undefined

/** What the rest of the document says of a concept's folded spelling: whose it is, or that it is shown to be a place. */
export type Others = (concept: number, spelling: string) => Told

/** Who is meant by a spelling, from the last place that tells it; only the places of what is asked for are looked at. */
export function openOthers(blocks: readonly Sighted[], named: Named, glossary: Compiled): Others {
  const known = new Map<string, Told>()
  return (concept, spelling) => {
    const key = `${concept} ${spelling}`
    if (!known.has(key)) known.set(key, lastTold(blocks, named(concept), spelling, glossary))
    return known.get(key)
  }
}

/** A doubt outweighs that the place is shown. */
function lastTold(blocks: readonly Sighted[], places: ReturnType<Named>, spelling: string, glossary: Compiled): Told {
  let told: Told
  for (let at = places.length - 2; at >= 0; at -= 2) {
    const block = blocks[places[at]!]!
    const name = places[at + 1]!
    const { start, end } = block.found[name]!
    if (fold(block.text.slice(start, end)) === spelling) told = toldBy(block, name, glossary) ?? told
    if (told !== undefined && told !== 'placed') break
  }
  return told
}

function toldBy(block: Sighted, name: number, { concepts }: Compiled): Told {
  const mention = block.found[name]!
  if (mention.excepted !== undefined) return exceptedFor(block.text, mention)
  const sight = block.look(name)
  if (!sight) return undefined
  const { kind, surname } = concepts[mention.namings[0]!.concept]!
  if (!sight.doubt) return surname ? 'placed' : undefined
  const { doubt } = sight
  if (doubt !== 'elsewhere' && doubt !== 'other-person' && doubt !== 'namesake') return undefined
  return doubt !== 'namesake' || kind === 'person' || surname ? doubt : undefined
}
