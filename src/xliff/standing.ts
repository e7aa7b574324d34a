import { runsText } from '../content/index.ts'
import { isCopy, isFormerCopy } from './merge-unit.ts'
import { documentRuns, type Segment, type State, type Unit, type XliffVersion } from './model.ts'

/** How far the work on a segment is; `untranslated` is no state of XLIFF, but what people ask first. */
export type Standing = 'untranslated' | State

/**
 * The state of a segment as its target shows it. A copy of the source that the file was made with is no translation, and what replaced
 * it is one, whatever state the program has left there. So is a target of 1.2 without a state, if it is not the source's text: the
 * attribute has no default there, and most programs do not write it.
 */
export function standingOf(unit: Unit, segment: Segment, version: XliffVersion): Standing {
  const [source, target = ''] = [segment.source, segment.target].map(content =>
    content ? runsText(documentRuns(content.runs)) : undefined,
  )
  if (!segment.target || (target === '' && source !== '') || isCopy(unit, segment)) return 'untranslated'
  const unsaid = version === '1.2' && segment.subState === undefined && segment.attributes.state === undefined
  const isMore = segment.state === 'initial' && (unsaid || isFormerCopy(unit, segment)) && source !== target
  return isMore ? 'translated' : segment.state
}
