import type { Block, Document } from '../content/index.ts'
import type { BilingualSegment } from './pair.ts'

/**
 * The segments of a document whose blocks say what they translate (gettext catalogs). Sources that stand together are one message:
 * each translation of it may follow any of them. A translation that nobody has confirmed is not yet one.
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
    const alternatives = sources.filter(one => one !== source && one.isKey)
    const context = block.name ?? source.name
    segments.push({
      id: block.id,
      number: segments.length + 1,
      source,
      target: block,
      place: block.span,
      ...(context !== undefined && { context }),
      ...(alternatives.length > 0 && { alternatives }),
      ...(block.unconfirmed && { state: 'initial' as const }),
    })
  }
  return segments
}
