import { decode, lines, type Problem, type Reading } from '../text/index.ts'
import type { Shown } from './shown.ts'
import type { Finding, Source } from './verbs.ts'

/** A finding that is to be let be: every field that is given must fit. */
interface Exception {
  /** The rule. */
  readonly code?: string
  /** What stands at the place, as it is shown. */
  readonly text?: string
  /** What the paragraph begins with. */
  readonly paragraph?: string
}

/**
 * The findings without those that the sidecar of the file lists (`ignore:`, a list of `code`, `text`, `paragraph`, `reason`); what it
 * lists in vain is `sidecar-unused`, what cannot be read in it `sidecar-syntax`.
 */
export async function heedSidecar(
  { sidecar }: Source,
  shown: Shown,
  findings: readonly Finding[],
): Promise<readonly Finding[]> {
  if (!sidecar) return findings
  const { value: exceptions, problems } = await readSidecar(decode(sidecar).value.text)
  const used = new Set<Exception>()
  const place = placer(shown)
  const kept = findings.filter(finding => {
    const fitting = exceptions.filter(exception => fits(exception, finding, place))
    for (const exception of fitting) used.add(exception)
    return fitting.length === 0
  })
  const unused = exceptions.flatMap((exception, i): Finding[] =>
    used.has(exception) ? [] : [atStart('sidecar-unused', 'info', { entry: i + 1 })],
  )
  return [...problems.map(problem => ({ severity: 'error' as const, ...problem })), ...unused, ...kept]
}

const atStart = (
  code: 'sidecar-unused' | 'sidecar-syntax',
  severity: Finding['severity'],
  data: Finding['data'] = {},
) => ({
  code,
  severity,
  span: { start: 0, end: 0 },
  data,
})

interface Place {
  readonly text: string
  readonly paragraph: string
}

function placer({ text, shown = span => span }: Shown): (finding: Finding) => Place {
  const at = lines(text)
  return ({ span }) => {
    const { start, end } = shown(span)
    const line = at.span(at.at(start).line)
    return { text: text.slice(start, end), paragraph: text.slice(line.start, line.end).trimStart() }
  }
}

function fits({ code, text, paragraph }: Exception, finding: Finding, placeOf: (finding: Finding) => Place): boolean {
  if (code !== undefined && code !== finding.code) return false
  const place = placeOf(finding)
  return (
    (text === undefined || text === place.text) && (paragraph === undefined || place.paragraph.startsWith(paragraph))
  )
}

const fields = ['code', 'text', 'paragraph', 'reason']

async function readSidecar(text: string): Promise<Reading<readonly Exception[]>> {
  const { parseDocument } = await import('./yaml.ts')
  const document = parseDocument(text)
  const value: unknown = document.errors.length > 0 ? undefined : document.toJS()
  const list = typeof value === 'object' && value !== null && 'ignore' in value ? value.ignore : undefined
  if (!Array.isArray(list)) return { value: [], problems: [atStart('sidecar-syntax', 'error', { entry: 0 })] }
  const problems: Problem[] = []
  const exceptions = list.flatMap((entry: unknown, i): Exception[] => {
    if (isException(entry)) return [entry]
    problems.push(atStart('sidecar-syntax', 'error', { entry: i + 1 }))
    return []
  })
  return { value: exceptions, problems }
}

/** At least one field that tells findings apart; all of them texts. */
function isException(entry: unknown): entry is Exception {
  if (typeof entry !== 'object' || entry === null) return false
  const pairs = Object.entries(entry)
  const known = pairs.every(([key, value]) => fields.includes(key) && typeof value === 'string')
  return known && pairs.some(([key]) => key !== 'reason')
}
