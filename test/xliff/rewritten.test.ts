import { describe, expect, it } from 'vitest'
import { runsText } from '../../src/content/index.ts'
import {
  convertXliff,
  readXliff,
  unitsOf,
  validateXliff,
  writeXliff,
  type XliffVersion,
} from '../../src/xliff/index.ts'
import { documents } from './documents.ts'

/** What other programs do to a file that they open and save, without any change in what it says. */
const habits: Readonly<Record<string, (text: string) => string>> = {
  // Python's ElementTree
  'names of its own for namespaces': text =>
    text
      .replace(/<(\/?)(?=[a-zA-Z-]+[\s/>])/g, '<$1ns0:')
      .replace(/xmlns=/, 'xmlns:ns0=')
      .replace(/(<ns0:xliff[^>]*?) xmlns:x12/, '$1 xmlns:x12'),
  'single quotes and another order': text =>
    text.replace(/<([\w:-]+)((?: [\w:-]+="[^"'<]*")+)/g, (_, name, attributes) => {
      const list = attributes.match(/ [\w:-]+="[^"]*"/g) as string[]
      return `<${name}${list
        .reverse()
        .map(each => each.replaceAll('"', "'"))
        .join('')}`
    }),
  'line ends of Windows': text => text.replaceAll('\n', '\r\n'),
  'no indentation': text =>
    text.replace(/(<\/?(?:xliff|file|header|body|group|trans-unit|unit|segment)\b[^>]*>)\s+</g, '$1<'),
  'references for letters': text => text.replace(/[а-яіїє]/g, letter => `&#${letter.charCodeAt(0)};`),
  'a declaration of its own': text =>
    text.replace(/^(<\?xml[^>]*\?>)?\s*/, "<?xml version='1.0' encoding='UTF-8' standalone='no'?>\n"),
}

const convert = (text: string, to: XliffVersion) => convertXliff(text, readXliff(text).value, to)
const other = (version: XliffVersion): XliffVersion => (version === '1.2' ? '2.1' : '1.2')

/** Gives each segment that is free its source as target, by an edit in place. */
function translated(text: string): string {
  const { value } = readXliff(text)
  const changes = [...unitsOf(value)].flatMap(unit =>
    unit.segments
      .filter(segment => segment.kind === 'segment' && !segment.locked && !unit.locked)
      .map(segment => ({ unit, segment, target: segment.source.runs })),
  )
  return writeXliff(text, value, changes, { targetLanguage: 'uk' }).value
}

const texts = (text: string) =>
  [...unitsOf(readXliff(text).value)].map(unit =>
    unit.segments
      .filter(({ kind }) => kind === 'segment')
      .map(({ source, target }) => [runsText(source.runs), target && runsText(target.runs)]),
  )

const ours = [...documents].filter(([name]) => /angular|okapi|omegat|symfony-3|crowdin|xcode|matecat/.test(name))

describe.each(Object.entries(habits))('a file saved with %s', (_, rewrite) => {
  it.each(ours)('says the same: %s', (_name, text) => {
    const again = rewrite(text)
    expect(readXliff(again).problems).toEqual([])
    expect(texts(again)).toEqual(texts(text))
    const errors = (xliff: string) => validateXliff(xliff).problems.filter(p => p.severity === 'error').length
    expect(errors(again)).toBe(errors(text))
    expect(texts(translated(again))).toEqual(texts(translated(text)))
  })

  it.each(ours)('comes back from the other family as what it was made from: %s', (_name, text) => {
    const { version } = readXliff(text).value
    const saved = rewrite(translated(convert(text, other(version)).value))
    const { value, problems } = convert(saved, version)
    expect(problems.map(p => p.code)).not.toContain('xliff-original-outdated')
    expect(texts(value)).toEqual(texts(translated(text)))
  })
})

describe('what programs write of states', () => {
  const unit = (attributes: string) =>
    `<xliff version="1.2"><file original="a" source-language="en" target-language="uk" datatype="plaintext"><body><trans-unit id="1"${attributes}</trans-unit></body></file></xliff>`
  const segmentOf = (attributes: string) => [...unitsOf(readXliff(unit(attributes)).value)][0]!.segments[0]!

  it.each([
    ['Lokalize: a translation under state new', '><source>A</source><target state="new">Б</target>', 'initial', 'Б'],
    ['translate-toolkit: approved alone', ' approved="yes"><source>A</source><target>Б</target>', 'final', 'Б'],
    [
      'Virtaal and Poedit: a doubt',
      '><source>A</source><target state="needs-review-translation">Б</target>',
      'translated',
      'Б',
    ],
    ['a state of its own', '><source>A</source><target state="x-reviewed">Б</target>', 'initial', 'Б'],
    ['Xcode: no target', '><source>A</source>', 'initial', undefined],
    ['Lokalise: an empty one', '><source>A</source><target/>', 'initial', ''],
  ])('%s', (_, attributes, state, text) => {
    const { target, state: read } = segmentOf(attributes)
    expect([read, target && runsText(target.runs)]).toEqual([state, text])
  })
})
