/** How much of a subtitle people can read. */
export interface Pace {
  readonly lines: number
  readonly charactersPerLine: number
  readonly charactersPerSecond: number
}

const usual: Pace = { lines: 2, charactersPerLine: 42, charactersPerSecond: 17 }

/**
 * Netflix Timed Text Style Guides: two lines (General Requirements); 42 characters a line in English, 39 in Russian; 20 characters
 * a second in English for adults, 17 in most other languages.
 */
const paces: Readonly<Record<string, Pace>> = {
  en: { ...usual, charactersPerSecond: 20 },
  ru: { ...usual, charactersPerLine: 39 },
}

/** The pace for a language (BCP 47). */
export const paceOf = (language?: string): Pace => paces[language?.toLowerCase().split('-')[0] ?? ''] ?? usual
