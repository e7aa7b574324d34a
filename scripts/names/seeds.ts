/**
 * Spellings of a letter that official tables and the press of several languages use: pseudo-counts, so that a rare one
 * stays possible. Sources: the tables of Ukraine (2010), Russia (1997-2014), BGN/PCGN, ISO 9, ICAO, and common usage.
 */
const table: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v w f u ff',
  г: 'g h gh gu',
  ґ: 'g',
  д: 'd',
  е: 'e ie ye je',
  ё: 'yo e io jo o ë ö',
  є: 'ie ye je e',
  ж: 'zh j ž z ż sch zj g dj',
  з: 'z s',
  и: 'i y',
  і: 'i y',
  ї: 'i yi ji ï',
  й: 'y i j',
  к: 'k c',
  л: 'l ł',
  м: 'm',
  н: 'n ń',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's ss',
  т: 't',
  у: 'u ou oe',
  ў: 'u w ŭ v',
  ф: 'f ph',
  х: 'kh h ch x j',
  ц: 'ts c tz z tc',
  ч: 'ch č tch tsch cz tsj cs tš ć ci',
  ш: 'sh š sch sz ch sj s ş',
  щ: 'shch sch šč schtsch szcz chtch sjtsj scs shh stsj sjtj tshch štš',
  ъ: " '",
  ы: 'y i',
  ь: " ' i j",
  э: 'e è',
  ю: 'iu yu ju u iou you iyu',
  я: 'ia ya ja a iya ija',
  Е: 'e ye je ie',
  Ё: 'yo e io jo ë o',
  Є: 'ye ie je e',
  И: 'i yi ji y',
  І: 'i yi',
  Ї: 'i yi ji ï',
  Ю: 'yu iu ju u you iou',
  Я: 'ya ia ja a',
  Э: 'e è',
  "'": " '",
  '-': '- ',
  ий: 'y iy i ij yi yy ii yj yj',
  ый: 'y yy yi i iy yj',
  ій: 'iy ii i ij y',
  кс: 'x ks',
  дж: 'dzh j dž dj',
}

/** A glide written twice, by two schemes at once (Podoliyak): hardly in registers, often in the press. */
const mixes = new Set(['я iya', 'ю iyu'])

/** Pseudo-count of writing x as y. */
export function seedOf(x: string, y: string): number {
  const options = table[x.replace(/[\^$]/g, '')]?.split(' ')
  const at = options?.indexOf(y.replace(/[\^$]/g, '')) ?? -1
  if (x === y && (x === '^' || x === '$')) return 1
  if (at < 0) return 0
  if (mixes.has(`${x} ${y}`)) return 6
  return x.length > 1 ? 0.1 : 1 / (at + 1)
}
