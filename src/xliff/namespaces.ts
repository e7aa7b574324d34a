/** The core namespace by version; 2.0 and 2.1 share one. */
export const coreNamespaces = {
  '1.2': 'urn:oasis:names:tc:xliff:document:1.2',
  '2.0': 'urn:oasis:names:tc:xliff:document:2.0',
  '2.1': 'urn:oasis:names:tc:xliff:document:2.0',
  '2.2': 'urn:oasis:names:tc:xliff:document:2.2',
} as const

/** Modules of 2.x that the model reads and writes, by the prefix the standard gives them. */
export const moduleNamespaces = {
  gls: 'urn:oasis:names:tc:xliff:glossary:2.0',
  mda: 'urn:oasis:names:tc:xliff:metadata:2.0',
  mtc: 'urn:oasis:names:tc:xliff:matches:2.0',
  slr: 'urn:oasis:names:tc:xliff:sizerestriction:2.0',
} as const

/** What 1.2 says and 2.x has no word for travels in attributes of this namespace, under this prefix. */
export const keepNamespace = 'urn:tlumach:xliff:1.2'
export const keep = 'x12:'

/** `form` of the `<internal-file>` in which 1.2 carries the document of 2.x that it was converted from. */
export const carriedForm = 'application/xliff+xml'

/** True for the namespaces of XLIFF itself, and for none: files of old tools declare none. */
export const isOwn = (ns: string): boolean => ns === '' || ns.startsWith('urn:oasis:names:tc:xliff:document:')
