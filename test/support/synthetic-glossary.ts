import type { Concept, NameParts } from '../../src/termbase/index.ts'

/** A part of a name in Ukrainian and in Russian. */
type Pair = readonly [uk: string, ru: string]
type Choose = <T>(list: readonly T[]) => T

const men: readonly Pair[] = [
  ['Михайло', 'Михаил'],
  ['Олександр', 'Александр'],
  ['Сергій', 'Сергей'],
  ['Андрій', 'Андрей'],
  ['Дмитро', 'Дмитрий'],
  ['Микола', 'Николай'],
  ['Ігор', 'Игорь'],
  ['Павло', 'Павел'],
]
const women: readonly Pair[] = [
  ['Олена', 'Елена'],
  ['Ольга', 'Ольга'],
  ['Наталія', 'Наталия'],
  ['Марія', 'Мария'],
  ['Ірина', 'Ирина'],
  ['Любов', 'Любовь'],
]
const fathers: readonly Pair[] = [
  ['Іван', 'Иван'],
  ['Петр', 'Петр'],
  ['Степан', 'Степан'],
  ['Богдан', 'Богдан'],
  ['Роман', 'Роман'],
]
const beginnings = ['Б', 'В', 'Гр', 'Д', 'З', 'К', 'Л', 'М', 'Н', 'П', 'Р', 'С', 'Т', 'Ч', 'Ст', 'Пр', 'Хв', 'Ш']
const vowels: readonly Pair[] = [
  ['а', 'а'],
  ['о', 'о'],
  ['у', 'у'],
  ['и', 'ы'],
  ['е', 'е'],
]
const liquids = ['л', 'р', 'н']
const middles = ['б', 'в', 'д', 'з', 'л', 'м', 'н', 'р', 'с', 'т', 'рн', 'вд', 'ст', 'лб', 'рм']
const families: readonly { readonly m: Pair; readonly f: Pair }[] = [
  { m: ['енко', 'енко'], f: ['енко', 'енко'] },
  { m: ['ук', 'ук'], f: ['ук', 'ук'] },
  { m: ['ський', 'ский'], f: ['ська', 'ская'] },
  { m: ['ак', 'ак'], f: ['ак', 'ак'] },
  { m: ['ов', 'ов'], f: ['ова', 'ова'] },
  { m: ['ець', 'ец'], f: ['ець', 'ец'] },
  { m: ['а', 'а'], f: ['а', 'а'] },
]
const places: readonly Pair[] = [
  ['івка', 'овка'],
  ['ів', 'ов'],
  ['ичі', 'ичи'],
  ['не', 'ное'],
  ['ськ', 'ск'],
  ['ово', 'ово'],
  ['поль', 'поль'],
]

/** As many people and places as asked for, five to two, in Ukrainian and Russian: invented, and the same for the same seed. */
export function syntheticConcepts(count: number, seed: number): Concept[] {
  const pick = picker(seed)
  return Array.from({ length: count }, (_, i) => (i % 7 < 5 ? person(i, pick) : place(i, pick)))
}

function person(index: number, pick: Choose): Concept {
  const gender = pick(['m', 'f'] as const)
  const given = pick(gender === 'm' ? men : women)
  const father = pick(fathers)
  const stem = stemOf(pick)
  const end = pick(families)[gender]
  const patronymic: Pair =
    gender === 'm' ? [`${father[0]}ович`, `${father[1]}ович`] : [`${father[0]}івна`, `${father[1]}овна`]
  const withPatronymic = pick([true, false])
  const names = (i: 0 | 1): NameParts => ({
    given: given[i],
    ...(withPatronymic && { patronymic: patronymic[i] }),
    family: stem[i] + end[i],
  })
  return concept(`person-${index}`, { kind: 'person', gender, names: { uk: names(0), ru: names(1) } })
}

function place(index: number, pick: Choose): Concept {
  const stem = stemOf(pick)
  const end = pick(places)
  const names = { uk: { name: stem[0] + end[0] }, ru: { name: stem[1] + end[1] } }
  return concept(`place-${index}`, { kind: 'place', names })
}

const concept = (id: string, rest: Pick<Concept, 'kind' | 'names' | 'gender'>): Concept => ({
  id,
  terms: [],
  former: [],
  except: [],
  ...rest,
})

function stemOf(pick: Choose): Pair {
  const syllables = Array.from({ length: pick([1, 2, 2]) }, (_, i) => ({
    before: pick(i === 0 ? beginnings : liquids),
    vowel: pick(vowels),
    after: pick(middles),
  }))
  const spelled = (i: 0 | 1) => syllables.map(({ before, vowel, after }) => before + vowel[i] + after).join('')
  return [spelled(0), spelled(1)]
}

/** Mulberry32: a small generator of even numbers in [0, 1). */
function picker(seed: number): Choose {
  let state = seed
  return list => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return list[Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * list.length)]!
  }
}
