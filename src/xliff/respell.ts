import { applyEdits, type Edit } from '../text/index.ts'
import type { Content, Unit, XliffDocument } from './model.ts'
import { unitsOf } from './model.ts'
import { type Place, spellContent } from './spell.ts'

/**
 * The text with every source and target written anew from the model, translation candidates included. For a file that was
 * read without loss it is the same XML: equal to the original in canonical form.
 */
export function respellXliff(text: string, document: XliffDocument): string {
  const place: Place = { text, family: document.version === '1.2' ? 1 : 2, prefix: corePrefix(text, document) }
  const edits: Edit[] = []
  for (const unit of unitsOf(document)) {
    for (const content of contentsOf(unit)) {
      if (content.span.start === content.span.openEnd) continue
      edits.push({ span: content.span, insert: spellContent(content, content.runs, place) })
    }
  }
  return applyEdits(text, edits)
}

/** The prefix with which a file names XLIFF's own elements, with its colon. */
export const corePrefix = (text: string, { span }: XliffDocument): string =>
  /^<([^\s/>:]+:)?/.exec(text.slice(span.start, span.start + 300))?.[1] ?? ''

/** Every `<source>`, `<seg-source>` and `<target>` of a unit. */
function contentsOf(unit: Unit): Content[] {
  const own = unit.whole
    ? [unit.whole.source, unit.whole.segmented, unit.whole.target]
    : unit.segments.flatMap(segment => [segment.source, segment.target])
  const candidates = unit.matches.flatMap(match => [match.source, match.target])
  return [...own, ...candidates].filter(content => content !== undefined)
}
