import type { Block, Document, Run } from '../../src/content/index.ts'
import { newText } from '../../src/content/index.ts'

/** Runs as one string: codes as ⟨label⟩, with / before one that closes and . before one that stands alone. */
export const showRuns = (runs: readonly Run[]): string =>
  runs
    .map(run => (run.kind === 'text' ? run.text : `⟨${{ open: '', close: '/', code: '.' }[run.kind]}${run.label}⟩`))
    .join('')

/** A block as `kind/scope text`, the scope where it is not body. */
export const showBlock = (block: Block): string =>
  `${block.kind}${block.scope === 'body' ? '' : `/${block.scope}`} ${showRuns(block.runs)}`

export const showBlocks = (document: Document): string[] => document.blocks.map(showBlock)

/** The runs as a translator's tool gives them back: the same text and codes, no map. */
export const withoutMaps = (runs: readonly Run[]): Run[] =>
  runs.map(run => (run.kind === 'text' ? newText(run.text) : run))

/** What must be the same when a document is written and read again: labels by their first sign, since links may hold changed titles. */
export const structure = (document: Document): string[] =>
  document.blocks.map(
    block =>
      `${block.kind}/${block.scope} ${block.runs
        .map(run => (run.kind === 'text' ? run.text : `⟨${run.kind} ${run.label[0]}⟩`))
        .join('')}`,
  )
