import type { Merged } from '../project/index.ts'
import { concise, noPaint } from '../report/index.ts'
import type { Session } from './session.ts'
import type { Options } from './spec.ts'

/** So many findings of a kind are shown of a file, unless all are asked for. */
const shownOfAKind = 10

/** What a merge has to say of a file, on standard error; of a kind that there is much of, the first places and how many more. */
export function tellMerged(merged: Merged, options: Options, { terminal, words }: Session): void {
  const most = options.verbose ? Number.POSITIVE_INFINITY : shownOfAKind
  const seen = new Map<string, number>()
  const shown = merged.problems.filter(({ code }) => {
    const before = seen.get(code) ?? 0
    seen.set(code, before + 1)
    return before < most
  })
  terminal.err(concise([{ ...merged, problems: shown }], words, noPaint))
  for (const [code, all] of seen) {
    if (all <= most) continue
    terminal.err(`${words.message('merge.more', { path: merged.path, count: all - most, code })}\n`)
  }
}
