import { type Case, type Compiled, paradigmOf, type Spelling } from '../glossary/index.ts'
import { fold } from '../normalize/index.ts'

/** A word of a name where it stands, the cases of its form, and its form in another case. */
export interface CasedWord {
  readonly start: number
  readonly end: number
  readonly cases: readonly Case[]
  readonly inCase: (wanted: Case) => string
}

/** A name of several words that stand in a text side by side, each in some form of its own. */
interface Phrase {
  readonly concept: string
  readonly kind: string
  readonly words: readonly CasedWord[]
}

/** What a name of several words looks like: how they are joined, and the cases of each word's folded forms. */
interface Pattern {
  readonly concept: string
  readonly kind: string
  readonly joints: readonly string[]
  readonly isCapital: readonly boolean[]
  readonly cases: readonly ReadonlyMap<string, readonly Case[]>[]
  readonly inCase: (wanted: Case) => readonly string[]
}

/** By language and the folded form of the first word; made when first asked for. */
const known = new WeakMap<Compiled, Map<string, ReadonlyMap<string, readonly Pattern[]>>>()

const aWord = /\p{L}[\p{L}\p{M}'’ʼ]*/gu
const joint = /[ \u00a0]|[-‐‑]/u

/** The names of several words whose words all stand in a text, whether or not their cases agree. O(words). */
export function* phrasesIn(glossary: Compiled, text: string, language: 'uk' | 'ru'): Generator<Phrase> {
  const byFirst = patternsOf(glossary, language)
  if (byFirst.size === 0) return
  const found = [...text.matchAll(aWord)].map(m => ({ start: m.index, end: m.index + m[0].length, text: m[0] }))
  for (const [i, { text: first }] of found.entries()) {
    for (const pattern of byFirst.get(fold(first)) ?? []) {
      const written = found.slice(i, i + pattern.cases.length)
      const words = written.flatMap((word, place): CasedWord[] => {
        const { start, end } = word
        const cases = pattern.cases[place]!.get(fold(word.text))
        const next = written[place + 1]
        const joined = !next || sameJoint(text.slice(end, next.start), pattern.joints[place]!)
        const capital = !pattern.isCapital[place] || /^\p{Lu}/u.test(word.text)
        const inCase = (wanted: Case) => pattern.inCase(wanted)[place]!
        return cases && joined && capital ? [{ start, end, cases, inCase }] : []
      })
      if (words.length === pattern.cases.length) yield { ...pattern, words }
    }
  }
}

const sameJoint = (written: string, wanted: string) =>
  written.length === 1 && joint.test(written) && /\s/u.test(written) === /\s/u.test(wanted)

function patternsOf(glossary: Compiled, language: 'uk' | 'ru'): ReadonlyMap<string, readonly Pattern[]> {
  const ofGlossary = known.get(glossary) ?? new Map<string, ReadonlyMap<string, readonly Pattern[]>>()
  known.set(glossary, ofGlossary)
  const ready = ofGlossary.get(language)
  if (ready) return ready
  const byFirst = new Map<string, Pattern[]>()
  for (const spelling of glossary.spellings) {
    if (spelling.lang !== language || spelling.part === 'given' || !joint.test(spelling.text)) continue
    const pattern = patternOf(glossary, spelling)
    for (const first of pattern ? pattern.cases[0]!.keys() : []) {
      const there = byFirst.get(first)
      if (there) there.push(pattern!)
      else byFirst.set(first, [pattern!])
    }
  }
  ofGlossary.set(language, byFirst)
  return byFirst
}

function patternOf(glossary: Compiled, spelling: Spelling): Pattern | undefined {
  const { id, kind } = glossary.concepts[spelling.concept]!
  const paradigm = paradigmOf(spelling, glossary.concepts[spelling.concept]!)
  if (!paradigm) return undefined
  const split = (form: string) => form.split(joint)
  const names = split(spelling.text)
  const cases = names.map(() => new Map<string, Case[]>())
  for (const [name, forms] of Object.entries(paradigm) as [Case, readonly string[]][]) {
    for (const [place, word] of forms.flatMap(form => [...split(form).entries()])) {
      const list = cases[place]?.get(fold(word)) ?? []
      cases[place]?.set(fold(word), list.includes(name) ? list : [...list, name])
    }
  }
  return {
    concept: id,
    kind,
    joints: [...spelling.text.matchAll(new RegExp(joint, 'gu'))].map(m => m[0]),
    isCapital: names.map(name => /^\p{Lu}/u.test(name)),
    cases,
    inCase: wanted => split((paradigm[wanted] ?? paradigm.nom)[0]!),
  }
}
