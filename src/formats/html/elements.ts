import { opaqueElements } from '../elements.ts'
import type { Place } from '../markup/paragraph.ts'

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
export const invisibleElements: ReadonlySet<string> = new Set('base link meta script style'.split(' '))

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

/** Which open elements a start tag closes; it looks no farther up than `within`, or than the innermost block. */
interface Implied {
  readonly closes: ReadonlySet<string>
  readonly within?: ReadonlySet<string>
}

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const heading1to6: Implied = { closes: names('h1 h2 h3 h4 h5 h6 p') }
const cells: Implied = { closes: names('td th'), within: names('tr table') }
const terms: Implied = { closes: names('dt dd'), within: names('dl td th') }
const rowGroups: Implied = { closes: names('thead tbody tfoot caption colgroup'), within: names('table') }

/** HTML Standard §13.1.2.4: elements whose end tag may be left out. */
const impliedEnds: Readonly<Record<string, Implied>> = {
  li: { closes: names('li'), within: names('ul ol menu dir td th blockquote') },
  dt: terms,
  dd: terms,
  tr: { closes: names('tr caption colgroup'), within: names('table thead tbody tfoot') },
  td: cells,
  th: cells,
  thead: rowGroups,
  tbody: rowGroups,
  tfoot: rowGroups,
  option: { closes: names('option'), within: names('select datalist optgroup') },
  optgroup: { closes: names('optgroup'), within: names('select') },
  h1: heading1to6,
  h2: heading1to6,
  h3: heading1to6,
  h4: heading1to6,
  h5: heading1to6,
  h6: heading1to6,
}

/** Blocks that may stand in a paragraph; all others end it. */
const inParagraph = names('button datalist label noscript option optgroup select template')
const paragraph: Implied = { closes: names('p') }

/** What a start tag closes before it opens its own element. */
export const closedBy = (name: string): Implied | undefined =>
  Object.hasOwn(impliedEnds, name) ? impliedEnds[name] : inParagraph.has(name) ? undefined : paragraph
