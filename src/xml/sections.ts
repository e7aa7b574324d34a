import type { Span } from '../text/index.ts'

/** Comments, instructions and CDATA sections: in well-formed XML none of them begins inside another. */
const marked = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>/g

/** The CDATA sections of a stretch of XML that begins at `base`; linear. */
export function cdataSections(xml: string, base: number): Span[] {
  if (!xml.includes('<![CDATA[')) return []
  return [...xml.matchAll(marked)]
    .filter(match => match[0].startsWith('<![CDATA['))
    .map(match => ({ start: base + match.index, end: base + match.index + match[0].length }))
}

/** The comments of a document, without their marks; those before and after its root, too. */
export function xmlComments(xml: string): { span: Span; text: string }[] {
  return [...xml.matchAll(marked)]
    .filter(match => match[0].startsWith('<!--'))
    .map(match => ({
      span: { start: match.index, end: match.index + match[0].length },
      text: match[0].slice('<!--'.length, -'-->'.length),
    }))
}
