import { childElements, type Element } from '../../xml/index.ts'
import { isOn, isWord, wordAttribute, wordChild } from './names.ts'

/** What the reader asks of a style and of those it is based on. */
export interface Style {
  /** Lower case and the same in every language of Word: “heading 1”. */
  readonly name: string
  readonly basedOn: string | undefined
  /** The on-off properties of its text that it turns on. */
  readonly turnedOn: ReadonlySet<string>
  readonly isList: boolean
  readonly hasOutline: boolean
  readonly language: string | undefined
}

/** Finds what styles say, by id; a style says what those say that it is based on. */
export interface Styles {
  /** The style and its bases, nearest first. */
  chain(id: string | undefined): readonly Style[]
  /** The paragraph style of paragraphs that name none. */
  readonly defaultParagraph: string | undefined
}

export function readStyles(root: Element | undefined): Styles {
  const styles = new Map<string, Style>()
  let defaultParagraph: string | undefined
  for (const element of root ? childElements(root) : []) {
    const id = wordAttribute(element, 'styleId')
    if (!isWord(element, 'style') || id === undefined) continue
    styles.set(id, styleOf(element))
    const isDefault = ['1', 'true', 'on'].includes(wordAttribute(element, 'default') ?? '')
    if (isDefault && wordAttribute(element, 'type') === 'paragraph') defaultParagraph = id
  }
  return { chain: id => chainOf(styles, id), defaultParagraph }
}

function styleOf(element: Element): Style {
  const paragraph = wordChild(element, 'pPr')
  const run = wordChild(element, 'rPr')
  return {
    name: (wordAttribute(wordChild(element, 'name'), 'val') ?? '').toLowerCase(),
    basedOn: wordAttribute(wordChild(element, 'basedOn'), 'val'),
    turnedOn: new Set(
      run
        ? childElements(run)
            .filter(isOn)
            .map(({ local }) => local)
        : [],
    ),
    isList: wordChild(paragraph, 'numPr') !== undefined,
    hasOutline: isHeadingLevel(wordChild(paragraph, 'outlineLvl')),
    language: wordAttribute(wordChild(run, 'lang'), 'val'),
  }
}

/** Levels 0–8 are headings, 9 is body text (§17.3.1.20). */
export const isHeadingLevel = (outline: Element | undefined): boolean =>
  outline !== undefined && /^[0-8]$/.test(wordAttribute(outline, 'val') ?? '')

function chainOf(styles: ReadonlyMap<string, Style>, id: string | undefined): Style[] {
  const chain: Style[] = []
  const seen = new Set<string>()
  for (let next = id; next !== undefined && !seen.has(next); ) {
    const style = styles.get(next)
    seen.add(next)
    if (style) chain.push(style)
    next = style?.basedOn
  }
  return chain
}
