const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Characters as people count them (Unicode TR 29 grapheme clusters); a stand-alone code is none. */
export function charactersOf(text: string): number {
  let count = 0
  for (const { segment } of graphemes.segment(text)) if (segment !== '\ufffc') count++
  return count
}

/** The offset after so many characters. */
export function graphemesUpTo(text: string, limit: number): number {
  let count = 0
  for (const { segment, index } of graphemes.segment(text)) {
    if (segment !== '\ufffc' && count++ === limit) return index
  }
  return text.length
}
