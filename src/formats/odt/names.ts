import { attributeValue, type Element } from '../../xml/index.ts'

const base = 'urn:oasis:names:tc:opendocument:xmlns:'
/** The namespaces of OpenDocument 1.3 that are asked for, by their usual prefixes. */
const namespaces: Readonly<Record<string, string>> = {
  [`${base}text:1.0`]: 'text',
  [`${base}table:1.0`]: 'table',
  [`${base}drawing:1.0`]: 'draw',
  [`${base}office:1.0`]: 'office',
  [`${base}style:1.0`]: 'style',
  [`${base}svg-compatible:1.0`]: 'svg',
  [`${base}xsl-fo-compatible:1.0`]: 'fo',
}
const byPrefix = Object.fromEntries(Object.entries(namespaces).map(([uri, prefix]) => [prefix, uri]))

/** `text:p`: an element's name with the usual prefix of its namespace; the local name alone in a foreign one. */
export function odfName({ ns, local }: { readonly ns: string; readonly local: string }): string {
  const prefix = namespaces[ns]
  return prefix === undefined ? local : `${prefix}:${local}`
}

/** An attribute by its name with the usual prefix. */
export function odfAttribute(element: Element | undefined, name: string): string | undefined {
  const [prefix, local] = name.split(':') as [string, string]
  return element && attributeValue(element, local, byPrefix[prefix])
}
