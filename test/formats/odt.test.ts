import { describe, it } from 'vitest'
import { openFormat } from '../../src/formats/index.ts'
import { odtDocument } from '../support/odt-documents.ts'
import { checkPackage } from './package-laws.ts'

const odt = await openFormat('odt')

describe('ODT: what is read is written back', () => {
  it('100 generated packages', () => {
    for (let seed = 1; seed <= 100; seed++) checkPackage(odt, odtDocument(seed))
  })
})
