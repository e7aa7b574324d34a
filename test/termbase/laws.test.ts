import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import '../support/properties.ts'
import { openTermFormat } from '../../src/termbase/index.ts'
import { bare, concepts } from './arbitrary.ts'
import { lossless } from './lossless.ts'

describe('what is written is read again', () => {
  it.each(lossless)('%s %j', async (id, options) => {
    const format = await openTermFormat(id)
    fc.assert(
      fc.property(concepts, list => {
        const { value, problems } = format.read(format.write(list, options).value)
        expect(problems).toEqual([])
        expect(bare(value)).toEqual(list)
      }),
    )
  })
})

describe('readers', () => {
  it.each(['csv', 'tsv', 'omegat', 'deepl', 'json', 'tbx', 'xlsx', 'utx', 'i18next'] as const)(
    '%s: never throw',
    async id => {
      const format = await openTermFormat(id)
      fc.assert(
        fc.property(
          fc.oneof(
            fc.uint8Array(),
            fc.string().map(s => new TextEncoder().encode(s)),
          ),
          bytes => {
            format.read(bytes)
            format.read(new TextEncoder().encode(`id,lang,term,concept,more\n${new TextDecoder().decode(bytes)}`))
          },
        ),
        // An alias without an anchor.
        { examples: [[new TextEncoder().encode('*-')]] },
      )
    },
  )
})
