import { fromBase64 } from './base64.ts'
import { provenance } from './export.ts'
import type { XliffFile } from './model.ts'

/** What a file that was exported here says of the document it was made from. */
export interface Origin {
  readonly original?: string
  readonly format?: string
  readonly hash?: string
  /** The document itself, if it travels inside. */
  readonly source?: string | Uint8Array
}

/** Reads what `exportXliff` wrote; a field is missing where a file does not say it. */
export function originOf(file: XliffFile): Origin {
  const said = (type: string) => file.metadata.find(m => m.category === provenance && m.type === type)?.text
  const format = said('format')
  const hash = said('source-hash')
  const source = embeddedSource(file.skeleton?.embedded, said('skeleton-encoding'))
  return {
    ...(file.original === undefined ? {} : { original: file.original }),
    ...(format === undefined ? {} : { format }),
    ...(hash === undefined ? {} : { hash }),
    ...(source === undefined ? {} : { source }),
  }
}

function embeddedSource(text: string | undefined, encoding: string | undefined): string | Uint8Array | undefined {
  if (text === undefined || encoding === undefined) return text
  if (encoding === 'base64') return fromBase64(text)
  if (encoding !== 'json') return undefined
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined
  }
}
