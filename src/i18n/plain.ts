import { type MessageFormatElement, TYPE } from '@formatjs/icu-messageformat-parser'
import type { MessageData } from './catalog.ts'
import type { UiLanguage } from './language.ts'

/**
 * A message whose numbers need no number format, as @formatjs/intl would format it: to look up which number formats ICU has takes 10 ms,
 * which is long at the end of a short run. Undefined where a format is needed, or where data is missing.
 */
export function plainMessage(
  elements: readonly MessageFormatElement[],
  data: MessageData,
  language: string,
  count?: number,
): string | undefined {
  let text = ''
  for (const element of elements) {
    const next = plainElement(element, data, language, count)
    if (next === undefined) return undefined
    text += next
  }
  return text
}

function plainElement(
  element: MessageFormatElement,
  data: MessageData,
  language: string,
  count: number | undefined,
): string | undefined {
  if (element.type === TYPE.literal) return element.value
  if (element.type === TYPE.pound) return plainNumber(count, language)
  const value = data[element.value]
  if (value === undefined) return undefined
  if (element.type === TYPE.argument) return String(value)
  if (element.type === TYPE.number && !element.style) return plainNumber(value, language)
  if (element.type === TYPE.select) return branch(element.options, String(value), data, language)
  if (element.type !== TYPE.plural || typeof value !== 'number' || element.offset) return undefined
  const exact = `=${value}`
  const chosen = Object.hasOwn(element.options, exact) ? exact : rulesOf(language, element.pluralType).select(value)
  return branch(element.options, chosen, data, language, value)
}

type Options = Readonly<Record<string, { readonly value: readonly MessageFormatElement[] }>>

function branch(options: Options, name: string, data: MessageData, language: string, count?: number) {
  const option = Object.hasOwn(options, name) ? options[name] : options.other
  return option && plainMessage(option.value, data, language, count)
}

/** Before the last of two, and of more. */
const lastOf: Readonly<Record<UiLanguage, readonly [string, string]>> = {
  en: [' and ', ', and '],
  uk: [' і ', ' і '],
  ru: [' и ', ' и '],
}

/** A list as @formatjs/intl would join it. */
export function plainList(items: readonly string[], language: UiLanguage): string {
  const [ofTwo, ofMore] = lastOf[language]
  const before = items.slice(0, -1).join(', ')
  return before === '' ? items.join('') : `${before}${items.length === 2 ? ofTwo : ofMore}${items.at(-1)}`
}

/** What stands between thousands. */
const separators: Readonly<Record<string, string>> = { en: ',', uk: '\u00a0', ru: '\u00a0' }

function plainNumber(value: string | number | undefined, language: string): string | undefined {
  const separator = separators[language]
  if (!Number.isSafeInteger(value) || Number(value) < 0 || separator === undefined) return undefined
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, separator)
}

const rules = new Map<string, Intl.PluralRules>()
function rulesOf(language: string, type: Intl.PluralRuleType | undefined): Intl.PluralRules {
  const key = `${language} ${type}`
  const known = rules.get(key) ?? new Intl.PluralRules(language, type && { type })
  rules.set(key, known)
  return known
}
