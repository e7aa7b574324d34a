import { applyEdits, type Edit, type Problem, type Reading } from '../text/index.ts'
import type { XliffDocument, XliffVersion } from './model.ts'
import { coreNamespaces } from './namespaces.ts'
import { indentBefore, startTagAt, withAttribute } from './start-tag.ts'
import { toFamily1 } from './to-1.ts'
import { toFamily2 } from './to-2.ts'
import { composeXliff1 } from './write-1.ts'
import { composeXliff2 } from './write-2.ts'

/**
 * A file in another version of XLIFF. To its own version: the text as it is. Between 2.0, 2.1 and 2.2: the same text under
 * the other version's name. Between 1.2 and 2.x: written anew from the model. What has no counterpart is a problem
 * `xliff-no-counterpart` with its place in the original and how often it is there.
 */
export function convertXliff(text: string, document: XliffDocument, to: XliffVersion): Reading<string> {
  if (document.version === to) return { value: text, problems: [] }
  if (to === '1.2') {
    const { value, problems } = toFamily1(text, document)
    return { value: composeXliff1(value), problems }
  }
  if (document.version === '1.2') {
    const { value, problems } = toFamily2(text, document, to)
    return { value: composeXliff2(value), problems }
  }
  return renamed(text, document, to)
}

/** Within the second family: the root says another version, and 2.2 has another namespace. */
function renamed(text: string, document: XliffDocument, to: '2.0' | '2.1' | '2.2'): Reading<string> {
  const span = startTagAt(text, document.span.start)
  let tag = withAttribute(text.slice(span.start, span.end), 'version', to)
  for (const [name, value] of Object.entries(document.attributes)) {
    if (name.startsWith('xmlns') && cores.has(value)) tag = withAttribute(tag, name, coreNamespaces[to])
  }
  const edits: Edit[] = [{ span, insert: tag }]
  const problems: Problem[] = []
  if (document.version === '2.2' && document.notes.length > 0) {
    // only 2.2 has notes on the document
    const first = document.notes[0]!.span
    problems.push({
      code: 'xliff-no-counterpart',
      severity: 'info',
      span: first,
      data: { what: 'notes', count: document.notes.length },
    })
    edits.push(removal(text, document.notes[0]!.span.start, document.notes.at(-1)!.span.end))
  }
  return { value: applyEdits(text, edits), problems }
}

const cores: ReadonlySet<string> = new Set(Object.values(coreNamespaces))

/** Takes out the `<notes>` around some notes, with the white space before it. */
function removal(text: string, from: number, to: number): Edit {
  const start = text.lastIndexOf('<', from - 1)
  const end = text.indexOf('>', to) + 1
  const before = indentBefore(text, start)
  return { span: { start: start - before.length, end }, insert: '' }
}
