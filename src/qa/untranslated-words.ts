import { isEnglish, isOfWindows } from './english-words.ts'
import { isTranslated, type Pair, type Side } from './pair.ts'

/** Not an option (-v, --all), a path, an assignment, a call or a part of an identifier. */
const word =
  /(?<![\p{L}\p{M}\p{N}_./\\@#$=:]|(?<![\p{L}\p{N}])--?)[\p{L}\p{M}’']{2,}(?![\p{L}\p{M}\p{N}_/\\=(]|[.:]\p{L})/gu

/** What may be given to an option: false|true|auto. */
const choice = /\p{Ll}[\p{Ll}-]*(?:\|\p{Ll}[\p{Ll}-]*)+/gu

/** A text that is one path, name or pattern of files, or values with commas between. */
const path = /^\s*(?:(?=\S*[/\\.]\w)[\w:/\\.*-]+|\w[\w+-]*(?:,\w[\w+-]*){2,})\s*$/u

/** Types of C and its kin: unsigned int, char. */
const type =
  /^\s*(?=.*(?:bool|char|enum|int|struct)\b|\w+ \w)(?:(?:bool|byte|char|const|double|enum|float|int|long|short|signed|struct|union|unsigned|void)\b[ \ufffc]*)+$/u

/** A word before the text that only tells equal messages apart (?noun:View, sort|n). */
export const withoutQualifier = (text: string): string => text.replace(/^(?:\?[\w-]+:|[\w-]+\|(?=\w))/u, '')

/** The mark of a key in a menu (_File, &File, ~File) is no part of the word. */
const withoutMnemonic = (text: string): string => text.replace(/^([^_&~]*)[_&~](?=\p{L})([^_&~]*)$/u, '$1$2')

/**
 * The words of a text that are no commands or abbreviations to the eye: not all in capitals, without a capital inside, not joined to
 * digits, dots and slashes.
 */
export function wordsOf({ prose }: Side): string[] {
  if (path.test(prose) || type.test(prose)) return []
  const words = withoutMnemonic(withoutQualifier(prose)).replace(choice, '').match(word) ?? []
  return words.filter(one => one !== one.toUpperCase() && !/\p{L}\p{Lu}/u.test(one))
}

/** What a file does with a word of its sources: how often it stands in the target as it is, and how often not. */
export interface Treatment {
  kept: number
  translated: number
}

/** The treatment of each word of the translated pairs, by the word in lower case. */
export function treatments(pairs: readonly Pair[]): ReadonlyMap<string, Treatment> {
  const all = new Map<string, Treatment>()
  for (const { source, target } of pairs.filter(isTranslated)) {
    const inTarget = new Set(wordsOf(target))
    for (const one of new Set(wordsOf(source))) {
      const treatment = all.get(one.toLowerCase()) ?? { kept: 0, translated: 0 }
      all.set(one.toLowerCase(), treatment)
      if (inTarget.has(one)) treatment.kept++
      else treatment.translated++
    }
  }
  return all
}

/** Hardly ever kept. */
export const isMostlyTranslated = (treatment: Treatment | undefined): boolean =>
  treatment !== undefined && treatment.translated > 3 * treatment.kept

/** Kept in most texts; a word of the dictionary in several, or wherever it stands but on buttons. */
export const isKept = (word: string, known: ReadonlyMap<string, Treatment>): boolean => {
  const treatment = known.get(word.toLowerCase())
  return (
    treatment !== undefined &&
    treatment.kept > treatment.translated &&
    (treatment.kept > 2 || (treatment.translated === 0 && !isOfWindows(word)) || !isEnglish(word))
  )
}
