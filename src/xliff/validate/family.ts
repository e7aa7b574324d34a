import type { Element, OpenElement } from '../../xml/index.ts'
import type { Progress } from './content.ts'
import type { ElementRule } from './grammar.ts'
import type { Structure } from './structure.ts'

export interface ValidateOptions {
  /** Prefixes of fragment identifiers for extensions, by namespace (XLIFF 2, registered with the technical committee). */
  readonly prefixes?: Readonly<Record<string, string>>
  /**
   * Holds XLIFF 1.2 to its strict schema. A file that names that schema itself is not held to it: Xcode does, and adds
   * attributes that the schema does not have.
   */
  readonly strict?: boolean
}

/** An open element that is not held in memory as a whole: the document, a file, a group. */
export interface Frame {
  readonly element: OpenElement
  readonly rule: ElementRule
  readonly progress: Progress
}

/** The rules of one family of versions, fed by the stream: containers open and close, all else comes as finished trees. */
export interface Family {
  readonly structure: Structure
  readonly containers: ReadonlySet<string>
  enter(frame: Frame): void
  /** A finished child of the innermost container; `marked` are its elements with attributes of other namespaces. */
  tree(element: Element, marked: readonly Element[]): void
  leave(frame: Frame): void
}

export type Version = '1.0' | '1.1' | '1.2' | '2.0' | '2.1' | '2.2'
