import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openTermFormat } from '../../src/termbase/index.ts'

const xlsx = await openTermFormat('xlsx')

/** A workbook as Excel lays it out: shared strings, a second sheet, a part in an absolute place. */
function workbook(sheet: string, strings: string): Uint8Array {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="x" xmlns:r="${relation}"><sheets><sheet name="A" sheetId="2" r:id="rId7"/><sheet name="B" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships xmlns="x"><Relationship Id="rId1" Target="worksheets/other.xml"/><Relationship Id="rId7" Target="/xl/worksheets/sheet9.xml"/></Relationships>',
    ),
    'xl/sharedStrings.xml': strToU8(`<sst>${strings}</sst>`),
    'xl/worksheets/sheet9.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
  })
}

/** The names and terms in a workbook, and the codes of problems. */
function check(bytes: Uint8Array, want: readonly string[]): void {
  const { value, problems } = xlsx.read(bytes)
  const said = value.map(({ names, terms, note }) =>
    [names.uk?.name, ...terms.map(({ text }) => text), note].filter(Boolean).join(' | '),
  )
  expect([...said, ...problems.map(({ code, data }) => `${code} ${data?.reason ?? ''}`)]).toEqual(want)
}

describe('workbooks', () => {
  const header =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>Note</t></is></c></row>'
  it('have shared strings with runs and readings, gaps, numbers', () => {
    const strings =
      '<si><t>Ukrainian</t></si><si><r><t>Eng</t></r><r><t>lish</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si><si><t>Київ</t></si><si><t xml:space="preserve">Ky_x0069_v </t></si>'
    check(
      workbook(
        `${header}<row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" t="s"><v>3</v></c><c r="D3"><v>1</v></c></row><row/>`,
        strings,
      ),
      ['Київ | Kyiv | 1'],
    )
  })

  it('that are none say why', () => {
    check(strToU8('PK no'), ['termbase-not-xlsx zip'])
    check(zipSync({ 'a.txt': strToU8('') }), ['termbase-not-xlsx part'])
  })

  it('are the same for the same concepts', () => {
    const concept = { id: 'a', kind: 'term', names: {}, former: [], except: [] } as const
    const terms = [{ lang: 'en', text: '_x0041_', part: 'name', status: 'preferred' }] as const
    const write = () => xlsx.write([{ ...concept, terms }]).value
    expect(write()).toEqual(write())
    check(write(), ['_x0041_'])
  })
})
