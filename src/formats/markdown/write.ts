import { type Block, type Changes, type Document, type Run, runsText, type SpellBlock } from '../../content/index.ts'
import type { Edit } from '../../text/index.ts'
import { carefulEdits } from '../careful.ts'
import { lineEnd } from '../line-end.ts'
import { spellParts } from './escape.ts'
import { isPlainScalar, type ScalarStyle, spellScalar } from './front-matter.ts'
import { labelKey } from './parser.ts'
import type { Care, Part, Place } from './parts.ts'
import { quoteBefore, spellValue } from './tag-texts.ts'

type Read = (source: string) => Document

/** What is tried in turn. Only the first keeps what was copied; the others look at all text anew. */
const cares: readonly Care[] = ['plain', 'plain', 'runs', 'all', 'rims']

/**
 * Writes blocks back with as few escapes as their places ask for. What is written is read again; a block that would not read
 * as it was meant is spelled with more care (see `cares`).
 */
export function markdownEdits(source: string, document: Document, asked: Changes, read: Read): readonly Edit[] {
  const changes = new Map([...asked].map(([id, runs]) => [id, withoutEmptyMarks(runs)]))
  const labels = knownLabels(source)
  const spell =
    (care: number): SpellBlock =>
    (block, runs, copy) =>
      spellBlock(source, block, runs, copy, care, labels)
  return carefulEdits(source, document, changes, { read, spell, cares: cares.length })
}

/** Runs without emphasis that holds nothing: Markdown cannot say it, `****` is text. */
function withoutEmptyMarks(runs: readonly Run[]): readonly Run[] {
  const out: Run[] = []
  for (const run of runs) {
    const last = out.at(-1)
    if (run.kind === 'text' && run.text === '') continue
    const isEmpty = run.kind === 'close' && last?.kind === 'open' && last.id === run.id && /^[*_~]/.test(last.label)
    if (isEmpty) out.pop()
    else out.push(run)
  }
  return out
}

/** Every label that stands before a colon: more than are defined, which costs a backslash at most. */
function knownLabels(source: string): Set<string> {
  const labels = new Set<string>()
  for (const match of source.matchAll(/\[((?:[^[\]\\\n]|\\.){1,999})\]:/g)) labels.add(labelKey(match[1]!))
  return labels
}

function spellBlock(
  source: string,
  block: Block,
  runs: readonly Run[],
  copy: (start: number, end: number) => string,
  care: number,
  labels: ReadonlySet<string>,
): string {
  if (block.kind === 'data') return spellData(source, block, runs, copy)
  const parts = partsOf(runs, copy, care === 0)
  const isInner = block.kind === 'alt-text' || block.kind === 'title'
  const quote = isInner ? quoteBefore(source, block.span.start) : undefined
  if (quote !== undefined) return spellValue(parts, quote)
  const place = placeOf(source, block, labels)
  return spellParts(closeReferences(parts, runs, source, copy, care), place, cares[care]!)
}

function partsOf(runs: readonly Run[], copy: (start: number, end: number) => string, keep: boolean): Part[] {
  const parts: Part[] = []
  const addText = (text: string) => {
    const last = parts.at(-1)
    if (text === '') return
    if (last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: last.text + text }
    else parts.push({ kind: 'text', text })
  }
  for (const run of runs) {
    if (run.kind !== 'text') {
      parts.push({ kind: 'source', text: copy(run.span.start, run.span.end), code: run.kind })
      continue
    }
    let at = 0
    for (const piece of keep ? run.map : []) {
      addText(run.text.slice(at, piece.at))
      parts.push({ kind: 'source', text: copy(piece.start, piece.end) })
      at = piece.at + piece.length
    }
    addText(run.text.slice(at))
  }
  return parts
}

/** `[label]` whose text changes must name its label: `[new text][label]`. */
function closeReferences(
  parts: readonly Part[],
  runs: readonly Run[],
  source: string,
  copy: (start: number, end: number) => string,
  care: number,
): readonly Part[] {
  const codes = runs.filter(run => run.kind !== 'text')
  const open = new Map<string, { readonly end: number; readonly part: number }>()
  const out = [...parts]
  let code = 0
  for (const [i, part] of parts.entries()) {
    if (part.kind !== 'source' || part.code === undefined) continue
    const run = codes[code++]!
    if (run.kind === 'open') open.set(run.id, { end: run.span.end, part: i })
    const opening = run.kind === 'close' ? open.get(run.id) : undefined
    if (!opening || (part.text !== ']' && part.text !== '][]')) continue
    const label = source.slice(opening.end, run.span.start)
    const written = out
      .slice(opening.part + 1, i)
      .map(p => p.text)
      .join('')
    // What is spelled with care is no longer the label either.
    if (care > 1 || written !== copy(opening.end, run.span.start)) out[i] = { ...part, text: `][${label}]` }
  }
  return out
}

/** Where a block stands, as far as its spelling depends on it. */
function placeOf(source: string, block: Block, labels: ReadonlySet<string>): Place {
  const lineStart =
    Math.max(source.lastIndexOf('\n', block.span.start - 1), source.lastIndexOf('\r', block.span.start - 1)) + 1
  const before = source.slice(lineStart, block.span.start)
  const newLine = lineEnd(source) + before.replace(/[^>\t]/g, ' ')
  const isLabel = (label: string) => labels.has(labelKey(label))
  const isLine = block.kind === 'heading' && /#[ \t]+$/.test(before)
  const quote = source[block.span.start - 1] ?? ''
  if (block.kind === 'title') return { kind: 'title', newLine, quote, isLabel }
  const kind =
    block.kind === 'alt-text' ? 'description' : block.kind === 'table-cell' ? 'cell' : isLine ? 'heading' : 'lines'
  return { kind, newLine, isLabel }
}

/** A scalar of the front matter keeps its quotes; it gets double ones where it could not stay as it is. */
function spellData(
  source: string,
  block: Block,
  runs: readonly Run[],
  copy: (start: number, end: number) => string,
): string {
  const quote = source[block.span.start]
  const text = runsText(runs)
  if (quote !== '"' && quote !== "'") return isPlainScalar(text) ? text : `"${spellScalar(text, 'double')}"`
  if (quote === "'" && /[\n\r\t]/.test(text)) return `"${spellScalar(text, 'double')}"`
  const style: ScalarStyle = quote === '"' ? 'double' : 'single'
  const inside = partsOf(runs, copy, true).map(part =>
    part.kind === 'source' ? part.text : spellScalar(part.text, style),
  )
  return quote + inside.join('') + quote
}
