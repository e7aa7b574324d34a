import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { convert } from '../../src/project/index.ts'
import { decodeXml } from '../../src/xml/index.ts'
import { files } from '../xliff/documents.ts'

describe.each([...files])('%s', (path, bytes) => {
  const version = decodeXml(bytes).value.text.includes('document:2') ? '2.0' : '1.2'

  it('is itself where no version is asked for', () => {
    expect(Buffer.from(convert({ path, bytes }).result!.bytes)).toEqual(Buffer.from(bytes))
  })

  it('comes back from the other family, in an encoding that it declares', () => {
    const there = convert({ path, bytes }, version === '1.2' ? '2.1' : '1.2').result!
    const back = convert({ path, bytes: there.bytes }, version).result!
    const { value, problems } = decodeXml(back.bytes)
    expect(problems).toEqual([])
    const undeclared = (text: string) => text.replace(/^<\?xml[^>]*\?>/, '')
    expect(undeclared(value.text)).toBe(
      undeclared(decodeXml(bytes).value.text).replace('version="2.1"', 'version="2.0"'),
    )
  })
})
