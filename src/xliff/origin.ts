import { fromBase64 } from './base64.ts'
import type { Attributes, Meta, Skeleton, Unit, XliffFile } from './model.ts'
import { keep } from './namespaces.ts'

/** The category of the metadata with which a file says what it was made from. */
export const provenance = 'tlumach'

/** What a file that was exported here says of the document it was made from. */
export interface Origin {
  readonly original?: string
  readonly format?: string
  readonly hash?: string
  /** The profile that it was exported by. */
  readonly profile?: string
  /** The document itself, if it travels inside. */
  readonly source?: string | Uint8Array
}

/** What a unit that was exported here says of itself. */
export interface UnitFacts {
  /** Hashes of the texts of its neighbours (`neighbourHash`). */
  readonly before?: string
  readonly after?: string
  /** Its target is a copy of its source that nobody has translated. */
  readonly target?: 'copy'
}

export const ownMeta = (type: string, text: string): Meta => ({ category: provenance, type, text })

/** Metadata that says the given things; what is undefined is left out. */
export const metadataFor = (said: Readonly<Record<string, string | undefined>>): Meta[] =>
  Object.entries(said).flatMap(([type, text]) => (text === undefined ? [] : [ownMeta(type, text)]))

/** Reads what `exportXliff` wrote; a field is missing where a file does not say it. */
export function originOf(file: XliffFile): Origin {
  const said = saidBy(file.metadata.length > 0 ? file.metadata : headerFacts(file))
  const { format, profile, 'source-hash': hash, 'skeleton-encoding': encoding } = said
  const source = embeddedSource(file.skeleton?.embedded, encoding)
  return {
    ...(file.original === undefined ? {} : { original: file.original }),
    ...(format === undefined ? {} : { format }),
    ...(hash === undefined ? {} : { hash }),
    ...(profile === undefined ? {} : { profile }),
    ...(source === undefined ? {} : { source }),
  }
}

const saidBy = (metadata: readonly Meta[]): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(metadata.filter(m => m.category === provenance).map(({ type, text }) => [type, text]))

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

const ownDatatype = /^x-tlumach-([a-z0-9]+)(?:-([a-z0-9-]+))?$/

/** 1.2 has no metadata: the file says its format and profile by `datatype`, the skeleton its hash by `crc` and its encoding by `form`. */
export function headerFor(file: XliffFile): { readonly attributes: Attributes; readonly skeleton?: Skeleton } {
  const { format, profile, 'source-hash': crc, 'skeleton-encoding': form } = saidBy(file.metadata)
  if (format === undefined) return { attributes: {}, ...(file.skeleton && { skeleton: file.skeleton }) }
  const datatype = `x-tlumach-${format}${profile === undefined ? '' : `-${profile}`}`
  return { attributes: { datatype }, ...(file.skeleton && { skeleton: { ...file.skeleton, crc, form } }) }
}

/** What `headerFor` wrote, as metadata. */
export function headerFacts({ attributes, skeleton }: XliffFile): Meta[] {
  const said = ownDatatype.exec(attributes.datatype ?? '')
  if (!said) return []
  const [, format, profile] = said
  return metadataFor({ format, profile, 'source-hash': skeleton?.crc, 'skeleton-encoding': skeleton?.form })
}

const ownExtra = /^tlumach(?: [a-z]+=\S+)+$/

/** The facts of a unit in the words of 1.2 (`extradata`). */
export function extradataFor(metadata: readonly Meta[]): Attributes {
  const own = metadata.filter(m => m.category === provenance)
  return own.length === 0 ? {} : { extradata: ['tlumach', ...own.map(({ type, text }) => `${type}=${text}`)].join(' ') }
}

export function unitFacts({ metadata, attributes }: Unit): UnitFacts {
  const extra = attributes.extradata ?? attributes[`${keep}extradata`] ?? ''
  const pairs = ownExtra.test(extra) ? extra.split(' ').slice(1) : []
  return { ...Object.fromEntries(pairs.map(pair => pair.split('=', 2))), ...saidBy(metadata) }
}
