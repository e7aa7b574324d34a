import type { Alphabet } from './alphabet.ts'

/** Правила русской орфографии и пунктуации (1956; 2006). */
export const ru: Alphabet = {
  language: 'ru',
  script: 'cyrillic',
  letters: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  own: 'ёъыэ',
  vowels: 'аеёиоуыэюя',
  quotes: [
    ['«', '»'],
    ['„', '“'],
    ['"', '"'],
  ],
}
