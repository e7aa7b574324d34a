import {
  type Changes,
  type Languages,
  type Run,
  type SpellBlock,
  spellEdits,
  translatedBlocks,
} from '../../content/index.ts'
import { applyEdits } from '../../text/index.ts'
import { type Element, escapeText } from '../../xml/index.ts'
import type { Revision } from '../package/format.ts'
import { byWords, spellParagraph, spellPlain } from '../package/paragraph.ts'
import { writeParts } from '../package/parts.ts'
import { relabelOpenDocument, relabelProperties } from '../package/relabel.ts'
import { type KeptStyles, keptStyles } from './kept-styles.ts'
import { readOdt, type Story } from './read.ts'
import { dressed, type Speller, spellInsertion, spellSlot, spellText } from './spell.ts'
import { changeIds, openTracker, type Tracker } from './track.ts'

/**
 * The package with its blocks changed, part by part. With a revision the changes are tracked; what cannot be (titles and
 * descriptions, codes in another order) then stays as it is. With languages the styles and the document get the other one where
 * anything is translated.
 */
export function writeOdt(
  bytes: Uint8Array,
  changes: Changes,
  { revision, languages }: { readonly revision?: Revision; readonly languages?: Languages | undefined } = {},
): Uint8Array {
  const { document, parts, stories } = readOdt(bytes)
  const asked = revision ? byWords(document.blocks, changes) : changes
  const translated = new Set(languages ? translatedBlocks(document, changes) : [])
  const texts = new Map<string, string>()
  const kept = new Map<string, KeptStyles>()
  for (const name of document.parts) {
    const blocks = document.blocks.filter(block => block.part === name)
    const part = parts.read(name)
    const isAsked = blocks.some(block => asked.has(block.id))
    if (!part || (!isAsked && translated.size === 0)) continue
    const source = part.decoded.text
    if (languages && translated.size > 0) {
      const left = blocks.filter(block => !translated.has(block)).map(block => stories.get(block.id)!)
      kept.set(name, keptStyles(part, left.flatMap(paragraphOf), languages))
    }
    const trackers = revision && trackersOf(source, revision)
    const spell: SpellBlock = (block, runs, copy) => spellStory(source, stories.get(block.id)!, runs, copy, trackers)
    const restyled = kept.get(name)?.edits ?? []
    const edits = spellEdits(source, { ...document, blocks }, asked, spell, restyled)
    const lists = (trackers?.edits() ?? []).map(({ span, insert }) => ({ span: { ...span, part: name }, insert }))
    texts.set(name, applyEdits(source, [...edits, ...lists, ...restyled]))
  }
  if (languages && translated.size > 0) {
    for (const [name, relabel] of relabelled) {
      const text = texts.get(name) ?? parts.read(name)?.decoded.text
      if (text === undefined) continue
      const to = relabel(text, languages)
      texts.set(name, kept.get(name)?.added(to) ?? to)
    }
  }
  return writeParts(parts, texts)
}

const paragraphOf = (story: Story): Element[] => (story.kind === 'paragraph' ? [story.element] : [])

const relabelled = [
  ['content.xml', relabelOpenDocument],
  ['styles.xml', relabelOpenDocument],
  ['meta.xml', relabelProperties],
] as const

/** A tracker for each region of a part that has changes. */
interface Trackers {
  of(region: Element, prefix: string): Tracker
  edits(): Tracker['edits'][number][]
}

function trackersOf(source: string, revision: Revision): Trackers {
  const newId = changeIds(source)
  const known = new Map<Element, Tracker>()
  return {
    of(region, prefix) {
      const tracker = known.get(region) ?? openTracker(region, prefix, newId, revision)
      known.set(region, tracker)
      return tracker
    },
    edits: () => [...known.values()].flatMap(tracker => tracker.edits),
  }
}

function spellStory(
  source: string,
  story: Story,
  runs: readonly Run[],
  copy: Parameters<SpellBlock>[2],
  trackers: Trackers | undefined,
): string {
  const { block } = story
  if (story.kind === 'text')
    return trackers ? copy(block.span.start, block.span.end) : spellPlain(runs, copy, escapeText)
  const { element, region, woven, fillers } = story
  const speller: Speller = { source, prefix: element.name.slice(0, -element.local.length) }
  const tracker = trackers?.of(region, speller.prefix)
  return spellParagraph(block, woven, runs, copy, {
    slot: (slot, changes) => spellSlot(speller, slot, changes, tracker),
    insertion: (place, text) => {
      const inserted = spellInsertion(speller, place, text)
      return tracker ? tracker.inserted(inserted) : inserted
    },
    text: (like, text) => dressed(speller, like, spellText(speller, text)),
    inside: (_, code) => code,
    fillers,
    isTracked: tracker !== undefined,
  })
}
