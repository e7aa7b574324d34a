import type { Form, NameRow } from './names.ts'

/** Slips of the pen, and what tells them from other ways to spell a name. */

export const kinds = ['substituted', 'exchanged', 'dropped', 'vowel', 'syllable', 'other'] as const
export type Kind = (typeof kinds)[number]

type Random = (below: number) => number

const consonants = { latin: 'bdklmnprstvz', cyrillic: 'бвдзклмнпрстшч' }
const vowels = { latin: 'aeiou', cyrillic: 'аеиоу' }
const isConsonant = (letter: string) => /[bcdfghjklmnpqrstvwxzбвгґджзклмнпрстфхцчшщ]/iu.test(letter)
const isVowel = (letter: string) => /[aeiouyаеєёиіїоуыэюя]/iu.test(letter)

/** A form with a slip of a kind within its stem, in the same case. Undefined where twenty trials gave only spellings that may be right. */
export function slipOf(
  kind: Kind,
  name: NameRow,
  form: Form,
  random: Random,
  others: readonly NameRow[],
): string | undefined {
  const right = soundsOf(name)
  for (let trial = 0; trial < 20; trial++) {
    const slip = kind === 'other' ? otherName(name, form, random, others) : changed(kind, name, form, random)
    if (slip && !right.has(soundOf(slip.nom))) return slip.written
  }
  return undefined
}

interface Made {
  readonly written: string
  readonly nom: string
}

function otherName(
  name: NameRow,
  { language, written, nom }: Form,
  random: Random,
  others: readonly NameRow[],
): Made | undefined {
  const alike = others.filter(one => one.kind === name.kind && one.gender === name.gender && one !== name)
  const other = alike[random(alike.length)]!
  if (language === 'en') return { written: other.en[0]!, nom: other.en[0]! }
  const found = (['nom', 'gen', 'ins'] as const).find(one => name[language][one] === written)
  return found && nom ? { written: other[language][found], nom: other[language].nom } : undefined
}

/** The beginning that all forms of the name share (but for a last vowel), and what is made of it. */
function changed(
  kind: Exclude<Kind, 'other'>,
  name: NameRow,
  { written, nom, language }: Form,
  random: Random,
): Made | undefined {
  const stem = language === 'en' ? nom.length : stemOf(name[language])
  const at = random(stem)
  const script = language === 'en' ? 'latin' : 'cyrillic'
  const change = changes[kind](nom.toLowerCase(), at, stem, choices => choices[random(choices.length)]!, script)
  if (!change) return undefined
  const apply = (word: string) => capitalise(word.slice(0, at) + change.insert + word.slice(at + change.length))
  return { written: apply(written), nom: apply(nom) }
}

function stemOf({ nom, gen, ins }: NameRow['uk']): number {
  let stem = 0
  while (stem < nom.length && nom[stem] === gen[stem] && nom[stem] === ins[stem]) stem++
  return stem === nom.length && isVowel(nom.at(-1)!) ? stem - 1 : stem
}

const capitalise = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

type Change = (
  word: string,
  at: number,
  stem: number,
  choose: (choices: string) => string,
  script: keyof typeof vowels,
) => { readonly length: number; readonly insert: string } | undefined

const changes: Readonly<Record<Exclude<Kind, 'other'>, Change>> = {
  substituted: (word, at, _, choose, script) =>
    consonants[script].includes(word[at]!)
      ? { length: 1, insert: choose(consonants[script].replace(word[at]!, '')) }
      : undefined,
  exchanged: (word, at, stem) =>
    at > 0 && at + 1 < stem && /^\p{L}{2}$/u.test(word.slice(at, at + 2)) && word[at] !== word[at + 1]
      ? { length: 2, insert: word[at + 1]! + word[at]! }
      : undefined,
  dropped: (word, at) => (at > 0 && isConsonant(word[at]!) ? { length: 1, insert: '' } : undefined),
  vowel: (word, at, _, choose, script) =>
    vowels[script].includes(word[at]!)
      ? { length: 1, insert: choose(vowels[script].replace(word[at]!, '')) }
      : undefined,
  syllable: (word, at, stem) =>
    at > 0 && at + 1 < stem && stem > 5 && isConsonant(word[at]!) && isVowel(word[at + 1]!)
      ? { length: 2, insert: '' }
      : undefined,
}

/** Does what is proposed write the name, in the case of the right form? */
export const isRight = (name: NameRow, { written, language }: Form, preferred: string): boolean =>
  language === 'en' ? soundsOf(name).has(soundOf(preferred)) : soundOf(preferred) === soundOf(written)

const known = new WeakMap<NameRow, ReadonlySet<string>>()

/** What the right spellings come to: of the originals, each way to read ё, and of the list. */
function soundsOf(name: NameRow): ReadonlySet<string> {
  const found =
    known.get(name) ?? new Set([name.uk.nom, name.ru.nom, name.ru.nom.replaceAll('ё', 'о'), ...name.en].map(soundOf))
  known.set(name, found)
  return found
}

/**
 * What romanization tables make one: of letters that some table writes like another (g, h, kh; y, i, j, yi; ye, ie, e; w, v, ff), doubled
 * letters, signs. Two spellings with different sounds are by no table spellings of one name.
 */
export function soundOf(name: string): string {
  const latin = [...name.toLowerCase()].map(letter => letters[letter] ?? letter).join('')
  return same.reduce((text, [pattern, into]) => text.replace(pattern, into), latin)
}

const letters: Readonly<Record<string, string>> = Object.fromEntries(
  'а=a б=b в=v г=h ґ=h д=d е=e є=e ё=e ж=zh з=z и=i і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h ц=ts ч=ch ш=sh щ=shch ь= ъ= ы=i э=e ю=iu я=ia ’='
    .split(' ')
    .map(pair => pair.split('=') as [string, string]),
)

const same: readonly (readonly [RegExp, string])[] = [
  [/['’ʼ -]/gu, ''],
  [/shch/gu, 'sch'],
  [/kh|gh|g/gu, 'h'],
  [/tz/gu, 'ts'],
  [/x/gu, 'ks'],
  [/w|f+$/gu, 'v'],
  [/[yj]/gu, 'i'],
  [/i+(?=[aeou])/gu, ''],
  [/(.)\1+/gu, '$1'],
]
