import { convertXliff, readXliff, type XliffVersion } from '../xliff/index.ts'
import { encodeXmlOrUtf8 } from '../xml/index.ts'
import { decodeXliff } from './decode-xliff.ts'
import { refused } from './read.ts'
import type { Checked, Source } from './verbs.ts'

export interface Converted extends Checked {
  /** Absent where the file cannot be read. */
  readonly result?: { readonly text: string; readonly bytes: Uint8Array; readonly version: XliffVersion }
}

/**
 * An XLIFF file in another version; with none named, read and written as it is. `problems` say what has no counterpart. A file that
 * is written anew is UTF-8; one that only changes its version's name keeps its encoding.
 */
export function convert(source: Source, to?: XliffVersion): Converted {
  const { value, problems } = decodeXliff(source.bytes)
  if (problems.length > 0) return refused(source, value.text, problems)
  const reading = readXliff(value.text)
  const broken = reading.problems.filter(p => (p.severity ?? 'error') === 'error')
  if (broken.length > 0) return refused(source, value.text, broken)
  const version = to ?? reading.value.version
  const converted = convertXliff(value.text, reading.value, version)
  const all = [...reading.problems, ...converted.problems].map(p => ({
    ...p,
    severity: p.severity ?? ('warning' as const),
  }))
  const anew = (version === '1.2') !== (reading.value.version === '1.2')
  const form = anew ? { encoding: 'utf-8', bom: false } : value
  const bytes = converted.value === value.text ? source.bytes : encodeXmlOrUtf8({ ...form, text: converted.value })
  return {
    path: source.path,
    text: value.text,
    problems: all,
    unusable: false,
    result: { text: converted.value, bytes, version },
  }
}
