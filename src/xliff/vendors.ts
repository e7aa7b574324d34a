import { attributeValue, childElements, type Element } from '../xml/index.ts'
import type { State } from './model.ts'

/** Tools that write 1.2 in a dialect of their own. */
const sdl = 'http://sdl.com/FileTypes/SdlXliff/1.0'
const memoq = 'MQXliff'
const phrase = 'http://www.memsource.com/mxlf/2.0'

/** True where memoQ or Phrase (Memsource) says of a `<trans-unit>` that it is locked, or that a person has confirmed it. */
export function isSettledUnit(element: Element): boolean {
  if (isYes(attributeValue(element, 'locked', memoq)) || isYes(attributeValue(element, 'locked', phrase))) return true
  if (/Confirmed|^Proofread$/.test(attributeValue(element, 'status', memoq) ?? '')) return true
  // the levels of work that have been confirmed, as a number
  return isYes(attributeValue(element, 'confirmed', phrase))
}

/** `locked`, `true`, `1`; whatever else is no denial locks too. */
const isYes = (value: string | undefined): boolean => value !== undefined && !/^(?:|no|false|0|unlocked)$/.test(value)

/** What Trados says of one segment (`<sdl:seg>`). */
export interface SegmentDefinition {
  readonly id: string
  readonly state: State | undefined
  readonly locked: boolean
  readonly element: Element
}

/** Trados' confirmation levels that a person has given. */
const confirmations: Readonly<Record<string, State>> = {
  Translated: 'translated',
  ApprovedTranslation: 'reviewed',
  ApprovedSignOff: 'final',
}

export function segmentDefinitions(children: readonly Element[]): SegmentDefinition[] {
  const lists = children.filter(child => child.local === 'seg-defs' && child.ns === sdl)
  const elements = lists.flatMap(childElements).filter(child => child.local === 'seg')
  return elements.map(element => {
    const state = confirmations[attributeValue(element, 'conf') ?? '']
    const locked = state !== undefined || isYes(attributeValue(element, 'locked'))
    return { id: attributeValue(element, 'id') ?? '', state, locked, element }
  })
}
