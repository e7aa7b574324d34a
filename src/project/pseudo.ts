import { pseudoTranslation, writeXliff } from '../xliff/index.ts'
import { decodeXml, encodeXmlOrUtf8 } from '../xml/index.ts'
import { openXliff } from './merge.ts'
import type { Checked, Source } from './verbs.ts'

export interface Pseudo extends Checked {
  /** Absent where the file could not be used. */
  readonly bytes?: Uint8Array
}

/** An XLIFF file whose every target shows whether a layout bears translation; what was translated in it is overwritten. */
export function pseudo(source: Source): Pseudo {
  const { checked, xliff } = openXliff(source)
  if (!xliff) return checked
  const decoded = decodeXml(source.bytes).value
  const targetLanguage = xliff.targetLanguage ?? 'qps-ploc'
  const written = writeXliff(decoded.text, xliff, pseudoTranslation(xliff), { targetLanguage })
  const problems = written.problems.map(p => ({ ...p, severity: p.severity ?? ('warning' as const) }))
  const bytes = encodeXmlOrUtf8({ ...decoded, text: written.value })
  return { ...checked, problems: [...checked.problems, ...problems], bytes }
}
