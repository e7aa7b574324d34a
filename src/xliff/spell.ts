import type { TextRun } from '../content/index.ts'
import type { Span } from '../text/index.ts'
import { escapeAttribute, escapeText, splitForbidden } from '../xml/index.ts'
import type { Attributes, Content, InlineCode, InlineRun } from './model.ts'
import { isMarker } from './model.ts'
import { textSpelling } from './sections.ts'
import type { Source } from './start-tag.ts'

/** The file that runs are written into. */
export interface Place {
  readonly text: Source
  readonly family: 1 | 2
  /** The prefix of the core namespace there, with its colon; mostly empty. */
  readonly prefix: string
  /** Text with a place in the file is copied from there, not spelled anew; these are its CDATA sections. */
  readonly copies?: readonly Span[] | undefined
}

/**
 * Runs as they stand between the tags of a `<source>` or `<target>` of the file they were read from: text is escaped anew,
 * codes are copied as they are written there. Pairs that do not nest become two empty elements.
 */
export function spellRuns(runs: readonly InlineRun[], place: Place): string {
  const pairs = nestedPairs(runs, place)
  let out = ''
  runs.forEach((run, index) => {
    const partner = pairs.get(index)
    if (run.kind === 'text') out += place.copies ? copyTextRun(run, place, place.copies) : spellTextRun(run, place)
    else if (!isAround(run, place)) out += rawOf(run, place)
    else if (partner === undefined) out += looseTag(run, place)
    else out += run.kind === 'open' ? opened(rawOf(run, place)) : closing(run, runs[partner] as InlineCode, place)
  })
  return out
}

const rawOf = ({ span }: InlineCode, { text }: Place) => text.slice(span.start, span.end)

/** A start tag that ends itself (an empty element) is opened for what stands in it now. */
const opened = (startTag: string) => startTag.replace(/\s*\/>$/, '>')

const nameIn = (startTag: string) => /^<([^\s/>]+)/.exec(startTag)?.[1] ?? ''

const closing = (run: InlineCode, open: InlineCode, place: Place) =>
  rawOf(run, place) || `</${nameIn(rawOf(open, place))}>`

/** Text anew, but `<cp>` as it is written there: its digits may be spelled in many ways. */
function spellTextRun({ text, map }: TextRun, place: Place): string {
  let out = ''
  let at = 0
  for (const piece of map) {
    if (piece.length === piece.end - piece.start || place.text.slice(piece.start, piece.start + 1) !== '<') continue
    out += spellText(text.slice(at, piece.at), place) + place.text.slice(piece.start, piece.end)
    at = piece.at + piece.length
  }
  return out + spellText(text.slice(at), place)
}

/** Text as it is written in the file, as far as it has a place there. */
function copyTextRun({ text, map }: TextRun, place: Place, sections: readonly Span[]): string {
  const raw = (start: number, end: number) => place.text.slice(start, end)
  const spelling = textSpelling(sections, raw, fresh => spellText(fresh, place))
  let at = 0
  for (const piece of map) {
    if (piece.at > at) spelling.add(text.slice(at, piece.at))
    spelling.copy(piece)
    at = piece.at + piece.length
  }
  if (at < text.length) spelling.add(text.slice(at))
  return spelling.done()
}

/** Text with the characters that XML cannot hold as `<cp>`; 1.2 has no means for them (U+FFFD). */
export function spellText(text: string, { family, prefix }: Place): string {
  if (family === 1) return escapeText(text)
  return splitForbidden(text)
    .map((part, i) => (i % 2 === 0 ? escapeText(part) : `<${prefix}cp hex="${hexOf(part)}"/>`))
    .join('')
}

export const hexOf = (unit: string) => unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')

/** An element around text, in place of two empty ones. */
const isAround = (run: InlineCode, { family }: Place) =>
  run.kind !== 'code' && (run.element === 'mrk' || run.element === (family === 1 ? 'g' : 'pc'))

/** The partner of each end of a pair that nests as elements must, by index. Linear. */
function nestedPairs(runs: readonly InlineRun[], place: Place): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>()
  const stack: number[] = []
  runs.forEach((run, index) => {
    if (run.kind === 'text' || !isAround(run, place)) return
    if (run.kind === 'open') stack.push(index)
    const opener = run.kind === 'close' ? stack.pop() : undefined
    if (opener === undefined) return
    const open = runs[opener] as InlineCode
    if (open.id !== run.id || isMarker(open) !== isMarker(run)) return
    pairs.set(opener, index)
    pairs.set(index, opener)
  })
  return pairs
}

/** One end of a pair as an element of its own (`sc` and `ec` of 2.x, `bx` and `ex` of 1.2). */
function looseTag(run: InlineCode, { family, prefix }: Place): string {
  const open = run.kind === 'open'
  if (isMarker(run)) {
    if (family === 1) return ''
    return open ? tag(`${prefix}sm`, run.attributes) : tag(`${prefix}em`, { startRef: run.id })
  }
  if (family === 1)
    return tag(`${prefix}${open ? 'bx' : 'ex'}`, open ? { ...run.attributes, id: run.id } : { id: run.id })
  return open ? tag(`${prefix}sc`, run.attributes) : tag(`${prefix}ec`, { startRef: run.id, ...run.attributes })
}

export function tag(name: string, attributes: Attributes): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`)
  return `<${name}${written.join('')}/>`
}

/** The whole element of a content with other runs in it; start and end tag stay as they are. */
export function spellContent(content: Content, runs: readonly InlineRun[], place: Place): string {
  const { span } = content
  return filled(
    place.text.slice(span.start, span.openEnd),
    spellRuns(runs, place),
    place.text.slice(span.closeStart, span.end),
  )
}

/** An element with other content; one that ended itself gets an end tag if it needs one. Without tags: the content. */
export function filled(startTag: string, inside: string, endTag: string): string {
  if (startTag === '' || endTag !== '' || inside === '') return startTag + inside + endTag
  return `${opened(startTag)}${inside}</${nameIn(startTag)}>`
}
