import type { Reading } from '../text/index.ts'
import { type DecodedXml, decodeXml } from '../xml/index.ts'

/** Text that is to be XLIFF; `not-xliff` where it does not even begin like XML, so that nobody is told of XML for another file. */
export function decodeXliff(bytes: Uint8Array): Reading<DecodedXml> {
  const decoded = decodeXml(bytes)
  if (decoded.problems.length > 0 || /^\s*</.test(decoded.value.text)) return decoded
  return { value: { ...decoded.value, text: '' }, problems: [{ code: 'not-xliff', span: { start: 0, end: 0 } }] }
}
