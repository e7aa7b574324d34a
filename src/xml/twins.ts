import type { Attribute } from './node.ts'

/** The second of two attributes with one name, which may be written with two prefixes for one namespace. */
export function twinOf(attributes: readonly Attribute[]): Attribute | undefined {
  return attributes.length > manyAttributes ? twinByKey(attributes) : twinByPairs(attributes)
}

/** Up to here comparing each with each is faster than a set. */
const manyAttributes = 8

function twinByPairs(attributes: readonly Attribute[]): Attribute | undefined {
  for (let i = 1; i < attributes.length; i++) {
    const { local, ns } = attributes[i]!
    for (let j = 0; j < i; j++) {
      if (attributes[j]!.local === local && attributes[j]!.ns === ns) return attributes[i]
    }
  }
  return undefined
}

function twinByKey(attributes: readonly Attribute[]): Attribute | undefined {
  const seen = new Set<string>()
  for (const attribute of attributes) {
    const key = `${attribute.local} ${attribute.ns}`
    if (seen.has(key)) return attribute
    seen.add(key)
  }
  return undefined
}
