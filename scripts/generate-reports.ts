import { readFileSync } from 'node:fs'
import { type ReportFormat, reportFormats } from '../src/report/index.ts'

interface Page {
  /** Whom it is for. */
  readonly reader: string
  /** What must be known to read it. */
  readonly facts: readonly string[]
  /** The extension of the sample, and the language of its fence; `txt` if left out. */
  readonly sample?: 'json' | 'jsonl' | 'sarif' | 'xml' | 'html'
}

const pages: Readonly<Record<ReportFormat, Page>> = {
  pretty: {
    reader: 'People at a terminal. This is the default.',
    facts: [
      'Each finding has its line, the place marked below, the suggestion, and where else the name stands.',
      'Severity is said by sign and word, not by colour alone. `NO_COLOR` and `FORCE_COLOR` are obeyed.',
    ],
  },
  concise: {
    reader: 'Editors and scripts that read one line a finding: `path:line:column: severity: message [rule]`.',
    facts: ['Line and column count from 1, the column in UTF-16 units.'],
  },
  json: {
    reader: 'Other programs.',
    facts: [
      '`start` and `end` are offsets in the source in UTF-16 units, the end excluded; in DOCX and ODT `part` names the XML file inside.',
      '`line` and `column` count from 1, the column in UTF-16 units.',
      '`fixes[].kind` is `safe`, `unsafe` or `display`; the edits of one fix belong together.',
      '`code` never changes with the language of messages; `message` does.',
      '`usedBy` says who spells the name as found, or else as preferred: `text`, and of each of `users` `who`, `source`, `from` and `to`; only where the glossary does.',
    ],
    sample: 'json',
  },
  jsonl: {
    reader:
      'Programs that read while the run goes on: a JSON object a line, with the fields of [json](json.md) and the path.',
    facts: ['A file without findings gives no line.'],
    sample: 'jsonl',
  },
  sarif: {
    reader: 'Code scanning (GitHub, Azure DevOps) and viewers of SARIF 2.1.0 (OASIS).',
    facts: [
      '`relatedLocations` are the other spellings of the name: all at the first finding of a group, the first 20 at each further one.',
      '`partialFingerprints` are made of the content, so that a finding is known again when the text above it grows.',
      'Columns are UTF-16 units, as `columnKind` says.',
    ],
    sample: 'sarif',
  },
  github: {
    reader: 'GitHub Actions: the findings stand beside the lines of a pull request.',
    facts: ['A remark (`info`) is a notice.'],
  },
  gitlab: {
    reader: 'GitLab: the artifact `codequality` of a merge request.',
    facts: ['Severities: an error is `major`, a warning `minor`, a remark `info`.'],
    sample: 'json',
  },
  rdjson: {
    reader: 'reviewdog, which writes comments into reviews of many hosts.',
    facts: [
      'Columns count bytes of UTF-8 from 1, as its definition of the format demands.',
      'Fixes are `suggestions`.',
    ],
    sample: 'json',
  },
  checkstyle: {
    reader: 'Jenkins and other programs that read Checkstyle’s XML.',
    facts: ['A file without findings is listed, too.'],
    sample: 'xml',
  },
  junit: {
    reader: 'Every CI that shows tests.',
    facts: [
      'A finding is a test case; errors and warnings have failed, remarks have not. A clean file is a test that passed.',
    ],
    sample: 'xml',
  },
  html: {
    reader: 'Colleagues without the program: one page that opens offline and loads nothing.',
    facts: [
      'The findings by file, with a filter by words and severity; below it, how often each spelling stands in which file.',
      'It can be read without scripts, with a keyboard, and in light and dark.',
    ],
    sample: 'html',
  },
}

const snapshots = new URL('../test/report/snapshots/', import.meta.url)

/** `docs/reports/`: a page for each report, with the sample that its test demands. */
export function generated(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/reports/README.md', index()],
    ...reportFormats.map(format => [`docs/reports/${format}.md`, pageOf(format)] as const),
    ['docs/reports/sample.html', sampleOf('html')],
  ])
}

const index = () => `# Reports

\`tlumach lint\`, \`check\` and \`validate\` print one of these: \`--format NAME\`. The exit status is the same in all of them.

| report | for |
| --- | --- |
${reportFormats.map(format => `| [${format}](${format}.md) | ${pages[format].reader} |\n`).join('')}`

function pageOf(format: ReportFormat): string {
  const { reader, facts, sample = 'txt' } = pages[format]
  const extension = format === 'sarif' ? 'sarif' : sample
  const shown =
    format === 'html'
      ? 'A [sample](sample.html): save it and open it in a browser.'
      : `\`\`\`${fences[sample]}\n${sampleOf(format)}\`\`\``
  return `# ${format}

${reader}

\`\`\`sh
tlumach lint --format ${format} texts/${extension === 'txt' ? '' : ` > report.${extension}`}
\`\`\`

${facts.map(fact => `- ${fact}\n`).join('')}
## Sample

The findings of two files; the text of the first is “🕊 Talks”, and below it “The “Podoliyak” line & <Podoliak>, Podoliyak.”

${shown}
`
}

const fences = { json: 'json', jsonl: 'json', sarif: 'json', xml: 'xml', html: 'html', txt: 'text' } as const

const sampleOf = (format: ReportFormat): string =>
  readFileSync(new URL(`${format}.${pages[format].sample ?? 'txt'}`, snapshots), 'utf8')
