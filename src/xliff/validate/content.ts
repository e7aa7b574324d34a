import type { ElementRule, Slot } from './grammar.ts'

/** How far the children of an element have been read. */
export interface Progress {
  at: number
  count: number
  /** Slots that have been complained about as missing. */
  missing: Set<number> | undefined
  /** A foreign element that has not moved the progress (XLIFF 1.2). */
  foreign: { readonly name: string; readonly start: number; readonly end: number } | undefined
}

export type ChildFault = 'unexpected' | 'repeated' | 'order'

export interface ChildVerdict {
  readonly fault: ChildFault | undefined
  /** Slots that were passed without their required element. */
  readonly missing: readonly Slot[]
}

const fits = (slot: Slot, name: string, other: boolean): boolean => slot.names.has(name) || (other && slot.other)
const fine: ChildVerdict = { fault: undefined, missing: [] }

export const progress = (): Progress => ({ at: 0, count: 0, missing: undefined, foreign: undefined })

/** Takes the next child. Content models are deterministic, so one look ahead by slots is enough. */
export function takeChild(rule: ElementRule, state: Progress, name: string, other: boolean): ChildVerdict {
  const { slots } = rule
  for (let i = state.at; i < slots.length; i++) {
    const slot = slots[i]!
    if (!fits(slot, name, other) || (i === state.at && state.count >= slot.max)) continue
    const missing = i === state.at ? [] : passed(slots, state, i)
    if (i !== state.at) {
      state.at = i
      state.count = 0
    }
    state.count++
    return missing.length ? { fault: undefined, missing } : fine
  }
  return { fault: faultOf(rule, state, name, other), missing: [] }
}

/**
 * Takes a foreign element without moving on. Tools put their own elements anywhere: that is no reason to find fault with
 * what follows. Returns whether it stands where the model has a slot for it, as far as can be told before the next child.
 */
export function passForeign(rule: ElementRule, state: Progress, place: NonNullable<Progress['foreign']>): boolean {
  const home = rule.slots.findIndex(slot => slot.other)
  if (home < state.at) return false
  state.foreign ??= place
  return true
}

/** The foreign element that stood before the place of the child just taken. */
export function takeMisplaced(rule: ElementRule, state: Progress): Progress['foreign'] {
  const { foreign } = state
  if (!foreign || rule.slots.findIndex(slot => slot.other) <= state.at) return undefined
  state.foreign = undefined
  return foreign
}

/** The required slots that never came. */
export function endOfChildren(rule: ElementRule, state: Progress): readonly Slot[] {
  return passed(rule.slots, state, rule.slots.length)
}

function passed(slots: readonly Slot[], state: Progress, to: number): Slot[] {
  const missing: Slot[] = []
  for (let i = state.at; i < to; i++) {
    const count = i === state.at ? state.count : 0
    if (count >= slots[i]!.min || state.missing?.has(i)) continue
    state.missing ??= new Set()
    state.missing.add(i)
    missing.push(slots[i]!)
  }
  return missing
}

function faultOf(rule: ElementRule, state: Progress, name: string, other: boolean): ChildFault {
  const home = rule.slots.findIndex(slot => fits(slot, name, other))
  if (home < 0) return 'unexpected'
  return home === state.at && rule.slots[home]!.max === 1 ? 'repeated' : 'order'
}
