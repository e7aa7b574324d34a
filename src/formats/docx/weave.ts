import type { CodeRun } from '../../content/index.ts'
import type { Element } from '../../xml/index.ts'
import { codeKey, type Flow, type Gap } from '../package/flow.ts'
import type { Formatting } from './formatting.ts'
import { wordChild } from './names.ts'
import type { CodeToken, MarkToken, PairToken, TextSlot, Token } from './tokens.ts'

/** Where text goes that has no slot: within a run (after one of its children) or between the runs. */
export interface Insertion {
  readonly at: number
  readonly run: Element | undefined
  /** The run whose formatting the text gets; undefined for none. */
  readonly like: Element | undefined
}

/** What a code is made of, for a paragraph whose codes change their order. */
export interface Origin {
  /** The text inside (of an opening code) gets the formatting of this run; the code itself has no source of its own. */
  readonly format?: Element
  /** The base of the text in a pair. */
  readonly base?: Element | undefined
  /** The code is a child of this run. */
  readonly run?: Element | undefined
}

export interface Woven extends Flow<TextSlot, Insertion> {
  readonly origins: ReadonlyMap<string, Origin>
  /** Kept marks with the code they follow. */
  readonly marks: readonly { readonly start: number; readonly end: number; readonly after: string | undefined }[]
  /** The run whose formatting most of the text has. */
  readonly base: Element | undefined
}

/** A paragraph or the inside of a pair: what most of its own text looks like needs no code. */
interface Level {
  readonly formatting: Formatting | undefined
  readonly run: Element | undefined
}

/**
 * Tokens as codes and gaps. Text that looks otherwise than most of its level is between an opening and a closing code; such pairs
 * do not stand in one another, and what stands between two alike is inside them. `start` is where the paragraph's content begins.
 */
export function weave(tokens: readonly Token[], start: number): Woven {
  const weaver = new Weaver(levelsOf(tokens), start)
  for (const token of tokens) weaver.add(token)
  return weaver.end()
}

/** The levels in the order in which they open. */
function levelsOf(tokens: readonly Token[]): Level[] {
  const weights: Map<string, { units: number; slot: TextSlot }>[] = [new Map()]
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
      seen.units += slot.text.trim().length
      level.set(slot.formatting.key, seen)
    }
  }
  return weights.map(level => {
    const best = [...level.values()].reduce<{ units: number; slot: TextSlot } | undefined>(
      (a, b) => (a && a.units >= b.units ? a : b),
      undefined,
    )
    return { formatting: best?.slot.formatting, run: best?.slot.run }
  })
}

class Weaver {
  private readonly gaps: Gap<TextSlot, Insertion>[] = []
  private readonly codes: CodeRun[] = []
  private readonly origins = new Map<string, Origin>()
  private readonly marks: { start: number; end: number; after: string | undefined }[] = []
  private readonly open: { readonly level: Level; readonly id: string }[]
  private slots: TextSlot[] = []
  private insertion: Insertion
  private pending: (CodeToken | MarkToken)[] = []
  private nextLevel = 1
  private lastId = 0
  /** The formatting pair that is open, with its last slot. */
  private dressed: { readonly key: string; readonly id: string; readonly name: string; last: TextSlot } | undefined
  private readonly levels: readonly Level[]

  constructor(levels: readonly Level[], start: number) {
    this.levels = levels
    this.open = [{ level: levels[0]!, id: '' }]
    this.insertion = { at: start, run: undefined, like: levels[0]!.run }
  }

  add(token: Token): void {
    if (token.kind === 'code' || token.kind === 'mark') this.pending.push(token)
    else if (token.kind === 'slot') this.addSlot(token.slot)
    else if (token.kind === 'open') this.openPair(token)
    else this.closePair(token)
  }

  end(): Woven {
    this.undress()
    this.flush()
    this.gaps.push({ slots: this.slots, insertion: this.insertion })
    const { gaps, codes, origins, marks } = this
    return { gaps, codes, origins, marks, base: this.levels[0]!.run }
  }

  private get level(): Level {
    return this.open.at(-1)!.level
  }

  private addSlot(slot: TextSlot): void {
    const base = this.level.formatting!
    const { key, showsOnSpace } = slot.formatting
    const isBlank = slot.text.trim() === '' && !showsOnSpace
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

  private dress(slot: TextSlot, base: Formatting): void {
    const { key, marks } = slot.formatting
    const own = marks.filter(mark => !base.marks.includes(mark))
    const name = own.length > 0 ? own.join(' ') : 'plain'
    const properties = wordChild(slot.run, 'rPr')
    const span = properties?.span ?? { start: slot.run.openEnd, end: slot.run.openEnd }
    const id = this.newId()
    this.code(
      { kind: 'open', id, span, label: `<${name}>` },
      { format: slot.run },
      { at: slot.start, run: slot.run, like: slot.run },
    )
    this.dressed = { key, id, name, last: slot }
  }

  private undress(): void {
    if (!this.dressed) return
    const { id, name, last } = this.dressed
    const span = { start: last.end, end: last.end }
    const insertion = { at: last.end, run: last.run, like: this.level.run }
    this.dressed = undefined
    this.code({ kind: 'close', id, span, label: `</${name}>` }, {}, insertion)
  }

  private openPair({ start, end, label }: PairToken): void {
    this.undress()
    this.flush()
    const level = this.levels[this.nextLevel++]!
    const id = this.newId()
    const base = level.run ?? this.level.run
    this.code({ kind: 'open', id, span: { start, end }, label }, { base }, { at: end, run: undefined, like: base })
    this.open.push({ level, id })
  }

  private closePair({ start, end, label }: PairToken): void {
    this.undress()
    this.flush()
    const { id } = this.open.pop()!
    const insertion = { at: end, run: undefined, like: this.level.run }
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
      const { run, label } = token
      const code: CodeRun = { kind: 'code', id: this.newId(), span: { start, end }, label }
      this.code(code, { run }, { at: end, run, like: this.dressed?.last.run ?? this.level.run })
    }
    this.pending = []
  }

  private code(code: CodeRun, origin: Origin, insertion: Insertion): void {
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
