import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { type TextInXml, xmlShape } from './xml.ts'

const docx: TextInXml = {
  characters: new Set(['w:t', 'w:noBreakHyphen', 'w:softHyphen']),
  isText: (attribute, element) =>
    element === 'w:lang' || element === 'w:themeFontLang' || /^(?:descr|title|alt)$/.test(attribute),
}

const odt: TextInXml = {
  characters: new Set(['text:s']),
  isText: attribute => /^(?:fo:(?:language|country|script)|style:rfc-language-tag)$/.test(attribute),
}

/** Parts with a paragraph or a title, or that say a language; all others stay as they are, and so do comments. */
const holdsText = (name: string, xml: string): boolean =>
  name.endsWith('.xml') &&
  !/(?:^|\/)comments[^/]*\.xml$/.test(name) &&
  /<(?:w:p|w:lang|w:themeFontLang|text:[ph]|svg:title|svg:desc|dc:(?:title|subject|description|language))[\s/>]|<[^>]* fo:language=/.test(
    xml,
  )

/** The tree of every part that holds text. */
export function packageShape(format: 'docx' | 'odt', bytes: Uint8Array): string[] {
  return Object.entries(unzipSync(bytes)).flatMap(([name, content]) => {
    const xml = strFromU8(content)
    const shape = holdsText(name, xml) ? xmlShape(xml, format === 'docx' ? docx : odt) : []
    return shape.map(line => `${name} ${line}`)
  })
}

/** The names of all parts in their order, and of those that hold no text what they are. */
export function otherParts(bytes: Uint8Array): string[] {
  return Object.entries(unzipSync(bytes)).map(([name, content]) =>
    holdsText(name, strFromU8(content)) ? name : `${name} ${createHash('sha256').update(content).digest('hex')}`,
  )
}
