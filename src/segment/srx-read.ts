import type { Problem, Reading } from '../text/index.ts'
import { attributeValue, childElements, type Element, readXmlDocument, textContent } from '../xml/index.ts'
import type { Srx, SrxFormatHandle, SrxLanguageMap, SrxLanguageRule, SrxRule } from './srx.ts'
import { translatePattern } from './srx-pattern.ts'

export const emptySrx: Srx = {
  cascade: false,
  segmentSubflows: true,
  formatHandles: [],
  languageRules: [],
  languageMaps: [],
}

/**
 * Reads SRX 2.0. What is no SRX is one problem `srx-not-srx`; a rule or map whose regular expression cannot be used is left
 * out with a problem `srx-bad-pattern` (`data.pattern`), a map to rules that do not exist with `srx-unknown-rule` (`data.name`).
 */
export function readSrx(source: string): Reading<Srx> {
  const { value, problems } = readXmlDocument(source)
  const found: Problem[] = [...problems]
  const root = value.root
  if (root?.local !== 'srx') {
    if (found.length === 0) found.push({ code: 'srx-not-srx', severity: 'error', span: { start: 0, end: 0 } })
    return { value: emptySrx, problems: found }
  }
  const header = find(root, 'header')
  const body = find(root, 'body')
  const languageRules = below(body, 'languagerules', 'languagerule').map(element => readLanguageRule(element, found))
  const names = new Set(languageRules.map(rule => rule.name))
  const languageMaps = below(body, 'maprules', 'languagemap').flatMap(element => readMap(element, names, found))
  return {
    value: {
      cascade: yes(header, 'cascade', false),
      segmentSubflows: yes(header, 'segmentsubflows', true),
      formatHandles: header ? childElements(header).flatMap(readHandle) : [],
      languageRules,
      languageMaps,
    },
    problems: found,
  }
}

const find = (element: Element, local: string): Element | undefined =>
  childElements(element).find(child => child.local === local)

function below(element: Element | undefined, group: string, local: string): Element[] {
  const parent = element && find(element, group)
  return parent ? childElements(parent).filter(child => child.local === local) : []
}

function yes(element: Element | undefined, name: string, otherwise: boolean): boolean {
  const value = element && attributeValue(element, name)
  return value === undefined ? otherwise : value === 'yes'
}

function readHandle(element: Element): SrxFormatHandle[] {
  const type = attributeValue(element, 'type')
  if (element.local !== 'formathandle' || (type !== 'start' && type !== 'end' && type !== 'isolated')) return []
  return [{ type, include: yes(element, 'include', false) }]
}

function readLanguageRule(element: Element, problems: Problem[]): SrxLanguageRule {
  const rules = childElements(element).filter(child => child.local === 'rule')
  return {
    name: attributeValue(element, 'languagerulename') ?? '',
    rules: rules.flatMap(rule => readRule(rule, problems)),
  }
}

function readRule(element: Element, problems: Problem[]): SrxRule[] {
  const [before, after] = ['beforebreak', 'afterbreak'].map(name => find(element, name))
  const rule: SrxRule = {
    breaks: yes(element, 'break', true),
    before: before ? textContent(before) : '',
    after: after ? textContent(after) : '',
  }
  const bad = [before, after].find(part => part && !translatePattern(textContent(part)))
  if (!bad) return [rule]
  const data = { pattern: textContent(bad) }
  problems.push({ code: 'srx-bad-pattern', severity: 'warning', span: bad.span, data })
  return []
}

function readMap(element: Element, names: ReadonlySet<string>, problems: Problem[]): SrxLanguageMap[] {
  const map = {
    pattern: attributeValue(element, 'languagepattern') ?? '',
    rule: attributeValue(element, 'languagerulename') ?? '',
  }
  if (!names.has(map.rule)) {
    problems.push({ code: 'srx-unknown-rule', severity: 'warning', span: element.span, data: { name: map.rule } })
    return []
  }
  if (translatePattern(map.pattern)) return [map]
  const data = { pattern: map.pattern }
  problems.push({ code: 'srx-bad-pattern', severity: 'warning', span: element.span, data })
  return []
}
