import type { Element, OpenElement } from '../../../xml/index.ts'
import type { Revisable } from '../modules/change-tracking.ts'
import type { SizeProfiles } from '../modules/size.ts'
import type { TextRule } from '../modules/validation-check.ts'

/** What an element that holds units, notes and modules passes on to what is inside. */
export interface Scope {
  readonly name: string
  readonly element: OpenElement | Element
  /** The white-space handling in force. */
  readonly space: string
  /** The language that an `xml:lang` here or around gives to what is inside. */
  readonly language: string | undefined
  /** An ITS version is stated here or around. */
  readonly versioned: boolean
  readonly sizeData: Set<string>
  /** Ids of extension elements, with their namespaces. */
  readonly extensionIds: Set<string>
  readonly standoff: Set<string>
  /** Rules for the targets inside. */
  readonly rules: TextRule[]
  /** What change tracking may be about; not known of a file or group, of which the rest is still to come. */
  readonly revisable: () => Revisable | undefined
  /** Modules that have had their one element. */
  readonly seen: Set<string>
}

/** What is kept of a file while its units go by. */
export interface FileState {
  readonly id: string
  readonly groups: Set<string>
  readonly units: Set<string>
  /** Ids that fragment identifiers may point at. */
  readonly index: Set<string>
  readonly subFlows: { readonly code: Element; readonly attribute: string; readonly ref: string }[]
  readonly resources: Set<string>
  readonly resourceRefs: Element[]
  profiles: SizeProfiles
}
