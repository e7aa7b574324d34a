import { decline } from './decline.ts'
import type { Case, Gender, InflectedLanguage, Kind } from './paradigm.ts'
import { casesOf } from './paradigm.ts'
import { genders } from './rules.ts'
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

/** The end that a form has where its base form has another. */
interface Rewriting {
  readonly from: string
  readonly to: string
  readonly gender: Gender
}

/**
 * Every base form whose paradigm, by the rules, holds `form`; those of the longest ending first, the form itself last.
 * Rewritings are learnt from the rules' samples, so that a rule without one could not be reversed; each candidate is declined to prove it.
 */
export function lemmas(form: string, options: LemmaOptions): readonly Candidate[] {
  const found = new Map<string, Candidate>()
  const lower = form.toLowerCase()
  for (const rewriting of rewritingsFor(options.language, options.kind)) {
    const { from, to, gender } = rewriting
    if ((options.gender && options.gender !== gender) || !lower.endsWith(from) || lower.length - from.length < 2)
      continue
    const lemma = form.slice(0, form.length - from.length) + to
    const key = `${gender} ${lemma}`
    if (found.has(key)) continue
    const cases = casesWith(form, lemma, gender, options)
    if (cases.length > 0) found.set(key, { lemma, gender, cases })
  }
  return [...found.values()]
}

function casesWith(form: string, lemma: string, gender: Gender, { language, kind }: LemmaOptions): readonly Case[] {
  return casesOf(decline(lemma, { language, kind, gender })).flatMap(([name, forms]) =>
    forms.includes(form) ? name : [],
  )
}

const known = new Map<string, readonly Rewriting[]>()

function rewritingsFor(language: InflectedLanguage, kind: Kind): readonly Rewriting[] {
  const key = `${language} ${kind}`
  const ready = known.get(key)
  if (ready) return ready
  const made = new Map<string, Rewriting>()
  for (const { name } of samples(language)) {
    for (const gender of genders) {
      for (const r of rewritingsOf(name.toLowerCase(), gender, language, kind))
        made.set(`${r.from}>${r.to} ${gender}`, r)
    }
  }
  const sorted = [...made.values()].sort((a, b) => b.from.length - a.from.length)
  known.set(key, sorted)
  return sorted
}

/** What each form of a sample has at its end where the base form has another. A kind that does not know the sample gives nothing. */
function rewritingsOf(lemma: string, gender: Gender, language: InflectedLanguage, kind: Kind): readonly Rewriting[] {
  return casesOf(decline(lemma, { language, kind, gender })).flatMap(([, forms]) =>
    forms.map(form => {
      let same = 0
      while (same < form.length && form[same] === lemma[same]) same++
      return { from: form.slice(same), to: lemma.slice(same), gender }
    }),
  )
}
