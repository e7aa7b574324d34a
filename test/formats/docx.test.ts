import { describe, it } from 'vitest'
import { openFormat } from '../../src/formats/index.ts'
import { docxDocument } from '../support/docx-documents.ts'
import { checkPackage } from './package-laws.ts'

const docx = await openFormat('docx')

describe('DOCX: what is read is written back', () => {
  it('100 generated packages', () => {
    for (let seed = 1; seed <= 100; seed++) checkPackage(docx, docxDocument(seed))
  })
})
