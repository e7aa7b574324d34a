import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type MessageFormatElement, TYPE } from '@formatjs/icu-messageformat-parser'
import { createIntl } from '@formatjs/intl'
import { describe, expect, it } from 'vitest'
import { type MessageId, openCatalog, parseMessage, type UiLanguage, uiLanguages } from '../../src/i18n/index.ts'

const root = resolve(import.meta.dirname, '../..')
const catalogs = Object.fromEntries(
  uiLanguages.map(language => [language, JSON.parse(readFileSync(join(root, 'locales', `${language}.json`), 'utf8'))]),
) as Record<UiLanguage, Record<string, string>>
const english = Object.keys(catalogs.en)

function elements(message: string): MessageFormatElement[] {
  const inside = (list: readonly MessageFormatElement[]): MessageFormatElement[] =>
    list.flatMap(element => [
      element,
      ...(element.type === TYPE.plural || element.type === TYPE.select
        ? Object.values(element.options).flatMap(option => inside(option.value))
        : []),
    ])
  return inside(parseMessage(message))
}

const named = (message: string): string[] => [
  ...new Set(
    elements(message)
      .filter(element => element.type !== TYPE.literal && element.type !== TYPE.pound && element.type !== TYPE.tag)
      .map(element => element.value as string),
  ),
]

const counts = [0, 1, 2, 5, 11, 21, 999, 1000, 12_345, 1_234_567, 1.5]

/** Each argument in turn with several values, the others with their first. */
function dataFor(message: string): Record<string, string | number>[] {
  const values = new Map<string, readonly (string | number)[]>()
  for (const element of elements(message)) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue
    if (element.type === TYPE.plural || element.type === TYPE.number) values.set(element.value, counts)
    else if (element.type === TYPE.select) values.set(element.value, Object.keys(element.options))
    else if (!values.has(element.value)) values.set(element.value, ['{x}', 7, ''])
  }
  const first = Object.fromEntries([...values].map(([name, [value]]) => [name, value!]))
  return [first, ...[...values].flatMap(([name, all]) => all.map(value => ({ ...first, [name]: value })))]
}

/** The codes that the source gives to problems, wherever one is made. */
function codesInSource(): string[] {
  const files = (readdirSync(join(root, 'src'), { recursive: true }) as string[]).filter(file => /\.ts$/.test(file))
  const made = /(?:\bcode: |\b(?:problem|glossaryProblem|fault|report|stop)\(\s*)'([a-z][a-z0-9]*(?:-[a-z0-9]+)+)'/g
  return files.flatMap(file =>
    [...readFileSync(join(root, 'src', file), 'utf8').matchAll(made)].map(match => match[1]!),
  )
}

describe('the three catalogs', () => {
  it.each(['uk', 'ru'] as const)('%s has the keys of English, in its order', language => {
    expect(Object.keys(catalogs[language])).toEqual(english)
  })

  it.each(['uk', 'ru'] as const)('%s has the arguments of English', language => {
    const differing = english.filter(
      key => named(catalogs[language][key]!).sort().join() !== named(catalogs.en[key]!).sort().join(),
    )
    expect(differing).toEqual([])
  })

  it.each(uiLanguages)('%s has all plural forms of its language where it has more than one', language => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const wrong = Object.entries(catalogs[language]).filter(([, message]) =>
      elements(message).some(element => {
        if (element.type !== TYPE.plural || element.pluralType !== 'cardinal') return false
        const given = Object.keys(element.options).filter(selector => !selector.startsWith('='))
        return given.length > 1 && wanted.some(category => !given.includes(category))
      }),
    )
    expect(wrong.map(([key]) => key)).toEqual([])
  })

  it.each(uiLanguages)('%s reads as @formatjs/intl formats it', async language => {
    const words = await openCatalog(language)
    const intl = createIntl({ locale: language, defaultLocale: language, onError() {} })
    for (const [id, message] of Object.entries(catalogs[language])) {
      const parsed = parseMessage(message)
      for (const data of dataFor(message))
        expect(words.message(id as MessageId, data)).toBe(intl.formatMessage({ id, defaultMessage: parsed }, data))
    }
  })

  it('has words for every problem code in the source', () => {
    const worded = english.filter(key => key.startsWith('problem.')).map(key => key.slice('problem.'.length))
    const made = new Set(codesInSource())
    expect([...made].filter(code => !worded.includes(code)).sort()).toEqual([])
  })

  it.each(uiLanguages)('%s is well written: no double spaces, no straight quotes', language => {
    const wrong = Object.entries(catalogs[language]).filter(
      ([key, message]) => !key.startsWith('program.') && /[^\n ] {2}|"/.test(message),
    )
    expect(wrong.map(([key]) => key)).toEqual([])
  })

  it.each(['uk', 'ru'] as const)('%s has no letters of the other language', language => {
    const foreign = { uk: /[ёъыэ]/iu, ru: /[ґєії]/iu }[language]
    const wrong = Object.entries(catalogs[language]).filter(([, message]) => foreign.test(message))
    expect(wrong.map(([key]) => key)).toEqual([])
  })
})
