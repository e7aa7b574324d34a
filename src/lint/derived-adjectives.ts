import type { Compiled } from '../glossary/index.ts'
import { isLetter, isUpper } from '../language/index.ts'
import { fold } from '../normalize/index.ts'
import type { Span } from '../text/index.ts'
import { isGiven } from './alone.ts'
import { casesGoverned, isBehindOwner } from './governed.ts'
import { beginsSentence, isAcronym, wordBehind } from './neighbours.ts'
import { perGlossary } from './per-glossary.ts'

/** The other language's adjective of a place where it stands, and what the text's language makes of it where the ending leaves no choice. */
export interface ForeignAdjective extends Span {
  readonly concept: string
  readonly wanted?: string
}

/** Endings of Russian adjectives in -ск- and -цк- that Ukrainian ones lack behind these letters, and theirs. */
const endings: Readonly<Record<string, string>> = {
  ...{ ий: 'ий', ого: 'ого', ому: 'ому', им: 'им', ими: 'ими', их: 'их' },
  ...{ ом: 'ому', ою: 'ою' },
  ...{ ая: 'а', ую: 'у', ое: 'е', ие: 'і', ый: 'ий', ым: 'им', ыми: 'ими', ых: 'их', ые: 'і' },
}

/** Харьковщина, a region by its town, and the Ukrainian endings. */
const region = /щин(а|ы|е|у|ой)(?![\p{L}\p{M}'’ʼ])/gu
const regional: Readonly<Record<string, string>> = { а: 'а', ы: 'и', е: 'і', у: 'у', ой: 'ою' }

/** What all that is looked for here has: many texts need no closer look. */
const suffix = /[сзцСЗЦ][ьЬ]?[кК]|щин/

/** The Russian -ой is of four cases: the preposition before it tells which, or the noun behind, or whose it is. */
function femaleEnding(text: string, start: number, end: number): string | undefined {
  const beside =
    besideBefore.exec(text.slice(Math.max(0, start - 12), start)) ?? besideBehind.exec(text.slice(end, end + 40))
  if (beside) return beside[1]!
  const behind = wordBehind(text, end)
  const noun = behind?.word ?? ''
  const cases = casesGoverned(text, start, 'uk')
  if (/[^і]ю$/u.test(noun) || (cases?.includes('ins') && !cases.includes('gen'))) return 'ою'
  if (cases?.includes('loc') || cases?.includes('dat')) return 'ій'
  if (cases?.includes('gen') || /[иї]$/u.test(noun) || isBehindOwner(text, start, 'uk')) return 'ої'
  // «За даними Запорожской ОВА»: an acronym has no endings, and is somebody's more often than anything else.
  return behind && !cases && isAcronym(text, behind) ? 'ої' : undefined
}

/** Another adjective in the row: «Полтавської, Сумской й Чернігівської областей». */
const besideBefore = /[сц]ьк(ої|ій|ою)(?:,\s|,?\s(?:і|й|та)\s)$/u
const besideBehind = /^(?:,\s|,?\s(?:і|й|та)\s)\p{L}+[сц]ьк(ої|ій|ою)(?!\p{L})/u

const ended =
  /[сцСЦ][кК](ий|ого|ому?|ими?|их|ая|ую|ое|ие|о[йю]|ИЙ|ОГО|ОМУ?|ИМИ?|ИХ|АЯ|УЮ|ОЕ|ИЕ|О[ЙЮ])(?![\p{L}\p{M}'’ʼ])/gu

/** A Russian ending behind the Ukrainian stem: Полтавськой, Полтавськая. */
const halfRussian = /[сцСЦ][ьЬ][кК](ой|ая|ую|ое|ие|ые|ый|ыми?|ых|ОЙ|АЯ|УЮ|ОЕ|ИЕ|ЫЕ|ЫЙ|ЫМИ?|ЫХ)(?![\p{L}\p{M}'’ʼ])/gu

/** A Ukrainian ending behind what Ukrainian adjectives of places seldom have. */
const mixed = /(?<=[ое]в)ськ(ий|ого|ому|ими?|их|[ауеі]|ої|ій|ою)(?![\p{L}\p{M}'’ʼ])/gu

/**
 * Russian adjectives of the glossary's places in a Ukrainian text: «киевский», where Ukrainian writes «київський», and what is half
 * of each language (Харьковська, Миколаївской). O(length).
 */
export function* russianAdjectives(glossary: Compiled, text: string): Generator<ForeignAdjective> {
  if (!suffix.test(text)) return
  for (const { 0: tail, 1: ending, index } of [...text.matchAll(ended), ...text.matchAll(halfRussian)]) {
    const end = index + tail.length
    const theirs = (start: number) =>
      ending!.toLowerCase() === 'ой' ? femaleEnding(text, start, end) : endings[ending!.toLowerCase()]
    yield* adjectiveAt(glossary, text, index, end, (stem, start) => joined(stem, theirs(start)))
  }
  for (const { 0: tail, 1: ending, index } of text.matchAll(mixed))
    yield* adjectiveAt(glossary, text, index, index + tail.length, stem => joined(stem, ending))
  for (const { 0: tail, 1: ending, index } of text.matchAll(region))
    yield* adjectiveAt(
      glossary,
      text,
      index,
      index + tail.length,
      stem => stem.replace(/ськ$/u, 'щин') + regional[ending!],
    )
}

const joined = (stem: string, ending: string | undefined) => (ending === undefined ? undefined : stem + ending)

/** The word whose -ск-, or -щин-, stands at `tail`; what Ukrainian writes is made of the stem of its adjective. */
function* adjectiveAt(
  glossary: Compiled,
  text: string,
  tail: number,
  end: number,
  ukrainian: (stem: string, start: number) => string | undefined,
): Generator<ForeignAdjective> {
  const start = wordStart(text, tail)
  const sibilant = fold(text[tail]!).replace('щ', 'с')
  const place = stemsOf(glossary).get(`${fold(text.slice(start, tail))}${sibilant}к`)
  const wanted = place && ukrainian(place.stem, start)
  const written = fold(text.slice(start, end))
  if (!place || (wanted === undefined ? written.startsWith(fold(place.stem)) : written === fold(wanted))) return
  const isCapital = isUpper(text.charCodeAt(start))
  yield {
    start,
    end,
    concept: place.concept,
    ...(wanted !== undefined && { wanted: isCapital ? wanted[0]!.toUpperCase() + wanted.slice(1) : wanted }),
  }
}

/** Where the word begins that a place is in. */
function wordStart(text: string, at: number): number {
  let start = at
  while (start > 0 && (isLetter(text.charCodeAt(start - 1)) || text[start - 1] === '-')) start--
  return start
}

interface Stem {
  readonly concept: string
  /** Of the language that is wanted. */
  readonly stem: string
}

/** Stems of Ukrainian adjectives by the folded ones of their Russian fellows, and by their own as Russian would write them; made when a text has such an ending. O(concepts). */
const stemsOf = perGlossary((glossary): ReadonlyMap<string, Stem> => {
  const stems = new Map<string, Stem>()
  for (const { id, derived } of glossary.concepts) {
    const [uk, ru] = [derived?.uk?.adjective, derived?.ru?.adjective]
    if (!uk?.endsWith('ький') || !ru?.endsWith('кий')) continue
    const stem = uk.slice(0, -2)
    stems.set(fold(ru.slice(0, -2)), { concept: id, stem })
    stems.set(fold(stem.replace(/ьк$/u, 'к')), { concept: id, stem })
  }
  return stems
})

/** Ukrainian endings and what Russian has for them; behind -ськ- all of them, behind Russian's own -ск- those that it has, too. */
const russianEndings: Readonly<Record<string, string>> = {
  ...{ а: 'ая', у: 'ую', е: 'ое', і: 'ие', ої: 'ой', ій: 'ой', ою: 'ой' },
  ...Object.fromEntries('ий ого ому ом им ими их ая ую ое ие ой'.split(' ').map(ending => [ending, ending])),
}
const written =
  /(?:[сзц][кК]|[СЗЦ]К)(?:ий|ого|ому|ом|ими?|их|ая|ую|ое|ие|ой|ИЙ|ОГО|ОМУ|ОМ|ИМИ?|ИХ|АЯ|УЮ|ОЕ|ИЕ|ОЙ)(?![\p{L}\p{M}'’ʼ])/gu
const signed =
  /[сзцСЗЦ][ьЬ][кК](?:ий|ого|ому|ими?|их|[ауеі]|ої|ій|ою|ая|ую|ое|ие|ой|ИЙ|ОГО|ОМУ|ИМИ?|ИХ|[АУЕІ]|ОЇ|ІЙ|ОЮ)(?![\p{L}\p{M}'’ʼ])/gu
/** Львивщина, Киевщині. What stands before is asked last: at each letter of a text it would cost much. */
const regionInRussian = /щин(?:(?<=ивщин)(?:а|ы|е|у|ой)|(?<=[ії]\p{L}{0,9}щин)(?:а|у)|и|і|ою)(?![\p{L}\p{M}'’ʼ])/gu

/**
 * Ukrainian adjectives of the glossary's places in a Russian text, in Ukrainian letters («Львівської») or as Russian writes their sounds
 * («Львивской»), and regions (Львивщина). O(length).
 */
export function* ukrainianAdjectives(glossary: Compiled, text: string): Generator<ForeignAdjective> {
  if (!suffix.test(text)) return
  for (const pattern of [written, signed])
    for (const { 0: tail, index } of text.matchAll(pattern)) {
      const stemEnd = index + (pattern === signed ? 3 : 2)
      yield* inRussian(glossary, text, stemEnd, index + tail.length, (stem, ending) => stem + russianEndings[ending]!)
    }
  for (const { 0: tail, index } of text.matchAll(regionInRussian)) {
    const regional = (stem: string, ending: string) =>
      `${stem.replace(/ск$/u, 'щин')}${ending.replace('и', 'ы').replace('і', 'е').replace('ою', 'ой')}`
    yield* inRussian(glossary, text, index + 'щин'.length, index + tail.length, regional)
  }
}

function* inRussian(
  glossary: Compiled,
  text: string,
  stemEnd: number,
  end: number,
  russian: (stem: string, ending: string) => string,
): Generator<ForeignAdjective> {
  const start = wordStart(text, stemEnd)
  const stem = inRussianLetters(fold(text.slice(start, stemEnd)))
  const place = russianStemsOf(glossary).get(stem.replace(/щин$/u, 'ск'))
  if (!place || isFamilyName(glossary, text, start)) return
  const ending = fold(text.slice(stemEnd, end))
  const wanted = russian(place.stem, ending === 'ому' && isAt(text, start) ? 'ом' : ending)
  if (fold(text.slice(start, end)) === fold(wanted)) return
  const isCapital = isUpper(text.charCodeAt(start))
  yield { start, end, concept: place.concept, wanted: isCapital ? wanted[0]!.toUpperCase() + wanted.slice(1) : wanted }
}

/** «У Київському районі»: the Ukrainian ending is of two cases. */
function isAt(text: string, start: number): boolean {
  if (!/\p{L}\s$/u.test(text.slice(Math.max(0, start - 2), start))) return false
  const cases = casesGoverned(text, start, 'ru')
  return cases?.includes('loc') === true && !cases.includes('dat')
}

/** «Олег Львивский» is somebody, «Порт Одеского района» is nobody. */
function isFamilyName(glossary: Compiled, text: string, start: number): boolean {
  if (!isUpper(text.charCodeAt(start))) return false
  const [before, word] = /(?:(\p{Lu}\p{Ll}+)\s|\p{Lu}\.\s?)$/u.exec(text.slice(Math.max(0, start - 20), start)) ?? []
  if (before === undefined) return false
  return word === undefined || !beginsSentence(text, start - before.length) || isGiven(glossary, word, 'ru')
}

/** As Russian writes Ukrainian sounds. */
const inRussianLetters = (folded: string): string =>
  folded
    .replace(/[ії]/gu, 'и')
    .replaceAll('є', 'е')
    .replace(/ь(?=к$)/u, '')

/** Stems of Russian adjectives by those of their Ukrainian fellows, in Russian letters; made when a text has such an ending. O(concepts). */
const russianStemsOf = perGlossary((glossary): ReadonlyMap<string, Stem> => {
  const stems = new Map<string, Stem>()
  for (const { id, derived } of glossary.concepts) {
    const [uk, ru] = [derived?.uk?.adjective, derived?.ru?.adjective]
    if (!uk?.endsWith('ький') || !ru?.endsWith('кий')) continue
    const stem = ru.slice(0, -2)
    const written = inRussianLetters(fold(uk.slice(0, -2)))
    const theirs = [written, written.replace(/зк$/u, 'зск')].filter(key => key !== stem)
    // Russian with a sign or an ending that it lacks: Одесська.
    for (const key of [...theirs, fold(stem)]) if (!stems.has(key)) stems.set(key, { concept: id, stem })
  }
  return stems
})
