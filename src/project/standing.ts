import { needsReview, type Segment, type Standing, standingOf, type Unit, type XliffVersion } from '../xliff/index.ts'

/** How far a segment is; `needs-review`: there is a translation, but somebody has to look whether it still fits its source. */
export type SegmentProgress = Standing | 'needs-review'

export function progressOf(unit: Unit, segment: Segment, version: XliffVersion): SegmentProgress {
  const standing = standingOf(unit, segment, version)
  return standing === 'translated' && segment.subState === needsReview ? 'needs-review' : standing
}
