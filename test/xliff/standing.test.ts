import { expect, it } from 'vitest'
import { readXliff, standingOf, unitsOf } from '../../src/xliff/index.ts'

/** The standing of a unit of 1.2 with these attributes and what follows its source, “One”. */
function check(attributes: string, rest: string, expected: string): void {
  const unit = `<trans-unit id="u" ${attributes}><source>One</source>${rest}</trans-unit>`
  const { value } = readXliff(
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a.md" datatype="plaintext" source-language="en" target-language="uk"><body>${unit}</body></file></xliff>`,
  )
  const [read] = unitsOf(value)
  expect(standingOf(read!, read!.segments[0]!, '1.2')).toBe(expected)
}

const copied = 'extradata="tlumach before=a after=b target=copy"'

it.each([
  ['nothing', '', '', 'untranslated'],
  ['an empty target', '', '<target/>', 'untranslated'],
  ['a target of which nothing is said', '', '<target>Один</target>', 'translated'],
  ['the source, of which nothing is said', '', '<target>One</target>', 'initial'],
  ['what is said to be no translation', '', '<target state="needs-translation">Один</target>', 'initial'],
  ['what is said to be new', '', '<target state="new">Один</target>', 'initial'],
  ['what is said to be final', '', '<target state="final">Один</target>', 'final'],
  ['the copy that the file was made with', copied, '<target state="needs-translation">One</target>', 'untranslated'],
  ['what OmegaT 3.6 has put in its place', copied, '<target state="needs-translation">Один</target>', 'translated'],
  ['what another program has put in its place', copied, '<target>Один</target>', 'translated'],
])('%s', (_, attributes, rest, expected) => check(attributes, rest, expected))
