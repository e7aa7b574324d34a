import type { Told } from './concept.ts'

/** What is told to readers of a language, else in English. */
export const toldIn = (told: Told, language: string): string =>
  typeof told === 'string' ? told : ((language === 'uk' || language === 'ru' ? told[language] : undefined) ?? told.en)

/**
 * What a file says that shows English to people and keeps all languages elsewhere: these, unless what is shown has been changed since.
 * `shown` is undefined where the file shows nothing of the kind, and empty where its place for it is.
 */
export function toldAgain(shown: string | undefined, kept: Told | undefined): Told | undefined {
  return shown === undefined || (kept !== undefined && toldIn(kept, 'en') === shown) ? kept : shown
}

/** True of a value that may be told to people. */
export function isTold(value: unknown): value is Told {
  if (typeof value === 'string') return value !== ''
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const { en, uk, ru, ...rest } = value as Readonly<Record<string, unknown>>
  const isText = (text: unknown) => typeof text === 'string' && text !== ''
  return isText(en) && [uk, ru].every(text => text === undefined || isText(text)) && Object.keys(rest).length === 0
}
