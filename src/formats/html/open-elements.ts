import type { Place } from '../markup/paragraph.ts'
import { closedBy, placeIn } from './elements.ts'

/** An element while it is open. */
export interface Element {
  readonly name: string
  readonly isBlock: boolean
  /** The name of the innermost block, which it may be itself; empty outside of all. */
  readonly block: string
  readonly place: Place
  /** BCP 47, its own or inherited; undefined where only the document's counts. */
  readonly language: string | undefined
  /** Nothing in it is text. */
  readonly isHidden: boolean
  /** It is of SVG or MathML, whose elements have names of their own. */
  readonly isForeign: boolean
  isOpen: boolean
}

/** What a start tag says of its element. */
export interface Opening {
  readonly name: string
  readonly isBlock: boolean
  readonly isHidden: boolean
  readonly language: string | undefined
}

/** How far up an element is looked for: farther ones are not found, so that no text costs more than linear time. */
const reach = 1000

/** Elements of a table's cell, out of which an end tag of another block does not lead. */
const cells: ReadonlySet<string> = new Set(['td', 'th', 'caption', 'table'])
const tableParts: ReadonlySet<string> = new Set('table thead tbody tfoot tr td th caption body html'.split(' '))

/** The open elements, the innermost last. A lenient reading of HTML Standard §13.2.6: it never fails. */
export class OpenElements {
  private readonly root: Element = {
    name: '',
    isBlock: true,
    block: '',
    place: { kind: 'paragraph', scope: 'body' },
    language: undefined,
    isHidden: false,
    isForeign: false,
    isOpen: true,
  }
  private readonly stack: Element[] = [this.root]
  private readonly counts = new Map<string, number>()

  get innermost(): Element {
    return this.stack.at(-1)!
  }

  has(name: string): boolean {
    return (this.counts.get(name) ?? 0) > 0
  }

  /** Closes what the start tag of a block ends. */
  closeImplied(name: string): void {
    const rule = closedBy(name)
    if (!rule) return
    for (let i = this.stack.length - 1, last = i - reach; i > 0 && i > last; i--) {
      const element = this.stack[i]!
      const isClosed = rule.closes.has(element.name)
      if (isClosed) this.cut(i)
      if (isClosed || (rule.within ? rule.within.has(element.name) : element.isBlock)) return
    }
  }

  push({ name, isBlock, isHidden, language }: Opening): Element {
    const around = this.innermost
    const element: Element = {
      name,
      isBlock,
      block: isBlock ? name : around.block,
      place: isBlock ? placeIn(name, around.place) : around.place,
      language: language ?? around.language,
      isHidden,
      isForeign: around.isForeign || name === 'svg' || name === 'math',
      isOpen: true,
    }
    this.stack.push(element)
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1)
    return element
  }

  /** Closes the innermost element of that name with what stands open in it; undefined where there is none. */
  close(name: string): Element | undefined {
    if (!this.counts.get(name)) return undefined
    let hasBlock = false
    for (let i = this.stack.length - 1, last = i - reach; i > 0 && i > last; i--) {
      const element = this.stack[i]!
      if (element.name === name) {
        // An inline element that ends within a block that began in it leaves that block open.
        if (hasBlock && !element.isBlock) this.remove(i)
        else this.cut(i)
        return element
      }
      if (cells.has(element.name) && !tableParts.has(name)) return undefined
      hasBlock ||= element.isBlock
    }
    return undefined
  }

  private cut(length: number): void {
    while (this.stack.length > length) this.forget(this.stack.pop()!)
  }

  private remove(index: number): void {
    const [element] = this.stack.splice(index, 1)
    if (element) this.forget(element)
  }

  private forget(element: Element): void {
    element.isOpen = false
    this.counts.set(element.name, this.counts.get(element.name)! - 1)
  }
}
