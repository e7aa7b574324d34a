/**
 * A word of Cyrillic letters with the marks, soft hyphens and apostrophes inside it. An apostrophe belongs to a word only
 * between two letters: elsewhere it is a quotation mark. A hyphen parts words.
 */
export const cyrillicWord =
  /[\u0400-\u0481\u048a-\u052f](?:[\u0400-\u0481\u048a-\u052f]+|[\u0300-\u036f]|\u00ad|['’ʼ‘`´](?=[\u0400-\u0481\u048a-\u052f]))*/g

const unusual = /[^\u0400-\u0481\u048a-\u052f]/
const dropped = /\u0300|\u0301|\u00ad/g
const apostrophes = /[’ʼ‘`´]/g

/**
 * One form for all that Unicode knows of one word: stress marks and soft hyphens gone, letters composed, the apostrophe U+0027.
 * The stress goes before composing: г with an acute would become the Macedonian ѓ.
 */
export function foldCyrillic(word: string): string {
  return unusual.test(word) ? word.replace(dropped, '').normalize('NFC').replace(apostrophes, "'") : word
}

const signs: readonly (readonly [RegExp, string])[] = [
  [/[’ʼ‘´]/g, "'"],
  [/′/g, 'ʹ'],
  [/″/g, 'ʺ'],
]

/** One form for what writers use for one sign in Latin text: the apostrophes, the prime, the double prime; letters composed. */
export function foldLatin(word: string): string {
  return signs.reduce((folded, [forms, sign]) => folded.replace(forms, sign), word.normalize('NFC'))
}
