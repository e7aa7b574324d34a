import { element, splitForbidden, type XmlElement, type XmlNode } from '../xml/index.ts'
import type { InlineCode, InlineRun } from './model.ts'
import { isAside, isMarker } from './model.ts'
import { keep } from './namespaces.ts'
import type { CodePlan, Planned } from './plan-codes.ts'

/** Keeps the markup of a unit's codes; equal markup is kept once. */
export interface OriginalData {
  id(markup: string): string
  /** `<originalData>`, if there is any. */
  element(): XmlElement | undefined
}

export function originalData(): OriginalData {
  const ids = new Map<string, string>()
  return {
    id(markup) {
      const known = ids.get(markup)
      if (known) return known
      const id = `d${ids.size + 1}`
      ids.set(markup, id)
      return id
    },
    element() {
      if (ids.size === 0) return undefined
      return element('originalData', {}, ...[...ids].map(([text, id]) => element('data', { id }, ...textNodes(text))))
    },
  }
}

/** Text with `<cp>` for what XML cannot hold (XLIFF 2.1 §4.2.3.1). */
export function textNodes(text: string): XmlNode[] {
  const nodes: XmlNode[] = []
  splitForbidden(text).forEach((part, i) => {
    if (i % 2 === 1) nodes.push(element('cp', { hex: part.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0') }))
    else if (part !== '') nodes.push(part)
  })
  return nodes
}

/** The content of a `<source>` or `<target>`: the runs of one piece with the plan of its codes. */
export function inlineNodes(runs: readonly InlineRun[], plan: readonly Planned[], data: OriginalData): XmlNode[] {
  const frames: { planned?: Planned; attributes?: Attributes; nodes: XmlNode[] }[] = [{ nodes: [] }]
  const put = (...nodes: XmlNode[]) => void frames.at(-1)!.nodes.push(...nodes)
  let next = 0
  for (const run of runs) {
    if (run.kind === 'text') put(...textNodes(run.text))
    if (run.kind === 'text' || isAside(run)) continue
    const planned = plan[next++]!
    if (run.kind === 'code') put(element('ph', codeAttributes('ph', planned, data)))
    else if (!planned.wrap) put(loose(planned, data))
    else if (run.kind === 'open') {
      const attributes = isMarker(run) ? markerAttributes(planned) : codeAttributes('sc', planned, data)
      frames.push({ planned, attributes, nodes: [] })
    } else {
      const { attributes, nodes } = frames.pop()!
      put(isMarker(run) ? element('mrk', attributes!, ...nodes) : around(attributes!, planned, nodes, data))
    }
  }
  return frames[0]!.nodes
}

type Attributes = Readonly<Record<string, string | undefined>>

function around(start: Attributes, close: Planned, nodes: readonly XmlNode[], data: OriginalData): XmlElement {
  const end = codeAttributes('ec', close, data)
  const ends: Record<string, string | undefined> = {}
  for (const name of ['disp', 'equiv', 'subFlows', 'dataRef']) {
    ends[`${name}Start`] = start[name]
    ends[`${name}End`] = end[name]
  }
  const { disp: _d, equiv: _e, subFlows: _s, dataRef: _r, isolated: _i, ...rest } = start
  // what is said of one end must be said of the other
  for (const name of ['disp', 'equiv']) {
    if ((ends[`${name}Start`] ?? ends[`${name}End`]) === undefined) continue
    ends[`${name}Start`] ??= ''
    ends[`${name}End`] ??= ''
  }
  if ((ends.dataRefStart ?? ends.dataRefEnd) !== undefined) {
    ends.dataRefStart ??= data.id('')
    ends.dataRefEnd ??= data.id('')
  }
  return element('pc', { ...rest, ...ends }, ...nodes)
}

function loose(planned: Planned, data: OriginalData): XmlElement {
  const { code, partner } = planned
  if (isMarker(code)) {
    return code.kind === 'open' ? element('sm', markerAttributes(planned)) : element('em', { startRef: planned.name })
  }
  if (code.kind === 'open') {
    return element('sc', { ...codeAttributes('sc', planned, data), isolated: partner ? undefined : 'yes' })
  }
  const { id: _, dir, ...rest } = codeAttributes('ec', planned, data)
  return partner
    ? element('ec', { startRef: planned.name, ...rest, ...shared(partner.code) })
    : element('ec', { id: planned.name, ...rest, dir, isolated: 'yes' })
}

/** What both ends of a pair must say alike (XLIFF 2.1 §4.2.3.4). */
function shared(open: InlineCode): Record<string, string | undefined> {
  const { canCopy, canDelete, canReorder, canOverlap } = open.attributes
  return { canCopy, canDelete, canReorder: canReorder === 'firstNo' ? 'no' : canReorder, canOverlap }
}

const common = ['canCopy', 'canDelete', 'canReorder', 'copyOf', 'disp', 'equiv', 'subFlows', 'subType', 'type'] as const
const paired = [...common, 'canOverlap', 'dir'] as const

function codeAttributes(kind: 'ph' | 'sc' | 'ec', planned: Planned, data: OriginalData) {
  const { code } = planned
  const attributes: Record<string, string | undefined> = { id: planned.name }
  for (const name of kind === 'ph' ? common : paired) attributes[name] = code.attributes[name]
  if (attributes.copyOf === undefined && code.data !== undefined) attributes.dataRef = data.id(code.data)
  return attributes
}

function markerAttributes({ code, name }: Planned): Record<string, string | undefined> {
  const { translate, type, ref, value } = code.attributes
  return { id: name, translate, type, ref, value, ...kept(code.attributes) }
}

/** What an element keeps of its life in XLIFF 1.2. */
export const kept = (attributes: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => name.startsWith(keep)))

/**
 * What a unit's codes keep of their life in XLIFF 1.2: XLIFF 2 allows no attributes of others on them (2.1 §4.2.3), so it
 * stands in an element of our own (where `id` would have to be unique: it is `was` there). A target's code that keeps the same as its namesake in the source is not repeated.
 */
export function keptElement({ source, target }: CodePlan): XmlElement[] {
  const said = new Map<string, string>()
  const codes: XmlElement[] = []
  for (const [side, plan] of [
    ['source', source],
    ['target', target],
  ] as const) {
    for (const planned of plan.flat()) {
      const attributes = Object.entries(planned.code.attributes).filter(([name]) => name.startsWith(keep))
      const key = (planned.code.kind === 'close' ? 'end ' : '') + planned.name
      const words = JSON.stringify(attributes)
      if (isMarker(planned.code) || attributes.length === 0 || said.get(key) === words) continue
      said.set(key, words)
      const own = Object.fromEntries(attributes.map(([name, value]) => [keptName(name), value]))
      codes.push(element(`${keep}code`, { of: `${side} ${key}`, ...own }))
    }
  }
  return codes.length > 0 ? [element(`${keep}codes`, {}, ...codes)] : []
}

const keptName = (name: string) => (name === `${keep}id` ? 'was' : name.slice(keep.length))
