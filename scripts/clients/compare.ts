import { unzipSync } from 'fflate'

/** What differs between a document as it should be and as it is, as a sentence; undefined where nothing does. */
export function difference(expected: Uint8Array, got: Uint8Array): string | undefined {
  if (Buffer.compare(expected, got) === 0) return undefined
  if (!isZip(expected) || !isZip(got)) return textDifference(textOf(expected), textOf(got))
  const [before, after] = [unzipSync(expected), unzipSync(got)]
  for (const [part, bytes] of Object.entries(before)) {
    const said = after[part] ? textDifference(textOf(bytes), textOf(after[part])) : 'is not there'
    if (said !== undefined) return `${part} ${said}`
  }
  return 'the packages differ beside their parts'
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

/** The place where two texts part. */
export function textDifference(expected: string, got: string): string | undefined {
  if (expected === got) return undefined
  let at = 0
  while (expected[at] === got[at]) at++
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 20), at + 30))
  return `has ${around(got)} where ${around(expected)} should be`
}
