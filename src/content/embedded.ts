import { type Edit, lastAtOrBefore, type Problem, type Reading, type Span } from '../text/index.ts'
import { alignRuns } from './align.ts'
import type { Block, Comment, Document, Embedded } from './document.ts'
import { type Changes, type TextFormat, textFormat } from './format.ts'
import type { Languages } from './languages.ts'
import { newText, type OffsetMap, type Piece, type Run, verbatim } from './run.ts'

/**
 * A format that reads what stands in its documents in other formats, too: their blocks, with ids as `e1/b2`, come between its
 * own in the order of the source, and are written by the format that read them. `inner` gives the format of an id; what it does
 * not know stays in `embedded`. An embedded stretch lies outside the outer format's blocks.
 */
export function withEmbedded(outer: TextFormat, inner: (id: string) => TextFormat | undefined): TextFormat {
  return textFormat({
    id: outer.id,
    extensions: outer.extensions,
    read: source => readAll(outer.read(source), inner),
    edits: (source, _document, changes, languages) => allEdits(source, outer, changes, inner, languages),
    ...(outer.forTarget && { forTarget: language => withEmbedded(outer.forTarget!(language), inner) }),
  })
}

type Inner = (id: string) => TextFormat | undefined

function readAll({ value: document, problems }: Reading<Document>, inner: Inner): Reading<Document> {
  const blocks: Block[] = [...document.blocks]
  const comments = new Map(document.comments.map(comment => [comment.span.start, comment]))
  const found: Problem[] = [...problems]
  for (const [i, embedded] of document.embedded.entries()) {
    const format = inner(embedded.format)
    if (!format) continue
    const reading = format.read(embedded.text)
    const places = placesOf(embedded.map)
    blocks.push(...reading.value.blocks.map(block => liftBlock(block, `e${i + 1}/`, embedded, places)))
    for (const comment of reading.value.comments) {
      const lifted: Comment = { ...comment, span: places.outer(comment.span) }
      comments.set(lifted.span.start, lifted)
    }
    found.push(...reading.problems.map(problem => ({ ...problem, span: places.outer(problem.span) })))
  }
  const value: Document = {
    ...document,
    blocks: blocks.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end),
    embedded: document.embedded.filter(({ format }) => !inner(format)),
    comments: [...comments.values()].sort((a, b) => a.span.start - b.span.start),
  }
  return { value, problems: found }
}

function liftBlock(block: Block, prefix: string, { language, scope }: Embedded, places: Places): Block {
  const isMoved =
    scope !== undefined && (block.scope === 'body' || (scope === 'quotation' && block.scope !== 'attribute'))
  const own = block.language ?? language
  return {
    ...block,
    id: prefix + block.id,
    span: places.outer(block.span),
    runs: moveRuns(block.runs, places.lift, places.outer),
    ...(isMoved && { scope }),
    ...(own !== undefined && { language: own }),
    ...(block.translates !== undefined && { translates: prefix + block.translates }),
  }
}

/** The outer format's edits and those of the stretches in which something changes. */
function allEdits(
  source: string,
  outer: TextFormat,
  changes: Changes,
  inner: Inner,
  languages: Languages | undefined,
): readonly Edit[] {
  const { value: document } = outer.read(source)
  const own = new Set(document.blocks.map(block => block.id))
  const ours = new Map([...changes].filter(([id]) => own.has(id)))
  const edits = ours.size > 0 ? [...outer.edits(source, document, ours, languages)] : []
  for (const [index, theirs] of byStretch(changes, own)) {
    const embedded = document.embedded[index]
    const format = embedded && inner(embedded.format)
    if (format) edits.push(...innerEdits(source, embedded, format, theirs, languages))
  }
  return edits.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
}

/** The changes of embedded blocks, by the index of their stretch and with the ids that they have there. */
function byStretch(changes: Changes, own: ReadonlySet<string>): Map<number, Map<string, readonly Run[]>> {
  const found = new Map<number, Map<string, readonly Run[]>>()
  for (const [id, runs] of changes) {
    const match = own.has(id) ? null : /^e(\d+)\/([\s\S]*)$/.exec(id)
    if (!match) continue
    const index = Number(match[1]) - 1
    const stretch = found.get(index) ?? new Map<string, readonly Run[]>()
    found.set(index, stretch.set(match[2]!, runs))
  }
  return found
}

function innerEdits(
  source: string,
  embedded: Embedded,
  format: TextFormat,
  changes: Changes,
  languages: Languages | undefined,
): Edit[] {
  const places = placesOf(embedded.map)
  const { value: document } = format.read(embedded.text)
  const lowered = new Map(
    [...changes].map(([id, runs]) => [id, moveRuns(runs, piece => [places.lower(piece)], places.inner)]),
  )
  return format.edits(embedded.text, document, lowered, languages).map(edit => liftEdit(edit, source, embedded, places))
}

/** An edit in the outer source: what the inner format copied is copied from there, the rest is spelled as the place asks. */
function liftEdit({ span, insert }: Edit, source: string, { text, encode }: Embedded, places: Places): Edit {
  const [run] = alignRuns([verbatim(text.slice(span.start, span.end), span.start)], [newText(insert)])
  let out = ''
  let at = 0
  for (const piece of run?.kind === 'text' ? run.map : []) {
    if (piece.at > at) out += encode(insert.slice(at, piece.at))
    const { start, end } = places.outer(piece)
    out += source.slice(start, end)
    at = piece.at + piece.length
  }
  if (at < insert.length) out += encode(insert.slice(at))
  return { span: places.outer(span), insert: out }
}

function moveRuns(runs: readonly Run[], move: (piece: Piece) => Piece[], span: (span: Span) => Span): Run[] {
  return runs.map(run =>
    run.kind === 'text' ? { ...run, map: run.map.flatMap(move) } : { ...run, span: span(run.span) },
  )
}

/** From places in an embedded text to the source and back, O(log pieces) each. A place inside an indivisible piece is its rim. */
interface Places {
  outer(span: Span): Span
  inner(span: Span): Span
  /** A piece of the inner source as pieces of the outer one, unit by unit wherever both are. */
  lift(piece: Piece): Piece[]
  lower(piece: Piece): Piece
}

function placesOf(map: OffsetMap): Places {
  const ats = [0, ...map.slice(1).map(piece => piece.at)]
  const starts = [0, ...map.slice(1).map(piece => piece.start)]
  const isUnitwise = (piece: Piece) => piece.length === piece.end - piece.start
  const end = map.at(-1) ?? { at: 0, length: 0, start: 0, end: 0 }
  const outward = (offset: number, edge: 'start' | 'end') => {
    const piece = map[lastAtOrBefore(ats, edge === 'end' ? offset - 1 : offset)] ?? end
    if (offset <= piece.at) return piece.start
    if (offset >= piece.at + piece.length) return piece.end
    return isUnitwise(piece) ? piece.start + offset - piece.at : piece[edge]
  }
  const inward = (offset: number, edge: 'start' | 'end') => {
    const piece = map[lastAtOrBefore(starts, edge === 'end' ? offset - 1 : offset)] ?? end
    if (offset <= piece.start) return piece.at
    if (offset >= piece.end) return piece.at + piece.length
    return isUnitwise(piece) ? piece.at + offset - piece.start : edge === 'start' ? piece.at : piece.at + piece.length
  }
  const outer = (span: Span) => ({ start: outward(span.start, 'start'), end: outward(span.end, 'end') })
  const inner = (span: Span) => ({ start: inward(span.start, 'start'), end: inward(span.end, 'end') })
  const lift = (piece: Piece): Piece[] => {
    if (!isUnitwise(piece)) return [{ ...piece, ...outer(piece) }]
    const pieces: Piece[] = []
    for (let at = piece.start; at < piece.end; ) {
      const next = map[lastAtOrBefore(ats, at) + 1]?.at ?? piece.end
      const stop = Math.min(piece.end, Math.max(next, at + 1))
      pieces.push({ at: piece.at + at - piece.start, length: stop - at, ...outer({ start: at, end: stop }) })
      at = stop
    }
    return pieces
  }
  return { outer, inner, lift, lower: piece => ({ ...piece, ...inner(piece) }) }
}
