import { attributeValue, childElements, type Element, findAttribute, xmlNamespace } from '../../../xml/index.ts'
import { at, type Report, short, tag } from '../report.ts'
import { checkCodes, compareCodes } from './codes.ts'
import { contentKey, plainText } from './inline.ts'

export interface File1 {
  readonly source: string | undefined
  readonly target: string | undefined
  readonly phases: ReadonlySet<string>
  readonly tools: ReadonlySet<string>
}

/** Checks a unit whose place and attributes are right already. */
export function checkTransUnit(unit: Element, file: File1, report: Report): void {
  const own = childElements(unit).filter(child => child.ns === unit.ns)
  const source = own.find(child => child.local === 'source')
  const target = own.find(child => child.local === 'target')
  const segmented = own.find(child => child.local === 'seg-source')
  const sourceCodes = source ? checkCodes(source, report) : []
  const mids = segmented ? checkSegments(segmented, source, report) : undefined
  if (segmented) checkCodes(segmented, report)
  checkLanguage(source, file.source, report)
  checkPhase(unit, file, report)
  if (target) {
    const targetCodes = checkCodes(target, report)
    const done = attributeValue(unit, 'approved') === 'yes' || finished(target)
    if (plainText(target).trim() !== '' || targetCodes.length > 0 || done) {
      compareCodes(sourceCodes, targetCodes, target, done, report)
    }
    checkTarget(unit, source, target, file, report)
    checkMids(target, mids, report)
  }
  for (const child of own) if (child.local === 'alt-trans') checkAlternative(child, mids, file, report)
}

const finished = (target: Element): boolean => /^(?:final|signed-off)$/.test(attributeValue(target, 'state') ?? '')

function checkTarget(unit: Element, source: Element | undefined, target: Element, file: File1, report: Report): void {
  checkLanguage(target, file.target, report)
  checkPhase(target, file, report)
  const state = attributeValue(target, 'state') ?? ''
  const text = plainText(target)
  const sourceText = source ? plainText(source) : ''
  if (
    text === '' &&
    target.children.length === 0 &&
    sourceText.trim() !== '' &&
    /^(?:final|signed-off|translated)$/.test(state)
  ) {
    report('xliff1-state-empty', at(target, 'state'), { state })
  }
  if (
    attributeValue(unit, 'translate') === 'no' &&
    source &&
    text.trim() !== '' &&
    contentKey(target) !== contentKey(source)
  ) {
    report('xliff1-translate-no', tag(target))
  }
  checkLength(unit, target, text, report)
}

/** Of the units that sizes come in, only characters can be counted without a font. */
function checkLength(unit: Element, target: Element, text: string, report: Report): void {
  const limit = attributeValue(unit, 'maxwidth')
  if (limit === undefined || attributeValue(unit, 'size-unit') !== 'char' || !/^\d+$/.test(limit)) return
  const size = [...text].length
  if (size > Number(limit)) report('xliff1-too-long', tag(target), { size, limit: Number(limit) })
}

function checkLanguage(text: Element | undefined, expected: string | undefined, report: Report): void {
  const language = text && attributeValue(text, 'lang', xmlNamespace)
  if (!language || !expected || language.toLowerCase() === expected.toLowerCase()) return
  report('xliff1-language', at(text, 'lang', xmlNamespace), { language: short(language), expected: short(expected) })
}

export function checkPhase(element: Element, file: File1, report: Report): void {
  const phase = attributeValue(element, 'phase-name')
  if (phase === undefined || file.phases.has(phase)) return
  report('xliff1-phase', at(element, 'phase-name'), { phase: short(phase) })
}

export function checkTool(element: Element, tools: ReadonlySet<string>, report: Report): void {
  const tool = attributeValue(element, 'tool-id')
  if (tool === undefined || tools.has(tool)) return
  report('xliff1-tool', at(element, 'tool-id'), { tool: short(tool) })
}

/** Segments of the source: each `mid` once, and together the content of the source. Returns the ids. */
function checkSegments(segmented: Element, source: Element | undefined, report: Report): ReadonlySet<string> {
  const mids = new Set<string>()
  for (const mark of childElements(segmented)) {
    const mid = mark.local === 'mrk' ? findAttribute(mark, 'mid') : undefined
    if (!mid) continue
    if (mids.has(mid.value)) report('xliff1-mid', mid.valueSpan, { mid: short(mid.value) })
    mids.add(mid.value)
  }
  if (source && bare(contentKey(source)) !== bare(contentKey(segmented))) report('xliff1-segmented', tag(segmented))
  return mids
}

/** White space between segments is often left out. */
const bare = (key: string): string => key.replaceAll(' ', '')

function checkMids(target: Element, mids: ReadonlySet<string> | undefined, report: Report): void {
  for (const mark of childElements(target)) {
    const mid = mark.local === 'mrk' ? findAttribute(mark, 'mid') : undefined
    if (mid && !mids?.has(mid.value)) report('xliff1-mid', mid.valueSpan, { mid: short(mid.value) })
  }
}

function checkAlternative(
  alternative: Element,
  mids: ReadonlySet<string> | undefined,
  file: File1,
  report: Report,
): void {
  const mid = findAttribute(alternative, 'mid')
  if (mid && !mids?.has(mid.value)) report('xliff1-mid', mid.valueSpan, { mid: short(mid.value) })
  checkTool(alternative, file.tools, report)
  const own = new Set<string>()
  for (const child of childElements(alternative)) {
    if (child.ns !== alternative.ns) continue
    if (child.local === 'source' || child.local === 'seg-source' || child.local === 'target') checkCodes(child, report)
    if (child.local === 'seg-source')
      for (const mark of childElements(child)) own.add(attributeValue(mark, 'mid') ?? '')
    if (child.local === 'target') checkMids(child, own, report)
  }
}
