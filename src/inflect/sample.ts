import { declineWord } from './apply.ts'
import { compiledFor } from './language.ts'
import type { Case, Gender, InflectedLanguage, Kind } from './paradigm.ts'
import type { Rule } from './rules.ts'

/** A name that a rule's file gives as an example of the rule, with the forms that it must have. */
export interface Sample {
  readonly rule: string
  readonly name: string
  readonly kind: Kind
  readonly gender: Gender
  /** All variants in order, of as many cases as the sample lists. */
  readonly forms: Readonly<Partial<Record<Case, readonly string[]>>>
  /** The rule that in fact declines the name: the same, or the sample is of no use. */
  readonly decidedBy: string | undefined
}

const shape = /^(?<name>[^:(]+?)(?: \((?<kind>[a-z]+) (?<gender>[mfnp])\))?: (?<forms>.+)$/u

/** All samples of a language's rules; they are the rules' tests, and the ground of the way back from forms to base forms. */
export function samples(language: InflectedLanguage): readonly Sample[] {
  const compiled = compiledFor(language)
  return compiled.data.rules.flatMap(rule =>
    rule.samples.map(text => {
      const sample = read(text, rule, compiled.data.cases)
      return { ...sample, decidedBy: declineWord(sample.name, compiled, sample.kind, sample.gender, false).rule }
    }),
  )
}

/** Reads `name (kind gender): gen, dat, …`; kind and gender are the rule's first where they are not said. */
function read(text: string, rule: Rule, cases: readonly Case[]): Omit<Sample, 'decidedBy'> {
  const found = shape.exec(text)?.groups
  if (!found) throw new Error(`inflect: rule ${rule.rule}: not a sample: ${text}`)
  const forms = found.forms!.split(', ').map((variants, i) => [cases[i + 1], variants.split('/')] as const)
  return {
    rule: rule.rule,
    name: found.name!,
    kind: (found.kind ?? rule.kind?.split(' ')[0]) as Kind,
    gender: (found.gender ?? rule.gender?.split(' ')[0] ?? 'm') as Gender,
    forms: Object.fromEntries(forms),
  }
}
