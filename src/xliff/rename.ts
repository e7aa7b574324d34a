import { applyEdits, type Edit, type Reading } from '../text/index.ts'
import { findAttribute, type OpenElement, xmlnsNamespace, xmlParser } from '../xml/index.ts'
import { type Losses, losses } from './losses.ts'
import { coreNamespaces } from './namespaces.ts'
import { indentBefore } from './start-tag.ts'

/**
 * A file of 2.0, 2.1 or 2.2 under the name of another of them: the root says another version, 2.2 has another namespace,
 * and what only 2.2 has (notes and metadata of the document, references on notes) is left out. Nothing else differs.
 */
export function renameXliff(text: string, to: '2.0' | '2.1' | '2.2'): Reading<string> {
  const lost = losses()
  const edits: Edit[] = []
  /** The open elements: where one that is left out begins. */
  const open: (number | undefined)[] = []
  const parser = xmlParser({
    open(element) {
      edits.push(...namespaceEdits(element, to))
      if (open.length === 0) edits.push(...versionEdit(element, to))
      const isLeft = to !== '2.2' && open.length === 1 && ofDocument.has(element.local)
      if (to !== '2.2') edits.push(...referenceEdit(text, element, lost))
      if (isLeft) lost.add(element.name, element.span)
      open.push(isLeft ? element.span.start : undefined)
    },
    close(_, end) {
      const from = open.pop()
      if (from === undefined) return
      const start = from - indentBefore(text, from).length
      edits.push({ span: { start, end }, insert: '' })
    },
  })
  parser.write(text)
  parser.end()
  return { value: applyEdits(text, edits), problems: lost.problems() }
}

/** What only 2.2 allows below the root. */
const ofDocument: ReadonlySet<string> = new Set(['notes', 'metadata'])

const cores: ReadonlySet<string> = new Set(Object.values(coreNamespaces))

function namespaceEdits({ attributes }: OpenElement, to: '2.0' | '2.1' | '2.2'): Edit[] {
  const isCore = (attribute: (typeof attributes)[number]) =>
    (attribute.name === 'xmlns' || attribute.ns === xmlnsNamespace) && cores.has(attribute.value)
  return attributes.filter(isCore).map(({ valueSpan }) => ({ span: valueSpan, insert: coreNamespaces[to] }))
}

function versionEdit(root: OpenElement, to: string): Edit[] {
  const version = findAttribute(root, 'version')
  return version ? [{ span: version.valueSpan, insert: to }] : []
}

function referenceEdit(text: string, element: OpenElement, lost: Losses): Edit[] {
  const reference = element.local === 'note' && cores.has(element.ns) ? findAttribute(element, 'ref') : undefined
  if (!reference) return []
  lost.add('note ref', reference.span)
  const before = /\s*$/.exec(text.slice(element.span.start, reference.span.start))![0].length
  return [{ span: { start: reference.span.start - before, end: reference.span.end }, insert: '' }]
}
