import { encode } from '../text/index.ts'
import { writeDelimited } from './delimited.ts'
import type { TermFormat } from './format.ts'
import { pairsOf } from './pairs.ts'
import { tsv } from './separated.ts'

/** A glossary of DeepL: tab-separated, source and target, no header; a source may stand only once, so the best target goes in. */
export const deepl: TermFormat = {
  id: 'deepl',
  extensions: [],
  read: (bytes, options) => tsv.read(bytes, { languages: ['uk', 'en'], ...options }),
  write(concepts, options = {}) {
    const { pairs, problems } = pairsOf(concepts, { ...options, usableOnly: true })
    const rows = new Map<string, string>()
    for (const { source, target } of pairs) if (!rows.has(source)) rows.set(source, target)
    return { value: encode({ text: writeDelimited([...rows], '\t'), encoding: 'utf-8', bom: false }), problems }
  },
}
