import { type ValueTest, valueTypes } from '../value.ts'

/** A fragment identifier of XLIFF 2 taken apart ("Fragment Identification"). */
export interface Fragment {
  readonly absolute: boolean
  readonly file: string | undefined
  readonly group: string | undefined
  readonly unit: string | undefined
  /** What is pointed at inside the last container: without prefix a span of the source. */
  readonly leaf: { readonly prefix: string; readonly id: string } | undefined
}

export type FragmentFault = 'syntax' | 'prefix'

const containers = ['f', 'g', 'u']
/** Leaves that only a unit has. */
const inUnit = new Set(['', 't', 'd'])
const nmtoken: ValueTest = valueTypes.nmtoken!.test

/** Reads `#…`. `known` are the prefixes of modules and of registered extensions. */
export function readFragment(text: string, known: ReadonlySet<string>): Fragment | FragmentFault {
  const absolute = text.startsWith('#/')
  const selectors = text.slice(absolute ? 2 : 1).split('/')
  const found: Record<string, string | undefined> = {}
  let level = -1
  let leaf: Fragment['leaf']
  for (const selector of selectors) {
    const equals = selector.indexOf('=')
    const prefix = equals < 0 ? '' : selector.slice(0, equals)
    const id = selector.slice(equals + 1)
    if (leaf || !nmtoken(id) || (equals >= 0 && !nmtoken(prefix))) return 'syntax'
    const container = containers.indexOf(prefix)
    if (container > level) {
      level = container
      found[prefix] = id
    } else if (container >= 0) return 'syntax'
    else if (inUnit.has(prefix) && level >= 0 && level < 2) return 'syntax'
    else if (!inUnit.has(prefix) && prefix !== 'n' && !known.has(prefix)) return 'prefix'
    else leaf = { prefix, id }
  }
  return { absolute, file: found.f, group: found.g, unit: found.u, leaf }
}
