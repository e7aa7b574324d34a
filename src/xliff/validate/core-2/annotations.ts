import { attributeValue } from '../../../xml/index.ts'
import { at, type Report, short, tag } from '../report.ts'
import type { Fragment } from './fragment.ts'
import type { Inline, Unit } from './unit.ts'

/** What the type of an annotation asks of its attributes. `fragment` is what its `ref` points at inside this document. */
export function checkAnnotation(
  unit: Unit,
  inline: Inline,
  fragment: (ref: string) => Fragment | undefined,
  here: (fragment: Fragment) => boolean,
  report: Report,
): void {
  const { element } = inline
  const type = attributeValue(element, 'type') ?? 'generic'
  const ref = attributeValue(element, 'ref')
  if (type === 'generic' && attributeValue(element, 'translate') === undefined) {
    report('xliff-translate-annotation', tag(element), { element: element.name })
  }
  if (type === 'mtc:match' && ref !== undefined) report('xliff-match-annotation', at(element, 'ref'))
  if (type !== 'comment') return
  const value = attributeValue(element, 'value')
  if ((value === undefined) === (ref === undefined)) report('xliff-comment', tag(element), { element: element.name })
  if (ref === undefined) return
  const note = fragment(ref)
  // A fragment that cannot be read has been told of already.
  if (!note && ref.startsWith('#')) return
  const found = note?.leaf?.prefix === 'n' && here(note) && unit.notes.has(note.leaf.id)
  if (!found) report('xliff-comment-ref', at(element, 'ref'), { ref: short(ref) })
}
