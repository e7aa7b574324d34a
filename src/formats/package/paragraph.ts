import { alignRuns, type Block, type Changes, newText, type Run, type SpellBlock } from '../../content/index.ts'
import { type Change, codeKey, refill } from './flow.ts'
import type { DressedSlot } from './tokens.ts'
import type { Insertion, Woven } from './weave.ts'

/** How a format spells what changes in a paragraph. */
export interface ParagraphSpeller<S, D> {
  /** A slot with its changes made. */
  slot(slot: S, changes: readonly Change[]): string
  /** Text where there was none between two codes. */
  insertion(place: Insertion<D>, text: string): string
  /** Text of a paragraph that is put together anew. */
  text(like: D | undefined, text: string): string
  /** The source of a code that stood inside a dress, put together anew. */
  inside(dress: D, source: string): string
  /** Stretches of the source that must not stay where something changes. */
  readonly fillers?: readonly { readonly start: number; readonly end: number }[]
  /** Changes are left for a person to accept, so nothing is put together anew. */
  readonly isTracked: boolean
}

/** Changes as people track them: a word of which a letter changes is another word. The codes may come from another reading. */
export function byWords(blocks: readonly Block[], changes: Changes): Changes {
  const known = new Map(blocks.map(block => [block.id, block.runs]))
  return new Map([...changes].map(([id, runs]) => [id, wordsAligned(known.get(id) ?? [], runs)]))
}

function wordsAligned(old: readonly Run[], runs: readonly Run[]): Run[] {
  const codes = new Map(old.flatMap(run => (run.kind === 'text' ? [] : [[codeKey(run), run] as const])))
  return alignRuns(
    old,
    runs.map(run => (run.kind === 'text' ? newText(run.text) : (codes.get(codeKey(run)) ?? run))),
  )
}

type Copy = Parameters<SpellBlock>[2]

/** The source of a paragraph with other runs: in place, where their codes keep their order. */
export function spellParagraph<S extends DressedSlot<D>, D>(
  { span }: Block,
  woven: Woven<S, D>,
  runs: readonly Run[],
  copy: Copy,
  speller: ParagraphSpeller<S, D>,
): string {
  const filled = refill(woven, runs)
  if (!filled) return speller.isTracked ? copy(span.start, span.end) : compose(woven, runs, copy, speller)
  const edits = [
    ...[...filled.slots].map(([slot, changes]) => ({
      ...{ start: slot.start, end: slot.end },
      spell: () => speller.slot(slot, changes),
    })),
    ...filled.insertions.map(({ insertion, text }) => ({
      ...{ start: insertion.at, end: insertion.at },
      spell: () => speller.insertion(insertion, text),
    })),
  ]
  if (edits.length === 0) return copy(span.start, span.end)
  const fillers = (speller.fillers ?? []).map(filler => ({ ...filler, spell: () => '' }))
  const all = [...edits, ...fillers].sort((a, b) => a.start - b.start || a.end - b.end)
  let out = ''
  let at = span.start
  for (const edit of all) {
    out += copy(at, edit.start) + edit.spell()
    at = edit.end
  }
  return out + copy(at, span.end)
}

/**
 * A paragraph whose codes stand in another order, put together anew: each stretch of text is dressed as the code around it says.
 * Marks (bookmarks, anchors of comments) follow the code that they followed.
 */
function compose<S extends DressedSlot<D>, D>(
  { origins, marks, base }: Woven<S, D>,
  runs: readonly Run[],
  copy: Copy,
  speller: ParagraphSpeller<S, D>,
): string {
  const waiting = new Map<string | undefined, string[]>()
  for (const { after, start, end } of marks) waiting.set(after, [...(waiting.get(after) ?? []), copy(start, end)])
  const take = (key: string | undefined) => {
    const found = waiting.get(key) ?? []
    waiting.delete(key)
    return found
  }
  const likes = [base]
  const out = take(undefined)
  for (const run of runs) {
    if (run.kind === 'text') {
      if (run.text !== '') out.push(speller.text(likes.at(-1), run.text))
      continue
    }
    const origin = origins.get(codeKey(run)) ?? {}
    const isFormat = run.kind !== 'code' && origins.get(codeKey({ ...run, kind: 'open' }))?.format !== undefined
    const source = isFormat ? '' : copy(run.span.start, run.span.end)
    if (run.kind === 'open') likes.push(origin.format ?? origin.base)
    else if (run.kind === 'close') likes.pop()
    out.push(origin.inside === undefined ? source : speller.inside(origin.inside, source), ...take(codeKey(run)))
  }
  return [...out, ...[...waiting.values()].flat()].join('')
}

/** A text of its own (a title, a description): what has a map is copied, the rest is escaped. */
export function spellPlain(runs: readonly Run[], copy: Copy, escapeNew: (text: string) => string): string {
  let out = ''
  for (const run of runs) {
    if (run.kind !== 'text') continue
    let at = 0
    for (const piece of run.map) {
      out += escapeNew(run.text.slice(at, piece.at)) + copy(piece.start, piece.end)
      at = piece.at + piece.length
    }
    out += escapeNew(run.text.slice(at))
  }
  return out
}
