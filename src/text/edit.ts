import { compareSpans, type Span } from './span.ts'

/** Replace the span's text by `insert`. An empty span inserts. */
export interface Edit {
  readonly span: Span
  readonly insert: string
}

/** What would mend a problem. `safe`: nearly always right; `unsafe`: needs a person's yes; `display`: shown, never applied. */
export interface Fix {
  readonly kind: 'safe' | 'unsafe' | 'display'
  readonly edits: readonly Edit[]
}

/**
 * The text with the edits made. Edits are taken in order of their spans; one that overlaps an earlier one is left out,
 * so the result never depends on the order in which they are handed in. O(n + e log e).
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = ''
  let at = 0
  for (const edit of compatible(edits)) {
    out += text.slice(at, edit.span.start) + edit.insert
    at = edit.span.end
  }
  return out + text.slice(at)
}

/** The edits in the order of their spans, those that overlap an earlier one (or repeat it) left out. */
export function compatible(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = []
  for (const edit of [...edits].sort((a, b) => compareSpans(a.span, b.span))) {
    const last = kept.at(-1)
    const samePart = last && (last.span.part ?? '') === (edit.span.part ?? '')
    if (samePart && (edit.span.start < last.span.end || edit.span.start === last.span.start)) continue
    kept.push(edit)
  }
  return kept
}
