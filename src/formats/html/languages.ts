import {
  type Block,
  blockText,
  type Changes,
  type Document,
  innermost,
  type Languages,
  retagged,
  translatedBlocks,
} from '../../content/index.ts'
import { type Edit, lastAtOrBefore } from '../../text/index.ts'
import { templatesIn, withoutTemplates } from './templates.ts'
import { type Attribute, isXml, type StartTag, tokens } from './tokens.ts'

/**
 * `lang` and `xml:lang` of the source's language in a page that is translated: those of the root where anything is translated, those of
 * another element where all of its text is. Elements within a paragraph are its codes and stay as they are. Linear.
 */
export function languageEdits(source: string, document: Document, changes: Changes, languages: Languages): Edit[] {
  const translated = new Set(translatedBlocks(document, changes))
  if (translated.size === 0) return []
  const says = document.blocks.filter(block => /\p{L}/u.test(blockText(block)))
  const counts = openCounts(says, translated)
  const around = innermost(says)
  return taggedElements(source)
    .filter(({ tag }) => around(tag) === undefined)
    .filter(({ tag, end }) => tag.name === 'html' || counts.areAll(tag.end, end))
    .flatMap(({ attributes }) => attributes)
    .flatMap(({ start, end }): Edit[] => {
      const insert = retagged(source.slice(start, end).trim(), languages)
      return insert === undefined ? [] : [{ span: { start, end }, insert }]
    })
}

interface Tagged {
  readonly tag: StartTag
  readonly attributes: readonly Attribute[]
  /** Where the element ends. */
  readonly end: number
}

/** The elements that say their language and have an end. */
function taggedElements(source: string): Tagged[] {
  const open = new Map<string, StartTag[]>()
  const found: Tagged[] = []
  const close = (tag: StartTag | undefined, end: number) => {
    const attributes = tag?.attributes.filter(({ name }) => name === 'lang' || name === 'xml:lang') ?? []
    if (tag && attributes.length > 0) found.push({ tag, attributes, end })
  }
  const masked = withoutTemplates(source, templatesIn(source))
  for (const token of tokens(masked, isXml(source))) {
    if (token.kind === 'end') close(open.get(token.name)?.pop(), token.start)
    if (token.kind !== 'start' || token.isEmpty) continue
    const same = open.get(token.name)
    if (same) same.push(token)
    else open.set(token.name, [token])
  }
  // the end tag of the root may be left out
  close(open.get('html')?.[0], source.length)
  return found.sort((a, b) => a.tag.start - b.tag.start)
}

/** Whether all blocks of a stretch, and one at least, are translated; O(log blocks) each. */
function openCounts(blocks: readonly Block[], translated: ReadonlySet<Block>) {
  const starts = [0, ...blocks.map(({ span }) => span.start)]
  const sums = [0]
  for (const block of blocks) sums.push(sums.at(-1)! + (translated.has(block) ? 1 : 0))
  const before = (place: number) => lastAtOrBefore(starts, place - 1)
  return {
    areAll(start: number, end: number): boolean {
      const [first, last] = [before(start), before(end)]
      return last > first && sums[last]! - sums[first]! === last - first
    },
  }
}
