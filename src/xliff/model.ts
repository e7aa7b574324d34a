import type { CodeRun, TextRun } from '../content/index.ts'
import type { Span } from '../text/index.ts'

export type XliffVersion = '1.2' | '2.0' | '2.1' | '2.2'

/** The states of XLIFF 2.1 (attribute state); those of 1.2 are read into them and kept as they were in `subState`. */
export type State = 'initial' | 'translated' | 'reviewed' | 'final'

/**
 * One model for both families. Spans are offsets in the decoded text; a document built from nothing has empty ones.
 * What is absent is `undefined` or missing; readers set every field, so that objects of a kind are alike to the engine.
 */
export interface XliffDocument {
  readonly version: XliffVersion
  readonly sourceLanguage?: string | undefined
  readonly targetLanguage?: string | undefined
  readonly files: readonly XliffFile[]
  /** 2.2 allows notes on the document. */
  readonly notes: readonly Note[]
  /** Attributes of the root as written, namespace declarations included. */
  readonly attributes: Attributes
  readonly span: Span
}

export type Attributes = Readonly<Record<string, string>>

export interface XliffFile {
  readonly kind: 'file'
  readonly id: string
  readonly original?: string | undefined
  /** In 1.2 languages belong to the file. */
  readonly sourceLanguage?: string | undefined
  readonly targetLanguage?: string | undefined
  readonly skeleton?: Skeleton | undefined
  readonly notes: readonly Note[]
  readonly metadata: readonly Meta[]
  /** Set where units are to be written with the characters they may have. */
  readonly sizes?: boolean | undefined
  readonly children: readonly (Group | Unit)[]
  readonly attributes: Attributes
  /** Elements that the model does not hold: extensions, modules, the header of 1.2. */
  readonly foreign: readonly Span[]
  /** The file of the other family that this one was converted from. */
  readonly carried?: Carried | undefined
  readonly span: Span
}

/** A whole XLIFF document inside another one. */
export interface Carried {
  readonly text: string
  /** The element that holds it. */
  readonly span: Span
}

/** Where the source document is: a reference, or the whole of it inside the file. */
export interface Skeleton {
  readonly href?: string | undefined
  readonly embedded?: string | undefined
  /** 1.2: a value to know the document again by, and how it is spelled where it is embedded. */
  readonly crc?: string | undefined
  readonly form?: string | undefined
  readonly span: Span
}

export interface Group {
  readonly kind: 'group'
  readonly id?: string | undefined
  readonly name?: string | undefined
  readonly notes: readonly Note[]
  readonly metadata: readonly Meta[]
  readonly children: readonly (Group | Unit)[]
  readonly attributes: Attributes
  readonly foreign: readonly Span[]
  readonly span: Span
}

/** `<unit>` of 2.x, `<trans-unit>` of 1.2. `<bin-unit>` is foreign. */
export interface Unit {
  readonly kind: 'unit'
  readonly id: string
  readonly name?: string | undefined
  /** With what it inherits. */
  readonly translate: boolean
  /** How many characters (code points in NFC) its text may have, where it is to be written. */
  readonly characters?: number | undefined
  /** Locked by the tool that wrote it: never changed here. */
  readonly locked?: boolean | undefined
  readonly segments: readonly Segment[]
  /** The elements that hold the segments, where 1.2 has a `<seg-source>`. */
  readonly whole?:
    | { readonly source: Content; readonly segmented: Content; readonly target?: Content | undefined }
    | undefined
  readonly notes: readonly Note[]
  readonly matches: readonly Match[]
  readonly terms: readonly Term[]
  readonly metadata: readonly Meta[]
  /** As written; empty where there are none but those above. */
  readonly attributes: Attributes
  readonly foreign: readonly Span[]
  /** Where a first note may be put. */
  readonly noteAt: number
  readonly span: Span
}

/** A segment or an ignorable. In 1.2 `<mrk mtype="seg">` are segments, what stands between them ignorables. */
export interface Segment {
  readonly kind: 'segment' | 'ignorable'
  readonly id?: string | undefined
  readonly state: State
  readonly subState?: string | undefined
  readonly source: Content
  readonly target?: Content | undefined
  /** Position of the target among the targets of the unit, from 1, where it is not that of the source. */
  readonly order?: number | undefined
  /** Locked or confirmed by the tool that wrote it: never changed here. */
  readonly locked?: boolean | undefined
  readonly attributes: Attributes
  readonly span: Span
}

/** What a unit inherits from the elements around it. */
export interface Inherited {
  /** White space counts. */
  readonly preserve: boolean
  readonly translate: boolean
}

/** What a `<source>` or `<target>` holds. */
export interface Content {
  readonly runs: readonly InlineRun[]
  readonly span: ElementSpan
  readonly language?: string | undefined
  /** White space counts: `xml:space="preserve"`, own or inherited. */
  readonly preserve: boolean
}

/** A whole element, and where its start tag ends and its end tag begins. */
export interface ElementSpan extends Span {
  readonly openEnd: number
  readonly closeStart: number
}

export type InlineRun = TextRun | InlineCode

/**
 * An inline code, marker or aside. `open` and `close` pair by id. A marker (`mrk`, `sm`/`em`) is a pair as well. A comment
 * or processing instruction is an `open` without a partner whose element is `#comment` or `#instruction`.
 */
export interface InlineCode extends CodeRun {
  /** The local name: ph, pc, sc, ec, mrk, sm, em; g, x, bx, ex, bpt, ept, it, ph; or a foreign one as written. */
  readonly element: string
  /** As written; of a `pc`, those of the start are with the `open`, those of the end with the `close`, by the names `sc` and `ec` have. */
  readonly attributes: Attributes
  /** The markup of the original document that the code stands for. */
  readonly data?: string | undefined
  /** An `open` or `close` whose partner is in another unit. */
  readonly isolated?: boolean | undefined
  /** Text inside a code (`<sub>` of 1.2). */
  readonly flows?: readonly Flow[] | undefined
}

/** Text inside the native markup of a code, at an offset of that markup. */
export interface Flow {
  readonly at: number
  readonly content: Content
  readonly attributes: Attributes
}

export interface Note {
  readonly id?: string | undefined
  readonly category?: string | undefined
  readonly appliesTo?: string | undefined
  readonly priority?: string | undefined
  /** Author (`from` of 1.2). */
  readonly from?: string | undefined
  readonly text: string
  readonly span: Span
}

/** A translation candidate: `mtc:match`, `<alt-trans>`. */
export interface Match {
  readonly id?: string | undefined
  readonly ref?: string | undefined
  readonly origin?: string | undefined
  /** Percent, where the file says a number. */
  readonly similarity?: number | undefined
  readonly source?: Content | undefined
  readonly target?: Content | undefined
  readonly attributes: Attributes
  readonly span: Span
}

/** `gls:glossEntry`. */
export interface Term {
  readonly id?: string | undefined
  readonly ref?: string | undefined
  readonly term: string
  readonly source?: string | undefined
  readonly translations: readonly { readonly text: string; readonly source?: string | undefined }[]
  readonly definition?: string | undefined
  readonly metadata: readonly Meta[]
  readonly span: Span
}

/** `mda:meta` with the category of the group it stands in. */
export interface Meta {
  readonly category?: string | undefined
  readonly type: string
  readonly text: string
}

/** What most units have of most things. */
export const none: readonly never[] = Object.freeze([])

export const nowhere: ElementSpan = { start: 0, openEnd: 0, closeStart: 0, end: 0 }

/** A marker is a remark on the text (a term, a comment); the document knows nothing of it. */
export const isMarker = (run: InlineCode): boolean => markers.has(run.element)
const markers: ReadonlySet<string> = new Set(['mrk', 'sm', 'em'])

/** A comment or processing instruction among the text. */
export const isAside = (run: InlineCode): boolean => run.element.startsWith('#')

/** Runs without what the document knows nothing of: markers and asides. */
export const documentRuns = (runs: readonly InlineRun[]): InlineRun[] =>
  runs.filter(run => run.kind === 'text' || !(isMarker(run) || isAside(run)))

/** The units of a file, a group or a document in the order of the text. */
export function* unitsOf(of: XliffDocument | XliffFile | Group): Generator<Unit> {
  if ('files' in of) {
    for (const file of of.files) yield* unitsOf(file)
    return
  }
  const stack: (readonly (Group | Unit)[])[] = [of.children]
  const at = [0]
  while (stack.length > 0) {
    const child = stack.at(-1)![at[at.length - 1]!++]
    if (!child) {
      stack.pop()
      at.pop()
    } else if (child.kind === 'unit') yield child
    else {
      stack.push(child.children)
      at.push(0)
    }
  }
}
