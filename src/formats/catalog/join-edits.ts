import { compareSpans, type Edit } from '../../text/index.ts'

/** The edits in order; those that begin at one place are made one, what is inserted first. */
export function joinEdits(edits: readonly Edit[]): Edit[] {
  const joined: Edit[] = []
  for (const edit of [...edits].sort((a, b) => compareSpans(a.span, b.span))) {
    const last = joined.at(-1)
    if (last && last.span.start === edit.span.start) {
      joined[joined.length - 1] = { span: edit.span, insert: last.insert + edit.insert }
    } else joined.push(edit)
  }
  return joined
}
