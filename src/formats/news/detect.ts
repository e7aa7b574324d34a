import { type Element, xmlParser } from '../../xml/index.ts'
import { isNewsml } from './newsml.ts'
import { isNitf } from './nitf.ts'

/** Root elements stand at the beginning; what stands before them is shorter than this. UTF-16 units. */
const headLength = 65536

/** Which format of news an XML file is, by its root element and that element's namespace; undefined for any other XML. */
export function newsOf(xml: string): 'nitf' | 'newsml' | undefined {
  let root: Element | undefined
  xmlParser({
    open: element => {
      root ??= element
    },
  }).write(xml.slice(0, headLength))
  if (!root) return undefined
  return isNitf(root) ? 'nitf' : isNewsml(root) ? 'newsml' : undefined
}
