import type { Element, Node } from '../../xml/index.ts'
import { isWord, wordAttribute, wordChild, wordName } from './names.ts'

/** The `begin`, `separate` and `end` marks of a complex field (§17.16.18) in a run, unless it has text besides. */
export function fieldMarks(run: Element): string[] {
  if (!isWord(run, 'r') || wordChild(run, 't')) return []
  return run.children.flatMap(node =>
    node.kind === 'element' && isWord(node, 'fldChar') ? [wordAttribute(node, 'fldCharType') ?? ''] : [],
  )
}

/** A field whose marks stand in one list of siblings, by their indexes. */
export interface Field {
  readonly separate: number | undefined
  readonly end: number
  readonly instruction: string
}

/** The field that begins in a run; undefined where it does not end among its siblings. */
export function fieldAt(siblings: readonly Element[], begin: number): Field | undefined {
  let depth = 0
  let separate: number | undefined
  let instruction = ''
  for (let i = begin; i < siblings.length; i++) {
    if (depth <= 1 && separate === undefined) instruction += instructionOf(siblings[i]!)
    for (const mark of fieldMarks(siblings[i]!)) {
      if (mark === 'begin') depth++
      else if (mark === 'separate' && depth === 1) separate = i
      else if (mark === 'end' && --depth === 0) return { separate, end: i, instruction: instruction.trim() }
    }
  }
  return undefined
}

function instructionOf(run: Element): string {
  const text = wordChild(run, 'instrText')
  return text ? text.children.map(node => (node.kind === 'text' ? node.text : '')).join('') : ''
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
  const made: { readonly start: number; readonly end: number }[] = []
  const open: Open[] = []
  const visit = (node: Node, paragraph: Element | undefined) => {
    if (node.kind !== 'element') return
    const name = wordName(node)
    if (name === 'fldChar') mark(node, paragraph)
    else if (name === 'instrText') {
      const field = open.at(-1)
      if (field && field.separate === undefined)
        field.instruction += node.children.map(child => (child.kind === 'text' ? child.text : '')).join('')
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
  return offset => made.some(({ start, end }) => offset >= start && offset < end)
}
