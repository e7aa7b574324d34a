import { attributeValue, childElements, type Element } from '../../../xml/index.ts'

export type Side = 'source' | 'target'

/** An inline element, in the order of its start. */
export interface Inline {
  readonly element: Element
  readonly name: string
  readonly id: string | undefined
  readonly side: Side
  /** Index of the segment or ignorable that holds it. */
  readonly part: number
  /** The enclosing paired code, if any: annotations are looked through. */
  readonly parent: Inline | undefined
}

/** A segment or an ignorable. */
export interface Part {
  readonly element: Element
  readonly segment: boolean
  readonly source: Element | undefined
  readonly target: Element | undefined
}

/** A unit laid out for its rules: one walk, then look-ups. */
export interface Unit {
  readonly element: Element
  readonly parts: readonly Part[]
  readonly source: readonly Inline[]
  /** In the order in which targets stand in the text: the `order` attribute moves them. */
  readonly target: readonly Inline[]
  readonly notes: ReadonlySet<string>
  readonly data: ReadonlySet<string>
  /** Ids of segments, ignorables and of what stands in sources. */
  readonly spans: ReadonlyMap<string, Inline | Part>
  readonly targetIds: ReadonlyMap<string, Inline>
}

export function unitOf(element: Element, core: string): Unit {
  const own: Element[] = []
  const parts: Part[] = []
  for (const child of element.children) {
    if (child.kind !== 'element' || child.ns !== core) continue
    if (child.local === 'segment' || child.local === 'ignorable') parts.push(partOf(child))
    else own.push(child)
  }
  const source: Inline[] = []
  for (const [i, part] of parts.entries()) if (part.source) inlines(part.source, 'source', i, source)
  const target: Inline[] = []
  for (const i of targetOrder(parts)) inlines(parts[i]!.target!, 'target', i, target)
  const targetIds = new Map<string, Inline>()
  for (const code of target) if (code.id !== undefined) targetIds.set(code.id, code)
  return {
    element,
    parts,
    source,
    target,
    notes: idsOf(own, 'notes'),
    data: idsOf(own, 'originalData'),
    spans: spansOf(parts, source),
    targetIds,
  }
}

function partOf(element: Element): Part {
  let source: Element | undefined
  let target: Element | undefined
  for (const child of element.children) {
    if (child.kind !== 'element' || child.ns !== element.ns) continue
    if (child.local === 'source') source ??= child
    else if (child.local === 'target') target ??= child
  }
  return { element, segment: element.local === 'segment', source, target }
}

/** Parts that have a target, by their place in the target text: a stated `order`, else the part's own place. */
function targetOrder(parts: readonly Part[]): number[] {
  const placed = parts.flatMap((part, i) => {
    if (!part.target) return []
    const order = Number(attributeValue(part.target, 'order'))
    return [{ part: i, place: order > 0 ? order : i + 1 }]
  })
  return placed.sort((a, b) => a.place - b.place || a.part - b.part).map(each => each.part)
}

/** The inline elements of a text, in order, added to `found`. Iterative: depth costs no stack. */
export function inlines(text: Element, side: Side, part: number, found: Inline[] = []): Inline[] {
  if (text.children.every(child => child.kind !== 'element')) return found
  const stack: { readonly element: Element; readonly parent: Inline | undefined }[] = []
  push(text, undefined)
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { element, parent } = next
    const inline: Inline = { element, name: element.local, id: attributeValue(element, 'id'), side, part, parent }
    found.push(inline)
    if (element.children.length) push(element, element.local === 'pc' ? inline : parent)
  }
  return found

  function push(holder: Element, parent: Inline | undefined): void {
    for (let i = holder.children.length - 1; i >= 0; i--) {
      const child = holder.children[i]!
      if (child.kind === 'element' && child.ns === text.ns) stack.push({ element: child, parent })
    }
  }
}

function idsOf(children: readonly Element[], holder: string): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const child of children) {
    if (child.local !== holder) continue
    for (const item of childElements(child)) {
      const id = attributeValue(item, 'id')
      if (id !== undefined) ids.add(id)
    }
  }
  return ids
}

function spansOf(parts: readonly Part[], source: readonly Inline[]): ReadonlyMap<string, Inline | Part> {
  const spans = new Map<string, Inline | Part>()
  for (const part of parts) {
    const id = attributeValue(part.element, 'id')
    if (id !== undefined && !spans.has(id)) spans.set(id, part)
  }
  for (const code of source) if (code.id !== undefined && !spans.has(code.id)) spans.set(code.id, code)
  return spans
}

/** Codes proper: what stands for markup of the original, not annotations. */
export const isCode = (inline: Inline): boolean => codeNames.has(inline.name)
const codeNames = new Set(['ph', 'pc', 'sc', 'ec'])
