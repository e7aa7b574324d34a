import type { Edit } from '../../text/index.ts'
import { childElements, type Element, escapeText } from '../../xml/index.ts'
import type { Revision } from '../package/format.ts'
import { odfName } from './names.ts'

/** Collects the tracked changes of one region (a body, a header): the words stand there, their places in the text. */
export interface Tracker {
  /** New content between its marks. */
  inserted(content: string): string
  /** The mark of deleted content. */
  deleted(content: string): string
  /** The list of changes, put where the region has its own. None where nothing changed. */
  readonly edits: readonly Edit[]
}

/** Gives ids that a part does not have yet. */
export function changeIds(source: string): () => string {
  let last = 0
  for (const match of source.matchAll(/:id="ct(\d{1,15})"/g)) last = Math.max(last, Number(match[1]))
  return () => {
    last++
    return `ct${last}`
  }
}

const dublinCore = 'http://purl.org/dc/elements/1.1/'
const office = 'urn:oasis:names:tc:opendocument:xmlns:office:1.0'

/** OpenDocument 1.3 §5.5. Names are bound where they are used, so that no prefix of the part matters but its own `prefix` for text. */
export function openTracker(region: Element, prefix: string, newId: () => string, { author, date }: Revision): Tracker {
  const changed: string[] = []
  const info = `<o:change-info xmlns:o="${office}" xmlns:d="${dublinCore}"><d:creator>${escapeText(author)}</d:creator><d:date>${escapeText(date)}</d:date></o:change-info>`
  const add = (kind: 'insertion' | 'deletion', content: string) => {
    const id = newId()
    changed.push(
      `<${prefix}changed-region xml:id="${id}" ${prefix}id="${id}"><${prefix}${kind}>${info}${content}</${prefix}${kind}></${prefix}changed-region>`,
    )
    return `${prefix}change-id="${id}"`
  }
  return {
    inserted(content) {
      const id = add('insertion', '')
      return `<${prefix}change-start ${id}/>${content}<${prefix}change-end ${id}/>`
    },
    deleted: content => `<${prefix}change ${add('deletion', `<${prefix}p>${content}</${prefix}p>`)}/>`,
    get edits() {
      return changed.length > 0 ? [listEdit(region, prefix, changed.join(''))] : []
    },
  }
}

/** The changes go to the end of the region's list; a new list goes before all but forms. */
function listEdit(region: Element, prefix: string, changes: string): Edit {
  const children = childElements(region)
  const list = children.find(child => odfName(child) === 'text:tracked-changes')
  if (list && !list.selfClosing) return { span: { start: list.closeStart, end: list.closeStart }, insert: changes }
  const whole = `<${prefix}tracked-changes>${changes}</${prefix}tracked-changes>`
  if (list) return { span: list.span, insert: whole }
  const forms = children.find(child => odfName(child) === 'office:forms')
  const at = forms?.span.end ?? region.openEnd
  return { span: { start: at, end: at }, insert: whole }
}
