import { type Block, type Changes, type Run, type SpellBlock, spellEdits } from '../../content/index.ts'
import { applyEdits, type Edit } from '../../text/index.ts'
import { escapeAttribute, escapeText } from '../../xml/index.ts'
import { codeKey, refill } from '../package/flow.ts'
import type { Revision } from '../package/format.ts'
import { writeParts } from '../package/parts.ts'
import { readDocx, type Story } from './read.ts'
import { revisionOf, type Speller, spellInsertion, spellRun, spellSlot, spellText } from './spell.ts'

type Paragraph = Extract<Story, { kind: 'paragraph' }>

/**
 * The package with its blocks changed, part by part. With a revision the changes are tracked; what cannot be (descriptions of
 * pictures, the title, codes in another order) then stays as it is.
 */
export function writeDocx(bytes: Uint8Array, changes: Changes, revision?: Revision): Uint8Array {
  const { document, parts, stories } = readDocx(bytes)
  const texts = new Map<string, string>()
  for (const name of document.parts) {
    const blocks = document.blocks.filter(block => block.part === name)
    const source = parts.read(name)?.decoded.text
    if (source === undefined || !blocks.some(block => changes.has(block.id))) continue
    const prefix = prefixOf(blocks, stories)
    const tracked = revision && revisionOf(revision, source, prefix)
    const speller: Speller = { source, prefix, ...(tracked && { revision: tracked }) }
    const spell: SpellBlock = (block, runs, copy) => spellStory(speller, stories.get(block.id)!, runs, copy)
    texts.set(name, applyEdits(source, spellEdits(source, { ...document, blocks }, changes, spell)))
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
  const { start, end } = story.block.span
  if (story.kind !== 'paragraph')
    return speller.revision
      ? copy(start, end)
      : spellPlain(runs, copy, story.kind === 'attribute' ? escapeAttribute : escapeText)
  const filled = refill(story.woven, runs)
  if (!filled) return speller.revision ? copy(start, end) : compose(speller, story, runs, copy)
  const edits: Edit[] = [
    ...[...filled.slots].map(([slot, changes]) => ({ span: slot, insert: spellSlot(speller, slot, changes) })),
    ...filled.insertions.map(({ insertion, text }) => ({
      span: { start: insertion.at, end: insertion.at },
      insert: spellInsertion(speller, insertion, text),
    })),
  ].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  let out = ''
  let at = start
  for (const { span, insert } of edits) {
    out += copy(at, span.start) + insert
    at = span.end
  }
  return out + copy(at, end)
}

function spellPlain(runs: readonly Run[], copy: Copy, spell: (text: string) => string): string {
  let out = ''
  for (const run of runs) {
    if (run.kind !== 'text') continue
    let at = 0
    for (const piece of run.map) {
      out += spell(run.text.slice(at, piece.at)) + copy(piece.start, piece.end)
      at = piece.at + piece.length
    }
    out += spell(run.text.slice(at))
  }
  return out
}

/**
 * A paragraph whose codes stand in another order, put together anew: a run for each stretch of text, formatted as the code around
 * it says. Marks (bookmarks, anchors of comments) follow the code that they followed.
 */
function compose(speller: Speller, { woven }: Paragraph, runs: readonly Run[], copy: Copy): string {
  const { origins, marks } = woven
  const likes = [woven.base]
  const placed = new Set<string | undefined>()
  const marksAfter = (key: string | undefined) => {
    if (placed.has(key)) return []
    placed.add(key)
    return marks.filter(mark => mark.after === key).map(({ start, end }) => copy(start, end))
  }
  const out: string[] = [...marksAfter(undefined)]
  for (const run of runs) {
    if (run.kind === 'text') {
      if (run.text !== '') out.push(spellRun(speller, likes.at(-1), spellText(speller, run.text)))
      continue
    }
    const origin = origins.get(codeKey(run)) ?? {}
    const isFormat = run.kind !== 'code' && origins.get(codeKey({ ...run, kind: 'open' }))?.format !== undefined
    const source = isFormat ? '' : copy(run.span.start, run.span.end)
    if (run.kind === 'open') likes.push(origin.format ?? origin.base)
    else if (run.kind === 'close') likes.pop()
    out.push(origin.inside ? spellRun(speller, origin.inside, source) : source, ...marksAfter(codeKey(run)))
  }
  const left = new Set(marks.map(mark => mark.after).filter(key => !placed.has(key)))
  for (const key of left) out.push(...marksAfter(key))
  return out.join('')
}
