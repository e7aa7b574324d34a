import type { BlockKind, Scope } from '../../content/index.ts'
import { opaqueElements } from '../elements.ts'

/** Elements that begin and end a block of text; what stands loose in them is a block, too. */
export const blockElements: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body button caption center col colgroup datalist dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html label legend li ' +
    'main menu nav noframes noscript ol optgroup option p plaintext pre search section select summary table tbody td ' +
    'template tfoot th thead title tr ul xmp'
  ).split(' '),
)

/** Elements in which nothing is text. */
const wordless: ReadonlySet<string> = new Set([...opaqueElements, 'iframe', 'noembed', 'noframes', 'plaintext', 'xmp'])

export const isWordless = (name: string): boolean => wordless.has(name)

/** Codes that do not show: at the rim of a block they are none of its. */
export const invisibleElements: ReadonlySet<string> = new Set('base link meta script style template'.split(' '))

/** What an element makes of the text in it. */
export interface Place {
  readonly kind: BlockKind
  readonly scope: Scope
}

const item: Place = { kind: 'list-item', scope: 'list' }
const cell: Place = { kind: 'table-cell', scope: 'table' }
const caption: Place = { kind: 'caption', scope: 'caption' }
const heading: Place = { kind: 'heading', scope: 'headline' }

const places: Readonly<Record<string, Place>> = {
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  title: { kind: 'title', scope: 'headline' },
  li: item,
  dt: item,
  dd: item,
  td: cell,
  th: cell,
  figcaption: caption,
  caption,
  blockquote: { kind: 'paragraph', scope: 'quotation' },
}

/** The place of text in an element, which inherits that around it; a quotation stays one. */
export function placeIn(name: string, around: Place): Place {
  const own = Object.hasOwn(places, name) ? places[name] : undefined
  if (!own) return around
  return around.scope === 'quotation' ? { ...own, scope: 'quotation' } : own
}

/** Elements whose end tag may be left out: which open ones a start tag closes, and within what (HTML Standard §13.1.2.4). */
interface Implied {
  readonly closes: ReadonlySet<string>
  readonly within: ReadonlySet<string>
}

const implied = (closes: string, within: string): Implied => ({
  closes: new Set(closes.split(' ')),
  within: new Set(within.split(' ')),
})

const headings = implied('h1 h2 h3 h4 h5 h6 p', 'body div section article')
const rows = implied('tr td th', 'table thead tbody tfoot')
const groups = implied('thead tbody tfoot tr td th caption colgroup', 'table')
const cells = implied('td th', 'tr table')
const terms = implied('dt dd p', 'dl')

const impliedEnds: Readonly<Record<string, Implied>> = {
  li: implied('li p', 'ul ol menu dir'),
  dt: terms,
  dd: terms,
  tr: rows,
  td: cells,
  th: cells,
  thead: groups,
  tbody: groups,
  tfoot: groups,
  option: implied('option', 'select datalist optgroup'),
  optgroup: implied('option optgroup', 'select'),
  h1: headings,
  h2: headings,
  h3: headings,
  h4: headings,
  h5: headings,
  h6: headings,
}

/** Blocks that may stand in a paragraph; all others end it. */
const inParagraph: ReadonlySet<string> = new Set(
  'button datalist label noscript option optgroup select template'.split(' '),
)
const paragraph = implied('p', 'body')

/** What a start tag closes before it opens its own element. */
export const closedBy = (name: string): Implied | undefined =>
  Object.hasOwn(impliedEnds, name) ? impliedEnds[name] : inParagraph.has(name) ? undefined : paragraph
