import { expect, it } from 'vitest'
import { formats, openFormat } from '../../src/formats/index.ts'

it.each(formats.map(({ id, extensions }) => [id, extensions] as const))(
  '%s is what its entry says',
  async (id, extensions) => {
    const format = await openFormat(id)
    expect([format.id, [...format.extensions]]).toEqual([id, [...extensions]])
  },
)
