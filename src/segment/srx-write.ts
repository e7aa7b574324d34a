import { element, writeXml } from '../xml/index.ts'
import { type Srx, srxNamespace } from './srx.ts'

const answer = (value: boolean) => (value ? 'yes' : 'no')

/** SRX 2.0 as XML; `readSrx` gives back the same. */
export function writeSrx(srx: Srx): string {
  const handles = srx.formatHandles.map(({ type, include }) =>
    element('formathandle', { type, include: answer(include) }),
  )
  const rules = srx.languageRules.map(({ name, rules }) =>
    element(
      'languagerule',
      { languagerulename: name },
      ...rules.map(({ breaks, before, after }) =>
        element(
          'rule',
          { break: answer(breaks) },
          element('beforebreak', {}, ...text(before)),
          element('afterbreak', {}, ...text(after)),
        ),
      ),
    ),
  )
  const maps = srx.languageMaps.map(({ pattern, rule }) =>
    element('languagemap', { languagepattern: pattern, languagerulename: rule }),
  )
  const header = { segmentsubflows: answer(srx.segmentSubflows), cascade: answer(srx.cascade) }
  const root = element(
    'srx',
    { xmlns: srxNamespace, version: '2.0' },
    element('header', header, ...handles),
    element('body', {}, element('languagerules', {}, ...rules), element('maprules', {}, ...maps)),
  )
  return writeXml(root, { mixed: new Set(['beforebreak', 'afterbreak']) })
}

const text = (value: string): string[] => (value === '' ? [] : [value])
