import type { SaxesTagPlain } from 'saxes'
import type { Problem } from '../text/index.ts'
import { Judge } from './judge.ts'
import { type Reason, reasonOf } from './malformed.ts'
import { declarationFault, namespaces } from './namespaces.ts'
import {
  type Attribute,
  type Comment,
  type Element,
  type Instruction,
  type Text,
  type TextPiece,
  xmlnsNamespace,
} from './node.ts'
import { mapText, placeAttribute } from './scan.ts'
import { twinOf } from './twins.ts'

/**
 * An element of which only the start tag has been read: no children yet, and `span` and `closeStart` end with the tag.
 * A reader that keeps it may let it grow: the parser looks at it no more.
 */
export type OpenElement = Element & { readonly children: readonly [] }

/** What a streaming reader is told, in the order of the source. Offsets count from the first unit written. */
export interface XmlHandlers {
  open?(element: OpenElement): void
  /** `end` is the end of the end tag; of the start tag where it closes itself. */
  close?(closeStart: number, end: number): void
  text?(text: Text): void
  /** False: texts come with an empty map, which saves a reader that asks for no places in them a twentieth of its time. */
  readonly maps?: boolean
  comment?(comment: Comment): void
  instruction?(instruction: Instruction): void
  doctype?(span: { readonly start: number; readonly end: number }): void
}

export interface XmlParser {
  write(chunk: string): void
  /** Ends the source and says what was found. The first fault of well-formedness ends the events. */
  end(): readonly Problem[]
  /** True after a fault that ended the events. */
  readonly stopped: boolean
}

/** Elements may stand in one another this deep; beyond it reading stops with `xml-too-deep`. */
export const depthLimit = 1000
/** Entities that are not expanded are reported once a name; after so many names reading stops. */
const entityLimit = 100
/** Input is handed on in slices, so that a fault ends the work soon and memory stays flat. */
const sliceLength = 32768

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])/

/**
 * A push parser for XML 1.0 with namespaces. Memory: the markup being read, the open elements, the handlers' own. Linear.
 * Entities other than the five of XML are never expanded, external ones never fetched.
 */
export function xmlParser(handlers: XmlHandlers): XmlParser {
  const state = new ParserState(handlers)
  return {
    write: chunk => state.write(chunk),
    end: () => state.end(),
    get stopped() {
      return state.stopped
    },
  }
}

class ParserState {
  stopped = false
  private readonly problems: Problem[] = []
  private readonly saxes = new Judge()
  private readonly scope = namespaces()
  private readonly open: OpenElement[] = []
  private entities = 0
  private pairs: { name: string; value: string }[] = []
  /** The source from `base` on; all before the last event's end is dropped. */
  private source = ''
  private base = 0
  private cursor = 0
  /** Units after the cursor that still belong to the last event. */
  private ahead = 0
  /** Where the last text outside the root began: the parser complains of it only after it has told it. */
  private outside: number | undefined
  private written = 0
  private pending = ''
  /** The end of what was handed on: a slice at least. */
  private recent = ''
  private sawDoctype = false
  private readonly handlers: XmlHandlers

  constructor(handlers: XmlHandlers) {
    this.handlers = handlers
    const { saxes } = this
    saxes.on('error', error => this.fault(error.message))
    saxes.on('attribute', pair => void this.pairs.push(pair))
    saxes.on('opentag', tag => this.openTag(tag))
    saxes.on('closetag', tag => this.closeTag(tag))
    saxes.on('text', text => this.text(text))
    saxes.on('cdata', text => this.cdata(text))
    saxes.on('comment', text => this.comment(text))
    saxes.on('processinginstruction', data => this.instruction(data.target, data.body))
    saxes.on('xmldecl', () => this.markup(() => {}))
    saxes.on('doctype', () => this.markup(span => this.doctype(span)))
  }

  write(chunk: string): void {
    let text = this.pending + chunk
    const last = text.charCodeAt(text.length - 1)
    this.pending = last >= 0xd800 && last <= 0xdbff ? text.slice(-1) : ''
    if (this.pending) text = text.slice(0, -1)
    for (let from = 0; from < text.length && !this.stopped; ) {
      let to = Math.min(from + sliceLength, text.length)
      const edge = text.charCodeAt(to - 1)
      if (edge >= 0xd800 && edge <= 0xdbff) to++
      this.slice(text.slice(from, to))
      from = to
    }
  }

  end(): readonly Problem[] {
    if (this.pending && !this.stopped) this.slice(this.pending)
    if (!this.stopped) this.saxes.close()
    return this.problems
  }

  private slice(slice: string): void {
    if (this.cursor > this.base) this.source = this.source.slice(this.cursor - this.base)
    this.source += slice
    this.base = this.cursor
    this.written += slice.length
    // Cut once a slice's worth, however short the slices are: linear.
    this.recent = (this.recent.length > 2 * sliceLength ? this.recent.slice(-sliceLength) : this.recent) + slice
    const lone = slice.search(loneSurrogate)
    this.saxes.write(lone < 0 ? slice : slice.slice(0, lone))
    if (lone < 0 || this.stopped) return
    const at = this.written - slice.length + lone
    this.malformed('character', { start: at, end: at + 1 })
  }

  private position(): number {
    return Math.min(this.saxes.position, this.written)
  }

  private raw(start: number, end: number): string {
    return this.source.slice(start - this.base, end - this.base)
  }

  /** The span of markup that ends here; the next event begins where it ends. */
  private markup(tell: (span: { start: number; end: number }) => void): void {
    if (this.stopped) return
    const start = this.markupStart()
    this.moveTo(this.position())
    tell({ start, end: this.cursor })
  }

  private moveTo(offset: number): void {
    this.cursor = offset
    this.ahead = 0
    this.outside = undefined
  }

  private markupStart(): number {
    const at = this.source.indexOf('<', this.cursor - this.base)
    return at < 0 ? this.cursor : this.base + at
  }

  private openTag(tag: SaxesTagPlain): void {
    const { pairs } = this
    this.pairs = []
    if (this.stopped) return
    const start = this.markupStart()
    const end = this.position()
    this.moveTo(end)
    this.declare(pairs, start, end)
    const name = this.qualify(tag.name, true, start, end)
    const attributes = this.attributes(pairs, tag.name, start, end)
    if (this.stopped) return
    const element: OpenElement = {
      kind: 'element',
      name: tag.name,
      local: name.local,
      ns: name.ns,
      attributes,
      children: [],
      span: { start, end },
      openEnd: end,
      closeStart: end,
      selfClosing: tag.isSelfClosing,
    }
    this.open.push(element)
    if (this.open.length > depthLimit) {
      this.stop('xml-too-deep', { start, end }, { limit: depthLimit })
      return
    }
    this.handlers.open?.(element)
  }

  private declare(pairs: readonly { name: string; value: string }[], start: number, end: number): void {
    let declarations: (readonly [prefix: string, uri: string])[] | undefined
    for (const { name, value } of pairs) {
      if (!name.startsWith('xmlns') || (name.length > 5 && name[5] !== ':')) continue
      const prefix = name.slice(6)
      declarations ??= []
      declarations.push([prefix, value])
      if (declarationFault(prefix, value)) this.malformed('namespace', { start, end }, name)
    }
    this.scope.enter(declarations ?? none)
  }

  private attributes(pairs: readonly { name: string; value: string }[], tag: string, start: number, end: number) {
    const attributes: Attribute[] = []
    if (pairs.length === 0) return attributes
    const raw = this.raw(start, end)
    let at = tag.length + 1
    for (const { name, value } of pairs) {
      const place = placeAttribute(raw, at, start)
      at = place.span.end - start
      const { local, ns } = this.qualify(name, false, place.span.start, place.span.start + name.length)
      attributes.push({ name, local, ns, value, span: place.span, valueSpan: place.valueSpan })
    }
    const twin = twinOf(attributes)
    if (twin) this.malformed('duplicateAttribute', twin.span, twin.name)
    return attributes
  }

  private qualify(name: string, element: boolean, start: number, end: number): { local: string; ns: string } {
    const colon = name.indexOf(':')
    if (colon < 0)
      return { local: name, ns: element ? this.scope.resolve('')! : name === 'xmlns' ? xmlnsNamespace : '' }
    const prefix = name.slice(0, colon)
    const local = name.slice(colon + 1)
    if (!prefix || !ncName.test(local) || (element && prefix === 'xmlns')) this.malformed('name', { start, end }, name)
    const ns = this.scope.resolve(prefix)
    if (!ns) this.malformed('prefix', { start, end }, prefix)
    return { local, ns: ns ?? '' }
  }

  private closeTag(tag: SaxesTagPlain): void {
    if (this.stopped) return
    const element = this.open.at(-1)!
    const end = this.position()
    const closeStart = tag.isSelfClosing ? end : this.cursor + this.ahead
    if (!tag.isSelfClosing && !closes(this.raw(closeStart, end), tag.name)) {
      this.malformed('closeTag', { start: closeStart, end }, element.name)
      return
    }
    this.open.pop()
    this.scope.leave()
    this.moveTo(end)
    this.handlers.close?.(closeStart, end)
  }

  private text(text: string): void {
    if (this.stopped) return
    const start = this.cursor + this.ahead
    const at = this.position()
    const end = this.source[at - 1 - this.base] === '<' ? at - 1 : at
    this.moveTo(end)
    if (this.open.length) this.tellText(text, start, end, 0)
    else this.outside = start
  }

  private cdata(text: string): void {
    this.markup(({ start, end }) => this.tellText(text, start, end, '<![CDATA['.length))
  }

  private tellText(text: string, start: number, end: number, fence: number): void {
    if (!this.handlers.text) return
    const from = start + fence
    const to = fence ? end - ']]>'.length : end
    const map = this.handlers.maps === false ? [] : this.mapOf(text, from, to, fence > 0)
    this.handlers.text({ kind: 'text', text, span: { start, end }, cdata: fence > 0, map })
  }

  /** Told at the second hyphen: the `>` is still to come. */
  private comment(text: string): void {
    if (this.stopped) return
    const start = this.markupStart()
    this.moveTo(this.position())
    this.ahead = 1
    this.handlers.comment?.({ kind: 'comment', text, span: { start, end: this.cursor + 1 } })
  }

  private mapOf(text: string, from: number, to: number, cdata: boolean): readonly TextPiece[] {
    const raw = to - from === text.length ? text : this.raw(from, to)
    return mapText(raw, text.length, from, cdata)
  }

  private instruction(target: string, body: string): void {
    this.markup(span => {
      if (target.includes(':')) this.malformed('instruction', span, target)
      else this.handlers.instruction?.({ kind: 'instruction', target, body, span })
    })
  }

  private doctype(span: { start: number; end: number }): void {
    this.sawDoctype = true
    this.handlers.doctype?.(span)
  }

  private fault(message: string): void {
    if (this.stopped) return
    const reason = reasonOf(message)
    // The start tag's own check finds it with its place.
    if (reason === 'duplicateAttribute') return
    const end = this.position()
    if (reason === 'entity') this.entity(message, end)
    else if (reason === 'unclosed' && this.open.length) {
      const element = this.open.at(-1)!
      this.malformed(reason, element.span, element.name)
    } else this.malformed(reason, this.place(reason, end))
  }

  private place(reason: Reason, end: number): { start: number; end: number } {
    if (reason === 'closeTag') return { start: this.markupStart(), end }
    if (reason !== 'outsideRoot') return { start: Math.max(0, end - 1), end }
    const from = Math.max(this.base, this.outside ?? this.cursor + this.ahead)
    const start = from + Math.max(0, this.source.slice(from - this.base).search(/\S/))
    return { start, end: Math.min(start + 1, this.written) }
  }

  /** A reference that XML itself does not define. With a DOCTYPE it may be declared, but it is not expanded. */
  private entity(message: string, end: number): void {
    const [start, name] = this.reference(end)
    if (!this.sawDoctype || message !== 'undefined entity.') {
      this.malformed('entity', { start, end }, name)
      return
    }
    this.problems.push({
      code: 'xml-entity',
      severity: 'error',
      span: { start, end },
      data: { name: name.slice(0, 100) },
    })
    // From here on it stands for itself: the parser's complaints are costly, and a bomb has millions of references.
    this.saxes.ENTITIES[name] = `&${name};`
    this.entities++
    if (this.entities >= entityLimit) this.stopped = true
  }

  /** Looks only in what was handed on last: joining all of a long text for each reference would be quadratic. */
  private reference(end: number): readonly [start: number, name: string] {
    const { recent } = this
    const base = this.written - recent.length
    const at = recent.lastIndexOf('&', end - base - 1)
    return at < 0 ? [end - 1, ''] : [base + at, recent.slice(at + 1, end - base - 1)]
  }

  private malformed(reason: Reason, span: { start: number; end: number }, name = ''): void {
    this.stop('xml-malformed', span, { reason, name: name.slice(0, 100) })
  }

  private stop(code: string, span: { start: number; end: number }, data: Record<string, string | number>): void {
    if (this.stopped) return
    this.stopped = true
    this.problems.push({ code, severity: 'error', span, data })
  }
}

/** saxes has judged the characters of a whole name; this is about the start of its local part (NCName). */
const ncName = /^(?![-.0-9\u00b7\u203f\u2040]|[\u0300-\u036f])[^:]+$/

const none: readonly (readonly [prefix: string, uri: string])[] = []

/** True where the markup is an end tag of that name. */
function closes(markup: string, name: string): boolean {
  if (!markup.startsWith('</') || !markup.startsWith(name, 2)) return false
  const next = markup.charCodeAt(2 + name.length)
  return next === 62 || next <= 32
}
