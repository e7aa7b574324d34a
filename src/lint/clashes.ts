import { type Case, casesIn, formsIn, maskOf, type Naming, paradigmOf, type Spelling } from '../glossary/index.ts'
import { fold } from '../normalize/index.ts'
import { casesOfOffice, closesClause, isObliqueOffice } from './beside-office.ts'
import { casesAllowed } from './governed.ts'
import type { Passage, Seen } from './passage.ts'
import { type CasedWord, phrasesIn } from './phrases.ts'
import type { Subject } from './subject.ts'
import type { Doubt } from './surroundings.ts'

/** A name whose words contradict one another, or the preposition before it. */
export interface Clash {
  readonly concept: string
  /** The name's words, and what each would be in the case that was probably meant. */
  readonly words: readonly { readonly start: number; readonly end: number; readonly wanted: string }[]
  /** What the form contradicts: another word of the name, the office before it, or the preposition, which governs no case of it. */
  readonly against: 'words' | 'office' | 'preposition'
  readonly preposition?: string
}

type Cyrillic = 'uk' | 'ru'

/** The contradictions in a passage: only those that no other reading of the words explains. */
export function* clashesIn(subject: Subject, passage: Passage): Generator<Clash> {
  const { language, text, mentions } = passage
  if (language !== 'uk' && language !== 'ru') return
  for (const [index] of passage.found.entries()) {
    const seen = passage.seen(index) ?? ofAnother(passage, index)
    if (!seen || seen.language !== language || seen.mention.lowercase || isJoined(seen)) continue
    const clash =
      besideGiven(subject, seen, language) ??
      againstPreposition(subject, seen, language) ??
      (seen.doubt ? undefined : againstOffice(subject, seen, language))
    if (clash) yield clash
  }
  for (const { concept, kind, words } of phrasesIn(subject.glossary, text, language)) {
    const [start, end] = [words[0]!.start, words.at(-1)!.end]
    const meant = disagreement(words, allowedBefore(text, start, end, language)?.cases, kind)
    if (!meant || !passage.isProse(start, end) || ofRow.test(text.slice(Math.max(0, start - 40), start))) continue
    const isFound = mentions.some(({ mention }) => mention.start <= start && end <= mention.end)
    if (!isFound) yield { concept, words: inCase(words, meant), against: 'words' }
  }
}

/** The last of several adjectives has a noun in the plural: Львівська, Волинська області. */
const ofRow = /[сц]ь?к\p{Ll}+(?:,|,?\s(?:і|й|та|и))\s$/u

/** A name that another word beside it gives to somebody else: that word may be the same person's given name in another case. */
function ofAnother(passage: Passage, index: number): Seen | undefined {
  const sight = passage.sighted.look(index)
  return sight?.doubt === 'other-person' ? { ...sight, block: passage.block, text: passage.text } : undefined
}

/** Подоляк-Юрченко is another name. */
function isJoined({ text, mention }: Seen): boolean {
  return /[-‐‑]/u.test(`${text[mention.start - 1] ?? ''}${text[mention.end] ?? ''}`)
}

/** Doubts that a given name before the family name raises; here it is the same person's. */
const aboutWordBefore: ReadonlySet<Doubt> = new Set(['other-person', 'namesake'])

/** Given name and patronymic right before a family name, each in a case of its own: Михайла Подоляком. */
function besideGiven(subject: Subject, seen: Seen, language: Cyrillic): Clash | undefined {
  const naming = seen.mention.namings[0]!
  const family = naming.parts[0]!
  if (seen.mention.namings.length > 1 || family.part !== 'family' || naming.parts.length > 1) return undefined
  const last: CasedWord = { ...family, cases: casesIn(family.mask), inCase: caseOf(subject, naming, family.spelling) }
  const words = [...givenBefore(subject, seen, naming, language), last]
  if (words.length === 1 || last.cases.length === 0 || (seen.doubt && !aboutWordBefore.has(seen.doubt)))
    return undefined
  const allowed = allowedBefore(seen.text, words[0]!.start, last.end, language)?.cases
  // “Михайло Подоляка не чув” is a subject and an object.
  const isSubject = !allowed && words[0]!.cases.includes('nom')
  if (isSubject && !isObliqueOffice(seen.text, words[0]!.start, language)) return undefined
  const meant = disagreement(words, allowed, 'person')
  const concept = subject.glossary.concepts[naming.concept]!.id
  return meant && { concept, words: inCase(words, meant), against: 'words' }
}

const capitalsBefore = /(?<![\p{L}\p{M}\p{N}'’ʼ.-])(?:\p{Lu}[\p{L}\p{M}'’ʼ]*[ \u00a0]){1,2}$/u

/** The words before a family name that are forms of the same person's given name or patronymic, in the order of the text. */
function givenBefore(subject: Subject, { text, mention }: Seen, naming: Naming, language: Cyrillic): CasedWord[] {
  const before = capitalsBefore.exec(text.slice(Math.max(0, mention.start - 60), mention.start))?.[0]
  const found: CasedWord[] = []
  let end = mention.start - 1
  for (const word of before
    ?.trimEnd()
    .split(/[ \u00a0]/u)
    .reverse() ?? []) {
    const start = end - word.length
    const known = ownWord(subject, naming, language, text.slice(start, end))
    if (!known) break
    found.unshift({ start, end, ...known })
    end = start - 1
  }
  return found
}

function ownWord(subject: Subject, naming: Naming, language: Cyrillic, word: string) {
  const { spellings, spellingStart, concepts } = subject.glossary
  const folded = fold(word)
  for (let id = spellingStart[naming.concept]!; id < spellingStart[naming.concept + 1]!; id++) {
    const spelling = spellings[id]!
    if (spelling.lang !== language || (spelling.part !== 'given' && spelling.part !== 'patronymic')) continue
    const paradigm = paradigmOf(spelling, concepts[naming.concept]!) ?? {}
    const cases = (Object.entries(paradigm) as [Case, readonly string[]][]).flatMap(([name, forms]) =>
      forms.some(form => fold(form) === folded) ? name : [],
    )
    if (cases.length > 0) return { cases, inCase: caseOf(subject, naming, id) }
  }
  return undefined
}

const caseOf = (subject: Subject, naming: Naming, spelling: number) => (wanted: Case) => {
  const known: Spelling = subject.glossary.spellings[spelling]!
  return formsIn(known, subject.glossary.concepts[naming.concept]!, maskOf([wanted]))[0]!
}

/** A form in none of the cases that the preposition governs: до Києву. */
function againstPreposition(subject: Subject, seen: Seen, language: Cyrillic): Clash | undefined {
  const { text, mention } = seen
  const allowed = allowedBefore(text, mention.start, mention.end, language)
  const fits = (n: Naming) => n.lang !== language || (n.mask & maskOf(allowed!.cases)) !== 0
  if (!allowed || mention.namings.some(fits) || !isSureOfForm(seen)) return undefined
  if (allowed.isAdverb && mention.namings.some(({ mask }) => (mask & direct) !== 0)) return undefined
  const meant = preferredCase(allowed.cases, subject.glossary.concepts[mention.namings[0]!.concept]!.kind, allowed.word)
  return { ...inOneCase(subject, mention.namings[0]!, meant), against: 'preposition', preposition: allowed.word }
}

/** Beside an adverb a name may be subject or object; «над Київ» is said, too. */
const direct = maskOf(['nom', 'acc'])

/** Nobody who bears the name of a place has such a form as another case: «о Львову» is no good of a Львов either. */
const isSureOfForm = ({ doubt, mention }: Seen): boolean =>
  !doubt || (doubt === 'unplaced' && mention.namings.every(({ mask }) => (mask & ~maskOf(['dat', 'loc'])) === 0))

/** A form in none of the cases of the office before it: з президентом Зеленського. */
function againstOffice(subject: Subject, { text, mention }: Seen, language: Cyrillic): Clash | undefined {
  const naming = mention.namings[0]!
  if (subject.glossary.concepts[naming.concept]!.kind !== 'person') return undefined
  if (mention.namings.some(({ lang }) => lang !== language)) return undefined
  const cases = [...new Set(mention.namings.flatMap(({ mask }) => casesIn(mask)))]
  const meant = casesOfOffice(text, mention, cases, language)?.[0]
  return meant && { ...inOneCase(subject, naming, meant), against: 'office' }
}

const inOneCase = (subject: Subject, naming: Naming, meant: Case): Pick<Clash, 'concept' | 'words'> => ({
  concept: subject.glossary.concepts[naming.concept]!.id,
  words: naming.parts.map(({ start, end, spelling }) => ({
    start,
    end,
    wanted: caseOf(subject, naming, spelling)(meant),
  })),
})

/** Words that govern more than the table of prepositions says: за Катерини, согласно приказа. */
const loose = new Set(['за', 'согласно'])
/** Adverbs too, where another word follows the name: після Київ мовчав. */
const adverbs = new Set(
  (
    'над між поміж перед після проти коло навколо довкола поблизу неподалік всередині назустріч ' +
    'между надо после против около вокруг возле вблизи внутри навстречу'
  ).split(' '),
)

/** What the preposition before the words of a name governs; an adverb's like counts where the name closes its clause. */
function allowedBefore(text: string, start: number, end: number, language: Cyrillic) {
  const allowed = casesAllowed(text, start, language)
  if (!allowed) return undefined
  const { word, start: at } = allowed.preposition
  if (loose.has(fold(word)) || (adverbs.has(fold(word)) && !closesClause(text, end))) return undefined
  // A single capital inside a sentence is an initial.
  if (/^\p{Lu}$/u.test(word) && /[^.!?…:;»"”)\s—–-]\s*$/u.test(text.slice(Math.max(0, at - 4), at))) return undefined
  return { cases: allowed.cases, word, isAdverb: adverbs.has(fold(word)) }
}

/**
 * The case that was probably meant where words stand in different ones: one that the preposition governs, or that of the last word
 * which is not left in the nominative. Undefined where one case fits all.
 */
function disagreement(words: readonly CasedWord[], allowed: readonly Case[] | undefined, kind: string) {
  if (words.map(w => w.cases).reduce((all, cases) => all.filter(c => cases.includes(c))).length > 0) return undefined
  if (allowed) {
    const governed = allowed.filter(c => words.some(w => w.cases.includes(c)))
    return preferredCase(governed.length > 0 ? governed : allowed, kind)
  }
  const oblique = words.findLast(w => !w.cases.includes('nom'))
  return oblique && preferredCase(oblique.cases, kind)
}

const likely: Readonly<Record<'person' | 'thing', readonly Case[]>> = {
  person: ['ins', 'gen', 'dat', 'acc', 'loc', 'nom', 'voc'],
  thing: ['loc', 'gen', 'dat', 'ins', 'acc', 'nom', 'voc'],
}

/** «О» is asked of what one speaks. */
const preferredCase = (cases: readonly Case[], kind: string, preposition = ''): Case =>
  /^обо?$|^о$/iu.test(preposition)
    ? 'loc'
    : likely[kind === 'person' ? 'person' : 'thing'].find(c => cases.includes(c))!

const inCase = (words: readonly CasedWord[], meant: Case): Clash['words'] =>
  words.map(({ start, end, inCase }) => ({ start, end, wanted: inCase(meant) }))
