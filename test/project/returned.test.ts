import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { newText } from '../../src/content/index.ts'
import { exportDocument, mergeDocument, openXliff, type Source } from '../../src/project/index.ts'
import { convertXliff, readXliff, type Unit, unitsOf, writeXliff, type XliffVersion } from '../../src/xliff/index.ts'
import { openTestProject, settings } from '../lint/open.ts'

const project = await openTestProject()
const examples = new URL('../../examples/', import.meta.url)
const names = readdirSync(examples).filter(name => /\.(md|txt)$/.test(name))
const languages = ['en', 'uk', 'ru'] as const

/** The units in another order, all else as it was. */
function arranged(xliff: string, order: (units: Unit[]) => Unit[]): string {
  const units = [...unitsOf(readXliff(xliff).value)]
  const raw = order([...units]).map(({ span }) => xliff.slice(span.start, span.end))
  const gap = xliff.slice(units[0]!.span.end, units[1]?.span.start ?? units[0]!.span.end)
  return xliff.slice(0, units[0]!.span.start) + raw.join(gap) + xliff.slice(units.at(-1)!.span.end)
}

const converted = (xliff: string, to: XliffVersion) => convertXliff(xliff, readXliff(xliff).value, to).value
const other = (xliff: string): XliffVersion => (readXliff(xliff).value.version === '1.2' ? '2.1' : '1.2')

/** The white space between elements that hold no text. */
const between =
  />\s+<(?=\/?(?:file|body|header|unit|group|trans-unit|segment|ignorable|notes|mda:|gls:|skeleton|skl|external-file|originalData|data))/g

/** What programs and people do to a file between export and merge. */
const journeys: Readonly<Record<string, (xliff: string) => string>> = {
  'saved with names of its own for namespaces': xliff =>
    xliff.replace(/<(\/?)(?=[a-zA-Z-]+[\s/>])/g, '<$1x:').replace(/\sxmlns=/, ' xmlns:x='),
  'laid out anew': xliff => xliff.replace(between, '>\n<').replace(/\s?xml:space="preserve"/g, ''),
  'without indentation': xliff => xliff.replace(between, '><'),
  'with line breaks in texts as spaces': xliff =>
    xliff.replace(/<(source|target)\b[^>]*>[\s\S]*?<\/\1>/g, content => content.replace(/\s*\n\s*/g, ' ')),
  'with line ends of Windows': xliff => xliff.replaceAll('\n', '\r\n'),
  'with its units the other way round': xliff => arranged(xliff, units => units.reverse()),
  'sorted by name': xliff => arranged(xliff, units => units.sort((a, b) => (a.id < b.id ? -1 : 1))),
  'with ids of its own': xliff => {
    let n = 0
    return xliff.replace(/(<(?:trans-)?unit\b[^>]*?\sid=")[^"]*"/g, (_, start) => `${start}${++n}"`)
  },
  'without names and metadata': xliff =>
    xliff.replace(/<mda:metadata>[\s\S]*?<\/mda:metadata>/g, '').replace(/ (?:name|resname|extradata)="[^"]*"/g, ''),
  'converted and back': xliff => converted(converted(xliff, other(xliff)), readXliff(xliff).value.version),
  'converted to the other family': xliff => converted(xliff, other(xliff)),
  'converted by another program': xliff =>
    converted(xliff, other(xliff))
      .replace(/<x12:original>[\s\S]*?<\/x12:original>/g, '')
      .replace(/<reference>[\s\S]*?<\/reference>/g, ''),
  'rewritten as Lokalize does': xliff =>
    xliff.replace(/ state="[^"]*"/g, '').replace(/<target/g, '<target state="new"'),
}

/** Every segment translated: the codes of the source in their order, letters others. */
function translated(xliff: string): string {
  const { value } = readXliff(xliff)
  const changes = [...unitsOf(value)].flatMap(unit =>
    unit.segments
      .filter(({ kind }) => kind === 'segment')
      .map(segment => ({
        unit,
        segment,
        state: 'translated' as const,
        target: segment.source.runs.map(run => (run.kind === 'text' ? newText(run.text.replace(/\p{L}/gu, 'ї')) : run)),
      })),
  )
  return writeXliff(xliff, value, changes).value
}

const folded = (text: string | undefined) => text?.replace(/[\s>]+/g, ' ')

async function merged(document: Source, xliff: string) {
  const opened = openXliff({ path: 'x.xlf', bytes: new TextEncoder().encode(xliff) })
  expect(opened.checked.problems).toEqual([])
  const back = await mergeDocument(project, opened, document, settings(), { strict: true })
  return { text: back.result && new TextDecoder().decode(back.result.bytes), problems: back.problems.map(p => p.code) }
}

describe.each(['1.2', '2.1'] as const)('a file of XLIFF %s that comes back', version => {
  it.each(Object.entries(journeys))('%s still merges', async (name, journey) => {
    if (name.includes('Lokalize') && version !== '1.2') return
    for (const example of names) {
      const document = { path: example, bytes: readFileSync(new URL(example, examples)) }
      const from = languages.find(language => example.includes(`.${language}.`))!
      const to = from === 'uk' ? 'ru' : 'uk'
      const options = { from, to: [to], version } as const
      const [file] = (await exportDocument(project, document, settings(), options)).files
      const xliff = translated(file!.text)
      const plain = await merged(document, xliff)
      expect(plain.problems).toEqual([])
      const { text, problems } = await merged(document, journey(xliff))
      expect(problems).toEqual([])
      expect(folded(text)).toBe(folded(plain.text))
      if (!name.includes('line breaks')) expect(text).toBe(plain.text)
    }
  })
})
