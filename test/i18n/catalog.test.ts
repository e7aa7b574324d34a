import { describe, expect, it } from 'vitest'
import { chooseLanguage, openCatalog, type UiLanguage, uiLanguages } from '../../src/i18n/index.ts'

describe('openCatalog', () => {
  const check = async (language: UiLanguage, files: number, want: string) => {
    const words = await openCatalog(language)
    expect(words.message('undo.done', { files })).toBe(want)
  }

  it('formats plurals by the rules of each language', async () => {
    await check('en', 1, '1 file is as it was before.')
    await check('en', 5, '5 files are as they were before.')
    await check('uk', 1, 'Відновлено 1 файл.')
    await check('uk', 3, 'Відновлено 3 файли.')
    await check('uk', 5, 'Відновлено 5 файлів.')
    await check('uk', 21, 'Відновлено 21 файл.')
    await check('ru', 2, 'Восстановлено 2 файла.')
    await check('ru', 11, 'Восстановлено 11 файлов.')
  })

  it('shows the id of a message that no catalog has', async () => {
    const words = await openCatalog('uk')
    expect(words.message('problem.of-the-future')).toBe('problem.of-the-future')
    expect(words.has('problem.of-the-future')).toBe(false)
  })

  it('keeps markup and braces in data as they are', async () => {
    const words = await openCatalog('en')
    expect(words.message('input.missing', { path: '<b>{x}$t(y)</b>' })).toBe(
      'There is no file or folder “<b>{x}$t(y)</b>”.',
    )
  })

  it.each(uiLanguages)('joins lists as the language does: %s', async language => {
    const words = await openCatalog(language)
    const intl = new Intl.ListFormat(language)
    for (const items of [[], ['а'], ['а', 'б'], ['а', 'б', 'в'], ['а', 'б', 'в', 'г']])
      expect(words.list(items)).toBe(intl.format(items))
  })
})

describe('chooseLanguage', () => {
  const check = (asked: string | undefined, environment: Record<string, string>, want: UiLanguage) =>
    expect(chooseLanguage(asked, environment)).toBe(want)

  it('asks the option, then LC_ALL, LC_MESSAGES and LANG', () => {
    check('ru', { LC_ALL: 'uk_UA.UTF-8' }, 'ru')
    check(undefined, { LC_ALL: 'uk_UA.UTF-8', LANG: 'ru_RU.UTF-8' }, 'uk')
    check(undefined, { LC_ALL: '', LC_MESSAGES: 'ru', LANG: 'uk_UA' }, 'ru')
    check(undefined, { LANG: 'uk_UA.UTF-8@quot' }, 'uk')
    check(undefined, { LC_ALL: 'C', LANG: 'uk_UA.UTF-8' }, 'en')
    check(undefined, { LANG: 'de_DE.UTF-8' }, 'en')
    check(undefined, {}, 'en')
  })
})
