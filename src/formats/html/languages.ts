import { type Changes, type Document, type Languages, retagged } from '../../content/index.ts'
import type { Edit } from '../../text/index.ts'
import { openTranslated } from '../markup/translated.ts'
import { templatesIn, withoutTemplates } from './templates.ts'
import { type Attribute, isXml, type StartTag, tokens } from './tokens.ts'

/**
 * `lang` and `xml:lang` of the source's language in a page that is translated: those of the root where anything is translated, those of
 * another element where all of its text is. Elements within a paragraph are its codes (inline-languages). Linear.
 */
export function languageEdits(source: string, document: Document, changes: Changes, languages: Languages): Edit[] {
  const translated = openTranslated(document, changes, languages)
  if (!translated.isAny) return []
  return taggedElements(source)
    .filter(({ tag }) => !translated.isInText(tag))
    .filter(({ tag, end }) => tag.name === 'html' || translated.areAll(tag.end, end))
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
