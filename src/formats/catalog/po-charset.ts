const declared = /(^"Content-Type:[^\n"]{0,80}charset=)([A-Za-z][\w:.-]*)/m

/** The header is in ASCII in every encoding that is allowed here, and near the beginning. */
const farthest = 16_384

/** The encoding that the header of a PO file names, in lower case; undefined for UTF-8, for a template's and for none. */
export function poCharset(bytes: Uint8Array): string | undefined {
  const name = declared.exec(new TextDecoder('latin1').decode(bytes.subarray(0, farthest)))?.[2]?.toLowerCase()
  return name === undefined || /^(?:utf-?8|charset)$/.test(name) ? undefined : name
}

/** The file as one in UTF-8: its header says so. */
export const declareUtf8 = (source: string): string => source.replace(declared, '$1UTF-8')
