import { attributeValue, childElements, type Element, findAttribute } from '../../../xml/index.ts'
import { isIsolated } from '../core-2/codes.ts'
import { at, type Report, short } from '../report.ts'
import { valueTypes } from '../value.ts'

export const slr = 'urn:oasis:names:tc:xliff:sizerestriction:2.0'

export interface SizeProfiles {
  readonly general: string
  readonly storage: string
  /** How texts are normalised before they are measured. */
  readonly generalForm: string
  readonly storageForm: string
}

export const noProfiles: SizeProfiles = { general: '', storage: '', generalForm: 'none', storageForm: 'none' }

export function profilesOf(profiles: Element): SizeProfiles {
  const normalization = childElements(profiles).find(child => child.ns === slr && child.local === 'normalization')
  const form = (name: string) => (normalization && attributeValue(normalization, name)) ?? 'none'
  return {
    general: attributeValue(profiles, 'generalProfile') ?? '',
    storage: attributeValue(profiles, 'storageProfile') ?? '',
    generalForm: form('general'),
    storageForm: form('storage'),
  }
}

/** The ids in a `data` element, which `sizeInfoRef` may point at. */
export function sizeDataIds(data: Element): string[] {
  const ids: string[] = []
  const stack = childElements(data)
  for (let element = stack.pop(); element; element = stack.pop()) {
    const id = attributeValue(element, 'id')
    if (id !== undefined) ids.push(id)
    for (const child of childElements(element)) stack.push(child)
  }
  return ids
}

const onEnds = ['equivStorage', 'sizeInfo', 'sizeInfoRef']

/** The attributes of one element. `hasData` tells whether an id stands in a `data` beside the element or its ancestors. */
export function checkSize(
  element: Element,
  profiles: SizeProfiles,
  hasData: (id: string) => boolean,
  report: Report,
): void {
  if (!element.attributes.some(attribute => attribute.ns === slr)) return
  const info = attributeValue(element, 'sizeInfo', slr)
  const ref = attributeValue(element, 'sizeInfoRef', slr)
  if (element.local === 'ec' && !isIsolated(element)) {
    for (const name of onEnds) {
      if (findAttribute(element, name, slr)) report('xliff-slr-isolated', at(element, name, slr), { attribute: name })
    }
  }
  if (info !== undefined && ref !== undefined) report('xliff-slr-both', at(element, 'sizeInfoRef', slr))
  if (ref !== undefined && !hasData(ref)) report('xliff-slr-data', at(element, 'sizeInfoRef', slr), { ref: short(ref) })
  if (info !== undefined && !isInfo(info, profiles)) {
    report('xliff-slr-info', at(element, 'sizeInfo', slr), { value: short(info) })
  }
  checkNumbers(element, profiles, report)
}

/** The format belongs to the profile; of the standard ones, and of a number in any, it is a whole number. */
function isInfo(value: string, profiles: SizeProfiles): boolean {
  if (profiles.general === 'xliff:codepoints') return valueTypes.count!.test(value)
  return !/^[+-]?[\d.,]*\d[\d.,]*$/.test(value) || valueTypes.count!.test(value)
}

const ownGeneral = (profiles: SizeProfiles) => profiles.general === '' || profiles.general === 'xliff:codepoints'
const ownStorage = (profiles: SizeProfiles) => profiles.storage === '' || profiles.storage.startsWith('xliff:')

/** Profiles of others define their own formats; without one, and with those of the standard, the standard's holds. */
function checkNumbers(element: Element, profiles: SizeProfiles, report: Report): void {
  const storage = attributeValue(element, 'equivStorage', slr)
  if (storage !== undefined && ownStorage(profiles) && !valueTypes.count!.test(storage)) {
    report('xliff-slr-storage', at(element, 'equivStorage', slr), { value: short(storage) })
  }
  for (const [name, own] of [
    ['sizeRestriction', ownGeneral(profiles)],
    ['storageRestriction', ownStorage(profiles)],
  ] as const) {
    const value = attributeValue(element, name, slr)
    if (value !== undefined && own && !valueTypes.sizeLimits!.test(value)) {
      report('xliff-slr-restriction', at(element, name, slr), { attribute: name, value: short(value) })
    }
  }
}
