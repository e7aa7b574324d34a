import { foldCyrillic, foldLatin } from './letters.ts'

/**
 * Keys such that spellings of one name share at least one: the consonants by class (all sibilants one, all of г ґ х к-less
 * gutturals one), vowels gone. A letter group that is read in several ways gives several keys.
 */
const groups: readonly (readonly [string, readonly string[]])[] = [
  ['schtsch', ['S']],
  ['shch', ['S']],
  ['chtch', ['S']],
  ['tsch', ['S']],
  ['szcz', ['S']],
  ['sjtsj', ['S']],
  ['tsj', ['S']],
  ['tj', ['S', 'T']],
  ['tx', ['S']],
  ['tch', ['S']],
  ['sch', ['S']],
  ['dzh', ['S']],
  ['dsch', ['S']],
  ['ch', ['S', 'G', 'K']],
  ['sh', ['S']],
  ['zh', ['S']],
  ['kh', ['G']],
  ['gh', ['G']],
  ['cz', ['S']],
  ['sz', ['S']],
  ['cs', ['S']],
  ['zs', ['S']],
  ['tsi', ['S', 'T']],
  ['tse', ['S', 'T']],
  ['ts', ['S']],
  ['tz', ['S']],
  ['tc', ['S']],
  ['dz', ['S', 'D', 'DS']],
  ['dj', ['S', 'D']],
  ['rz', ['S', 'RS']],
  ['ph', ['V']],
  ['th', ['T']],
  ['ck', ['K', 'SK']],
  ['x', ['KS', 'G']],
  ['q', ['G', 'K']],
  ['j', ['', 'S']],
  ['c', ['S', 'K']],
  ['w', ['V']],
  ['v', ['V']],
  ['f', ['V']],
  ['g', ['G']],
  ['h', ['G', '']],
  ['k', ['K']],
  ['b', ['B']],
  ['p', ['P']],
  ['d', ['D']],
  ['t', ['T']],
  ['l', ['L']],
  ['m', ['M']],
  ['n', ['N']],
  ['r', ['R']],
  ['s', ['S']],
  ['z', ['S']],
]
const byFirst = new Map<string, (readonly [string, readonly string[]])[]>()
for (const group of groups) {
  const list = byFirst.get(group[0][0]!) ?? []
  byFirst.set(group[0][0]!, list)
  list.push(group)
}

const cyrillicClass: Readonly<Record<string, string>> = {
  б: 'B',
  в: 'V',
  ф: 'V',
  г: 'G',
  ґ: 'G',
  х: 'G',
  д: 'D',
  ж: 'S',
  з: 'S',
  с: 'S',
  ц: 'S',
  ч: 'S',
  ш: 'S',
  щ: 'S',
  к: 'K',
  л: 'L',
  м: 'M',
  н: 'N',
  п: 'P',
  р: 'R',
  т: 'T',
  ў: 'V',
}

const most = 8

/** The keys of a Latin or Cyrillic name that all its letters give, without repetition. */
export function exactKeys(name: string): readonly string[] {
  return isCyrillic(name) ? [cyrillicKey(foldCyrillic(name))] : [...new Set(latinKeys(foldLatin(name)))]
}

/** The exact keys and those that forgive one consonant; these have a tilde. O(length × keys). */
export function wideKeys(name: string): readonly string[] {
  const folded = name.toLowerCase().normalize('NFD')
  const vowel = firstVowel(folded)
  const end = openEnd.test(folded) ? '+' : ''
  const marked = (key: string) => `${key}${vowel}${key.length <= common ? end : ''}`
  return [...new Set(exactKeys(name).flatMap(key => [key, ...shortened(key).map(marked)]))]
}

const isCyrillic = (name: string): boolean => /\p{Script=Cyrillic}/u.test(name)

/** Keys of so few classes are many names': their ends must be alike, too. */
const common = 3
/** Ends in a vowel or й; Belarusian -оў is a consonant. */
const openEnd = /(?:[ijyаеєёиіїоуыэюяй]|(?<![aeo]\p{M}*)u|[aeo])[\p{M}'’ʼ]*$/u

/** A key also without each one of its classes but the first: a slip of the pen, a dropped or added consonant. */
function shortened(key: string): string[] {
  if (key.length < common) return []
  if (key.length === common) return [key]
  return [key, ...Array.from({ length: key.length - 1 }, (_, i) => `${key.slice(0, i + 1)}${key.slice(i + 2)}`)]
}

/** The first vowel by its class, since the second chance is a wide one. */
function firstVowel(folded: string): string {
  const letter = /[aeiouyаеєёиіїоуыэюя]/.exec(folded)?.[0] ?? ''
  return 'oaоа'.includes(letter) ? '~a' : 'uую'.includes(letter) ? '~u' : 'iyиіїы'.includes(letter) ? '~y' : '~e'
}

function cyrillicKey(folded: string): string {
  let key = /^[аеєёиіїоуыэюяй]/.test(folded) ? 'A' : ''
  for (const letter of folded) {
    const next = cyrillicClass[letter]
    if (next && !key.endsWith(next)) key += next
  }
  return key
}

function latinKeys(folded: string): string[] {
  const plain = folded
    .replace(/[çțşšžżźșŝĉ]/g, 's')
    .replace(/[ąę](?=[bp])/g, 'om')
    .replace(/[ąę]/g, 'on')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/ø/g, 'o')
    .replace(/ı/g, 'i')
  let keys = [/^[aeiouy]|^j[aeiouy]/.test(plain) ? 'A' : '']
  for (let i = 0; i < plain.length; ) {
    const group = byFirst.get(plain[i]!)?.find(([letters]) => plain.startsWith(letters, i))
    if (!group) {
      // Belarusian ў and в before a consonant: Kavaliou, Staukou.
      if (plain[i] === 'u' && i > 0 && /[aeio]/.test(plain[i - 1]!)) keys = spread(keys, ['', 'V'])
      i++
      continue
    }
    keys = i === 0 && group[0] === 'j' ? ['A', 'S'] : spread(keys, group[1])
    i += group[0].length
  }
  return keys
}

function spread(keys: readonly string[], options: readonly string[]): string[] {
  const choices = keys.length * options.length > most ? options.slice(0, 1) : options
  return choices.flatMap(option =>
    keys.map(key => {
      let out = key
      for (const next of option) if (!out.endsWith(next)) out += next
      return out
    }),
  )
}
