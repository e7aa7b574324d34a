import { type Block, type Changes, type Run, type SpellBlock, spellEdits } from '../../content/index.ts'
import { applyEdits } from '../../text/index.ts'
import { escapeAttribute, escapeText } from '../../xml/index.ts'
import type { Revision } from '../package/format.ts'
import { byWords, spellParagraph, spellPlain } from '../package/paragraph.ts'
import { writeParts } from '../package/parts.ts'
import { readDocx, type Story } from './read.ts'
import { revisionOf, type Speller, spellInsertion, spellRun, spellSlot, spellText } from './spell.ts'

/**
 * The package with its blocks changed, part by part. With a revision the changes are tracked; what cannot be (descriptions of
 * pictures, the title, codes in another order) then stays as it is.
 */
export function writeDocx(bytes: Uint8Array, changes: Changes, revision?: Revision): Uint8Array {
  const { document, parts, stories } = readDocx(bytes)
  const asked = revision ? byWords(document.blocks, changes) : changes
  const texts = new Map<string, string>()
  for (const name of document.parts) {
    const blocks = document.blocks.filter(block => block.part === name)
    const source = parts.read(name)?.decoded.text
    if (source === undefined || !blocks.some(block => asked.has(block.id))) continue
    const prefix = prefixOf(blocks, stories)
    const tracked = revision && revisionOf(revision, source, prefix)
    const speller: Speller = { source, prefix, ...(tracked && { revision: tracked }) }
    const spell: SpellBlock = (block, runs, copy) => spellStory(speller, stories.get(block.id)!, runs, copy)
    texts.set(name, applyEdits(source, spellEdits(source, { ...document, blocks }, asked, spell)))
  }
  return writeParts(parts, texts)
}

/** What the part calls WordprocessingML: `w:`, or nothing where that is the default namespace. */
function prefixOf(blocks: readonly Block[], stories: ReadonlyMap<string, Story>): string {
  for (const { id } of blocks) {
    const story = stories.get(id)
    if (story?.kind === 'paragraph') return story.element.name.slice(0, -story.element.local.length)
  }
  return ''
}

type Copy = Parameters<SpellBlock>[2]

function spellStory(speller: Speller, story: Story, runs: readonly Run[], copy: Copy): string {
  const isTracked = speller.revision !== undefined
  const { block } = story
  if (story.kind !== 'paragraph') {
    if (isTracked) return copy(block.span.start, block.span.end)
    return spellPlain(runs, copy, story.kind === 'attribute' ? escapeAttribute : escapeText)
  }
  return spellParagraph(block, story.woven, runs, copy, {
    slot: (slot, changes) => spellSlot(speller, slot, changes),
    insertion: (place, text) => spellInsertion(speller, place, text),
    text: (like, text) => spellRun(speller, like, spellText(speller, text)),
    inside: (run, source) => spellRun(speller, run, source),
    isTracked,
  })
}
