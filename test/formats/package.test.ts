import { describe, expect, it } from 'vitest'
import { openFormat } from '../../src/formats/index.ts'
import { docxDocument, docxEntries, docxOf } from '../support/docx-documents.ts'
import { odtEntries } from '../support/odt-documents.ts'
import { zip } from '../support/zip.ts'

const docx = await openFormat('docx')
const odt = await openFormat('odt')
const bytes = (text: string) => new TextEncoder().encode(text)
const whole = docxOf('<w:p><w:r><w:t>a</w:t></w:r></w:p>')
const entries = docxEntries('<w:p><w:r><w:t>a</w:t></w:r></w:p>')
const withMain = (change: object) =>
  zip(entries.map(entry => (entry.name === 'word/main.xml' ? { ...entry, ...change } : entry)))
const compound = (streams: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(streams, 'utf16le')])
const zip64 = Uint8Array.from(whole)
zip64.fill(255, zip64.length - 12, zip64.length - 2)

describe('packages that cannot be read', () => {
  const check = (format: typeof docx, source: Uint8Array, code: string, data: object) => {
    const { value, problems } = format.read(source)
    expect(problems).toMatchObject([{ code, severity: 'error', data }])
    expect(value.blocks).toEqual([])
    expect(format.write(source, value, new Map())).toBe(source)
  }
  it.each([
    ['empty', bytes(''), 'package-damaged', { reason: 'empty' }],
    ['cut off', whole.subarray(0, whole.length - 30), 'package-damaged', { reason: 'truncated' }],
    [
      'cut in the middle',
      Buffer.concat([whole.subarray(0, 300), whole.subarray(500)]),
      'package-damaged',
      { reason: 'directory' },
    ],
    ['a part damaged', withMain({ claimedSize: 5 }), 'package-damaged', { reason: 'entry', name: 'word/main.xml' }],
    [
      'a part twice',
      zip([...entries, { name: 'WORD/main.xml', content: 'x' }]),
      'package-damaged',
      { reason: 'duplicate' },
    ],
    [
      'a part missing',
      zip(entries.filter(({ name }) => name !== 'word/main.xml')),
      'package-damaged',
      { reason: 'missing', name: 'word/main.xml' },
    ],
    [
      'a bomb that says so',
      withMain({ content: Buffer.alloc(6_000_000, 32) }),
      'package-too-large',
      { name: 'word/main.xml', size: 6 },
    ],
    [
      'a bomb that does not',
      withMain({ content: Buffer.alloc(60_000_000, 32), claimedSize: 2_000_000 }),
      'package-damaged',
      { reason: 'entry' },
    ],
    ['packed in another way', withMain({ method: 12 }), 'package-unsupported', { reason: 'method' }],
    ['zip64', zip64, 'package-unsupported', { reason: 'zip64' }],
    ['encrypted entries', withMain({ flags: 1 }), 'package-encrypted', {}],
    ['a password', compound('EncryptedPackage'), 'package-encrypted', {}],
    ['Word before 2007', compound('WordDocument'), 'package-mislabelled', { found: 'doc', format: 'DOCX' }],
    ['RTF', bytes('{\\rtf1 x}'), 'package-mislabelled', { found: 'rtf' }],
    ['PDF', bytes('%PDF-1.7'), 'package-mislabelled', { found: 'pdf' }],
    ['HTML', bytes('<!DOCTYPE html><html>'), 'package-mislabelled', { found: 'html' }],
    ['bare XML', bytes('<?xml version="1.0"?><w:wordDocument/>'), 'package-mislabelled', { found: 'xml' }],
    ['text', bytes('Dear Sir'), 'package-mislabelled', { found: 'other' }],
    ['ODT', zip(odtEntries('')), 'package-mislabelled', { found: 'odf' }],
    ['any archive', zip([{ name: 'a.txt', content: 'a' }]), 'package-mislabelled', { found: 'zip' }],
    ['a damaged part', withMain({ content: '<w:document>' }), 'xml-malformed', {}],
  ] as const)('DOCX: %s', (_, source, code, data) => check(docx, source, code, data))

  it.each([
    ['DOCX', whole, 'package-mislabelled', { found: 'docx', format: 'ODT' }],
    [
      'a spreadsheet',
      zip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' }]),
      'package-mislabelled',
      { found: 'odf' },
    ],
    [
      'a password',
      zip(
        odtEntries('').map(e =>
          e.name === 'META-INF/manifest.xml' ? { ...e, content: '<m><encryption-data/></m>' } : e,
        ),
      ),
      'package-encrypted',
      {},
    ],
  ] as const)('ODT: %s', (_, source, code, data) => check(odt, source, code, data))

  it('any damage of a byte is no crash and no hang', () => {
    const source = docxDocument(7)
    for (let at = 0; at < source.length; at += 97) {
      const damaged = Uint8Array.from(source)
      damaged[at]! ^= 0x55
      const { value, problems } = docx.read(damaged)
      if (problems.length === 0)
        expect(docx.write(damaged, value, new Map(value.blocks.map(b => [b.id, b.runs])))).toEqual(damaged)
    }
  })
})

describe('entries that do not change', () => {
  it('stay byte for byte, with the order, the comments and the extra fields', () => {
    const odd = zip(
      entries.map((entry, i) => ({
        ...entry,
        comment: `part ${i}`,
        extra: Uint8Array.of(1, 2, 2, 0, 3, 4),
        ...(i % 2 && { descriptor: 'signed' as const }),
      })),
      'comment',
    )
    const { value } = docx.read(odd)
    const there = docx.write(odd, value, new Map([['b1', [{ kind: 'text', text: 'bb', map: [] }]]]))
    const back = docx.write(there, docx.read(there).value, new Map([['b1', [{ kind: 'text', text: 'a', map: [] }]]]))
    const strip = (b: Uint8Array) => Buffer.from(b).toString('latin1')
    const media = strip(odd).indexOf('word/media/image1.png')
    expect(strip(there)).toContain(strip(odd).slice(media, media + 300))
    expect(strip(there).endsWith('comment')).toBe(true)
    expect(docx.read(back).value.blocks.length).toBe(value.blocks.length)
    expect(strip(there).match(/part \d/g)).toEqual(strip(odd).match(/part \d/g))
  })
})
