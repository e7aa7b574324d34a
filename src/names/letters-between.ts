import { remembered } from '../text/index.ts'
import { foldCyrillic, foldLatin } from './letters.ts'

/**
 * Letters against letters, without weights: could a name be written so at all? The learned score forgives a letter that is lost or has
 * changed places, since people do write so; who asks whether a translation is right must not.
 */

/** Cyrillic letters, perhaps by their neighbours, and what may stand for them; the first row that fits counts. */
type Rows = readonly (readonly [letters: string, written: string])[]

const glide = (vowel: string): string => `[yij]${vowel}`
const afterSoft = `[yij]?[oe]`
/** Ukrainian і in a closed syllable is Russian о or е: Чортків, Чортков; Корнійчук, Корнейчук. */
const closed = '(?=в$|в[ськ]|[лнр]ь(?:$|-)|[рл][кн]|шн)'

/** What the tables of `romanize/` for English make of letters, whatever stands beside them, and what writers make of them besides. */
const common: Rows = [
  ['(?<=[сц]ь?к|[сц]ьк)і$', 'yi?|iy?|[iy]j'],
  ['[иіы]й$', 'yi?|iy?|[iy]j|o[yij]'],
  ['ой$', 'o[yij]|yi?|iy?'],
  ['[иіы]й', 'yi?|iy?|[iy]j|e[yij]'],
  // of verbs in names: Перебийніс, Перебейнос
  ['ей(?=[бвгджзклмнпрстфхчшщ])', 'e[yij]|[iy][yij]?'],
  ['^и', 'yi?|i'],
  ['ая$|(?<=[сцз]ьк)а$', 'a|a[yij]a'],
  ['[иі]я', `${glide('a')}|i[yj]a`],
  ['ії', 'i|[yi][yj]i'],
  ['ие$|ое$', 'o[yij]?e|[yi]?[yi]?e'],
  ['[ьй]о|ё', afterSoft],
  ["[ь']?ю", '[yij]?u'],
  ['(?<=л)я', '[yij]?a'],
  ["[ь']?я", glide('a')],
  ['(?<=ц)[ая]$', 'a|[yij]a'],
  ["[ьъ']?є", '[yij]?e'],
  ['[ьъ]е', afterSoft],
  ['(?<=[жчшщц])(?:о|е(?=[внлр]а?$))', '[yi]?[eo]'],
  ["[ьъ']?ї|ьи", '[yj]?i'],
  ['дж', 'dzh|dj|j'],
  ['дз', 'dz|z'],
  ['кс', 'ks|x'],
  ['щ', 'shch|sch|shh|stch'],
  ['а', 'a'],
  ['б', 'b'],
  ['в$', 'v|w|f'],
  ['в', 'v|w'],
  ['[гґ]', 'gh|h|g'],
  ['д', 'd'],
  ['[еэ]', '[yij]?e|yo'],
  ['ж', 'zh|j'],
  ['з', 'z'],
  ['[иы]', 'y|i'],
  ['й', '[yij]'],
  ['к', 'k'],
  ['л', 'l'],
  ['м', 'm'],
  ['н', 'n'],
  ['о', 'o'],
  ['п', 'p'],
  ['р', 'r'],
  ['с', 's'],
  ['т', 't'],
  ['у', 'u'],
  ['ф', 'ph|f'],
  ['х', 'kh|ch|h|x'],
  ['ц', 'ts|tz|tc|cz|c|z'],
  ['ч$', 'tch|ch|c'],
  ['ч', 'tch|ch'],
  ['ш', 'sh'],
  ['[ьъ]', 'j?'],
  ["['-]", ''],
]

/** What English may stand for of the other Cyrillic language, too: Chortkiv is Чортков in Russian, Kolesnik is Колісник in Ukrainian. */
const fromEnglish = {
  uk: [['е$', '[eo]'], ...common, ['і', 'i|e']],
  ru: [[`[оеё]${closed}`, '[yi]?[eoi]'], ['[ео]$', '[eo]'], ...common],
} satisfies Record<string, Rows>

const intoEnglish = { uk: [...common, ['і', 'i']], ru: fromEnglish.ru } satisfies Record<string, Rows>

const silent = '[eh]?'

/** How names of any language are transcribed, by their sound; letters that are not heard are rendered by none. */
const transcribed: Rows = [
  ['[иыі]й', 'yi?|iy?|[iy]j|ey|ie'],
  ['[аяе]й|[аэе][єе]', '[aeiy]|[aei][iyje]|eigh|igh'],
  ['[ое]й', 'oy|oi|eu|ey|ay|ei'],
  ['[ао][ув]', 'ow|ou|au|o|aw|av|ov'],
  ["[ьй'ъ]?ю", 'u|ü|ue|ew|[iyj]u|y|eu|iou'],
  ["[ьй'ъ]?я", '[iyje]?a'],
  ["[ьй'ъ]о|ё", '[iyj]?o|e|eu|oe|u'],
  ["[ьй'ъ]?[еєэ]", 'e|a|u|ai|ay|ea|ee|oe|ae|[iyj]?e[ry]?'],
  ["[ьй'ъ]?[иіїы]", 'i|y|e|ee|ea|ie|ei|ey|[yj]i|u'],
  ['а', 'a|u|ah|aa|o'],
  ['о', 'o|oh|oe|au|aw|a|ou|oa|ow|oo'],
  ['у', 'u|oo|ou|o|w|ew|oe|ue|v'],
  ['й', '[yije]|l+'],
  ["[ьъ']", ''],
  ['дж', '(?:dg|dj|gi|ge|j|g|zh|z)'],
  ['кв', '(?:qu|kw|kv|cv)'],
  ['кс|гз', '(?:x|c?ke?s|ccs?|gs|gz)'],
  ['дз', '(?:dz|z|ds|j)'],
  ['б', '[bpv]'],
  ['в', '(?:v|w|u|f|b)'],
  ['[гґ]', '(?:gh?|h|j|)'],
  ['д', '(?:d|dh|t)'],
  ['ж', '(?:j|g|zh?|s|rz|x)'],
  ['з', '(?:z|s|th|x)'],
  ['к', '(?:ck|ch|c|k|qu|q|g)'],
  ['л', '(?:ll?|gl)'],
  ['м', '(?:m|n)'],
  ['н', '(?:n|gn|ng|m|kn)'],
  ['п', '(?:p|b)'],
  ['р', '(?:r|rh|wr)'],
  ['с', '(?:sc|s|c|z|x|sh|th|ts)'],
  ['т', '(?:th?|d|c|ch)'],
  ['ф', '(?:f|ph|v|th|gh|h)'],
  ['х', '(?:kh|ch|h|j|x|g)'],
  ['ц', '(?:cz?|z|tz|ts|t)'],
  ['[чщ]', '(?:shch|tsch|tch|ch|cz?|sch|t|j|q)'],
  ['ш', '(?:sch|sh|sz|ch|s|x|sk)'],
  ['-', ''],
].map(([letters, written]) => [letters!, written!.startsWith('(') ? `${written}${silent}` : written!] as const)

/** Ukrainian letters and what stands for them in Russian names. */
const betweenCyrillic: Rows = [
  ['(?<=[сц])ьк', 'к'],
  ['зьк', 'зс?к|жск'],
  ['(?<=[сцз]ьк|[рнтвбл])а$', 'ая?'],
  ['[иі]й$', '[иыоеі]й'],
  ["[ьй]о|[ь']?йо", 'ь?[её]|[йь]?о'],
  ['ія', '[иь]я'],
  ['ий(?!$)', '[иеы]й'],
  ['(?<=ль)щ', '[шщ]'],
  ['н(?=ськ)', 'нь?'],
  ['^є', 'и?[еэё]'],
  ['^в(?=[иіоеа])', '[ву]'],
  ["'?([юя])", 'ъ?ь?$1'],
  ['(?<=ц)я$', 'я|а'],
  ["[ь']?є", '[ьъ]?[еэё]'],
  ["[ь']?ї", '[ьъ]?[иыеё]'],
  ['зс', 'з?с'],
  [`і${closed}`, '[иеоё]'],
  ['і', '[ие]'],
  ['и', '[иы]'],
  ['(?<=[жчшщ])[ео]', '[еоё]'],
  ['е$', '[еоэ]|ое'],
  ['е', '[еэё]'],
  ['[гґ]', '[гх]'],
  ["[ь']", '[ьъ]?'],
  ['[рбпвмж]$', '$1ь?'],
]

const doubled = /([bcdfgjklmnpqrstvwxyziбвгджзйклмнпрстфхцчшщ])\1+|(zh|sh|ch|kh|ts)\2/gu
const single = (word: string): string => word.replace(doubled, '$1$2')

const plainCyrillic = (word: string): string => single(foldCyrillic(word))
const marked: Readonly<Record<string, string>> = {
  ö: 'oe',
  ü: 'ue',
  ä: 'ae',
  ę: 'en',
  ą: 'on',
  â: 'ya',
  û: 'yu',
  ê: 'ye',
  ŝ: 'shch',
  č: 'ch',
  ć: 'ch',
  š: 'sh',
  ś: 's',
  ž: 'zh',
  ź: 'z',
  ż: 'zh',
  ł: 'l',
  ń: 'n',
}
const plainLatin = (word: string): string =>
  single(
    foldLatin(word)
      .replace(/[öüäęąâûêŝčćšśžźżłń]/gu, letter => marked[letter]!)
      .normalize('NFD')
      .replace(/[^a-z]/gu, ''),
  )

type Compiler = (word: string) => RegExp

/** The most patterns that are kept: those of a text's names, which are asked for again and again. */
const most = 5_000

function compiler(rows: Rows, first: string, last: string): Compiler {
  const unit = new RegExp(rows.map(([letters], i) => `(?<r${i}>${letters.replaceAll('(?<r', '')})`).join('|'), 'gu')
  return remembered((word: string) => {
    const source = word.replace(unit, (...found) => {
      const groups = found.at(-1) as Record<string, string | undefined>
      const row = rows.findIndex((_, i) => groups[`r${i}`] !== undefined)
      return `(?:${rows[row]![1].replace('$1', (found[0] as string).at(-1)!)})`
    })
    return new RegExp(`^${first}(?:${source})${last}$`, 'u')
  }, most)
}

/** Compiled when first asked for. */
function lazily(rows: Rows, first = '', last = ''): Compiler {
  let compile: Compiler | undefined
  return word => {
    compile ??= compiler(rows, first, last)
    return compile(word)
  }
}

const patterns = {
  'en uk': lazily(fromEnglish.uk),
  'en ru': lazily(fromEnglish.ru),
  'uk en': lazily(intoEnglish.uk),
  'ru en': lazily(intoEnglish.ru),
  transcribed: lazily(transcribed, '[aeiouh]?', '[sthdprlxzn]?'),
  cyrillic: lazily(betweenCyrillic),
}

/** Languages of a name and of its rendering, one of them English. */
export type Direction = 'en uk' | 'en ru' | 'uk en' | 'ru en'

/** Can the Latin spelling write the Cyrillic name by some romanization table, or as writers mix them? */
export const mayWrite = (cyrillic: string, latin: string, direction: Direction): boolean =>
  patterns[direction](plainCyrillic(cyrillic)).test(plainLatin(latin))

/** Can the one be the transcription of the other, whatever the language of the name? */
export const mayTranscribe = (cyrillic: string, latin: string): boolean =>
  patterns.transcribed(plainCyrillic(cyrillic)).test(plainLatin(latin))

const sounds: readonly (readonly [RegExp, string])[] = [
  [/о(?=й)|[еєёиіїыэ]/gu, 'е'],
  [/[уў](?=[аеияо])/gu, 'в'],
  [/о?[ую]/gu, 'о'],
  [/я/gu, 'а'],
  [/[йьъ'-]/gu, ''],
  [/[гґх]/gu, 'г'],
  [/дз/gu, 'з'],
  [/[шщ]/gu, 'с'],
  [/ч/gu, 'т'],
]

/** Can a Ukrainian and a Russian spelling be two transcriptions of one name, whatever its language? */
export const mayBeTranscribed = (a: string, b: string): boolean => soundOf(a) === soundOf(b)

const soundOf = (name: string): string =>
  single(sounds.reduce((text, [letters, sound]) => text.replace(letters, sound), foldCyrillic(name)))

/** Are they one name, as Ukrainian and as Russian write it? */
export const mayCorrespond = (ukrainian: string, russian: string): boolean =>
  patterns.cyrillic(plainCyrillic(ukrainian)).test(plainCyrillic(russian))

/** A spelling that has only letters which English tables for Ukrainian and Russian write: not Kaczyński, Watson, Quixote. */
export const isTabular = (latin: string): boolean =>
  !latin.includes('ou') && /^(?:[abdefgijklmnoprstuvyz'’-]|[cksz]h|h(?![^aeiouynrlvd]))+$/u.test(latin.toLowerCase())
