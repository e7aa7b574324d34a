/** A stretch of a source: UTF-16 code units of the decoded text, end excluded. `part` names the zip entry of a DOCX or ODT. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly part?: string
}

/** True where the two spans share at least one unit, or an empty one lies inside the other. */
export function overlaps(a: Span, b: Span): boolean {
  return (a.part ?? '') === (b.part ?? '') && a.start < b.end && b.start < a.end
}

/** True where `inner` lies wholly within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return (outer.part ?? '') === (inner.part ?? '') && outer.start <= inner.start && inner.end <= outer.end
}

/** Orders by part, then start, then end. */
export function compareSpans(a: Span, b: Span): number {
  const part = (a.part ?? '') < (b.part ?? '') ? -1 : (a.part ?? '') > (b.part ?? '') ? 1 : 0
  return part || a.start - b.start || a.end - b.end
}
