import {
  type Compiled,
  declensionOf,
  formsIn,
  isCalled,
  type Judgement,
  maskOf,
  type Naming,
  type PartMatch,
  paradigmOf,
  type Spelling,
} from '../glossary/index.ts'
import { type Change, capitals, redress } from '../normalize/index.ts'
import type { Edit, Fix, Problem, Related } from '../text/index.ts'
import { breaksAgreement } from './agreement.ts'
import { isAccusative, isLocated } from './directed.ts'
import { prepositionEdit } from './euphony.ts'
import { casesGoverned, isBehindOwner, isSpokenOf, mayBeLocative } from './governed.ts'
import { beginsSentence } from './neighbours.ts'
import type { Seen } from './passage.ts'
import { hasRole } from './roles.ts'
import type { Subject } from './subject.ts'
import type { Doubt } from './surroundings.ts'

/** One part of a name with what the glossary makes of its spelling. */
export interface Judged {
  readonly part: PartMatch
  readonly spelling: Spelling
  readonly judgement: Judgement
}

/** A way to read a mention, its parts judged. */
export interface Reading {
  readonly naming: Naming
  readonly parts: readonly Judged[]
}

/** How the parts of each naming of a mention are judged. Found once a mention. */
export function readings(subject: Subject, seen: Seen): readonly Reading[] {
  seen.readings ??= seen.mention.namings.map(naming => ({
    naming,
    parts: naming.parts.map(part => {
      const spelling = subject.glossary.spellings[part.spelling]!
      return { part, spelling, judgement: subject.chooser.judge(spelling) }
    }),
  }))
  return seen.readings
}

/** Those in cases that the preposition before the name lets stand, if there are any. */
export function governedOf({ text, mention, language }: Seen, all: readonly Reading[]): readonly Reading[] {
  if (all.length < 2 || (language !== 'uk' && language !== 'ru')) return all
  const allowed = casesGoverned(text, mention.start, language)
  const fitting = allowed ? all.filter(({ naming }) => (naming.mask & maskOf(allowed)) !== 0) : all
  return fitting.length > 0 ? fitting : all
}

/** What to write for a part, in its case; `certain` where the form leaves no choice. */
interface Wanted {
  readonly text: string
  readonly certain: boolean
  /** It may be the subject or the object, which are other words here: a change of gender would ask for another verb, too. */
  readonly open: boolean
  /** The spelling that it is a form of. */
  readonly of: Spelling
}

/**
 * The form of the preferred spelling that stands in the same case as the written one; undefined where nothing is preferred. Where
 * the written form leaves the case open, a preposition before the name decides if it can; of a place that it leaves open says where
 * something is.
 */
export function wantedForm(
  subject: Subject,
  seen: Seen,
  reading: Reading,
  judged: Judged,
  preferred = judged.judgement.preferred,
): Wanted | undefined {
  if (!preferred) return undefined
  const form = seen.text.slice(judged.part.start, judged.part.end)
  const concept = subject.glossary.concepts[reading.naming.concept]!
  const isPlace = concept.kind === 'place'
  const mask = isPlace ? caseOfPlace(seen, governedMask(seen, reading, isPlace)) : governedMask(seen, reading, isPlace)
  const known = knownForms(judged.spelling, preferred)
  const isOf = isPlace && isSpokenOf(seen.text, seen.mention.start, seen.language)
  const key = `${mask} ${reading.naming.mask} ${isOf} ${form}`
  if (!known.has(key)) {
    const written = { form, spelling: judged.spelling }
    const all = formsIn(preferred, concept, mask, written)
    const forms = isOf ? firstLocative(all, paradigmOf(preferred, concept)) : all
    const isWhere = isPlace && (mask & nominative) === 0 && (mask & locative) !== 0
    const first = isWhere && !isOf ? formsIn(preferred, concept, locative, written)[0] : forms[0]
    const isSlip = (mask & reading.naming.mask) === 0 && !isCalled(reading.naming)
    const certain = !isSlip && forms.every(form => form === first)
    const isOpen = !certain && isPlace && (mask & nominative) !== 0 && (mask & accusative) !== 0
    known.set(key, first === undefined ? undefined : { text: first, certain, open: isOpen, of: preferred })
  }
  return known.get(key)
}

/** The forms without a second locative, which is as the dative, where the name has another: о Крыме. */
function firstLocative(forms: readonly string[], paradigm: ReturnType<typeof paradigmOf>): readonly string[] {
  const locatives = paradigm?.loc ?? []
  const own = locatives.filter(form => !paradigm?.dat.includes(form))
  if (own.length === 0 || own.length === locatives.length) return forms
  const left = forms.filter(form => !locatives.includes(form) || own.includes(form))
  return left.length > 0 ? left : own
}

/** What to write by cases and written form: a misspelled name is seldom alone in an archive. */
type Known = Map<string, Wanted | undefined>

const wanted = new WeakMap<Spelling, Map<Spelling, Known>>()

function knownForms(written: Spelling, preferred: Spelling): Known {
  const byPreferred = wanted.get(written) ?? new Map<Spelling, Known>()
  wanted.set(written, byPreferred)
  const known = byPreferred.get(preferred) ?? new Map()
  byPreferred.set(preferred, known)
  return known
}

function governedMask({ text, mention, language }: Seen, { naming }: Reading, isPlace: boolean): number {
  if (language !== 'uk' && language !== 'ru') return naming.mask
  const allowed = casesGoverned(text, mention.start, language)
  const isHad = !allowed && isPlace && (naming.mask & genitive) !== 0 && isBehindOwner(text, mention.start, language)
  const possible = allowed ? maskOf(allowed) : isHad ? genitive : mayBeLocative(text, mention.start) ? 0 : ~locative
  const both = naming.mask & possible
  if (both !== 0) return both
  // «В Харкове», «в Варшави»: no vocative or genitive, but the locative of the other language's stem.
  const isOther = isPlace && language === 'ru' && naming.lang === 'uk' && (allowed !== undefined || isCalled(naming))
  return isOther && (possible & locative) !== 0 ? locative : naming.mask
}

/** The accusative where a verb or what goes somewhere says so, and the locative where the Ukrainian «у» says where, if the form may be one. */
function caseOfPlace({ text, mention, language }: Seen, mask: number): number {
  if (language !== 'uk' && language !== 'ru') return mask
  const isOpen = (mask & accusative) !== 0 && mask !== accusative
  if (isOpen && isAccusative(text, mention.start, language)) return accusative
  const isEither = (mask & genitive) !== 0 && (mask & locative) !== 0 && (mask & ~(genitive | locative)) === 0
  return isEither && language === 'uk' && isLocated(text, mention.start, mention.end) ? locative : mask
}

const accusative = maskOf(['acc'])
const locative = maskOf(['loc'])
const genitive = maskOf(['gen'])
const nominative = maskOf(['nom'])

export interface Finding {
  readonly code: string
  readonly seen: Seen
  readonly parts: readonly { readonly judged: Judged; readonly wanted: Wanted | undefined }[]
  readonly reading: Reading
  readonly data?: Readonly<Record<string, string | number>>
  readonly related?: readonly Related[]
  /** Several concepts could be meant and they want different spellings. */
  readonly ambiguous?: boolean
  readonly fix?: Fix['kind']
  readonly severity?: Problem['severity']
}

/**
 * The problem of a misspelled mention: its span runs from the first part that is wrong to the last one. Belarusian names carry two
 * families of spellings; which one is right is the style's to say, so without one the fix is only shown.
 */
export function spellingProblem(subject: Subject, finding: Finding): Problem {
  const { seen, parts, reading } = finding
  const start = parts[0]!.judged.part.start
  const end = parts.at(-1)!.judged.part.end
  const changes = parts.flatMap(({ judged, wanted }) =>
    wanted ? changesOf(subject, seen, judged.part, wanted.text) : [],
  )
  const edits = [...changes, ...prepositionChange(seen, reading, start, changes)].map(
    (c): Edit => ({ span: subject.span(seen.block, c.start, c.end), insert: c.insert }),
  )
  const sign = signOf(subject, seen, reading)
  const certain =
    !parts.some(p => oddlyCapital(seen, p)) &&
    parts.every(p => p.wanted?.certain) &&
    !parts.some(p => isGuess(reading, p.judged)) &&
    !isShortStart(seen, reading) &&
    sign === 'enough' &&
    !finding.ambiguous &&
    !seen.doubt &&
    !seen.mention.lowercase
  const doubt = seen.doubt ?? (isAnew(subject, seen, reading) ? 'two-people' : sign === 'none' ? 'common-word' : 'none')
  const reported = seen.treatment === 'report' || doubt !== 'none' || seen.mention.lowercase
  const concept = subject.glossary.concepts[reading.naming.concept]!
  const open = concept.origin === 'be' && seen.language === 'en' && !subject.chooser.style
  const shown =
    open || parts.some(p => p.wanted?.open || disagrees(seen, reading.naming, concept, p)) || told.has(doubt)
  const kind = finding.fix ?? (shown ? 'display' : certain && seen.treatment === 'fix' ? 'safe' : 'unsafe')
  return {
    code: finding.code,
    span: subject.span(seen.block, start, end),
    ...(reported ? { severity: 'info' as const } : finding.severity ? { severity: finding.severity } : {}),
    data: {
      text: seen.text.slice(start, end),
      ...(parts.every(p => p.wanted) && { preferred: applied(seen.text, start, end, changes) }),
      concept: concept.id,
      place: seen.place,
      advice: parts.every(p => p.wanted) ? 'replace' : 'none',
      doubt,
      ...declinedAs(finding, concept),
      ...finding.data,
    },
    ...(finding.related?.length ? { related: finding.related } : {}),
    ...(edits.length > 0 && !(finding.ambiguous && kind === 'safe') ? { fixes: [{ kind, edits }] } : {}),
  }
}

/** The name that is wanted asks for other words around it. */
function disagrees(
  { text, language }: Seen,
  { mask }: Naming,
  { kind, gender }: Compiled['concepts'][number],
  { judged, wanted }: Finding['parts'][number],
): boolean {
  if (kind !== 'place' || !wanted || (language !== 'uk' && language !== 'ru')) return false
  const names = [judged.spelling.text, wanted.of.text] as const
  return breaksAgreement(text, judged.part, names, { language, gender, mayBeSubject: (mask & nominative) !== 0 })
}

/** “Natalia Gumenyuk, a journalist,” behind the Natalia Humeniuk of the glossary is introduced for the first time: somebody else. */
function isAnew({ passages, named }: Subject, seen: Seen, { naming, parts }: Reading): boolean {
  const { text, language, mention, block } = seen
  if (language !== 'en' || parts.length < 2 || !/^,\s+an?\s/u.test(text.slice(mention.end, mention.end + 8)))
    return false
  const [first, index] = named(naming.concept)
  const earlier = passages[first!]!
  return earlier.block === block ? earlier.found[index!]!.start < mention.start : true
}

/** Doubts for which a sign stands in the text: most such names are right as they are, so nothing but a person changes them. */
const told: ReadonlySet<string> = new Set<Doubt | 'two-people'>([
  ...(['other-person', 'namesake', 'larger-name', 'elsewhere', 'history', 'word', 'two-people'] as const),
])

/**
 * How the wrong parts of a name in Cyrillic are declined, with their base forms as written and as preferred (JSON of `Declined[]`):
 * who chooses a third spelling needs its forms. Undefined where a part has no preferred spelling.
 */
function declinedAs({ parts }: Finding, concept: Compiled['concepts'][number]): { readonly declined?: string } {
  const all = parts.flatMap(({ judged, wanted }): Declined[] => {
    const how = wanted && declensionOf(wanted.of, concept)
    return how ? [{ how, written: judged.spelling.text, preferred: wanted.of.text }] : []
  })
  return all.length === parts.length ? { declined: JSON.stringify(all) } : {}
}

interface Declined {
  readonly how: NonNullable<ReturnType<typeof declensionOf>>
  readonly written: string
  readonly preferred: string
}

/** The preposition before a name is chosen anew where it cannot stand before the other one (у Миколаєві, зі Львова; во Львове). */
function prepositionChange(
  seen: Seen,
  { naming: { mask } }: Reading,
  start: number,
  changes: readonly { start: number; end: number; insert: string }[],
) {
  const { text, language, mention } = seen
  if ((language !== 'uk' && language !== 'ru') || changes.length === 0 || start !== mention.start) return []
  const isLocative = (mask & locative) !== 0 && (mask & genitive) === 0
  const edit = prepositionEdit(text, start, applied(text, start, mention.end, changes), { language, isLocative })
  return edit ? [{ ...edit.span, insert: edit.insert }] : []
}

/** KIev: what the capitals of the other spelling should be nobody knows. */
function oddlyCapital(seen: Seen, { judged, wanted }: Finding['parts'][number]): boolean {
  const written = seen.text.slice(judged.part.start, judged.part.end)
  return capitals(written) === 'other' && capitals(wanted?.text ?? '') !== 'other'
}

/** A bare Latin word that only a table of another language yields may be an English word or somebody else's name (Луцк: Luck). */
function isGuess(reading: Reading, { spelling }: Judged): boolean {
  return reading.parts.length === 1 && spelling.lang === 'en' && spelling.basis === 'other-language'
}

/** «Рис подорожал»: so short a family name alone at the beginning of a sentence is more often a word. */
function isShortStart({ text, mention: { start, end, initials }, language }: Seen, { parts }: Reading): boolean {
  if (end - start > short || parts.length > 1 || initials !== undefined || language === 'en') return false
  return parts[0]!.part.part === 'family' && beginsSentence(text, start)
}

/**
 * What shows, besides a capital, that a misspelling is a name: «Мерз он недолго» may begin with any word, so one that a glossary lists
 * and that begins a sentence is a name for certain only where the text writes it within a sentence, too.
 */
function signOf(subject: Subject, seen: Seen, { naming: { concept }, parts }: Reading): 'none' | 'some' | 'enough' {
  const { text, mention, language } = seen
  const { start, end, initials } = mention
  const { basis, part, text: base } = parts[0]!.spelling
  if (language === 'en' || parts.length > 1 || basis !== 'entry' || initials || base.includes('-')) return 'enough'
  if (!beginsSentence(text, start) || hasRole(text, start, end, language)) return 'enough'
  if (subjectBehind.test(text.slice(end, end + 8))) return 'none'
  const others = otherUses(subject, concept)
  if (others.some(({ spelling }) => spelling === parts[0]!.spelling)) return 'enough'
  return part === 'family' && end - start <= short && others.length === 0 ? 'none' : 'some'
}

/** The names of a concept that more than the beginning of a sentence shows, by their last part. */
function otherUses({ passages, glossary, named }: Subject, concept: number): { readonly spelling: Spelling }[] {
  const places = named(concept)
  return places.flatMap((block, i) => {
    if (i % 2 > 0) return []
    const { text, found } = passages[block]!.sighted
    const { start, namings } = found[places[i + 1]!]!
    const last = namings[0]?.parts.at(-1)
    const isStart = namings[0]?.parts.length === 1 && beginsSentence(text, start)
    return last === undefined || isStart ? [] : [{ spelling: glossary.spellings[last.spelling]! }]
  })
}

/** Whose verb the word before it is: «Мерз він». */
const subjectBehind = /^\s(?:я|ти|ты|він|вона|воно|вони|он|она|оно|они|ми|мы|ви|вы)(?!\p{L})/u

/** Family names of so many letters are often words. */
const short = 3

function changesOf({ glossary }: Subject, seen: Seen, part: PartMatch, wanted: string) {
  const text = seen.text.slice(part.start, part.end)
  const memo = redressed.get(glossary) ?? new Map<string, readonly Change[]>()
  redressed.set(glossary, memo)
  const key = `${text}\n${wanted}\n${seen.language}`
  const made = memo.get(key) ?? redress(text, wanted, seen.language)
  if (memo.size < most) memo.set(key, made)
  return made.map(c => ({ start: part.start + c.start, end: part.start + c.end, insert: c.insert }))
}

/** What turns one spelling into another is found once, for so many pairs at most. */
const redressed = new WeakMap<Compiled, Map<string, readonly Change[]>>()
const most = 20_000

function applied(
  text: string,
  start: number,
  end: number,
  changes: readonly { start: number; end: number; insert: string }[],
): string {
  let out = ''
  let at = start
  for (const change of changes) {
    out += text.slice(at, change.start) + change.insert
    at = change.end
  }
  return out + text.slice(at, end)
}
