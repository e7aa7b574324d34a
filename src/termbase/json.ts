import { decode, encode } from '../text/index.ts'
import type { TermFormat } from './format.ts'
import { readGlossary } from './own-read.ts'
import { entryOf } from './own-write.ts'

/** Our own form as JSON: what a glossary file holds, as programs like to read it. Loses nothing. */
export const json: TermFormat = {
  id: 'json',
  extensions: ['.json', '.yaml', '.yml'],
  read(bytes) {
    const { value, problems } = decode(bytes)
    if (problems.length > 0) return { value: [], problems }
    const reading = readGlossary(value.text)
    return { value: reading.value.concepts, problems: reading.problems }
  },
  write: concepts => ({
    value: encode({
      text: `${JSON.stringify({ concepts: concepts.map(entryOf) }, undefined, 2)}\n`,
      encoding: 'utf-8',
      bom: false,
    }),
    problems: [],
  }),
}
