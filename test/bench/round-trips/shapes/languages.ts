/** Attributes of HTML that say a language, which a translation changes. */
export const languageAttributes: readonly string[] = ['lang', 'xml:lang']
