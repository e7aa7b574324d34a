import { decline } from './decline.ts'
import type { Case, Gender, InflectedLanguage, Kind } from './paradigm.ts'
import { casesOf, genders } from './paradigm.ts'
import { samples } from './sample.ts'

export interface LemmaOptions {
  readonly language: InflectedLanguage
  readonly kind: Kind
  /** Only base forms of this gender. */
  readonly gender?: Gender | undefined
}

/** A base form that a form may belong to, and the cases of its paradigm in which it has that form. */
export interface Candidate {
  readonly lemma: string
  readonly gender: Gender
  readonly cases: readonly Case[]
}

/** What a form's end becomes in its base form. */
interface Rewriting {
  readonly to: string
  readonly gender: Gender
}

/** Rewritings by the end that they take off, and the length of the longest. */
interface Rewritings {
  readonly byEnd: ReadonlyMap<string, readonly Rewriting[]>
  readonly longest: number
}

/**
 * Every base form whose paradigm, by the rules, holds the one word `form`; those of the longest ending first. Several genders
 * may give the same base form. The ways back are learnt from the rules' samples, and each candidate is declined to prove it:
 * O(candidates) declensions.
 */
export function lemmas(form: string, options: LemmaOptions): readonly Candidate[] {
  const { byEnd, longest } = rewritingsFor(options.language, options.kind)
  const lower = form.toLowerCase()
  const found: Candidate[] = []
  const tried = new Set<string>()
  for (let cut = Math.min(longest, lower.length - 1); cut >= 0; cut--) {
    for (const { to, gender } of byEnd.get(lower.slice(lower.length - cut)) ?? []) {
      if (options.gender && options.gender !== gender) continue
      const lemma = form.slice(0, form.length - cut) + to
      const key = `${gender}${lemma}`
      if (tried.has(key)) continue
      tried.add(key)
      const cases = casesWith(form, lemma, gender, options)
      if (cases.length > 0) found.push({ lemma, gender, cases })
    }
  }
  return found
}

function casesWith(form: string, lemma: string, gender: Gender, { language, kind }: LemmaOptions): readonly Case[] {
  const paradigm = decline(lemma, { language, kind, gender })
  return casesOf(paradigm).flatMap(([name, forms]) => (forms.includes(form) ? name : []))
}

const known = new Map<string, Rewritings>()

/** Learnt when a kind is first asked for. */
function rewritingsFor(language: InflectedLanguage, kind: Kind): Rewritings {
  const key = `${language} ${kind}`
  const ready = known.get(key)
  if (ready) return ready
  const byEnd = new Map<string, Rewriting[]>()
  for (const name of new Set(samples(language).map(sample => sample.name.toLowerCase()))) {
    for (const gender of genders) learn(name, gender, { language, kind }, byEnd)
  }
  const made = { byEnd, longest: Math.max(...[...byEnd.keys()].map(end => end.length)) }
  known.set(key, made)
  return made
}

/** What each form of a name has at its end where the name has another. A kind that has no rule for the name teaches nothing new. */
function learn(name: string, gender: Gender, { language, kind }: LemmaOptions, byEnd: Map<string, Rewriting[]>): void {
  for (const [, forms] of casesOf(decline(name, { language, kind, gender }))) {
    for (const form of forms) {
      let same = 0
      while (same < form.length && form[same] === name[same]) same++
      const end = form.slice(same)
      const to = name.slice(same)
      const there = byEnd.get(end) ?? []
      if (!there.some(r => r.to === to && r.gender === gender)) byEnd.set(end, [...there, { to, gender }])
    }
  }
}
