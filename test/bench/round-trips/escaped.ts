import { type Changes, type Format, type TextFormat, withEmbedded } from '../../../src/content/index.ts'
import { type FormatId, formats, openFormat, type PackageFormat } from '../../../src/formats/index.ts'
import type { Source } from '../../../src/project/index.ts'
import { decode } from '../../../src/text/index.ts'
import { structure, withoutMaps } from '../../formats/show.ts'
import { differingBytes, differingLines } from './difference.ts'

/**
 * `escaped`: every text forgets its place in the source, so that all of it goes through the format's escaping. What was spelled
 * otherwise than the escaping does (`&#8212;` for —, a line broken within a paragraph, `\u0456` in JSON) is other bytes then, but
 * `escaped.reads-same`: the same blocks.
 */
export type EscapedCheck = 'escaped' | 'escaped.reads-same'

export async function escapedAnew(
  { bytes }: Source,
  id: FormatId,
): Promise<readonly (readonly [EscapedCheck, string | undefined])[]> {
  const opened = await openFormat(id)
  if (formats.find(format => format.id === id)!.kind === 'package')
    return outcomes(opened as PackageFormat, bytes, x => x)
  const { value, problems } = decode(bytes)
  if (problems.length > 0) return []
  const format = await withInner(opened as TextFormat, value.text)
  return outcomes(format, value.text, text => new TextEncoder().encode(text))
}

function outcomes<S extends string | Uint8Array>(
  format: Format<S>,
  source: S,
  bytesOf: (source: S) => Uint8Array,
): readonly (readonly [EscapedCheck, string | undefined])[] {
  const { value: document } = format.read(source)
  const changes: Changes = new Map(document.blocks.map(block => [block.id, withoutMaps(block.runs)]))
  const written = format.write(source, document, changes)
  const again = format.read(written).value
  return [
    ['escaped', differingBytes(bytesOf(source), bytesOf(written))],
    ['escaped.reads-same', differingLines(structure(document), structure(again))],
  ]
}

/** With the formats of the documents that stand in one of this format: HTML in Markdown. */
async function withInner(format: TextFormat, text: string): Promise<TextFormat> {
  const inner = new Map<string, TextFormat>()
  for (const { format: id } of format.read(text).value.embedded)
    inner.set(id, (await openFormat(id as FormatId)) as TextFormat)
  return inner.size > 0 ? withEmbedded(format, id => inner.get(id)) : format
}
