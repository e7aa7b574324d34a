import type { Block, Document } from '../content/index.ts'
import type { BilingualSegment } from './pair.ts'

/**
 * The segments of a document whose blocks say what they translate (gettext catalogs). Sources that stand together are one message:
 * the translation of the first may follow the others as well. A translation that nobody has confirmed is not yet one.
 */
export function segmentsOf({ blocks }: Document): BilingualSegment[] {
  const segments: BilingualSegment[] = []
  let sources: Block[] = []
  let inTargets = false
  for (const block of blocks) {
    if (block.translates === undefined) {
      if (inTargets) sources = []
      inTargets = false
      sources.push(block)
      continue
    }
    inTargets = true
    const source = sources.find(({ id }) => id === block.translates)
    if (!source) continue
    const others = sources.filter(one => one !== source && one.isKey)
    // The form for one may follow the plural; the other forms may not do without its number.
    const alternatives = others.length > 0 ? (source === sources[0] ? others : []) : undefined
    const context = block.name ?? source.name
    segments.push({
      id: block.id,
      number: segments.length + 1,
      source,
      target: block,
      place: block.span,
      ...(context !== undefined && { context }),
      ...(alternatives && { alternatives }),
      ...(block.unconfirmed && { state: 'initial' as const }),
    })
  }
  return segments
}
