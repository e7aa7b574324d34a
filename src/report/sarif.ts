import type { Fix, Location, Log, PhysicalLocation, Region, Replacement, ReportingDescriptor, Result, Run } from 'sarif'
import type { Catalog } from '../i18n/index.ts'
import { type Edit, fingerprints, type Severity, type Span } from '../text/index.ts'
import { type Place, placer, textAt } from './place.ts'
import { messageOf, type Reporter, type ReportFile, type ReportProblem } from './report.ts'

const levels: Readonly<Record<Severity, Result.level>> = { error: 'error', warning: 'warning', info: 'note' }

/**
 * Static Analysis Results Interchange Format. Other spellings are `relatedLocations`; `partialFingerprints` last while the
 * sentence does.
 * @see OASIS SARIF 2.1.0, §3.27 result, §3.30 region (columns in UTF-16 units by §3.14.17 columnKind), §3.55 fix
 */
export const sarif: Reporter = (files, words) => {
  const codes = [...new Set(files.flatMap(file => file.problems.map(({ code }) => code)))].sort()
  const run: Run = {
    tool: {
      driver: {
        name: 'tlumach',
        rules: codes.map(id => ({ id, ...described(id, words) })),
      },
    },
    columnKind: 'utf16CodeUnits',
    language: words.language,
    artifacts: files.map(({ path }) => ({ location: { uri: asUri(path) } })),
    results: files.flatMap((file, index) => resultsOf(file, index, codes, words)),
  }
  const log: Log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

function described(code: string, words: Catalog): Partial<ReportingDescriptor> {
  const id = `rule.${code}`
  return words.has(id) ? { shortDescription: { text: words.message(id as `problem.${string}`) } } : {}
}

function resultsOf(file: ReportFile, index: number, codes: readonly string[], words: Catalog): Result[] {
  const placeOf = placer(file)
  const names = fingerprints(file.problems, () => file.text)
  return file.problems.map((problem, i) => {
    const related = (problem.related ?? []).map(
      (other, id): Location => ({
        id,
        physicalLocation:
          other.path === undefined || other.path === file.path
            ? location(file, index, other.span, placeOf(other.span))
            : { artifactLocation: { uri: asUri(other.path) } },
        message: { text: other.role },
      }),
    )
    const fixes = fixesOf(file, index, problem, placeOf, words)
    return {
      ruleId: problem.code,
      ruleIndex: codes.indexOf(problem.code),
      level: levels[problem.severity],
      message: { text: messageOf(problem, words) },
      locations: [{ physicalLocation: location(file, index, problem.span, placeOf(problem.span)) }],
      ...(related.length > 0 && { relatedLocations: related }),
      partialFingerprints: { 'tlumach/v1': names[i]! },
      ...(fixes.length > 0 && { fixes }),
    }
  })
}

function location(file: ReportFile, index: number, span: Span, place: Place): PhysicalLocation {
  const snippet = textAt(file, span)
  return {
    artifactLocation: { uri: asUri(file.path), index },
    region: { ...region(place), ...(snippet !== '' && { snippet: { text: snippet } }) },
  }
}

const region = ({ start, end }: Place): Region => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
})

/** Only what may be applied: a hint is no fix. */
function fixesOf(
  file: ReportFile,
  index: number,
  problem: ReportProblem,
  placeOf: (span: Span) => Place,
  words: Catalog,
): Fix[] {
  const replacement = ({ span, insert }: Edit): Replacement => ({
    deletedRegion: region(placeOf(span)),
    insertedContent: { text: insert },
  })
  return (problem.fixes ?? [])
    .filter(fix => fix.kind !== 'display' && fix.edits.every(({ span }) => span.part === undefined))
    .map(fix => ({
      ...(fix.kind === 'unsafe' && { description: { text: words.message('report.fix.unsafe') } }),
      artifactChanges: [
        { artifactLocation: { uri: asUri(file.path), index }, replacements: fix.edits.map(replacement) },
      ],
    }))
}

/** RFC 3986: a relative reference; a colon in its first segment would look like a scheme. */
function asUri(path: string): string {
  const uri = encodeURI(path.replaceAll('\\', '/')).replaceAll('?', '%3F').replaceAll('#', '%23')
  return /^[^/]*:/.test(uri) ? `./${uri}` : uri
}
