/** Feminine and masculine forms of one family name, patronymic or given name, by their Latin endings. */

const feminine = /(?:[jyiï]?[aáàâ]|'a)$/
const adjective = /(?:a|á|i|y|e)?[jyiï]?[aáàâ]$/
const masculineVowel = /(?:[iyõî][jyií]?|[ýyi]|õi|ai|ay|aj|oi|oy|oj)$/
const daughter = /(?:h|č|c|š|sh|ch|ich)?n[aáà]$/
const son = /(?:i|y|e)?(?:tsch|tch|tsj|tš|tx|tj|ch|cz|č|ć|ĉ|c|ç|cs|ts|ci)$/

/** Does the spelling end as feminine names do? */
export const isFeminine = (folded: string): boolean => feminine.test(folded)

/** Ends as masculine names do: a consonant, or one of the vowels of -ий, -ый. */
export const isMasculine = (folded: string): boolean => /[aeo]u$|[^aeouáéóúàèòâêôëöüūēāôō'-]$/.test(folded)

/**
 * The stems that a masculine and a feminine spelling would share, or undefined where the two are not of different genders.
 * Patronymics lose -ich and -na, adjectives -y and -aya, other names -a.
 */
export function stems(a: string, b: string): readonly (readonly [string, string])[] | undefined {
  const [f, m] = isFeminine(a) && isMasculine(b) ? [a, b] : isFeminine(b) && isMasculine(a) ? [b, a] : []
  if (f === undefined || m === undefined) return undefined
  const out: [string, string][] = [[f.replace(feminine, ''), m]]
  if (masculineVowel.test(m))
    out.push(
      [f.replace(adjective, ''), m.replace(masculineVowel, '')],
      [f.replace(feminine, ''), m.replace(masculineVowel, '')],
    )
  if (daughter.test(f) && son.test(m)) out.push([f.replace(daughter, ''), m.replace(son, '')])
  return out.filter(([x, y]) => x.length > 1 && y.length > 1)
}
