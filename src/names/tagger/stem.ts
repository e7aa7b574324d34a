/** What a folded Cyrillic word keeps in all its cases, roughly: the word without a last vowel. */
export const baseStem = (folded: string): string => folded.replace(/(?<=..)[аеиоуюя]$/u, '')
