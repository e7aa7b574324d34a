import { type Changes, type Document, type Languages, retagged } from '../../content/index.ts'
import type { Edit } from '../../text/index.ts'
import { type Attribute, childElements, type Element, findAttribute, readXml, xmlNamespace } from '../../xml/index.ts'
import { openTranslated } from '../markup/translated.ts'

/**
 * `xml:lang` of the source's language in a document that is translated: that of the root where anything is translated, that of another
 * element where all of its text is; and what NewsML-G2 says of the content's language. Linear but for a log.
 */
export function languageEdits(source: string, document: Document, changes: Changes, languages: Languages): Edit[] {
  const translated = openTranslated(document, changes, languages)
  const root = translated.isAny ? readXml(source).value : undefined
  if (!root) return []
  const isTranslated = (element: Element) =>
    element === root || isOfContent(element) || translated.areAll(element.openEnd, element.closeStart)
  return tagged(root)
    .filter(({ element }) => !translated.isInText(element.span) && isTranslated(element))
    .flatMap(({ attribute: { value, valueSpan: span } }): Edit[] => {
      const insert = retagged(value.trim(), languages)
      return insert === undefined ? [] : [{ span, insert }]
    })
}

interface Tagged {
  readonly element: Element
  readonly attribute: Attribute
}

const isOfContent = ({ local, ns }: Element): boolean =>
  local === 'language' && ns.startsWith('http://iptc.org/std/nar/')

function tagged(element: Element): Tagged[] {
  const attribute =
    findAttribute(element, 'lang', xmlNamespace) ?? (isOfContent(element) ? findAttribute(element, 'tag') : undefined)
  return [...(attribute ? [{ element, attribute }] : []), ...childElements(element).flatMap(tagged)]
}
