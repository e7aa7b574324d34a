import { languageBySigns, languageByWords, ru, uk } from '../language/index.ts'

/** So far around a name its citation is looked for. */
const reach = 160

/** Where a work came out: “Київ, 1991”, “Львів: Світ, 1990”, “Москва; Ленинград, 1937”. */
const imprint =
  /(?<![\p{L}\p{M}])\p{Lu}[\p{L}-]*\.?(?:\s\p{Lu}\p{L}+)?(?:\s*;\s*\p{Lu}\p{L}+)*(?:\s*:\s*[^.\n]{1,60}?)?,\s+(?:1[5-9]|20)\d\d(?!\d)/u

/** “Грушевський М. С. ”, “М. Грушевський. ”: the author, behind whom the title begins. */
const author =
  /\p{Lu}[\p{L}’'ʼ-]+,?[\s\u00a0](?:\p{Lu}\.[\s\u00a0]?){1,2}\s*|(?:\p{Lu}\.[\s\u00a0]?){1,2}\p{Lu}[\p{L}’'ʼ-]+[.,]\s+/gu

/** A title in quotation marks right before: “«Дзеркало тижня», Київ, 2004”. */
const quotedBefore = /[«“„]([^«»“”„]{3,80})[»”“][.,]?\s+(?:[—–-]\s+)?$/u

/**
 * True where a stretch belongs to a work that is cited in a language other than the text's: its author and title, where and when it
 * came out. `own`: the text's language; what shows it in the title is no word of another one.
 */
export function isCited(text: string, start: number, end: number, own: 'uk' | 'ru'): boolean {
  const from = Math.max(0, start - reach)
  const near = text.slice(from, end + reach)
  const place = imprint.exec(near.slice(start - from))
  if (!place) return false
  const placeAt = start - from + place.index
  const quoted = place.index === 0 ? quotedBefore.exec(near.slice(0, placeAt))?.[1] : undefined
  if (quoted !== undefined) return !isIn(quoted, own)
  const byline = [...near.slice(0, placeAt).matchAll(author)].at(-1)
  if (!byline) return false
  const title = near.slice(byline.index + byline[0].length, placeAt)
  const isTitle = /\p{L}/u.test(title) && !parted.test(title)
  return isTitle && !isIn(title.replace(text.slice(start, end), ' '), own)
}

/** A line or two sentences are no title. */
const parted = /\n|[.!?]\s.*[.!?]\s/u

/** A title is short: one letter that only the language writes shows it. */
const isIn = (text: string, language: 'uk' | 'ru'): boolean =>
  letters[language].test(text) || (languageByWords(text) ?? languageBySigns(text)) === language

const letters = { uk: new RegExp(`[${uk.own}]`, 'iu'), ru: new RegExp(`[${ru.own}]`, 'iu') }
