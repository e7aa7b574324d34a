import { expect, it } from 'vitest'
import { lint, normalize } from '../../src/project/index.ts'
import { openTestProject, settings, source } from '../lint/open.ts'

const project = await openTestProject()
const file = (units: string) =>
  source(
    `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff"><file original="a" source-language="en" target-language="en-GB" datatype="plaintext"><body>${units}</body></file></xliff>`,
    'x.xlf',
  )

it('targets of XLIFF are mended; sources and what is locked or confirmed are only told of', async () => {
  const locked = '<trans-unit id="2" mq:locked="locked"><source>a</source><target>In Kiev</target></trans-unit>'
  const free = (text: string) =>
    `<trans-unit id="1"><source>In Kiev</source><target><![CDATA[<b> in ]]>${text}<x id="1"/>&#8211;</target></trans-unit>`
  const given = file(free('Kiev') + locked)
  expect((await lint(project, given, settings())).problems).toHaveLength(3)
  const { after } = await normalize(project, given, settings())
  expect(after).toBe(new TextDecoder().decode(file(free('Kyiv') + locked).bytes))
})

it('comments in XLIFF silence findings', async () => {
  const unit = '<trans-unit id="1"><source>a</source><target>In Kiev</target></trans-unit>'
  const silenced = file(`\n<!-- tlumach-disable-next-line -->\n${unit}`)
  expect((await lint(project, silenced, settings())).problems).toEqual([])
})
