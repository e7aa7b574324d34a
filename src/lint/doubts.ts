import { type Compiled, isGivenName, type Mention } from '../glossary/index.ts'
import { fold } from '../normalize/index.ts'
import type { Sighted } from './sighted.ts'
import { type Doubt, doubtOf } from './surroundings.ts'

/** A folded spelling that is another's in a text, and whether it is a place elsewhere (“Odessa, Texas”) or a person. */
export type ExceptedName = readonly [string, Doubt]

/** Names in phrases that are another's. */
export function exceptedNames(text: string, found: readonly Mention[]): readonly ExceptedName[] {
  return found.flatMap((m): ExceptedName[] => {
    if (m.excepted === undefined) return []
    const spelling = fold(text.slice(m.start, m.end))
    if (text[m.end] === ',') return [[spelling, 'elsewhere']]
    return /\p{Lu}\p{Ll}+\s$/u.test(text.slice(Math.max(0, m.start - 20), m.start)) ? [[spelling, 'namesake']] : []
  })
}

/** Why a found name may be another's; undefined where nothing speaks for that. */
export function doubtAbout(sighted: Sighted, index: number, language: string): Doubt | undefined {
  const { text, found, glossary } = sighted
  const mention = found[index]!
  const naming = mention.namings[0]!
  const { kind, surname } = glossary.concepts[naming.concept]!
  const dotted = text[mention.start - 1] === '.' || text[mention.start - 2] === '.'
  if (kind === 'place' && dotted && initialsBefore.test(text.slice(Math.max(0, mention.start - 9), mention.start)))
    return 'other-person'
  return doubtOf(text, mention.start, mention.end, language, {
    kind,
    full: naming.parts.length > 1 || mention.initials !== undefined,
    surname: surname === true,
    contrasted: [found[index - 1], found[index + 1]].some(other => other && contrasts(glossary, text, mention, other)),
    besidePlace: () => isPlaceBeside(sighted, index),
    isTitleCase: () => sighted.titled,
    isName: start => sighted.hasName(start, start + 1),
    isGiven: word => isGivenName(glossary, word),
  })
}

/** True where nothing but a joint stands between the name and that of a place that is no family name. */
function isPlaceBeside({ text, found, glossary }: Sighted, index: number): boolean {
  const { start, end } = found[index]!
  const isPlace = (other: Mention | undefined) =>
    other?.namings.some(
      ({ concept }) => glossary.concepts[concept]!.kind === 'place' && !glossary.concepts[concept]!.surname,
    )
  const [before, behind] = [found[index - 1], found[index + 1]]
  return (
    ((isPlace(before) && beside.test(text.slice(before!.end, start))) ||
      (isPlace(behind) && beside.test(text.slice(end, behind!.start)))) === true
  )
}

const beside = /^(?:,\s+|,?\s+(?:and|or|to|і|й|та|и)\s+|\s*[-–—/]\s*)$/u

const initialsBefore = /(?:^|[^\p{L}])(?:\p{Lu}\.[\s\u00a0]?){1,2}$/u

/** Two spellings of one name beside one another in a sentence: the text speaks of the spelling. */
function contrasts(glossary: Compiled, text: string, a: Mention, b: Mention): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a]
  const concept = (m: Mention) => m.namings[0]?.concept
  if (second.start - first.end > 40 || concept(a) === undefined || concept(a) !== concept(b) || !bare(a) || !bare(b))
    return false
  const between = text.slice(first.end, second.start)
  if (/[.!?…]\s/u.test(between) || fold(text.slice(a.start, a.end)) === fold(text.slice(b.start, b.end))) return false
  const texts = [a, b].map(m => glossary.spellings[m.namings[0]!.parts[0]!.spelling]!)
  if (texts[0]!.text === texts[1]!.text) return false
  const kind = glossary.concepts[concept(a)!]!.kind
  return kind === 'place' || /^\s*[(/]|(?:^|\s)(?:or|also|formerly|або|чи|или)\s/u.test(between)
}

export const bare = (mention: Mention) => mention.namings.every(n => n.parts.length === 1)
