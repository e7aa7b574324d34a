import { applyEdits, type Edit, type Span } from '../text/index.ts'
import { escapeText } from '../xml/index.ts'
import { asReference } from './export.ts'
import type { Attributes, Unit, XliffDocument, XliffFile } from './model.ts'
import { unitsOf } from './model.ts'
import { originOf, unitFacts } from './origin.ts'
import { startTagAt, withAttribute } from './start-tag.ts'

/** An XLIFF file: its text and what it says. */
interface Written {
  readonly text: string
  readonly xliff: XliffDocument
}

/** The file that is carried over; `original` is what its document is called now, where it has another name. */
type Old = Written & { readonly file: XliffFile; readonly original?: string | undefined }

/**
 * A file with the units of another one in place of its own; `kept` are the places of units that stay as they are, by the number
 * of the unit whose place they take. The rest of the file stays, but for what it says of its source.
 */
export function replaceUnits(old: Old, fresh: Written, kept: readonly (Span | undefined)[]): string {
  const { text, xliff, file } = old
  const units = [...unitsOf(fresh.xliff)]
  const names = namespaces(xliff.attributes, file.attributes, fresh.xliff.attributes)
  const spelled = units.map((unit, i) => {
    const span = kept[i]
    return span ? keptUnit(text.slice(span.start, span.end), unit) : freshUnit(fresh.text, unit, names.own, file)
  })
  const [first, last] = [file.children[0], file.children.at(-1)]
  if (!first || !last) return text
  const indent = /\s*$/.exec(text.slice(0, first.span.start))![0]
  const body = { span: { start: first.span.start, end: last.span.end }, insert: spelled.join(indent) }
  const empty = { span: body.span, insert: fresh.text.slice(...borders(fresh.xliff.files[0]!)) }
  const edits = [...names.edits(text, xliff), ...sourceEdits(old, fresh), units.length > 0 ? body : empty]
  return applyEdits(text, edits)
}

function borders({ children }: XliffFile): [number, number] {
  return children.length > 0 ? [children[0]!.span.start, children.at(-1)!.span.end] : [0, 0]
}

/** A unit as it was, with the id and the neighbours that it has now. */
function keptUnit(text: string, unit: Unit): string {
  const { end } = startTagAt(text, 0)
  const { before = '', after = '' } = unitFacts(unit)
  let tag = withAttribute(text.slice(0, end), 'id', unit.id)
  if (/\sextradata\s*=\s*["']tlumach /.test(tag)) {
    tag = tag.replace(/\bbefore=[^\s"']+/, `before=${before}`).replace(/\bafter=[^\s"']+/, `after=${after}`)
  }
  return tag + withMeta(withMeta(text.slice(end), 'before', before), 'after', after)
}

/** A new unit in a file whose root or file element is not ours any more. */
function freshUnit(text: string, unit: Unit, own: Attributes, file: XliffFile): string {
  const raw = text.slice(unit.span.start, unit.span.end)
  const { end } = startTagAt(raw, 0)
  let tag = raw.slice(0, end)
  for (const [name, uri] of Object.entries(own)) tag = withAttribute(tag, name, uri)
  if (file.attributes['xml:space'] !== 'preserve') tag = withAttribute(tag, 'xml:space', 'preserve')
  return tag + raw.slice(end)
}

/** Declarations that new units need: of the root where their prefixes are free there, else of each unit. */
function namespaces(root: Attributes, file: Attributes, fresh: Attributes) {
  const needed = Object.entries(fresh).filter(([name]) => /^xmlns(?:$|:)/.test(name))
  const there = { ...root, ...file }
  const missing = needed.filter(([name]) => name !== 'xmlns' && there[name] === undefined)
  const own = Object.fromEntries(
    needed.filter(([name, uri]) => there[name] !== uri && !missing.some(([each]) => each === name)),
  )
  return {
    own,
    edits(text: string, { span }: XliffDocument): Edit[] {
      if (missing.length === 0) return []
      const place = startTagAt(text, span.start)
      const tag = missing.reduce(
        (done, [name, uri]) => withAttribute(done, name, uri),
        text.slice(place.start, place.end),
      )
      return [{ span: place, insert: tag }]
    },
  }
}

/** The value of a piece of metadata, where it is said. */
const withMeta = (text: string, type: string, value: string): string =>
  text.replace(
    new RegExp(`(<(?:[^\\s/>:]+:)?meta\\s(?:[^>]*\\s)?type\\s*=\\s*["']${type}["'][^>]*>)[^<]*`),
    (_, tag: string) => tag + escapeText(value),
  )

/** What the file says of the source: its hash, and the whole of it where it travels inside. */
function sourceEdits({ text, file, original }: Old, fresh: Written): Edit[] {
  const now = fresh.xliff.files[0]!
  const { hash = '' } = originOf(now)
  const { skeleton } = file
  const embedded = skeleton?.embedded !== undefined && now.skeleton?.embedded !== undefined
  const edits: Edit[] = []
  const set = (at: number, attributes: Attributes) => {
    const place = startTagAt(text, at)
    const tag = Object.entries(attributes).reduce(
      (done, [name, value]) => withAttribute(done, name, value),
      text.slice(place.start, place.end),
    )
    edits.push({ span: place, insert: tag })
  }
  if (original !== undefined) set(file.span.start, { original })
  const head = { start: startTagAt(text, file.span.start).end, end: file.children[0]?.span.start ?? file.span.end }
  if (skeleton && embedded) {
    edits.push({ span: skeleton.span, insert: fresh.text.slice(now.skeleton!.span.start, now.skeleton!.span.end) })
  } else if (skeleton) {
    const href = original !== undefined && skeleton.href !== undefined && { href: asReference(original) }
    const crc = skeleton.crc !== undefined && { crc: hash }
    if (href || crc) set(skeleton.span.start, { ...href, ...crc })
  }
  const rest = skeleton && skeleton.span.end <= head.end ? { ...head, start: skeleton.span.end } : head
  const before = text.slice(rest.start, rest.end)
  const after = withMeta(before, 'source-hash', hash)
  return after === before ? edits : [...edits, { span: rest, insert: after }]
}
