import { attributeValue, textContent } from '../../../xml/index.ts'
import { isCode, type Unit } from '../core-2/unit.ts'
import { at, type Report, short } from '../report.ts'
import { type SizeProfiles, slr } from './size.ts'

type Measure = (text: string) => number

const codePoints: Measure = text => [...text].length

/** The measures of the standard's own profiles; those of others are theirs to apply. */
const generalMeasures: Readonly<Record<string, Measure>> = { 'xliff:codepoints': codePoints }
const storageMeasures: Readonly<Record<string, Measure>> = {
  'xliff:utf8': text => new TextEncoder().encode(text).length,
  'xliff:utf16': text => 2 * text.length,
  'xliff:utf32': text => 4 * codePoints(text),
}

/** False for a profile that claims to be the standard's own and is not. */
export const isGeneralProfile = (name: string): boolean => !name.startsWith('xliff:') || name in generalMeasures
export const isStorageProfile = (name: string): boolean => !name.startsWith('xliff:') || name in storageMeasures

/** A unit's own limits, where all of it is translated and no code adds a size of its own. */
export function checkLimits(unit: Unit, profiles: SizeProfiles, report: Report): void {
  const { general, storage, generalForm, storageForm } = profiles
  for (const [attribute, measure, form] of [
    ['sizeRestriction', generalMeasures[general], generalForm],
    ['storageRestriction', storageMeasures[storage], storageForm],
  ] as const) {
    const restriction = attributeValue(unit.element, attribute, slr)
    const limits = restriction === undefined ? undefined : limitsOf(restriction)
    if (!limits || !measure) continue
    if (unit.target.some(inline => isCode(inline) || inline.name === 'cp')) continue
    if (unit.parts.some(part => !part.target)) continue
    const text = unit.parts.map(part => textContent(part.target!)).join('')
    const size = measure(form === 'nfc' || form === 'nfd' ? text.normalize(form === 'nfc' ? 'NFC' : 'NFD') : text)
    if (size >= limits[0] && size <= limits[1]) continue
    report('xliff-slr-exceeded', at(unit.element, attribute, slr), { attribute, size, value: short(restriction!) })
  }
}

/** `n` is at most n; `n,m` is at least n and at most m; a star leaves its side open. */
function limitsOf(restriction: string): readonly [number, number] | undefined {
  const match = /^(?:(\d+),)?(\d+|\*)$/.exec(restriction)
  if (!match) return undefined
  return [Number(match[1] ?? 0), match[2] === '*' ? Number.POSITIVE_INFINITY : Number(match[2])]
}
