import type { Gender, Status } from './concept.ts'

/** The names that TBX gives its levels: version 3 (ISO 30042:2019, clause 8) and version 2 (ISO 30042:2008). */
export interface Levels {
  readonly root: string
  readonly header: string
  readonly concept: string
  readonly language: string
  readonly term: string
}

export const version3: Levels = {
  root: 'tbx',
  header: 'tbxHeader',
  concept: 'conceptEntry',
  language: 'langSec',
  term: 'termSec',
}

export const version2: Levels = {
  root: 'martif',
  header: 'martifHeader',
  concept: 'termEntry',
  language: 'langSet',
  term: 'tig',
}

export const namespaces = {
  core: 'urn:iso:std:iso:30042:ed-2',
  min: 'http://www.tbxinfo.net/ns/min',
  basic: 'http://www.tbxinfo.net/ns/basic',
} as const

/** A data category that we write: its module and the element that carries it in the style DCA (and in version 2). */
export interface Category {
  readonly module: 'min' | 'basic'
  readonly carrier: 'admin' | 'descrip' | 'termNote'
}

/** By the definitions of the modules Min and Basic, version 1.1 (tbxinfo.net). Core has no categories. */
export const categories = {
  subjectField: { module: 'min', carrier: 'descrip' },
  administrativeStatus: { module: 'min', carrier: 'termNote' },
  partOfSpeech: { module: 'min', carrier: 'termNote' },
  grammaticalGender: { module: 'basic', carrier: 'termNote' },
  termType: { module: 'basic', carrier: 'termNote' },
  source: { module: 'basic', carrier: 'admin' },
} as const satisfies Readonly<Record<string, Category>>

export type CategoryName = keyof typeof categories
export type Dialect = 'core' | 'min' | 'basic'

const held: Readonly<Record<Dialect, ReadonlySet<string>>> = {
  core: new Set(),
  min: new Set(['min']),
  basic: new Set(['min', 'basic']),
}

export const hasCategory = (dialect: Dialect, name: CategoryName): boolean => held[dialect].has(categories[name].module)

/** The picklist of `administrativeStatus`. */
export const statusValue = (status: Status): string => `${status}Term-admn-sts`

/** Also the values of `normativeAuthorization`, and with the endings that older files leave out. */
export function statusOfValue(value: string): Status | undefined {
  const word = value
    .trim()
    .replace(/-admn-sts$/, '')
    .replace(/Term$/, '')
  return word === 'preferred' || word === 'admitted' || word === 'deprecated' || word === 'superseded'
    ? word
    : undefined
}

const genders: Readonly<Record<string, Gender>> = { masculine: 'm', feminine: 'f', neuter: 'n' }
export const genderOfValue = (value: string): Gender | undefined => genders[value.trim()]
export const genderValue = (gender: Gender): string =>
  Object.keys(genders).find(value => genders[value] === gender) ?? 'other'

/** What a file that we wrote says of its source. */
export const writer = 'Written by tlumach'

/** What begins a note that is not for people: the properties that TBX has no category for, as JSON. */
export const noteMark = 'tlumach: '
