/** How a terminal shows text: by grapheme clusters (UAX #29), each of no, one or two columns (UAX #11). */

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]|\ufe0f/u
const unseen = /^[\p{M}\p{Cf}]+$/u
/** Letters, digits and signs of Latin and Cyrillic texts: one column each. */
const narrow = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2190]*$/

let segmenter: Intl.Segmenter | undefined

/** The clusters of a text, each with its columns. */
export function clusters(text: string): { readonly text: string; readonly columns: number }[] {
  // Opening ICU's segmenter takes 8 ms.
  if (narrow.test(text)) return Array.from(text, character => ({ text: character, columns: 1 }))
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text), ({ segment }) => ({
    text: segment,
    columns: unseen.test(segment) ? 0 : wide.test(segment) ? 2 : 1,
  }))
}

/** The columns of a terminal that a text takes. O(n). */
export function columns(text: string): number {
  if (narrow.test(text)) return text.length
  return clusters(text).reduce((sum, cluster) => sum + cluster.columns, 0)
}

/** A sentence in lines of so many columns where its words allow; all but the first are indented by two, and the first may have less. */
export function folded(sentence: string, width: number, first = width): readonly string[] {
  const made = ['']
  for (const word of sentence.split(' ')) {
    const line = made.at(-1)!
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && columns(longer) > (made.length === 1 ? first : width)) made.push(`  ${word}`)
    else made[made.length - 1] = longer
  }
  return made
}
