import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockText } from '../../src/content/index.ts'
import { exportXliff, validateXliff } from '../../src/xliff/index.ts'
import { anyBlock, anySegments } from './blocks.ts'
import { schemaFaults, schemasAbsent } from './schemas.ts'

if (schemasAbsent) console.log(`schema tests skipped: ${schemasAbsent}`)

const anyUnit = anyBlock.chain(block => {
  const offset = fc.nat({ max: blockText(block).length })
  const term = fc.record({
    start: offset,
    end: offset,
    concept: fc.string({ unit: 'binary' }),
    source: fc.string({ unit: 'binary' }),
    translations: fc.array(fc.string(), { maxLength: 2 }),
    note: fc.string(),
  })
  return fc.record({
    block: fc.constant(block),
    segments: anySegments(block),
    terms: fc.array(term, { maxLength: 4 }),
    notes: fc.array(fc.record({ category: fc.string({ unit: 'binary' }), text: fc.string({ unit: 'binary' }) }), {
      maxLength: 2,
    }),
  })
})

describe('what is exported', () => {
  it.each(['1.2', '2.0', '2.1', '2.2'] as const)('is valid by the rules and the schemas of %s', version => {
    const files = fc
      .sample(fc.tuple(fc.array(anyUnit, { maxLength: 5 }), fc.option(fc.string(), { nil: undefined })), 60)
      .map(([units, embedded]) =>
        exportXliff({
          version,
          sourceLanguage: 'en',
          targetLanguage: 'uk',
          original: 'a b/стаття%.md',
          sourceHash: 'x',
          format: 'plain',
          markup: code => `${code.label}\u0002`,
          units,
          ...(embedded === undefined ? {} : { embedded }),
        }),
      )
    expect(files.flatMap(file => validateXliff(file).problems)).toEqual([])
    if (schemasAbsent) return
    expect(schemaFaults(files, version)).toEqual([])
    expect(schemaFaults([files[0]!.replace(/ (?:id|original)="[^"]*"/, '')], version)).not.toEqual([])
  })
})
