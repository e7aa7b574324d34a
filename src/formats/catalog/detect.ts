/** Plural, choice and FormatJS' own fields are ICU's alone. */
const choice = /(?<!\{)\{\s*[\p{L}\d_.-]+\s*,\s*(?:plural|selectordinal|select)\s*,/u
const extracted = /"defaultMessage"\s*:/
const likeI18next = /\{\{|\$t\(|"[^"\\]*_(?:one|few|many)"\s*:/
/** Its first key is a language: one file of all languages. */
const byLanguage = /^\s*\{\s*"(?:en|uk|ru)(?:[-_][A-Z]{2})?"\s*:\s*\{/
const likeIcu = /(?<!\{)\{[\p{L}_][\p{L}\d_.]*(?:\s*,\s*(?:number|date|time)\b[^{}"]*)?\}(?!\})/u

/** Which catalog a JSON file is, by what only one of the two has; undefined where nothing tells. Linear. */
export function catalogOf(json: string): 'icu' | 'i18next' | undefined {
  if (hasChoice(json) || extracted.test(json)) return 'icu'
  if (likeI18next.test(json)) return 'i18next'
  if (likeIcu.test(json)) return 'icu'
  return byLanguage.test(json) ? 'i18next' : undefined
}

/** True of a text with an argument of ICU that chooses between texts. */
export const hasChoice = (text: string): boolean => choice.test(text)
