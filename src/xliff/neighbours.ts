import { type Block, blockText } from '../content/index.ts'
import { nameHash } from '../text/index.ts'
import { collapsed } from './unit-id.ts'

/** Hashes of the texts before and after; that of no text at the rims of the document. */
export interface Neighbours {
  readonly before: string
  readonly after: string
}

/** Of a neighbour that is not there: it tells nothing alone. */
const rim = nameHash('')

/** The neighbours that are there. */
export const thereOf = ({ before, after }: Partial<Neighbours>): Partial<Neighbours> => ({
  ...(before !== rim && before !== undefined && { before }),
  ...(after !== rim && after !== undefined && { after }),
})

const hasLetters = /\p{L}/u

/** The neighbours of each block. Blocks without letters, which are seldom exported, are nobody's. */
export function neighbours(blocks: readonly Block[]): Neighbours[] {
  const texts = blocks.map(block => collapsed(blockText(block)))
  const hashes = texts.map(text => (hasLetters.test(text) ? nameHash(text) : undefined))
  const before = lastOnes(hashes)
  const after = lastOnes(hashes.toReversed()).reverse()
  return before.map((hash, i) => ({ before: hash, after: after[i]! }))
}

/** For each place the last hash ahead of it. */
function lastOnes(hashes: readonly (string | undefined)[]): string[] {
  let last = rim
  return hashes.map(hash => {
    const ahead = last
    last = hash ?? last
    return ahead
  })
}
