import type { Span } from '../text/index.ts'
import { attributeValue, type Element, growth, type OpenElement, type XmlHandlers, xmlNamespace } from '../xml/index.ts'
import type { Inherited } from './model.ts'
import { isOwn } from './namespaces.ts'

/**
 * What a reader of XLIFF is told: the elements that hold units begin and end, and whatever else stands in them, units
 * included, comes as a finished tree. So no more than one unit is held.
 */
export interface StructureHandlers {
  begin(element: OpenElement, inherited: Inherited): void
  /** `span` is the whole element. */
  end(span: Span): void
  child(element: Element, inherited: Inherited): void
}

const holders: ReadonlySet<string> = new Set(['xliff', 'file', 'body', 'group'])

/** The events of XML as the structure of XLIFF. A root that is no `<xliff>` comes as a child. */
export function structureOf(handlers: StructureHandlers): XmlHandlers {
  const tree = growth()
  const stack: { readonly start: number; readonly inherited: Inherited }[] = []
  const around = () => stack.at(-1)?.inherited ?? { preserve: false, translate: true }
  const isHolder = (element: OpenElement) =>
    tree.depth === 0 &&
    holders.has(element.local) &&
    isOwn(element.ns) &&
    stack.length > 0 === (element.local !== 'xliff')
  return {
    open(element) {
      if (!isHolder(element)) {
        tree.open(element)
        return
      }
      const inherited = inherit(element, around())
      stack.push({ start: element.span.start, inherited })
      handlers.begin(element, inherited)
    },
    close(closeStart, end) {
      if (tree.depth > 0) {
        const element = tree.close(closeStart, end)
        if (element) handlers.child(element, around())
        return
      }
      const frame = stack.pop()
      if (frame) handlers.end({ start: frame.start, end })
    },
    text: node => tree.add(node),
    comment: node => tree.add(node),
    instruction: node => tree.add(node),
  }
}

function inherit(element: OpenElement, outer: Inherited): Inherited {
  const space = attributeValue(element, 'space', xmlNamespace)
  const translate = attributeValue(element, 'translate')
  return {
    preserve: space === undefined ? outer.preserve : space === 'preserve',
    translate: translate === undefined ? outer.translate : translate !== 'no',
  }
}
