import type { Rule } from '../../check/index.ts'
import { formsIn, isCalled, maskOf, type Spelling } from '../../glossary/index.ts'
import { languageByLetters, languageBySigns, languageByWords } from '../../language/index.ts'
import { redressed } from '../../normalize/index.ts'
import type { Fix, Problem, Span } from '../../text/index.ts'
import { isCited } from '../citations.ts'
import { russianAdjectives, ukrainianAdjectives } from '../derived-adjectives.ts'
import { casesGoverned } from '../governed.ts'
import { editsTo } from '../inconsistency.ts'
import { isLabel } from '../languages.ts'
import { clauseBefore, clauseBehind } from '../neighbours.ts'
import type { Passage, Seen } from '../passage.ts'
import { isSaid } from '../quotes.ts'
import { givenElsewhere, type MisnamedGiven, russianGivenNames, ukrainianGivenNames } from '../russian-given.ts'
import type { Place } from '../sighted.ts'
import { governedOf, type Reading, readings, spellingProblem, wantedForm } from '../spelled.ts'
import { isSpokenOf } from '../spoken.ts'
import type { Subject } from '../subject.ts'

/** The Russian form of a name in Ukrainian text, or the Ukrainian one in Russian text, which its own form does not cover. */
export const wrongLanguageForm: Rule<Subject> = {
  code: 'wrong-language-form',
  severity: 'warning',
  *check(subject) {
    const isElsewhere = givenElsewhere(subject)
    for (const passage of subject.passages) {
      if (passage.language === 'uk' || passage.language === 'ru') yield* adjectivesIn(subject, passage)
      if (passage.language === 'uk')
        yield* givenNamesIn(subject, passage, russianGivenNames(passage, isElsewhere), 'ru')
      if (passage.language === 'ru') yield* givenNamesIn(subject, passage, ukrainianGivenNames(passage), 'uk')
      for (const seen of passage.suspects) {
        if (seen.language !== 'uk' && seen.language !== 'ru') continue
        const { start, end } = seen.mention
        if (seen.language === 'uk' && isAdjectival(seen.text, start, end)) continue
        const all = governedReadings(subject, seen).filter(reading => isKnownHere(subject, seen, reading))
        const located = locatedIn(subject, seen)
        if (!located && (all.length === 0 || !all.every(r => foreignParts(r, seen).length > 0))) continue
        const quoted = languageOfQuote(passage, seen.place, seen.language, seen.mention)
        if (
          quoted === other[seen.language] ||
          isInOwnSentence(seen.text, seen.mention.start, seen.mention.end, other[seen.language]) ||
          languageOfEmphasis(passage, seen.mention) === other[seen.language] ||
          isCited(seen.text, seen.mention.start, seen.mention.end, seen.language)
        )
          continue
        if (located) {
          const kind = seen.treatment === 'fix' && !seen.doubt ? 'safe' : 'unsafe'
          yield wordProblem(subject, passage, { start, end, wanted: located }, { from: 'ru' }, kind)
          continue
        }
        // Its language is that of the text around it, if nobody says so.
        const isGuessed = subject.document.language === undefined && isLabel(seen.text)
        if (isGuessed && hasTwinBeside(subject, passage, seen)) continue
        const isCried = isCry(seen)
        const problem = problemOf(subject, seen, all, quoted === undefined || isCried || isGuessed)
        yield isCried ? { ...problem, severity: 'info' as const } : problem
      }
    }
  },
}

/** «В Харкове»: what could only be called so has the Russian ending behind «в»; the locative. */
function locatedIn({ glossary }: Subject, { text, language, mention: { start, namings } }: Seen): string | undefined {
  const [naming] = namings
  if (language !== 'uk' || naming?.lang !== 'uk' || !namings.every(isCalled)) return undefined
  const concept = glossary.concepts[naming.concept]!
  if (concept.kind !== 'place' || !casesGoverned(text, start, 'uk')?.includes('loc')) return undefined
  return formsIn(glossary.spellings[naming.parts[0]!.spelling]!, concept, maskOf(['loc']))[0]
}

/** A cell or an item beside it has the name in the text's language: Киев | Київ. */
function hasTwinBeside({ passages, named }: Subject, passage: Passage, { mention, language }: Seen): boolean {
  const at = passages.indexOf(passage)
  return mention.namings.some(({ concept }) => {
    const uses = named(concept)
    return uses.some((block, i) => {
      if (i % 2 > 0 || block === at || Math.abs(block - at) > near) return false
      return passages[block]!.sighted.found[uses[i + 1]!]!.namings.some(({ lang }) => lang === language)
    })
  })
}
const near = 2

function* adjectivesIn(subject: Subject, passage: Passage) {
  const isUkrainian = passage.language === 'uk'
  for (const found of (isUkrainian ? russianAdjectives : ukrainianAdjectives)(subject.glossary, passage.text)) {
    const { start, end } = found
    const isFree = isUkrainian && isAdjectival(passage.text, start, end) ? passage.isProse : passage.isFree
    if (passage.placeAt(start, end) === 'quotation' || !isFree.call(passage, start, end)) continue
    if (isMarked(passage, found) || isInOwnSentence(passage.text, found.start, found.end, isUkrainian ? 'ru' : 'uk'))
      continue
    if (isCited(passage.text, start, end, isUkrainian ? 'uk' : 'ru')) continue
    yield wordProblem(subject, passage, found, { concept: found.concept, from: isUkrainian ? 'ru' : 'uk' })
  }
}

/** «У Донецком аеропорту»: behind what governs no instrumental it is the Russian adjective in the locative, not the town. */
function isAdjectival(text: string, start: number, end: number): boolean {
  if (!/[сц]ком$/iu.test(text.slice(end - 4, end))) return false
  return casesGoverned(text, start, 'uk')?.includes('ins') === false
}

/** Given names of `from` in the other language. */
function* givenNamesIn(subject: Subject, passage: Passage, names: Iterable<MisnamedGiven>, from: 'uk' | 'ru') {
  for (const found of names) {
    const { start, end } = found
    const place = passage.placeAt(start, end)
    if (isMarked(passage, found) || isInOwnSentence(passage.text, start, end, from)) continue
    if (languageOfQuote(passage, place, other[from], found) === from) continue
    if (isSpokenOf(passage.text, start, end, other[from], 'person')) continue
    if (isCited(passage.text, start, end, other[from])) continue
    const problem = wordProblem(subject, passage, found, { from }, found.isCertain ? 'unsafe' : 'display')
    yield place === 'quotation' ? { ...problem, severity: 'info' as const } : problem
  }
}

/** The stretch is marked as being in another language. */
const isMarked = ({ block }: Passage, { start, end }: Span): boolean =>
  block.languages?.some(range => range.start <= start && end <= range.end) === true

/** A Russian word that is no name of the glossary. */
function wordProblem(
  subject: Subject,
  passage: Passage,
  { start, end, wanted }: Span & { readonly wanted?: string },
  data: Problem['data'],
  kind: Fix['kind'] = 'unsafe',
): Problem {
  const { block, text, language } = passage
  const written = text.slice(start, end)
  return {
    code: 'wrong-language-form',
    span: subject.span(block, start, end),
    data: {
      text: written,
      ...(wanted !== undefined && { preferred: redressed(written, wanted, language) }),
      ...{ place: passage.placeAt(start, end), from: 'ru', doubt: 'none' },
      ...{ advice: wanted === undefined ? 'none' : 'replace', ...data },
    },
    ...(wanted !== undefined && {
      fixes: [{ kind, edits: editsTo(subject, block, start, written, wanted, language) }],
    }),
  }
}

/**
 * Without the readings of the text's own language that the preposition before the name excludes, where it lets in another one: «у
 * Львове» could be the Ukrainian vocative, but у governs none.
 */
function governedReadings(subject: Subject, seen: Seen): readonly Reading[] {
  const all = readings(subject, seen)
  const governed = governedOf(seen, all)
  const withOwn = governed.filter(r => foreignParts(r, seen).length < r.parts.length)
  return withOwn.length > 0 ? withOwn : governed
}

const other = { uk: 'ru', ru: 'uk' } as const

/** The parts of a name that are in the other language's form; a name may mix both. */
const foreignParts = (reading: Reading, seen: Seen) =>
  reading.parts.filter(
    p => (seen.language === 'uk' || seen.language === 'ru') && p.spelling.lang === other[seen.language],
  )

/** The language of what else a quotation says (in «Киев встречает гостей» the name is right); that of the text where nothing is quoted. */
function languageOfQuote(passage: Passage, place: Place, language: string, { start, end }: Span): string | undefined {
  const quote = place === 'quotation' ? passage.sighted.quotes.around(start, end) : undefined
  if (!quote) return language
  const others = `${passage.text.slice(quote.start, start)} ${passage.text.slice(end, quote.end)}`
  return languageByLetters(others) ?? languageByWords(others)
}

/** The language of what else stands in emphasis: *Харьков — мой город*. */
function languageOfEmphasis({ text, sighted }: Passage, { start, end }: Span): string | undefined {
  const stretch = sighted.works.around(start, end)
  if (!stretch) return undefined
  const others = `${text.slice(stretch.start, start)} ${text.slice(end, stretch.end)}`
  return languageIn(others) ?? languageBySigns(others)
}

/** A name of which the glossary knows no form in the text's language may well be written so there. */
const isKnownHere = (subject: Subject, seen: Seen, reading: Reading): boolean =>
  foreignParts(reading, seen).every(({ spelling }) => preferredFor(subject, spelling, seen.language) !== undefined)

/** A former name stays one of its time: Днепропетровск is Дніпропетровськ. */
function preferredFor({ glossary, chooser }: Subject, written: Spelling, language: string): Spelling | undefined {
  const { concept, part, basis, validFrom, validTo } = written
  if (basis !== 'former') return chooser.preferred(concept, part, language)
  const all = glossary.spellings.slice(glossary.spellingStart[concept], glossary.spellingStart[concept + 1])
  return all.find(s => s.basis === basis && s.lang === language && s.validFrom === validFrom && s.validTo === validTo)
}

const languageIn = (text: string): string | undefined => languageByLetters(text) ?? languageByWords(text)

const saidInIt = /«[^«»]*(?:»|$)|“[^“”]*(?:”|$)/gu

/** What Ukrainian and Russian sentences in one paragraph tell of themselves. */
function isInOwnSentence(text: string, start: number, end: number, language: string): boolean {
  const others = `${clauseBefore(text, start)} ${clauseBehind(text, end)}`
  const unsaid = others.replace(saidInIt, ' ')
  return (languageIn(unsaid) ?? languageIn(others)) === language
}

/** «— Слава Україні!»: what is said in a reply may be said in the other language, and no other word tells. */
const isCry = ({ text, mention: { start, end } }: Seen): boolean =>
  isSaid(text) && /^[«"”»]?!/u.test(text.slice(end)) && languageIn(clauseBefore(text, start)) === undefined

/** «Е. Зеленская» is «О. Зеленська»: an initial that is another letter in the text's language is for the writer to change. */
function keepsInitial({ chooser }: Subject, { mention, language }: Seen, { naming }: Reading): boolean {
  const given = chooser.preferred(naming.concept, 'given', language)?.text
  return mention.initials === undefined || given === undefined || given[0] === mention.initials[0]
}

/** `unsure`: nobody knows in which language it is said. */
function problemOf(subject: Subject, seen: Seen, all: readonly Reading[], unsure: boolean) {
  const parts = (reading: Reading) =>
    foreignParts(reading, seen).map(judged => {
      const preferred = preferredFor(subject, judged.spelling, seen.language)
      return { judged, wanted: wantedForm(subject, seen, reading, judged, preferred) }
    })
  const ways = all.map(parts)
  const wants = new Set(ways.map(way => way.map(p => p.wanted?.text).join(' ')))
  const reading = all[0]!
  const data = { from: foreignParts(reading, seen)[0]!.spelling.lang }
  return spellingProblem(subject, {
    code: 'wrong-language-form',
    seen,
    reading,
    parts: ways[0]!,
    data,
    ambiguous: wants.size > 1 || !keepsInitial(subject, seen, reading),
    ...(unsure && { fix: 'display' as const }),
  })
}
