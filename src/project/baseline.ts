import { heedBaseline, type KnownFindings, knownFindings } from '../check/index.ts'
import type { Problem } from '../text/index.ts'
import type { Checked, Finding } from './verbs.ts'

/** Findings that are to be let be until somebody mends them, by the path of their text (relative to the project, with `/`). */
export type Baseline = ReadonlyMap<string, KnownFindings>

/** The baseline that knows all that was found in these texts. */
export const baselineOf = (checked: Iterable<readonly [path: string, file: Checked]>): Baseline =>
  new Map([...checked].map(([path, file]) => [path, knownFindings(...asShown(file))]))

/**
 * The file without the findings that the baseline knows, which are `ignored`; what the baseline knows in vain is `baseline-unused`.
 */
export function withoutKnown<C extends Checked>(file: C, baseline: Baseline, path: string): C {
  const known = baseline.get(path)
  if (!known || file.unusable) return file
  const [shown, textOf] = asShown(file)
  const original = new Map(shown.map((finding, i) => [finding, file.problems[i]!]))
  const problems = heedBaseline(shown, known, textOf).map(finding => original.get(finding) ?? finding)
  const kept = new Set(problems)
  return { ...file, problems, ignored: file.problems.filter(finding => !kept.has(finding)) }
}

/**
 * The findings with spans in the text that people are shown, in which a package's are named, too. Those of a translation are named by
 * their segment and their words alone: another export may write the rest of the file anew.
 */
function asShown({ text, shown, problems, pairs }: Checked): [Finding[], (problem: Problem) => string] {
  if (pairs) {
    const keyOf = ({ data }: Problem) => pairs.get(Number(data?.segment))?.key ?? ''
    const named = problems.map(one => ({
      ...one,
      data: { ...one.data, text: `${keyOf(one)}\n${one.data?.text ?? ''}` },
    }))
    return [named, () => '']
  }
  const placed = problems.map(problem => ({ ...problem, span: shown ? shown(problem.span) : problem.span }))
  return [placed, () => text]
}

/**
 * A baseline as JSON: sorted, an entry a line (`path`, rule, name of the finding), so that two branches that mended different findings
 * merge without a conflict.
 */
export function writeBaseline(baseline: Baseline): string {
  const lines = [...baseline].flatMap(([path, known]) =>
    [...known].map(([name, rule]) => `    ${JSON.stringify([path, rule, name])}`),
  )
  return `{\n  "version": 1,\n  "findings": [\n${lines.sort().join(',\n')}\n  ]\n}\n`
}

/** Undefined of a text that is no baseline. */
export function readBaseline(text: string): Baseline | undefined {
  const entries = parsed(text)
  if (!Array.isArray(entries) || !entries.every(isEntry)) return undefined
  const baseline = new Map<string, Map<string, string>>()
  for (const [path, rule, name] of entries) {
    const known = baseline.get(path) ?? new Map<string, string>()
    baseline.set(path, known.set(name, rule))
  }
  return baseline
}

function parsed(text: string): unknown {
  try {
    return (JSON.parse(text) as { readonly findings?: unknown } | null)?.findings
  } catch {
    return undefined
  }
}

const isEntry = (entry: unknown): entry is readonly [path: string, rule: string, name: string] =>
  Array.isArray(entry) && entry.length === 3 && entry.every(field => typeof field === 'string')
