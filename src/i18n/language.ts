/** The languages that the program itself speaks. */
export const uiLanguages = ['en', 'uk', 'ru'] as const
export type UiLanguage = (typeof uiLanguages)[number]

export function isUiLanguage(value: string): value is UiLanguage {
  return (uiLanguages as readonly string[]).includes(value)
}

/**
 * The language of the screen: the one asked for, else the first of LC_ALL, LC_MESSAGES and LANG that is set (POSIX, XBD 8.2),
 * read as `language[_TERRITORY][.encoding]`. `C`, `POSIX` and every language that is not ours are English.
 */
export function chooseLanguage(
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): UiLanguage {
  if (asked && isUiLanguage(asked)) return asked
  const locale = [environment.LC_ALL, environment.LC_MESSAGES, environment.LANG].find(value => value)
  const primary = (locale ?? '').split(/[_.@-]/)[0]!.toLowerCase()
  return isUiLanguage(primary) ? primary : 'en'
}
