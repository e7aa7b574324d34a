import { attributeValue, childElements, type Element, textContent } from '../../../xml/index.ts'
import type { Unit } from '../core-2/unit.ts'
import { type Report, short, tag } from '../report.ts'

type Condition = 'isPresent' | 'isNotPresent' | 'startsWith' | 'endsWith'

/** A rule for targets, ready to be tried. */
export interface TextRule {
  readonly condition: Condition
  readonly text: string
  readonly occurs: number | undefined
  readonly onlyIfInSource: boolean
  readonly disabled: boolean
  readonly prepare: (text: string) => string
}

const conditions: readonly Condition[] = ['isPresent', 'isNotPresent', 'startsWith', 'endsWith']

/** The rules of one `validation`; custom ones belong to those who made them. */
export function textRules(validation: Element): TextRule[] {
  return childElements(validation).flatMap(rule => {
    if (rule.ns !== validation.ns || rule.local !== 'rule') return []
    const condition = conditions.find(name => attributeValue(rule, name) !== undefined)
    return condition ? [textRule(rule, condition)] : []
  })
}

function textRule(rule: Element, condition: Condition): TextRule {
  const form = (attributeValue(rule, 'normalization') ?? 'nfc').toUpperCase()
  const sensitive = attributeValue(rule, 'caseSensitive') !== 'no'
  const occurs = attributeValue(rule, 'occurs')
  const prepare = (text: string): string => {
    const normalised = form === 'NFC' || form === 'NFD' ? text.normalize(form) : text
    return sensitive ? normalised : normalised.toLowerCase()
  }
  return {
    condition,
    text: prepare(attributeValue(rule, condition)!),
    occurs: occurs !== undefined && /^\d+$/.test(occurs) ? Number(occurs) : undefined,
    onlyIfInSource: attributeValue(rule, 'existsInSource') === 'yes',
    disabled: attributeValue(rule, 'disabled') === 'yes',
    prepare,
  }
}

/** The rules in force where several levels state theirs: an inner one replaces an outer one of the same condition and text. */
export function rulesInForce(levels: readonly (readonly TextRule[])[]): readonly TextRule[] {
  const rules = new Map<string, TextRule>()
  for (const level of levels) for (const rule of level) rules.set(`${rule.condition} ${rule.text}`, rule)
  return [...rules.values()].filter(rule => !rule.disabled)
}

/** Tries each rule on each target that has text. */
export function checkTexts(unit: Unit, rules: readonly TextRule[], report: Report): void {
  if (rules.length === 0) return
  for (const part of unit.parts) {
    if (!part.segment || !part.target) continue
    const target = textContent(part.target)
    if (target.trim() === '') continue
    const source = part.source ? textContent(part.source) : ''
    for (const rule of rules) {
      if (holds(rule, target, source)) continue
      report('xliff-val-failed', tag(part.target), { condition: rule.condition, text: short(rule.text) })
    }
  }
}

function holds(rule: TextRule, target: string, source: string): boolean {
  const text = rule.prepare(target)
  if (rule.onlyIfInSource && !meets(rule, rule.prepare(source))) return true
  if (rule.condition === 'isPresent' && rule.occurs !== undefined) return count(text, rule.text) === rule.occurs
  return meets(rule, text)
}

function meets({ condition, text: wanted }: TextRule, text: string): boolean {
  if (condition === 'isPresent') return text.includes(wanted)
  if (condition === 'isNotPresent') return !text.includes(wanted)
  return condition === 'startsWith' ? text.startsWith(wanted) : text.endsWith(wanted)
}

function count(text: string, wanted: string): number {
  return wanted === '' ? 0 : text.split(wanted).length - 1
}
