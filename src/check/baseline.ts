import { fingerprints, type Problem } from '../text/index.ts'
import type { Finding } from './rule.ts'

/** What a baseline knows of one text: the names that `fingerprints` gives to findings, with their rules. */
export type KnownFindings = ReadonlyMap<string, string>

/** The findings of a text as a baseline keeps them. `textOf` gives the text that a span counts in. */
export function knownFindings(findings: readonly Finding[], textOf: (problem: Problem) => string): KnownFindings {
  const names = fingerprints(findings, textOf)
  return new Map(findings.map(({ code }, i) => [names[i]!, code]))
}

/**
 * The findings that the baseline does not know, and a `baseline-unused` at the beginning for each rule of which it knows findings that
 * are no longer there. O(findings + entries).
 */
export function heedBaseline(
  findings: readonly Finding[],
  known: KnownFindings,
  textOf: (problem: Problem) => string,
): Finding[] {
  const names = fingerprints(findings, textOf)
  const gone = new Map(known)
  for (const name of names) gone.delete(name)
  const counts = new Map<string, number>()
  for (const code of gone.values()) counts.set(code, (counts.get(code) ?? 0) + 1)
  const unused = [...counts].map(
    ([rule, count]): Finding => ({
      code: 'baseline-unused',
      severity: 'info',
      span: { start: 0, end: 0 },
      data: { rule, count },
    }),
  )
  return [...unused, ...findings.filter((_, i) => !known.has(names[i]!))]
}
