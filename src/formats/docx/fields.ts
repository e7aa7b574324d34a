import { lastAtOrBefore } from '../../text/index.ts'
import { childElements, type Element, type Node, textContent } from '../../xml/index.ts'
import { isWord, wordAttribute, wordChild, wordName } from './names.ts'

/** A complex field (§17.16.18) whose marks stand in runs of one list of siblings, by their indexes. */
export interface Field {
  separate: number | undefined
  end: number
  instruction: string
}

/** The fields that begin and end among siblings, by the index of the run where they begin. Runs with text besides are passed over. */
export function fieldsAmong(siblings: readonly Element[]): ReadonlyMap<number, Field> {
  const fields = new Map<number, Field>()
  const open: (Field & { readonly begin: number })[] = []
  for (const [index, run] of siblings.entries()) {
    if (!isWord(run, 'r') || wordChild(run, 't')) continue
    for (const part of childElements(run)) {
      const mark = isWord(part, 'fldChar') ? wordAttribute(part, 'fldCharType') : undefined
      const field = open.at(-1)
      if (mark === 'begin') open.push({ begin: index, separate: undefined, end: index, instruction: '' })
      else if (!field) continue
      else if (mark === 'separate') field.separate ??= index
      else if (mark === 'end') {
        open.pop()
        fields.set(field.begin, { ...field, end: index })
      } else if (isWord(part, 'instrText') && field.separate === undefined) field.instruction += textContent(part)
    }
  }
  return fields
}

/** The text of such a field is part of the sentence; that of others is made by Word. */
export const isLink = (instruction: string): boolean => /^\s*HYPERLINK\b/i.test(instruction)

export const fieldName = (instruction: string): string => /[A-Za-z]+/.exec(instruction)?.[0].toUpperCase() ?? 'field'

interface Open {
  readonly paragraph: Element | undefined
  separate: number | undefined
  instruction: string
}

/**
 * True of offsets in the result of a field that runs over paragraphs and is no link: a table of contents, an index. Word makes that
 * text anew from the rest. A field that does not end is none. O(n) once, O(fields) each.
 */
export function madeByFields(root: Element): (offset: number) => boolean {
  const made: Stretch[] = []
  const open: Open[] = []
  const visit = (node: Node, paragraph: Element | undefined) => {
    if (node.kind !== 'element') return
    const name = wordName(node)
    if (name === 'fldChar') mark(node, paragraph)
    else if (name === 'instrText') {
      const field = open.at(-1)
      if (field && field.separate === undefined) field.instruction += textContent(node)
    } else for (const child of node.children) visit(child, name === 'p' ? node : paragraph)
  }
  const mark = (node: Element, paragraph: Element | undefined) => {
    const type = wordAttribute(node, 'fldCharType')
    if (type === 'begin') open.push({ paragraph, separate: undefined, instruction: '' })
    else if (type === 'separate' && open.length > 0) open.at(-1)!.separate = node.span.end
    else if (type === 'end') {
      const field = open.pop()
      if (field?.separate !== undefined && field.paragraph !== paragraph && !isLink(field.instruction))
        made.push({ start: field.separate, end: node.span.start })
    }
  }
  visit(root, undefined)
  const apart = outermost(made)
  const starts = apart.map(({ start }) => start)
  return offset => {
    const last = starts.length > 0 ? apart[lastAtOrBefore(starts, offset)]! : undefined
    return last !== undefined && offset >= last.start && offset < last.end
  }
}

interface Stretch {
  readonly start: number
  readonly end: number
}

/** Stretches that do not stand in others, in order. */
function outermost(stretches: readonly Stretch[]): Stretch[] {
  const kept: Stretch[] = []
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start)) {
    if (stretch.start >= (kept.at(-1)?.end ?? 0)) kept.push(stretch)
  }
  return kept
}
