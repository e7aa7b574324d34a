import type { Block, Run } from '../content/index.ts'
import { nameHash } from '../text/index.ts'
import { splitForbidden } from '../xml/index.ts'

/**
 * The id of a block's unit: what it says and with which codes, and which of equal ones it is. Another text elsewhere in the
 * document does not change it.
 */
export function unitId(runs: readonly Run[], seen: Map<string, number>): string {
  const hash = nameHash(
    runs.map(run => (run.kind === 'text' ? `t${run.text}` : `${run.kind[0]}${run.label}`)).join('\u0001'),
  )
  const nth = (seen.get(hash) ?? 0) + 1
  seen.set(hash, nth)
  return `u-${hash}-${nth}`
}

/** How a block is called in XLIFF: its key, where it has one. */
export const unitName = (block: Block): string => visible(block.name ?? block.id)

/** A label on one line, without what XML cannot hold. */
export const visible = (label: string) =>
  splitForbidden(label)
    .map((part, i) => (i % 2 ? '\ufffd' : part))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

/** Text as it is after a tool has laid a file out anew: XML white space is one space, at the rim it is none. */
export const collapsed = (text: string): string => text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '')
