import { attributeValue, type Element, findAttribute } from '../../../xml/index.ts'
import { at, type Report, short } from '../report.ts'
import { type Fragment, readFragment } from './fragment.ts'
import type { Unit } from './unit.ts'

/** Where an expression stands: what a relative one starts from. */
export interface Place {
  readonly file: string
  readonly unit: string | undefined
}

/** Ids of a file that others may point at; `index` has what stands straight in the file, as `PREFIX=ID`. */
export interface FileIndex {
  readonly units: ReadonlySet<string>
  readonly groups: ReadonlySet<string>
  readonly index: ReadonlySet<string>
}

interface Pending {
  readonly fragment: Fragment
  readonly file: string
  readonly element: Element
  readonly local: string
  readonly ns: string
}

/** Reads fragment identifiers as they come, and resolves them when the whole document is known. */
export interface Fragments {
  /** What the value points at in this document; faults are reported. Undefined for other IRIs. */
  read(element: Element, local: string, ns: string, report: Report): Fragment | undefined
  /** True where the fragment points into the unit that it stands in. */
  isHere(fragment: Fragment, place: Place): boolean
  /** Checks that the fragment leads to something: in its own unit at once, elsewhere at the end. */
  resolve(
    fragment: Fragment,
    element: Element,
    local: string,
    ns: string,
    place: Place,
    unit: Unit | undefined,
    inner: ReadonlySet<string>,
    report: Report,
  ): void
  finish(files: ReadonlyMap<string, FileIndex>, report: Report): void
}

export function fragments(known: ReadonlySet<string>): Fragments {
  const pending: Pending[] = []
  return {
    read(element, local, ns, report) {
      const attribute = findAttribute(element, local, ns)
      if (!attribute?.value.startsWith('#')) return undefined
      const fragment = readFragment(attribute.value, known)
      if (typeof fragment !== 'string') return fragment
      const code = fragment === 'prefix' ? 'xliff-fragment-prefix' : 'xliff-fragment-syntax'
      report(code, attribute.valueSpan, { ref: short(attribute.value) })
      return undefined
    },
    isHere,
    resolve(fragment, element, local, ns, place, unit, inner, report) {
      if (isHere(fragment, place) && fragment.leaf) {
        if (unit && !inUnit(fragment.leaf, unit, inner)) {
          report('xliff-fragment-unresolved', at(element, local, ns), {
            ref: short(attributeValue(element, local, ns)!),
          })
        }
      } else pending.push({ fragment, file: fragment.file ?? place.file, element, local, ns })
    },
    finish(files, report) {
      for (const { fragment, file, element, local, ns } of pending) {
        if (leads(files.get(file), fragment)) continue
        report('xliff-fragment-unresolved', at(element, local, ns), { ref: short(attributeValue(element, local, ns)!) })
      }
    },
  }
}

function isHere(fragment: Fragment, place: Place): boolean {
  if (place.unit === undefined) return false
  if (fragment.unit === undefined) return fragment.file === undefined && fragment.group === undefined
  return fragment.unit === place.unit && (fragment.file ?? place.file) === place.file
}

function inUnit(
  leaf: { readonly prefix: string; readonly id: string },
  unit: Unit,
  inner: ReadonlySet<string>,
): boolean {
  if (leaf.prefix === '') return unit.spans.has(leaf.id)
  if (leaf.prefix === 't') return unit.targetIds.has(leaf.id)
  if (leaf.prefix === 'n') return unit.notes.has(leaf.id)
  if (leaf.prefix === 'd') return unit.data.has(leaf.id)
  return inner.has(`${leaf.prefix}=${leaf.id}`)
}

/** What stands inside other units is not kept, so a path ends at its unit. */
function leads(file: FileIndex | undefined, fragment: Fragment): boolean {
  if (!file) return false
  if (fragment.unit !== undefined) return file.units.has(fragment.unit)
  if (fragment.group !== undefined) return file.groups.has(fragment.group)
  return !fragment.leaf || file.index.has(`${fragment.leaf.prefix}=${fragment.leaf.id}`)
}
