import { attributeValue, childElements, type Element } from '../../xml/index.ts'

/** WordprocessingML of ECMA-376: transitional and strict. */
const wordNamespaces = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
])

/** The local name of an element of WordprocessingML; undefined for others. */
export const wordName = ({ ns, local }: Element): string | undefined => (wordNamespaces.has(ns) ? local : undefined)

export const isWord = (element: Element, local: string): boolean => wordName(element) === local

/** The first child of that name. */
export function wordChild(element: Element | undefined, local: string): Element | undefined {
  return element && childElements(element).find(child => isWord(child, local))
}

/** An attribute of an element's own namespace. */
export const wordAttribute = (element: Element | undefined, local: string): string | undefined =>
  element && attributeValue(element, local, element.ns)

/** An on-off property (§17.17.4): present means on unless its value says otherwise. */
export function isOn(element: Element | undefined): boolean {
  return element !== undefined && !['0', 'false', 'off'].includes(wordAttribute(element, 'val') ?? '')
}
