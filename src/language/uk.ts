import type { Alphabet } from './alphabet.ts'

/** Український правопис 2019. */
export const uk: Alphabet = {
  language: 'uk',
  script: 'cyrillic',
  letters: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
  own: 'ґєії',
  vowels: 'аеєиіїоуюя',
  quotes: [
    ['«', '»'],
    ['„', '“'],
    ['“', '”'],
    ['"', '"'],
  ],
}
