import { type Block, blockText, type Document } from '../content/index.ts'
import type { BilingualSegment } from './pair.ts'

/** A message with its translations, of a plural one for each form. */
interface Message {
  readonly sources: Block[]
  readonly targets: Block[]
}

/**
 * The segments of a document whose blocks say what they translate (gettext catalogs). Sources that stand together are one message.
 * A translation that nobody has confirmed is not yet one.
 */
export function segmentsOf({ blocks }: Document): BilingualSegment[] {
  const segments: BilingualSegment[] = []
  for (const message of messagesOf(blocks)) {
    for (const [form, target] of message.targets.entries()) {
      const source = message.sources.find(({ id }) => id === target.translates)
      if (!source) continue
      const context = target.name ?? source.name
      segments.push({
        id: target.id,
        number: segments.length + 1,
        source,
        target,
        place: target.span,
        ...(context !== undefined && { context }),
        ...pluralForm(message, source, form),
        ...(target.unconfirmed && { state: 'initial' as const }),
      })
    }
  }
  return segments
}

function messagesOf(blocks: readonly Block[]): Message[] {
  const messages: Message[] = []
  for (const block of blocks) {
    const last = messages.at(-1)
    if (block.translates !== undefined) last?.targets.push(block)
    else if (last && last.targets.length === 0) last.sources.push(block)
    else messages.push({ sources: [block], targets: [] })
  }
  return messages
}

/**
 * What a form of a plural may follow besides its source. The first form may follow the plural. Where the catalog says that a form stands
 * for one number alone, it may say that in words; where it stands for more (in Ukrainian and Russian the first for 21 as well), it may not
 * do without the number.
 */
function pluralForm({ sources, targets }: Message, source: Block, form: number) {
  const others = sources.filter(one => one !== source && one.isKey)
  if (others.length === 0) return undefined
  const numbers = targets[form]!.numbers
  if (numbers?.length === 1) return { alternatives: others, onlyFor: numbers[0]! }
  if (source !== sources[0]) return { alternatives: [] }
  return { alternatives: others, ...((numbers || countsBeyondOne(targets)) && { form: 'many' as const }) }
}

/** Languages with three forms and these letters (Ukrainian, Russian) have the first one for 21, too. */
const countsBeyondOne = (targets: readonly Block[]): boolean =>
  targets.length > 2 && targets.some(target => /[\u0430-\u044f]/u.test(blockText(target)))
