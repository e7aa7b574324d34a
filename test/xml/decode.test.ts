import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeXml, encodeXml } from '../../src/xml/index.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const single = (text: string, of: (unit: number) => number): Uint8Array =>
  Uint8Array.from(text, character => of(character.charCodeAt(0)))
/** Cyrillic capitals and small letters as windows-1251 has them. */
const windows1251 = (unit: number): number => (unit >= 0x410 && unit <= 0x44f ? unit - 0x410 + 0xc0 : unit)

describe('the encoding of an XML file', () => {
  const cases: readonly (readonly [string, Uint8Array, string, string, boolean])[] = [
    ['UTF-8 by default', bytes('<a>ї</a>'), '<a>ї</a>', 'utf-8', false],
    ['UTF-8 with a mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0x3c), '<', 'utf-8', true],
    ['UTF-16 by its mark', Uint8Array.of(0xff, 0xfe, 0x3c, 0), '<', 'utf-16le', true],
    [
      'as declared',
      single('<?xml version="1.0" encoding="windows-1251"?><a>Київ</a>'.replace('ї', 'и'), windows1251),
      '<?xml version="1.0" encoding="windows-1251"?><a>Киив</a>',
      'windows-1251',
      false,
    ],
  ]
  test.each(cases)('%s', (_, source, text, encoding, bom) => {
    expect(decodeXml(source)).toEqual({ value: { text, encoding, bom }, problems: [] })
  })

  test.each([
    ['an unknown encoding', bytes('<?xml version="1.0" encoding="klingon-8"?><a/>')],
    ['a byte that UTF-8 does not have there', Uint8Array.of(0x3c, 0xff)],
    [
      'a byte that the declared encoding does not have',
      Uint8Array.of(...bytes("<?xml version='1.0' encoding='iso-8859-7'?>"), 0xff),
    ],
  ])('%s is a problem', (_, source) => {
    expect(decodeXml(source).problems.map(problem => problem.code)).toEqual(['unreadable-encoding'])
  })

  test('of the West is that of Windows, every byte of it', () => {
    const every = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    const source = Uint8Array.of(...bytes("<?xml version='1.0' encoding='ISO-8859-1'?>"), ...every)
    const { value } = decodeXml(source)
    expect(value.text).toContain('\x7f€\x81‚ƒ„')
    expect(value.text).toMatch(/ýþÿ$/)
    expect(encodeXml(value)).toEqual(source)
  })

  test('back to the same bytes', () => {
    const letters = fc.string({ unit: fc.constantFrom('а', 'Я', 'x', ' ', '\n', 'м'), maxLength: 20 })
    fc.assert(
      fc.property(letters, text => {
        const source = single(`<?xml version="1.0" encoding="windows-1251"?><a>${text}</a>`, windows1251)
        expect(encodeXml(decodeXml(source).value)).toEqual(source)
      }),
    )
    expect(encodeXml({ text: '汉', encoding: 'windows-1251', bom: false })).toBeUndefined()
  })
})
