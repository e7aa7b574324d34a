import { type Compiled, isGivenName, type Mention, maskOf, type Naming } from '../glossary/index.ts'
import { fold } from '../normalize/index.ts'
import { findScheme } from '../romanize/index.ts'
import { beginsSentence } from './neighbours.ts'
import type { Sighted } from './sighted.ts'
import { type Doubt, doubtOf } from './surroundings.ts'
import { wordLists } from './word-lists.ts'

/** Whether a name in a phrase that is another's is that of a place elsewhere (“Odessa, Texas”) or of a person. */
export function exceptedFor(text: string, { start, end, excepted }: Mention, glossary: Compiled): Doubt | undefined {
  const behind = /^,\s+(\p{Lu}\p{L}*)/u.exec(text.slice(end, end + 24))?.[1]
  if (behind !== undefined && isElsewhere(behind)) return 'elsewhere'
  // “Midland and Odessa”: its neighbour elsewhere.
  if (twinTown.test(text.slice(Math.max(0, start - 24), start))) return 'elsewhere'
  const word = /(\p{Lu}\p{Ll}+)\s$/u.exec(text.slice(Math.max(0, start - 20), start))?.[1]
  if (word === undefined || /^(?:The|An?)$/u.test(word)) return undefined
  // “Chicken Kiev” at the beginning of a sentence is no person.
  const isPlace = glossary.concepts[excepted!]!.kind === 'place' && beginsSentence(text, start - word.length - 1)
  return isPlace && !isGivenName(glossary, fold(word)) ? undefined : 'namesake'
}

const twinTown = /\p{Lu}\p{Ll}+(?:\s+and\s+|[-–])$/u

const isElsewhere = (word: string): boolean => word === 'New' || wordLists('en').otherPlaces.has(fold(word))

/** Why a found name may be another's; undefined where nothing speaks for that. */
export function doubtAbout(sighted: Sighted, index: number, language: string): Doubt | undefined {
  const { text, found, glossary } = sighted
  const mention = found[index]!
  const naming = mention.namings[0]!
  const { kind, surname } = glossary.concepts[naming.concept]!
  const dotted = text[mention.start - 1] === '.' || text[mention.start - 2] === '.'
  if (kind === 'place' && dotted && initialsBefore.test(text.slice(Math.max(0, mention.start - 9), mention.start)))
    return 'other-person'
  if (isFromPassport(naming, glossary)) return 'namesake'
  return doubtOf(text, mention.start, mention.end, language, {
    kind,
    full: naming.parts.length > 1 || mention.initials !== undefined,
    surname: surname === true && !isUkrainianTown(mention, language),
    inGenitive: mention.namings.some(({ mask }) => (mask & genitive) !== 0),
    contrasted:
      [found[index - 1], found[index + 1]].some(other => other && contrasts(glossary, text, mention, other)) ||
      [found[index - 2], found[index + 2]].some(other => other && areSpelledBy(text, mention, other)),
    besidePlace: () => isPlaceBeside(sighted, index),
    aged: language === 'en' || mention.namings.some(({ lang }) => lang === language),
    quoteStart: () => sighted.quotes.around(mention.start, mention.end)?.start,
    era: () => sighted.era,
    rowStart: () => rowStart(sighted, index),
    isTitleCase: () => sighted.titled,
    isName: start => sighted.hasName(start, start + 1),
    isGiven: word => isGivenName(glossary, word),
  })
}

const genitive = maskOf(['gen'])

/** A word that may be a misspelt place, or a family name as it should be (Ніколаєв): true where the words beside it show a place. */
export function isShownPlace(sighted: Sighted, start: number, end: number, language: string): boolean {
  const { text, found, glossary } = sighted
  const doubt = doubtOf(text, start, end, language, {
    ...{ kind: 'place', full: false, surname: true, contrasted: false, aged: false },
    inGenitive: /[аяиі]$/u.test(text.slice(start, end)),
    besidePlace: () =>
      found.some(
        other =>
          beside.test(other.end <= start ? text.slice(other.end, start) : text.slice(end, other.start)) &&
          other.namings.some(({ concept }) => isPlainPlace(glossary.concepts[concept]!)),
      ),
    quoteStart: () => undefined,
    era: () => undefined,
    rowStart: () => start,
    isTitleCase: () => sighted.titled,
    isName: at => sighted.hasName(at, at + 1),
    isGiven: word => isGivenName(glossary, word),
  })
  return doubt === undefined
}

const isPlainPlace = ({ kind, surname }: Compiled['concepts'][number]): boolean => kind === 'place' && !surname

/** Львів in a Russian text is the town: the family name is Львов in both languages. */
const isUkrainianTown = ({ namings }: Mention, language: string): boolean =>
  language === 'ru' && namings.every(({ lang }) => lang === 'uk')

/** A full name as only passports spell it is its bearer's own (Alexandre Prokoudine): the glossary's people have other ones. */
const isFromPassport = ({ parts }: Naming, { spellings }: Compiled): boolean =>
  parts.length > 1 &&
  parts.every(({ spelling }) => {
    const { schemes = [] } = spellings[spelling]!
    return schemes.length > 0 && schemes.every(name => findScheme(name)?.kind === 'passport')
  })

/** True where the name is one of a row, however long, with a place that is no family name. O(length of the row). */
function isPlaceBeside({ text, found, glossary }: Sighted, index: number): boolean {
  const placeAt = (i: number) =>
    found[i]?.namings.map(({ concept }) => glossary.concepts[concept]!).find(({ kind }) => kind === 'place')
  const isJoined = (i: number) => beside.test(text.slice(found[i]!.end, found[i + 1]!.start))
  for (let i = index; i > 0 && placeAt(i - 1) && isJoined(i - 1); i--) if (!placeAt(i - 1)!.surname) return true
  for (let i = index; placeAt(i + 1) && isJoined(i); i++) if (!placeAt(i + 1)!.surname) return true
  return false
}

/** Where the row begins in which a name stands, so many names back at most. */
function rowStart({ text, found }: Sighted, index: number): number {
  let first = index
  while (first > 0 && index - first < 20 && beside.test(text.slice(found[first - 1]!.end, found[first]!.start))) first--
  return found[first]!.start
}

const beside = /^(?:(?:,\s+|,?\s+(?:and|or|to|і|й|та|и)\s+)(?:(?:to|from|for|до|із?|з|из)\s+)?|\s*[-–—/]\s*)$/iu

const initialsBefore = /(?:^|[^\p{L}])(?:\p{Lu}\.[\s\u00a0]?){1,2}$/u

/** Two spellings of one name beside one another: the text speaks of the spelling. */
function contrasts(glossary: Compiled, text: string, a: Mention, b: Mention): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a]
  const concept = (m: Mention) => m.namings[0]?.concept
  if (second.start - first.end > 100 || concept(a) === undefined || concept(a) !== concept(b)) return false
  if (fold(text.slice(a.start, a.end)) === fold(text.slice(b.start, b.end))) return false
  const spelled = ({ namings }: Mention) => namings[0]!.parts.map(({ spelling }) => glossary.spellings[spelling]!.text)
  if (spelled(a).join(' ') === spelled(b).join(' ')) return false
  const gap = text.slice(first.end, second.start)
  if (areSpelledBy(text, first, second)) return true
  if (second.start - first.end > 40) return false
  // “They read Zelensky, and Zelenskyy’s reply”: what is one's is said anew.
  if (/,\s+(?:and|but)\s+$/u.test(gap) && /^['’ʼ]s?\s/u.test(text.slice(second.end, second.end + 3))) return false
  if (correction.test(gap) || /^["”»’)]?\?\s*["“«„‘(]*$/u.test(gap)) return true
  // “Kyiv’s Kiev office”: what the one has is no spelling of it.
  if (/[.!?…]\s/u.test(gap) || /^['’ʼ]s?\s$/u.test(gap)) return false
  // «Львів – Київ, поїзд № 105 Киев – …» are two items of a list.
  if (/\d/.test(gap)) return false
  if (!bare(a) || !bare(b)) return !bare(a) && !bare(b) && joined.test(gap)
  if (glossary.concepts[concept(a)!]!.kind === 'place')
    return (
      (!/\p{L}\P{L}+\p{L}/u.test(gap) && shareCase(a, b)) ||
      ofSpelling.test(gap) ||
      onNames.test(text.slice(Math.max(0, first.start - 80), first.start))
    )
  return joined.test(gap) || /^\s*[(/]|(?:^|\s)(?:or|also|formerly|або|чи|или)\s/u.test(gap)
}

/** «В Молдавии; Молдова …» says two things of the place. A name without cases may be in any. */
const shareCase = (a: Mention, b: Mention): boolean =>
  a.namings.some(x => b.namings.some(y => x.mask === 0 || y.mask === 0 || (x.mask & y.mask) !== 0))

/** One spelling is put right by the other: “Andrei Yermak? No: Andrii Yermak”, «не Киев, а Київ». */
const correction =
  /^["”»’)]?\s*[-,;:.?!–—(]*\s*(?:no|nope|not|rather than|instead of|ні|не|а не|замість|нет|вместо)(?!\p{L})[-\s,;:.!–—"“«„‘(]*(?:\p{L}+\s+["“«„‘(]*)?$/iu

/** A misspelt name of a concept is set against the right one: «Подоляк (не Пудоляк)», «не Пудоляк, а Подоляк». */
export function isPutRight({ text, found }: Sighted, start: number, end: number, concept: number): boolean {
  const isNegated = /(?<!\p{L})(?:не|not)\s["“«„‘]?$/iu.test(text.slice(Math.max(0, start - 6), start))
  return found.some(other => {
    if (!other.namings.some(naming => naming.concept === concept)) return false
    if (other.end <= start) return start - other.end <= 40 && isSetBeside(text.slice(other.end, start))
    const gap = text.slice(end, other.start)
    return other.start - end <= 40 && (isSetBeside(gap) || (isNegated && butIs.test(gap)))
  })
}

/** «Чернобыль и Чорнобыль», too: nothing is named twice in company with itself. */
const isSetBeside = (gap: string): boolean => correction.test(gap) || joined.test(gap) || rowOfSpellings.test(gap)

/** “Reuters has Zelenskiy”: nothing but the name, and what has it is a text. */
const isSpelledBy = (text: string, { start, end }: Mention): boolean =>
  hasIt.test(text.slice(Math.max(0, start - 14), start)) &&
  /^["”’]?(?:[,;.)]|\s(?:too|and|but|while)(?!\p{L}))/u.test(text.slice(end, end + 8))

/** “Reuters has Zelenskiy, we have Zelenskyy” in one sentence. */
function areSpelledBy(text: string, a: Mention, b: Mention): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a]
  if (second.start - first.end > 100 || !isSpelledBy(text, first) || !isSpelledBy(text, second)) return false
  return (
    first.namings[0]?.concept === second.namings[0]?.concept && !sentenceEnd.test(text.slice(first.end, second.start))
  )
}
const hasIt = /(?<!\p{L})(?:ha(?:s|ve)|uses?|used|prefers?|prints?|printed|keeps?|kept|chose)\s["“‘]?$/u
const sentenceEnd = /[.!?…]\s/u

/** “Kiev, Kieff, Kiew”. */
const rowOfSpellings = /^,\s(?:\p{Lu}\p{L}+,\s)*(?:(?:and|or|і|й|та|або|чи|и|или)\s)?$/u

const butIs = /^["”»’]?,\s+(?:а|but)\s+["“«„‘]?$/iu

/** Nobody is in company with himself: “Nikolai Gogol and Mykola Hohol”. */
const joined = /^\s*(?:[/,(=]|[-–—]\s|(?:,\s*)?(?:and|or|і|й|та|або|чи|и|или)\s)\s*$/iu

/** Words between two spellings of a place by which they are set against one another. */
const onNames =
  /(?<!\p{L})(?:names? in|spell\p{L}+|pronounc\p{L}+|translit\p{L}+|romani[sz]\p{L}+|правопис\p{L}*|трансліт\p{L}+|транслит\p{L}+)/iu
const ofSpelling =
  /(?<!\p{L})(?:became|becomes|instead|rather|versus|vs|than|called|known|formerly|spell(?:ed|s|ing)?|spelt|writ(?:e|es|ten)|wrote|name[ds]?|renamed|замість|назва|назву|пиш(?:е|уть|іть)|вместо|название)(?!\p{L})|^\P{L}*(?:or|not|now|also|або|чи|не|тепер|нині|или|теперь|ныне)(?!\p{L})|(?<!\p{L})(?:or|not|now|also|або|чи|не|тепер|нині|или|теперь|ныне)\P{L}*$/iu

export const bare = (mention: Mention) => mention.namings.every(n => n.parts.length === 1)
