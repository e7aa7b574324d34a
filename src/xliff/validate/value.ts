export type ValueTest = (value: string) => boolean

/** A type that an attribute's value may have, by its name in the tables; the name is told in `data.expected`. */
export interface ValueType {
  readonly test: ValueTest
  /** The values, where they can be listed. */
  readonly list?: string
}

const spaces = /^[ \t\r\n]+|[ \t\r\n]+$/g
/** What XML Schema does to tokens before it looks at them. */
const collapsed = (value: string): string => value.replace(spaces, '').replace(/[ \t\r\n]+/g, ' ')

// NameChar of XML 1.0, 2.3.
const nameCharacters =
  '[-.:\\w\\u00b7\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u203f\\u2040\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}]'
const nmtoken = new RegExp(`^${nameCharacters}+$`, 'u')
const nmtokens = new RegExp(`^${nameCharacters}+(?: ${nameCharacters}+)*$`, 'u')

/** Nearly all tokens are: this is many times faster. */
const plainToken = /^[\w.:-]+$/

/** Well-formed by RFC 5646, 2.1: language tags, private use, and the grandfathered ones. */
const langtag =
  /^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wy-z\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+)$/i
const grandfathered = new Set(
  'en-gb-oed i-ami i-bnn i-default i-enochian i-hak i-klingon i-lux i-mingo i-navajo i-pwn i-tao i-tay i-tsu sgn-be-fr sgn-be-nl sgn-ch-de art-lojban cel-gaulish no-bok no-nyn zh-guoyu zh-hakka zh-min zh-min-nan zh-xiang'.split(
    ' ',
  ),
)

export function isLanguageTag(value: string): boolean {
  return langtag.test(value) || grandfathered.has(value.toLowerCase())
}

const integer = /^[+-]?\d+$/
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/
const double = /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|[+-]?INF|NaN)$/
const dateTime = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/

/** RFC 3987 as far as XML Schema's anyURI asks: no white space inside, at most one #, percent signs with two digits. */
export function isIri(value: string): boolean {
  const iri = collapsed(value)
  return !/[\s<>"{}|^`]/.test(iri) && !/%(?![\da-f]{2})/i.test(iri) && iri.indexOf('#') === iri.lastIndexOf('#')
}

function between(pattern: RegExp, low: number, high: number): ValueType {
  const test: ValueTest = value => pattern.test(collapsed(value)) && Number(value) >= low && Number(value) <= high
  return { test }
}

export function oneOf(values: string): ValueType {
  const allowed = new Set(values.split(' '))
  return { test: value => allowed.has(value), list: [...allowed].join(', ') }
}

/** A list of XLIFF 1.2, which any value with the prefix `x-` extends. */
export function oneOfOrCustom(values: string): ValueType {
  const { test, list } = oneOf(values)
  return { test: value => test(value) || /^x-\S+$/.test(value), list: `${list}, x-…` }
}

export const userDefined: ValueTest = value => /^[^\s:]+:[^\s:]+$/.test(value)

const htmlElements =
  'a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt em h1 h2 h3 h4 h5 h6 head hr html i img label legend li ol p pre q s samp select small span strike strong sub sup table tbody td tfoot th thead title tr tt u ul'

/** The types that both families use; XLIFF 1.2 adds its lists in its own table. */
export const valueTypes: Readonly<Record<string, ValueType>> = {
  text: { test: () => true },
  nmtoken: { test: value => plainToken.test(value) || nmtoken.test(collapsed(value)) },
  nmtokens: { test: value => nmtokens.test(collapsed(value)) },
  iri: { test: isIri },
  language: { test: isLanguageTag },
  languageOrNone: { test: value => value === '' || isLanguageTag(value) },
  space: oneOf('default preserve'),
  preserve: oneOf('preserve'),
  yesNo: oneOf('yes no'),
  yesNoFirstNo: oneOf('yes no firstNo'),
  direction: oneOf('ltr rtl auto'),
  sourceTarget: oneOf('source target'),
  metaAppliesTo: oneOf('source target ignorable'),
  userDefined: { test: userDefined },
  codeType: oneOf('fmt ui quote link image other'),
  annotationType: { test: value => /^(?:generic|comment|term)$/.test(value) || userDefined(value) },
  state: oneOf('initial translated reviewed final'),
  matchType: oneOf('am mt icm idm tb tm other'),
  normalization: oneOf('none nfc nfd'),
  htmlElement: oneOf(htmlElements),
  locFilterType: oneOf('include exclude'),
  itsVersion: oneOf('2.0'),
  issueType: oneOf(
    'terminology mistranslation omission untranslated addition duplication inconsistency grammar legal register locale-specific-content locale-violation style characters misspelling typographical formatting inconsistent-entities numbers markup pattern-problem whitespace internationalization length non-conformance uncategorized other',
  ),
  priority: between(integer, 1, 10),
  positiveInteger: between(integer, 1, Number.MAX_VALUE),
  count: { test: value => /^\d+$/.test(collapsed(value)) },
  integer: { test: value => integer.test(collapsed(value)) },
  percent: between(decimal, 0, 100),
  confidence: between(double, 0, 1),
  hex: { test: value => /^(?:[\da-fA-F]{2})+$/.test(collapsed(value)) },
  /** `*`, `n`, `n,n` or `n,*`: at most, or at least and at most. */
  sizeLimits: { test: value => /^(?:\*|\d+|\d+,(?:\d+|\*))$/.test(value) },
  dateTime: { test: value => dateTime.test(collapsed(value)) },
}
