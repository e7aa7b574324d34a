import { attributeValue, childElements, type Element, xmlnsNamespace } from '../../../xml/index.ts'
import { at, type Report, tag } from '../report.ts'

const conditions = ['isPresent', 'isNotPresent', 'startsWith', 'endsWith']

/** Rules for translations: one condition each. `holder` is the element that the rules stand in. */
export function checkValidationRules(validation: Element, holder: string, report: Report): void {
  for (const rule of childElements(validation)) {
    if (rule.ns !== validation.ns || rule.local !== 'rule') continue
    const own = conditions.filter(name => attributeValue(rule, name) !== undefined)
    const custom = rule.attributes.some(a => a.ns !== '' && a.ns !== xmlnsNamespace && a.ns !== validation.ns)
    if (own.length + (custom ? 1 : 0) !== 1)
      report('xliff-val-rule', tag(rule), { count: own.length + (custom ? 1 : 0) })
    if (attributeValue(rule, 'occurs') !== undefined && !own.includes('isPresent')) {
      report('xliff-val-occurs', at(rule, 'occurs'))
    }
    const positive = own.filter(name => name !== 'isNotPresent')
    if (attributeValue(rule, 'existsInSource') !== undefined && positive.length !== 1) {
      report('xliff-val-exists', at(rule, 'existsInSource'))
    }
    if (attributeValue(rule, 'disabled') === 'yes' && holder === 'file')
      report('xliff-val-disabled', at(rule, 'disabled'))
  }
}
