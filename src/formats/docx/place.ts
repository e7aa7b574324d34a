import type { BlockKind, Scope } from '../../content/index.ts'
import type { Element } from '../../xml/index.ts'
import { wordAttribute, wordChild } from './names.ts'
import { isHeadingLevel, type Style, type Styles } from './styles.ts'

export interface BlockPlace {
  readonly kind: BlockKind
  readonly scope: Scope
}

/** What a paragraph is, by its style, its numbering and where it stands. */
export function placeOf(paragraph: Element, styles: Styles, isInTable: boolean): BlockPlace {
  const properties = wordChild(paragraph, 'pPr')
  const chain = paragraphStyles(paragraph, styles)
  const isNamed = (pattern: RegExp) => chain.some(({ name }) => pattern.test(name))
  const isHeading = isHeadingLevel(wordChild(properties, 'outlineLvl')) || chain.some(style => style.hasOutline)
  if (isHeading || isNamed(/^(?:heading [1-9]|title|subtitle)$/)) return { kind: 'heading', scope: 'headline' }
  if (isNamed(/^caption$/)) return { kind: 'caption', scope: 'caption' }
  if (isNamed(/^(?:intense )?quote$/)) return { kind: 'paragraph', scope: 'quotation' }
  if (isInTable) return { kind: 'table-cell', scope: 'table' }
  const isList = wordChild(properties, 'numPr') !== undefined || chain.some(style => style.isList)
  return isList ? { kind: 'list-item', scope: 'list' } : { kind: 'paragraph', scope: 'body' }
}

/** The paragraph's style and those it is based on. */
export function paragraphStyles(paragraph: Element, styles: Styles): readonly Style[] {
  const own = wordAttribute(wordChild(wordChild(paragraph, 'pPr'), 'pStyle'), 'val')
  return styles.chain(own ?? styles.defaultParagraph)
}
