import type { Problem } from '../text/index.ts'
import { decodeXml } from '../xml/index.ts'

/** The text of an XML file that comes in pieces. */
export interface DecodedStream {
  readonly chunks: AsyncIterable<string>
  /** One where the bytes are no text; the chunks end there. */
  readonly problems: readonly Problem[]
}

/** Decodes by the byte-order mark, else by the declaration, else as UTF-8. Memory: one piece. */
export function decodeStream(chunks: AsyncIterable<Uint8Array>): DecodedStream {
  const problems: Problem[] = []
  async function* decoded() {
    let decoder: InstanceType<typeof TextDecoder> | undefined
    try {
      for await (const chunk of chunks) {
        decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
        yield decoder.decode(chunk, { stream: true })
      }
      yield decoder?.decode() ?? ''
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof RangeError)) throw error
      const data = { byte: 0, encoding: decoder?.encoding ?? 'utf-8' }
      problems.push({ code: 'unreadable-encoding', severity: 'error', span: { start: 0, end: 0 }, data })
    }
  }
  return { chunks: decoded(), problems }
}

function encodingOf(first: Uint8Array): string {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le'
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be'
  return decodeXml(first.subarray(0, 256)).value.encoding
}
