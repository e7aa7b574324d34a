import type { Compiled } from '../glossary/index.ts'
import { fold } from '../normalize/index.ts'
import { bare, type Passage, type Seen } from './passage.ts'
import type { Doubt } from './surroundings.ts'

/**
 * Once a text has “Yuri Nikolaev” or “Odessa, Texas”, a bare Nikolaev or Odessa in it is in doubt; of the places that are also family
 * names, and of people, “Nils Nikolaev” is enough. The others' own names leave the list: they are not the glossary's.
 */
export function remember(passages: readonly Passage[], glossary: Compiled): readonly Passage[] {
  const others = new Map<string, Doubt>()
  for (const { text, mentions, excepted } of passages) {
    for (const [spelling, doubt] of excepted) others.set(spelling, doubt)
    for (const { mention, doubt } of mentions) {
      if (doubt !== 'elsewhere' && doubt !== 'other-person' && doubt !== 'namesake') continue
      const { kind, surname } = glossary.concepts[mention.namings[0]!.concept]!
      if (doubt !== 'namesake' || kind === 'person' || surname)
        others.set(fold(text.slice(mention.start, mention.end)), doubt)
    }
  }
  if (others.size === 0) return passages
  return passages.map(passage => ({
    ...passage,
    mentions: passage.mentions.flatMap(seen => remembered(seen, passage, others)),
  }))
}

function remembered(seen: Seen, { text }: Passage, others: ReadonlyMap<string, Doubt>): Seen[] {
  if (seen.doubt === 'other-person' || seen.doubt === 'elsewhere') return []
  const { start, end } = seen.mention
  const known = bare(seen.mention) ? others.get(fold(text.slice(start, end))) : undefined
  if (known === undefined) return [seen]
  const shown = known !== 'elsewhere' && placed.test(text.slice(Math.max(0, start - 20), start))
  const doubt = seen.doubt ?? (shown ? undefined : known)
  return [doubt ? { ...seen, doubt } : seen]
}

const placed =
  /(?:^|[^\p{L}])(?:in|near|around|outside|throughout|across|inside|central|downtown|(?:port|city|town|mayor|outskirts|region) of)\s+$/iu
