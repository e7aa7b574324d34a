import { cluster, findInconsistent, givenForms, type Member, slavicness, spellings } from '../../src/names/index.ts'
import { random } from '../support/random.ts'

const sizes = [10_000, 100_000] as const

/**
 * Seconds (of CPU) and MB to cluster 10,000 and 100,000 distinct Latin names, how many times longer the greater set takes, and the same
 * for the search for inconsistent ones. The names are made from a seed: family names of Slavic roots and suffixes, as the model spells
 * them, some with a letter lost, and the listed given names; counts fall as Zipf has it. `skeleton`: the seconds for names that all have the
 * same consonants, and how many times longer eight times as many take.
 */
export async function run(): Promise<Record<string, number | string>> {
  const all = madeNames(sizes[1])
  cluster(all.slice(0, 100))
  const figures: Record<string, number | string> = {}
  const seconds = sizes.map(size => {
    const names = all.slice(0, size)
    const { value, cpu } = timed(() => cluster(names, { withoutOriginals: true }))
    figures[`cluster.${size}.seconds`] = cpu
    figures[`cluster.${size}.MB`] = Math.round(process.memoryUsage().rss / 1e6)
    figures[`cluster.${size}.groups`] = value.length
    return cpu
  })
  figures['cluster.growth'] = Math.round((10 * seconds[1]!) / seconds[0]!) / 10
  const mentions = all.map(({ text, count }) => ({ text, count, slavic: slavicness(text), ...unplaced }))
  const { value, cpu } = timed(() => findInconsistent(mentions, { withoutOriginals: true }))
  const inconsistent = { 'inconsistent.seconds': cpu, 'inconsistent.groups': value.length, 'peak.MB': peak() }
  return { ...figures, ...inconsistent, ...skeletonFigures() }
}

const crowds = [1000, 8000] as const

function skeletonFigures(): Record<string, number> {
  const seconds = crowds.map(size => timed(() => cluster(sameConsonants(size), { withoutOriginals: true })).cpu)
  return {
    ...Object.fromEntries(crowds.map((size, i) => [`skeleton.${size}.seconds`, seconds[i]!])),
    'skeleton.growth': Math.round((10 * seconds[1]!) / seconds[0]!) / 10,
  }
}

const sounds = ['a', 'e', 'i', 'o', 'u', 'y', 'ia', 'ie']

/** Karalanka, Kerelenko …: distinct names, at most 8 to the fifth. */
function sameConsonants(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => {
    const sound = (place: number) => sounds[Math.floor((i * 7919) / 8 ** place) % 8]!
    return ['K', 'r', 'l', 'n', 'k'].map((consonant, place) => consonant + sound(place)).join('')
  })
}

const unplaced = { span: { start: 0, end: 0 }, titled: false, first: false }

const peak = () => Math.round(process.resourceUsage().maxRSS / 1e3)

function timed<T>(work: () => T): { readonly value: T; readonly cpu: number } {
  const before = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(before)
  return { value, cpu: Math.round((user + system) / 1e4) / 100 }
}

const onsets = 'б в г д ж з к л м н п р с т х ч ш бр вл гр др кл кр мл пл пр сл ст тр хв хр ш щ св гл зв'.split(' ')
const vowels = 'а е и о у а о и е я ю'.split(' ')
const closings = 'в г д к л м н р с т ш ч б п з ж х нд рт ст ск ль нь рб лк нч вк й'.split(' ')
const suffixes =
  'енко ко ук юк чук ак як ець ик ов ова єв єва ев ева ин ина ін іна ський ська ский ская цький цька цкий цкая ич ович евич івна ейко ило ай ій ан ар ун ишин аш уля'.split(
    ' ',
  )
const perFamilyName = 6
const slips = 0.05

/** Distinct spellings with their counts, the same for the same number. */
function madeNames(count: number): readonly Member[] {
  const next = random(20_261_123)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
  const seen = new Set<string>()
  const add = (text: string) => seen.size < count && seen.add(text)
  const syllable = () => pick(onsets) + pick(vowels)
  for (const form of givenForms()) for (const { text } of spellings(form, { limit: 4 })) add(text)
  while (seen.size < count) {
    const root = (next() < 0.35 ? '' : syllable()) + syllable() + pick(closings)
    const written = spellings(root + pick(suffixes), { limit: 1 + Math.floor(next() * perFamilyName) })
    for (const { text } of written) {
      add(text)
      const at = 1 + Math.floor(next() * (text.length - 2))
      if (next() < slips) add(text.slice(0, at) + text.slice(at + 1))
    }
  }
  return shuffled([...seen], next).map((text, rank) => ({ text, count: 1 + Math.floor(count / 10 / (rank + 1)) }))
}

function shuffled<T>(list: T[], next: () => number): readonly T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    ;[list[i], list[j]] = [list[j]!, list[i]!]
  }
  return list
}
