import type { Block, CodeRun } from '../content/index.ts'
import { followed, type Translated } from './pair.ts'
import { printfKeys } from './printf.ts'
import { fewest, type Unmatched, unmatchedBy } from './unmatched.ts'

/** An inline code where it stands in a side's text. */
export interface Code {
  readonly run: CodeRun
  /** Offset in the text. */
  readonly at: number
  /** What makes it the same code on the other side. */
  readonly key: string
}

/** By what codes of the two sides are told to be the same: a file's ids, or what they are. */
export type CodeKey = 'id' | 'label'

/** The codes of a block, in order. An end takes the name of its beginning. */
export function codesOf({ runs }: Block, by: CodeKey): Code[] {
  const codes: Code[] = []
  const open = new Map<string, string>()
  const byArgument = printfKeys()
  let at = 0
  for (const run of runs) {
    if (run.kind === 'text') {
      at += run.text.length
      continue
    }
    if (run.kind === 'open') open.set(run.id, run.label)
    const label = (run.kind === 'close' && open.get(run.id)) || run.label
    codes.push({ run, at, key: `${run.kind} ${by === 'id' ? run.id : (byArgument(label) ?? label)}` })
    if (run.kind === 'code') at += 1
  }
  return codes
}

/** Ends that close no open beginning or cross another pair, and beginnings without an end. */
export function misnested(codes: readonly Code[]): Code[] {
  const wrong: Code[] = []
  const stack: Code[] = []
  for (const code of codes) {
    if (code.run.kind === 'open') stack.push(code)
    if (code.run.kind !== 'close') continue
    const place = stack.findLastIndex(open => open.run.id === code.run.id)
    if (place < 0 || place < stack.length - 1) wrong.push(code)
    if (place >= 0) stack.splice(place, 1)
  }
  return [...wrong, ...stack]
}

/**
 * The codes that only one side has, each as often as it is too few or too many, of a pair the beginning; of the sources the nearest
 * one counts.
 */
export function unmatchedCodes(pair: Translated): Unmatched<Code> {
  const keyOf = ({ key }: Code) => key
  const { missing, extra } = fewest(
    followed(pair).map(side => unmatchedBy(side.codes, pair.target.codes, keyOf, keyOf)),
  )
  return { missing: withoutEnds(missing), extra: withoutEnds(extra) }
}

/** The ends go whose beginnings are there. */
function withoutEnds(codes: readonly Code[]): Code[] {
  const begun = new Set(codes.filter(({ run }) => run.kind === 'open').map(({ run }) => run.id))
  return codes.filter(({ run }) => run.kind !== 'close' || !begun.has(run.id))
}
