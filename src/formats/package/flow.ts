import type { CodeRun, OffsetMap, Piece, Run, TextRun } from '../../content/index.ts'

/** A place of a paragraph that holds text: one element of text, or a stretch of characters. */
export interface Slot {
  /** Its source, tags included. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** From `text` to the source. */
  readonly map: OffsetMap
}

/** The slots between two codes. `insertion` says where text goes if there is none. */
export interface Gap<S extends Slot, I> {
  readonly slots: readonly S[]
  readonly insertion: I
}

/** A paragraph as it is written: one gap more than codes. What is neither slot nor code (bookmarks, run borders) stays in place. */
export interface Flow<S extends Slot, I> {
  readonly gaps: readonly Gap<S, I>[]
  readonly codes: readonly CodeRun[]
}

/** The runs of a paragraph: the slots of a gap are one text. */
export function flowRuns<S extends Slot, I>({ gaps, codes }: Flow<S, I>): Run[] {
  const runs: Run[] = []
  gaps.forEach(({ slots }, i) => {
    const run = joinedText(slots)
    if (run.text !== '') runs.push(run)
    const code = codes[i]
    if (code) runs.push(code)
  })
  return runs
}

function joinedText(slots: readonly Slot[]): TextRun {
  let text = ''
  const map: Piece[] = []
  for (const slot of slots) {
    for (const piece of slot.map) map.push({ ...piece, at: piece.at + text.length })
    text += slot.text
  }
  return { kind: 'text', text, map }
}

/** What becomes of a slot, in the order of its text. Kept and deleted stretches are of the source. */
export type Change =
  | { readonly kind: 'keep' | 'delete'; readonly start: number; readonly end: number }
  | { readonly kind: 'insert'; readonly text: string }

/** What becomes of a paragraph whose codes stay in their order. */
export interface Refill<S extends Slot, I> {
  /** Only slots of which something changes, in the order of the source. */
  readonly slots: ReadonlyMap<S, readonly Change[]>
  /** Text for gaps without slots, in the order of the source. */
  readonly insertions: readonly { readonly insertion: I; readonly text: string }[]
}

export const codeKey = ({ kind, id }: CodeRun): string => `${kind} ${id}`

/** How new runs are put in place of the old ones; undefined where their codes are not the old ones in the old order. */
export function refill<S extends Slot, I>(flow: Flow<S, I>, runs: readonly Run[]): Refill<S, I> | undefined {
  const texts: TextRun[][] = [[]]
  const codes: CodeRun[] = []
  for (const run of runs) {
    if (run.kind === 'text') texts.at(-1)!.push(run)
    else {
      codes.push(run)
      texts.push([])
    }
  }
  const isSame =
    codes.length === flow.codes.length && codes.every((code, i) => codeKey(code) === codeKey(flow.codes[i]!))
  if (!isSame) return undefined
  const slots = new Map<S, readonly Change[]>()
  const insertions: { insertion: I; text: string }[] = []
  flow.gaps.forEach((gap, i) => {
    const text = texts[i]!.map(run => run.text).join('')
    if (gap.slots.length > 0) for (const [slot, changes] of refillGap(gap.slots, texts[i]!)) slots.set(slot, changes)
    else if (text !== '') insertions.push({ insertion: gap.insertion, text })
  })
  return { slots, insertions }
}

interface Stretch {
  readonly text: string
  readonly source?: Piece
}

function* stretches(runs: readonly TextRun[]): Iterable<Stretch> {
  for (const { text, map } of runs) {
    let at = 0
    for (const piece of map) {
      if (piece.at > at) yield { text: text.slice(at, piece.at) }
      at = piece.at + piece.length
      yield { text: text.slice(piece.at, at), source: piece }
    }
    if (at < text.length) yield { text: text.slice(at) }
  }
}

/**
 * Kept stretches stay in their slots; new text goes to the slot of the kept text before it, else to the first one, but rather to a
 * later one than to one of mere space, whose look nobody saw. What no longer stands in the order of the source is new. Linear.
 */
function refillGap<S extends Slot>(slots: readonly S[], runs: readonly TextRun[]): Map<S, Change[]> {
  const changes = slots.map((): Change[] => [])
  let current = 0
  let at = contentStart(slots[0]!)
  let pending = ''
  const insert = () => {
    if (pending !== '') changes[current]!.push({ kind: 'insert', text: pending })
    pending = ''
  }
  const remove = (upTo: number) => {
    if (upTo > at) changes[current]!.push({ kind: 'delete', start: at, end: upTo })
    at = Math.max(at, upTo)
  }
  const leave = () => {
    remove(contentEnd(slots[current]!))
    if (slots[current]!.text.trim() !== '') insert()
  }
  const enter = (index: number) => {
    while (current < index) {
      leave()
      current++
      at = contentStart(slots[current]!)
    }
  }
  for (const { text, source } of stretches(runs)) {
    const index = source ? slotOf(slots, source, current, at) : undefined
    if (!source || index === undefined) {
      pending += text
      continue
    }
    if (index > current) enter(index)
    remove(source.start)
    insert()
    changes[current]!.push({ kind: 'keep', start: source.start, end: source.end })
    at = source.end
  }
  enter(slots.length - 1)
  leave()
  insert()
  return new Map(
    slots.map((slot, i) => [slot, joinedChanges(changes[i]!)] as const).filter(([, list]) => isChange(list)),
  )
}

const contentStart = (slot: Slot): number => slot.map[0]?.start ?? slot.end
const contentEnd = (slot: Slot): number => slot.map.at(-1)?.end ?? slot.end

/** The slot that holds a piece, from the current place on. */
function slotOf(slots: readonly Slot[], piece: Piece, from: number, at: number): number | undefined {
  for (let i = from; i < slots.length; i++) {
    const slot = slots[i]!
    if (piece.start < contentStart(slot)) return undefined
    if (piece.end <= contentEnd(slot)) return i > from || piece.start >= at ? i : undefined
  }
  return undefined
}

/** Neighbouring stretches of one kind as one. */
function joinedChanges(changes: readonly Change[]): Change[] {
  const out: Change[] = []
  for (const change of changes) {
    const last = out.at(-1)
    if (last && last.kind !== 'insert' && change.kind === last.kind && last.end === change.start)
      out[out.length - 1] = { ...last, end: change.end }
    else out.push(change)
  }
  return out
}

const isChange = (changes: readonly Change[]): boolean => changes.some(change => change.kind !== 'keep')
