import type { Span } from '../../text/index.ts'

/** A declaration in XML or HTML (HTML Standard §13.2.3.2), or what may hold something that looks like one. */
const candidate =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|title)\b[\s\S]*?(?:<\/\1|$)|<\?xml\s[^>]*>|<meta\s[^>]*>|<body\b/gi

const label = /(?:^<\?xml\s[^>]*?\sencoding|[\s;"']charset)\s*=\s*["']?\s*([A-Za-z][\w.:-]*)/i

/** The declaration is in ASCII in every encoding that is allowed here, and near the beginning. */
const farthest = 16_384

/** The places of the names of encodings that a page declares, the first of which counts. */
function declarations(source: string): Span[] {
  const found: Span[] = []
  for (const { 0: markup, index } of source.slice(0, farthest).matchAll(candidate)) {
    if (/^<body/i.test(markup)) break
    if (!/^<(?:\?xml|meta)\s/i.test(markup)) continue
    const match = label.exec(markup)
    if (!match || !(/^<\?xml|http-equiv\s*=\s*["']?content-type/i.test(markup) || /\scharset\s*=/i.test(markup)))
      continue
    const end = index + match.index + match[0].length
    found.push({ start: end - match[1]!.length, end })
  }
  return found
}

/**
 * The encoding that a page declares, as the Encoding Standard calls it (windows-1252 for ISO-8859-1); undefined for none and for
 * Unicode, which a byte-order mark or the bytes themselves show. A name that nobody knows is given as it stands.
 */
export function htmlCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, farthest))
  const [first] = declarations(head)
  if (!first) return undefined
  const name = head.slice(first.start, first.end).toLowerCase()
  const known = knownAs(name)
  return /^(?:utf-|unicode)/.test(known) ? undefined : known
}

function knownAs(name: string): string {
  try {
    return new TextDecoder(name).encoding
  } catch {
    return name
  }
}

/** The page as one in UTF-8: all its declarations say so. */
export const declareHtmlUtf8 = (source: string): string =>
  declarations(source).reduceRight((text, { start, end }) => `${text.slice(0, start)}UTF-8${text.slice(end)}`, source)
