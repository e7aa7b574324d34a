import { newText, type Run } from '../content/index.ts'
import type { Content, InlineRun, Match } from './model.ts'
import { nowhere } from './model.ts'

/** An earlier translation offered for a segment. The labels of its codes are their markup. */
export interface ExportMatch {
  /** Which of the unit's segments, from 0. */
  readonly segment: number
  /** 0–100. */
  readonly similarity: number
  /** `context`: between the same neighbours; `adapted`: names or numbers were put in. */
  readonly kind?: 'context' | 'adapted'
  readonly source: readonly Run[]
  readonly target: readonly Run[]
  /** Where the translation comes from. */
  readonly origin?: string
}

/** The types of matches of XLIFF 2.1, §5.1.5.6: in context, assembled, from a memory. */
const types = { context: 'icm', adapted: 'am' } as const

export function matchesOf(matches: readonly ExportMatch[], segmentIds: readonly string[]): Match[] {
  return matches.flatMap(({ segment, similarity, kind, source, target, origin }): Match[] => {
    const id = segmentIds[segment]
    if (id === undefined) return []
    return [
      {
        ref: `#${id}`,
        similarity,
        origin,
        source: contentOf(source),
        target: contentOf(target),
        attributes: { type: kind === undefined ? 'tm' : types[kind] },
        span: nowhere,
      },
    ]
  })
}

function contentOf(runs: readonly Run[]): Content {
  const paired = pairedCodes(runs)
  return {
    runs: runs.map((run): InlineRun => {
      if (run.kind === 'text') return newText(run.text)
      const element = { code: 'ph', open: 'sc', close: 'ec' }[run.kind]
      const code = { ...run, span: nowhere, element, attributes: {}, data: run.label }
      return run.kind === 'code' || paired.has(run) ? code : { ...code, isolated: true }
    }),
    span: nowhere,
    preserve: true,
  }
}

/** The halves of pairs that are whole: of a pair around several sentences a sentence has one half. */
function pairedCodes(runs: readonly Run[]): ReadonlySet<Run> {
  const open = new Map<string, Run[]>()
  const paired = new Set<Run>()
  for (const run of runs) {
    if (run.kind === 'open') open.set(run.id, [...(open.get(run.id) ?? []), run])
    const partner = run.kind === 'close' ? open.get(run.id)?.pop() : undefined
    if (partner) paired.add(run).add(partner)
  }
  return paired
}
