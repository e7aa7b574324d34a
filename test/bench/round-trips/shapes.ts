import type { FormatId } from '../../../src/formats/index.ts'
import { decode } from '../../../src/text/index.ts'
import { htmlSkeleton } from '../../support/html-skeleton.ts'
import { i18nextShape, icuLine, jsonLines } from './shapes/json.ts'
import { languageAttributes } from './shapes/languages.ts'
import { plainShape, subtitleShape } from './shapes/lines.ts'
import { markdownShape } from './shapes/markdown.ts'
import { packageShape } from './shapes/packages.ts'
import { poShape, poTexts } from './shapes/po.ts'
import { xmlShape } from './shapes/xml.ts'

/** A document without its texts, as parsers that are not ours read it; equal where two have the same structure, in a language. */
const shapes: Readonly<Record<Exclude<FormatId, 'docx' | 'odt'>, (text: string, language: string) => string[]>> = {
  plain: plainShape,
  markdown: markdownShape,
  html: text => htmlSkeleton(text, languageAttributes),
  srt: subtitleShape,
  vtt: subtitleShape,
  i18next: (text, language) => jsonLines(text, language, i18nextShape),
  icu: (text, language) => jsonLines(text, language, message => icuLine(message, { language, texts: false })),
  po: poShape,
  nitf: newsShape,
  newsml: newsShape,
}

function newsShape(text: string): string[] {
  return xmlShape(text, { isText: attribute => attribute === 'xml:lang' || attribute === 'alternate-text' })
}

/** `language`: into which the document is translated. */
export function shapeOf(format: FormatId, bytes: Uint8Array, language: string): string[] {
  if (format === 'docx' || format === 'odt') return packageShape(format, bytes)
  return shapes[format](textOf(bytes), language)
}

/** What the messages of a catalog say, of PO what is said by none; `before` is the catalog that it comes from. */
export function textsOf(format: FormatId, bytes: Uint8Array, before: Uint8Array, language: string): string[] {
  const text = textOf(bytes)
  if (format === 'po') return poTexts(text, textOf(before))
  const show = (message: string) => (format === 'icu' ? icuLine(message, { language, texts: true }) : message)
  return jsonLines(text, language, show)
}

/** A structure is in ASCII, whatever the encoding of the texts. */
function textOf(bytes: Uint8Array): string {
  const { value, problems } = decode(bytes)
  return problems.length === 0 ? value.text : new TextDecoder('latin1').decode(bytes)
}
