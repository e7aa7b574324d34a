import { type MessageFormatElement, TYPE } from '@formatjs/icu-messageformat-parser'
import { createIntl, type IntlShape } from '@formatjs/intl'
import { type BackendModule, createInstance, type I18nFormatModule } from 'i18next'
import english from '../../locales/en.json' with { type: 'json' }
import type { UiLanguage } from './language.ts'
import { parseMessage } from './parse.ts'
import { plainList, plainMessage } from './plain.ts'

/** A key of the catalogs. Codes of problems are open: they come from every floor. */
export type MessageId = keyof typeof english | `problem.${string}`
export type MessageData = Readonly<Record<string, string | number>>

/** The words of one language. */
export interface Catalog {
  readonly language: UiLanguage
  /** The message in this language, else in English; the id itself where no catalog has it. */
  message(id: MessageId, data?: MessageData): string
  has(id: string): boolean
  /** “a, b and c” as the language writes it. */
  list(items: readonly string[]): string
  /** A date (ISO 8601, whole) as people write it. */
  date(iso: string): string
}

type Messages = Readonly<Record<string, string>>

/** Loaded when asked for: English is always there, since every missing message falls back to it. */
const others: Readonly<Record<string, () => Promise<{ readonly default: Messages }>>> = {
  uk: () => import('../../locales/uk.json', { with: { type: 'json' } }),
  ru: () => import('../../locales/ru.json', { with: { type: 'json' } }),
}

/** Opens the words of a language. i18next loads the catalogs and falls back, @formatjs/intl formats the ICU messages. */
export async function openCatalog(language: UiLanguage): Promise<Catalog> {
  const instance = createInstance()
  const intlOf = intls()
  const load: BackendModule = {
    type: 'backend',
    init() {},
    read(asked, _namespace, done) {
      const loader = others[asked]
      if (!loader) return done(null, {})
      loader().then(
        module => done(null, { ...module.default }),
        error => done(error, null),
      )
    },
  }
  await instance
    .use(load)
    .use(icuFormat(intlOf))
    .init({
      lng: language,
      fallbackLng: 'en',
      resources: { en: { translation: english } },
      partialBundledLanguages: true,
      keySeparator: false,
      nsSeparator: false,
      interpolation: { skipOnVariables: true },
    })
  return {
    language,
    message: (id, data) => instance.t(id, { ...data }),
    has: id => instance.exists(id),
    list: items => plainList(items, language),
    date: iso => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso)),
  }
}

/** What i18next asks of a format of messages; its types leave the functions out. */
interface MessageFormat extends I18nFormatModule {
  parse(
    raw: string,
    data: MessageData,
    asked: string,
    namespace: string,
    key: string,
    found: { readonly resolved: { readonly usedLng: string } },
  ): string
}

/** i18next hands over the raw message and the language in which it was found, which decides the plural rules. */
function icuFormat(intl: (language: string) => IntlShape<string>): MessageFormat {
  const parsed = new Map<string, MessageFormatElement[]>()
  return {
    type: 'i18nFormat',
    parse(raw, data, _asked, _namespace, id, { resolved }) {
      // Most messages are plain and do without a formatter.
      if (!/[{']/.test(raw)) return raw
      const elements = parsed.get(raw) ?? parseOrKeep(raw)
      parsed.set(raw, elements)
      return (
        plainMessage(elements, data, resolved.usedLng) ??
        intl(resolved.usedLng).formatMessage({ id, defaultMessage: elements }, data)
      )
    },
  }
}

/** A message that cannot be parsed shows raw; the tests of the catalogs prove that none is such. */
function parseOrKeep(raw: string): MessageFormatElement[] {
  try {
    return parseMessage(raw)
  } catch {
    return [{ type: TYPE.literal, value: raw }]
  }
}

/**
 * The formatters of each language, made once. Every message is handed in, so a language is the default of its own; and only that
 * is said, because a `locale` would be looked up among all that ICU supports, which costs 15 ms (Node has ours).
 */
function intls(): (language: string) => IntlShape<string> {
  const made = new Map<string, IntlShape<string>>()
  return locale => {
    const intl = made.get(locale) ?? createIntl({ locale: '', defaultLocale: locale, onError() {}, onWarn() {} })
    made.set(locale, intl)
    return intl
  }
}
