import { formsIn, isGivenName, maskOf, type Naming, type Spelling } from '../glossary/index.ts'
import { clusterForms, compare, nameSpans } from '../names/index.ts'
import { fold } from '../normalize/index.ts'
import type { Passage, Seen } from './passage.ts'
import type { Place } from './sighted.ts'
import type { Subject } from './subject.ts'
import { sweep } from './sweep.ts'

/** A person's name where it stands, of the glossary or of none: UTF-16 units of the passage's text. */
export interface PersonUse {
  readonly passage: Passage
  readonly start: number
  readonly end: number
  /** Where the family name begins. */
  readonly surnameStart: number
  /** The family name in its base form. */
  readonly surname: string
  /** The given name in its base form, or initials; absent where the family name stands alone. */
  readonly given?: string
  /** The concepts that the glossary has for the name as it stands. */
  readonly namings: readonly Naming[]
  readonly place: Place
}

/** All who bear one family name in one language, each use in the order of the text. */
export interface Namesakes {
  readonly uses: readonly PersonUse[]
  /** The first use with a given name of each person. */
  readonly people: readonly PersonUse[]
}

/**
 * The people of a text by language and family name. A family name that no glossary has is known as one by a given name before it
 * somewhere in the text.
 */
export function peopleIn(subject: Subject): readonly Namesakes[] {
  const groups = new Map<string, PersonUse[]>()
  for (const passage of subject.passages) {
    for (const use of usesIn(subject, passage)) {
      const key = `${passage.language} ${fold(use.surname)}`
      const known = groups.get(key)
      if (known) known.push(use)
      else groups.set(key, [use])
    }
  }
  return [...groups.values()]
    .filter(uses => uses.some(({ given, namings }) => given !== undefined || namings.length > 0))
    .map(uses => ({ uses, people: distinct(uses) }))
}

/** The first use of each person among uses with given names. */
function distinct(uses: readonly PersonUse[]): PersonUse[] {
  const people: PersonUse[] = []
  for (const use of uses) if (isNew(use, people)) people.push(use)
  return people
}

/** True where a name comes with a given name and none of the people bears both. */
export const isNew = (use: PersonUse, people: readonly PersonUse[]): boolean =>
  use.given !== undefined && !people.some(other => isSamePerson(use, other))

function isSamePerson(a: PersonUse, b: PersonUse): boolean {
  if (a.namings.length > 0 && b.namings.length > 0)
    return a.namings.some(x => b.namings.some(y => x.concept === y.concept))
  const [x, y] = [a.given!, b.given!]
  if (fold(x) === fold(y)) return true
  if (x.includes('.') || y.includes('.')) return fold(x)[0] === fold(y)[0]
  return a.passage.language === 'en' && ['spelling', 'twin'].includes(compare(x, y).relation)
}

function usesIn(subject: Subject, passage: Passage): PersonUse[] {
  const listed = passage.mentions.flatMap(seen => listedUse(subject, passage, seen) ?? [])
  const names = sweep(passage.mentions.map(({ mention: { start, end } }) => ({ start, end })))
  const others = passage.language === 'en' ? englishUses(subject, passage) : cyrillicUses(passage)
  const beside = others.filter(({ start, end, given, surnameStart }) =>
    names
      .overlapping(start, end)
      .every(name => given !== undefined && start < name.start && surnameStart === name.start),
  )
  const longer = sweep(beside)
  return [...listed.filter(({ start, end }) => !longer.around(start, end)), ...beside].sort((a, b) => a.start - b.start)
}

function listedUse(subject: Subject, passage: Passage, { mention, language, place }: Seen): PersonUse | undefined {
  const namings = mention.namings.filter(
    ({ concept, lang }) => lang === language && subject.glossary.concepts[concept]!.kind === 'person',
  )
  const naming = namings[0]
  const family = naming?.parts.find(({ part }) => part === 'family')
  if (!naming || !family) return undefined
  const surname = baseOf(subject, naming, 'family') ?? subject.glossary.spellings[family.spelling]!
  const isFull = naming.parts.some(({ part }) => part === 'given')
  const given = isFull ? baseOf(subject, naming, 'given')?.text : mention.initials
  return {
    passage,
    start: mention.start,
    end: mention.end,
    surnameStart: family.start,
    surname: surname.text,
    ...(given !== undefined && { given }),
    namings,
    place,
  }
}

/** The preferred spelling of a part of a name in its own language. */
export const baseOf = (subject: Subject, { concept, lang }: Naming, part: 'given' | 'family'): Spelling | undefined =>
  subject.chooser.preferred(concept, part, lang)

/** A part of a name in the case in which the name stands. */
export function inCaseOf(subject: Subject, naming: Naming, part: 'given' | 'family'): string | undefined {
  const spelling = baseOf(subject, naming, part)
  return spelling && formsIn(spelling, subject.glossary.concepts[naming.concept]!, naming.mask || maskOf(['nom']))[0]
}

const capitalised = /(?<![\p{L}\p{M}\p{N}'’-])\p{Lu}[\p{L}\p{M}]+(?:['’-]\p{Lu}?[\p{L}\p{M}]{2,})*/gu
const middle = /^[ \u00a0](?:\p{Lu}\.[ \u00a0])?$/u

/** Words with capitals: a family name behind a given name, or perhaps one that stands alone. */
function englishUses(subject: Subject, passage: Passage): PersonUse[] {
  const { text } = passage
  const words = [...text.matchAll(capitalised)]
    .map(({ 0: word, index }) => ({ word, start: index, end: index + word.length }))
    .filter(({ start, end }) => passage.isProse(start, end))
  const uses: PersonUse[] = []
  for (let i = 0; i < words.length; i++) {
    const [first, next] = [words[i]!, words[i + 1]]
    const isFull =
      next && middle.test(text.slice(first.end, next.start)) && isGivenName(subject.glossary, fold(first.word))
    const last = isFull ? next : first
    if (isFull) i++
    uses.push({
      passage,
      start: first.start,
      end: last.end,
      surnameStart: last.start,
      surname: last.word,
      ...(isFull && { given: first.word }),
      namings: [],
      place: passage.placeAt(first.start, last.end),
    })
  }
  return uses
}

/** “Сервер Debian” is nobody's name. */
const latin = /\p{Script=Latin}/u

function cyrillicUses(passage: Passage): PersonUse[] {
  const { text, language } = passage
  if (language !== 'uk' && language !== 'ru') return []
  const spans = nameSpans(text, language).filter(
    ({ start, end, kind }) => kind !== 'place' && passage.isProse(start, end) && !latin.test(text.slice(start, end)),
  )
  return clusterForms(text, spans, language).flatMap(({ base, forms }) => {
    const words = base.split(/\s+/u)
    const surname = words.at(-1)!
    return forms.flatMap(form =>
      form.spans.map(({ start, end }): PersonUse => {
        const surnameStart = start + text.slice(start, end).search(/\S+$/u)
        const given = words.length > 1 ? { given: words[0]! } : {}
        return { passage, start, end, surnameStart, surname, ...given, namings: [], place: passage.placeAt(start, end) }
      }),
    )
  })
}
