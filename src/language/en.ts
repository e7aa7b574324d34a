import type { Alphabet } from './alphabet.ts'

export const en: Alphabet = {
  language: 'en',
  script: 'latin',
  letters: 'abcdefghijklmnopqrstuvwxyz',
  own: '',
  vowels: 'aeiouy',
  quotes: [
    ['“', '”'],
    ['‘', '’'],
    ['"', '"'],
    ["'", "'"],
  ],
}
