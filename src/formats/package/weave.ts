import type { CodeRun } from '../../content/index.ts'
import { codeKey, type Flow, type Gap } from './flow.ts'
import type { CodeToken, DressedSlot, Formatting, MarkToken, PairToken, Token } from './tokens.ts'

/** Where text goes that has no slot: inside a dress (after one of its children) or between them. */
export interface Insertion<D> {
  readonly at: number
  readonly inside: D | undefined
  /** What the text is to look like; undefined for nothing of its own. */
  readonly like: D | undefined
}

/** What a code is made of, for a paragraph whose codes change their order. */
export interface Origin<D> {
  /** The text inside (of an opening code) is dressed so; the code itself has no source of its own. */
  readonly format?: D
  /** What most text in a pair looks like. */
  readonly base?: D | undefined
  /** The code stands inside this. */
  readonly inside?: D | undefined
}

export interface Woven<S extends DressedSlot<D>, D> extends Flow<S, Insertion<D>> {
  readonly origins: ReadonlyMap<string, Origin<D>>
  /** Kept marks with the code they follow. */
  readonly marks: readonly { readonly start: number; readonly end: number; readonly after: string | undefined }[]
  /** What most of the text looks like. */
  readonly base: D | undefined
}

/** A paragraph or the inside of a pair: what most of its own text looks like needs no code. */
interface Level<D> {
  readonly formatting: Formatting | undefined
  readonly dress: D | undefined
}

/**
 * Tokens as codes and gaps. Text that looks otherwise than most of its level is between an opening and a closing code; such pairs
 * do not stand in one another, and what stands between two alike is inside them. `start` is where the paragraph's content begins.
 */
export function weave<S extends DressedSlot<D>, D>(tokens: readonly Token<S, D>[], start: number): Woven<S, D> {
  const weaver = new Weaver<S, D>(levelsOf(tokens), start)
  for (const token of tokens) weaver.add(token)
  return weaver.end()
}

/** The levels in the order in which they open. */
function levelsOf<S extends DressedSlot<D>, D>(tokens: readonly Token<S, D>[]): Level<D>[] {
  const weights: Map<string, { units: number; slot: S }>[] = [new Map()]
  const open = [weights[0]!]
  for (const token of tokens) {
    if (token.kind === 'open') {
      weights.push(new Map())
      open.push(weights.at(-1)!)
    } else if (token.kind === 'close') open.pop()
    else if (token.kind === 'slot') {
      const { slot } = token
      const level = open.at(-1)!
      const seen = level.get(slot.formatting.key) ?? { units: 0, slot }
      seen.units += slot.text.replace(/\s/g, '').length
      level.set(slot.formatting.key, seen)
    }
  }
  return weights.map(level => {
    const best = [...level.values()].reduce<{ units: number; slot: S } | undefined>(
      (a, b) => (a && a.units >= b.units ? a : b),
      undefined,
    )
    return { formatting: best?.slot.formatting, dress: best?.slot.dress }
  })
}

class Weaver<S extends DressedSlot<D>, D> {
  private readonly gaps: Gap<S, Insertion<D>>[] = []
  private readonly codes: CodeRun[] = []
  private readonly origins = new Map<string, Origin<D>>()
  private readonly marks: { start: number; end: number; after: string | undefined }[] = []
  private readonly open: { readonly level: Level<D>; readonly id: string }[]
  private slots: S[] = []
  private insertion: Insertion<D>
  private pending: (CodeToken<D> | MarkToken)[] = []
  private nextLevel = 1
  private lastId = 0
  /** The formatting pair that is open, with its last slot. */
  private dressed: { readonly key: string; readonly id: string; readonly name: string; last: S } | undefined
  private readonly levels: readonly Level<D>[]

  constructor(levels: readonly Level<D>[], start: number) {
    this.levels = levels
    this.open = [{ level: levels[0]!, id: '' }]
    this.insertion = { at: start, inside: undefined, like: levels[0]!.dress }
  }

  add(token: Token<S, D>): void {
    if (token.kind === 'code' || token.kind === 'mark') this.pending.push(token)
    else if (token.kind === 'slot') this.addSlot(token.slot)
    else if (token.kind === 'open') this.openPair(token)
    else this.closePair(token)
  }

  end(): Woven<S, D> {
    this.undress()
    this.flush()
    this.gaps.push({ slots: this.slots, insertion: this.insertion })
    const { gaps, codes, origins, marks } = this
    return { gaps, codes, origins, marks, base: this.levels[0]!.dress }
  }

  private get level(): Level<D> {
    return this.open.at(-1)!.level
  }

  private addSlot(slot: S): void {
    const base = this.level.formatting!
    const { key, showsOnSpace } = slot.formatting
    const isBlank = slot.text.trim() === '' && key !== base.key && !showsOnSpace
    const wanted = isBlank ? (this.dressed?.key ?? base.key) : key
    if (wanted === (this.dressed?.key ?? base.key)) this.flush()
    else {
      this.undress()
      this.flush()
      if (wanted !== base.key) this.dress(slot, base)
    }
    if (this.dressed) this.dressed.last = slot
    this.slots.push(slot)
  }

  private dress(slot: S, base: Formatting): void {
    const { key, marks } = slot.formatting
    const own = marks.filter(mark => !base.marks.includes(mark))
    const name = own.length > 0 ? own.join(' ') : 'plain'
    const id = this.newId()
    this.code(
      { kind: 'open', id, span: slot.dressSpan, label: `<${name}>` },
      { format: slot.dress },
      { at: slot.start, inside: slot.inside, like: slot.dress },
    )
    this.dressed = { key, id, name, last: slot }
  }

  private undress(): void {
    if (!this.dressed) return
    const { id, name, last } = this.dressed
    const span = { start: last.end, end: last.end }
    const insertion = { at: last.end, inside: last.inside, like: this.level.dress }
    this.dressed = undefined
    this.code({ kind: 'close', id, span, label: `</${name}>` }, {}, insertion)
  }

  private openPair({ start, end, label }: PairToken<D>): void {
    this.undress()
    this.flush()
    const level = this.levels[this.nextLevel++]!
    const id = this.newId()
    const base = level.dress ?? this.level.dress
    this.code({ kind: 'open', id, span: { start, end }, label }, { base }, { at: end, inside: undefined, like: base })
    this.open.push({ level, id })
  }

  private closePair({ start, end, label, inside }: PairToken<D>): void {
    this.undress()
    this.flush()
    const { id } = this.open.pop()!
    const insertion = { at: end, inside, like: this.level.dress }
    this.code({ kind: 'close', id, span: { start, end }, label }, {}, insertion)
  }

  private flush(): void {
    for (const token of this.pending) {
      const { start, end } = token
      if (token.kind === 'mark') {
        const last = this.codes.at(-1)
        this.marks.push({ start, end, after: last && codeKey(last) })
        continue
      }
      const { inside, label } = token
      const code: CodeRun = { kind: 'code', id: this.newId(), span: { start, end }, label }
      this.code(code, { inside }, { at: end, inside, like: this.dressed?.last.dress ?? this.level.dress })
    }
    this.pending = []
  }

  private code(code: CodeRun, origin: Origin<D>, insertion: Insertion<D>): void {
    this.gaps.push({ slots: this.slots, insertion: this.insertion })
    this.codes.push(code)
    this.origins.set(codeKey(code), origin)
    this.slots = []
    this.insertion = insertion
  }

  private newId(): string {
    this.lastId++
    return String(this.lastId)
  }
}
