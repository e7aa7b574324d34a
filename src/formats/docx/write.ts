import {
  type Block,
  type Changes,
  type Languages,
  type Run,
  type SpellBlock,
  spellEdits,
  translatedBlocks,
} from '../../content/index.ts'
import { applyEdits } from '../../text/index.ts'
import { escapeAttribute, escapeText } from '../../xml/index.ts'
import type { Revision } from '../package/format.ts'
import { byWords, spellParagraph, spellPlain } from '../package/paragraph.ts'
import { writeParts } from '../package/parts.ts'
import { relabelProperties, relabelWord } from '../package/relabel.ts'
import { readDocx, type Story } from './read.ts'
import { revisionOf, type Speller, spellInsertion, spellRun, spellSlot, spellText } from './spell.ts'

/**
 * The package with its blocks changed, part by part. With a revision the changes are tracked; what cannot be (descriptions of
 * pictures, the title, codes in another order) then stays as it is. With languages the runs of what is translated get the other
 * one, and so do, where anything is, the styles and the document.
 */
export function writeDocx(
  bytes: Uint8Array,
  changes: Changes,
  { revision, languages }: { readonly revision?: Revision; readonly languages?: Languages | undefined } = {},
): Uint8Array {
  const { document, parts, stories, styles, properties } = readDocx(bytes)
  const translated = new Set(languages ? translatedBlocks(document, changes) : [])
  const asked = revision ? byWords(document.blocks, changes) : changes
  const texts = new Map<string, string>()
  for (const name of document.parts) {
    const blocks = document.blocks.filter(block => block.part === name)
    const source = parts.read(name)?.decoded.text
    if (source === undefined || !blocks.some(block => asked.has(block.id))) continue
    const prefix = prefixOf(blocks, stories)
    const tracked = revision && revisionOf(revision, source, prefix)
    const speller: Speller = { source, prefix, ...(tracked && { revision: tracked }) }
    const spell: SpellBlock = (block, runs, copy) => {
      const spelled = spellStory(speller, stories.get(block.id)!, runs, copy)
      return languages && translated.has(block) ? relabelWord(spelled, languages) : spelled
    }
    texts.set(name, applyEdits(source, spellEdits(source, { ...document, blocks }, asked, spell)))
  }
  if (languages && translated.size > 0) {
    for (const [name, relabel] of [[styles, relabelWord] as const, [properties, relabelProperties] as const]) {
      const text = name === undefined ? undefined : (texts.get(name) ?? parts.read(name)?.decoded.text)
      if (name !== undefined && text !== undefined) texts.set(name, relabel(text, languages))
    }
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
