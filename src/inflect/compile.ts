import type { Case, Gender, Kind } from './paradigm.ts'
import { genders, kinds } from './paradigm.ts'
import type { CompoundData, GenderGuess, LanguageData, Rule } from './rules.ts'

/** What the compound data asks of a lower-case word. */
export interface Compounds {
  readonly still: (lower: string, kind: Kind) => boolean
  readonly title: (lower: string) => boolean
  readonly head: (lower: string) => boolean
  readonly foreign: (first: string, last: string) => boolean
  readonly combining: (lower: string) => boolean
  readonly preposition: (lower: string) => boolean
  readonly particle: (lower: string) => boolean
  readonly capitalParticle: (lower: string) => boolean
  readonly syllable: (lower: string) => boolean
  readonly chinese: (family: string, given: string) => boolean
  readonly possessive: (lower: string) => boolean
  readonly conjunction: (lower: string) => boolean
  readonly nominative: (lower: string, gender: Gender) => boolean
  readonly adjective: (lower: string, gender: Gender) => boolean
  readonly clearAdjective: (lower: string, gender: Gender) => boolean
}

export interface CompiledRule {
  readonly rule: Rule
  readonly fits: (lower: string) => boolean
  readonly endings: readonly (readonly [Case, readonly string[]])[]
}

export interface CompiledGuess {
  readonly kinds: readonly string[]
  readonly gender: Gender
  readonly fits: (lower: string) => boolean
}

export interface Compiled {
  readonly data: LanguageData
  readonly compounds: Compounds
  readonly plurals: readonly { readonly from: RegExp; readonly to: string; readonly rule: CompiledRule | undefined }[]
  readonly alternations: ReadonlyMap<string, readonly (readonly [RegExp, string])[]>
  /** Rules in order by `kind gender`. */
  readonly byUse: ReadonlyMap<string, readonly CompiledRule[]>
  readonly genders: readonly CompiledGuess[]
  readonly persons: readonly CompiledGuess[]
}

const serves = (list: string | undefined, one: string) => list === undefined || list.split(' ').includes(one)

export function compile(data: LanguageData): Compiled {
  const rules = data.rules.map(rule => compileRule(rule, data))
  const byUse = new Map<string, readonly CompiledRule[]>()
  for (const kind of kinds) {
    for (const gender of genders) {
      byUse.set(
        `${kind} ${gender}`,
        rules.filter(r => serves(r.rule.kind, kind) && serves(r.rule.gender, gender)),
      )
    }
  }
  return {
    data,
    byUse,
    compounds: compileCompounds(data.compounds),
    plurals: data.plurals.map(([from, to, rule]) => ({
      from: new RegExp(`${from}$`, 'iu'),
      to,
      rule: rules.find(r => r.rule.rule === rule),
    })),
    alternations: new Map(Object.entries(data.alternations).map(([sign, pairs]) => [sign, pairs.map(compileChange)])),
    genders: data.genders.map(compileGuess),
    persons: data.persons.map(compileGuess),
  }
}

function compileCompounds(data: CompoundData): Compounds {
  const still = data.still.map(s => ({ kinds: s.kind.split(' '), whole: whole(s.part) }))
  const clear = end(data.clearAdjective)
  const adjective = byGender(data.adjective)
  const foreign = { first: whole(data.foreign.first), last: end(data.foreign.last) }
  const chinese = data.chinese.map(pair => ({ family: whole(pair.family), given: whole(pair.given) }))
  return {
    still: (lower, kind) => still.some(s => s.kinds.includes(kind) && s.whole(lower)),
    title: whole(data.titles),
    head: whole(data.heads),
    foreign: (first, last) => foreign.first(first) && foreign.last(last),
    combining: end(data.combining),
    preposition: whole(data.prepositions),
    particle: whole(data.particles),
    capitalParticle: whole(data.capitalParticles),
    syllable: whole(data.syllables),
    chinese: (family, given) => chinese.some(pair => pair.family(family) && pair.given(given)),
    possessive: end(data.possessive),
    conjunction: whole(data.conjunctions),
    nominative: byGender(data.nominative),
    adjective,
    clearAdjective: (lower, gender) => adjective(lower, gender) && clear(lower),
  }
}

/** A test of a word's end. Looking back from there fails at the last letter, where a search would try the pattern at each. */
function end(pattern: string): (lower: string) => boolean {
  const compiled = new RegExp(`(?<=${pattern})`, 'uy')
  return lower => {
    compiled.lastIndex = lower.length
    return compiled.test(lower)
  }
}

function byGender(patterns: Readonly<Record<Gender, string>>): (lower: string, gender: Gender) => boolean {
  const compiled = { m: end(patterns.m), f: end(patterns.f), n: end(patterns.n), p: end(patterns.p) }
  return (lower, gender) => compiled[gender](lower)
}

const whole = (pattern: string) => end(`^(?:${pattern})`)

function compileRule(rule: Rule, data: LanguageData): CompiledRule {
  const table = data.tables[rule.table]
  if (!table) throw new Error(`inflect: rule ${rule.rule} names no table: ${rule.table}`)
  const endings = data.cases.map(c => [c, (rule.with?.[c] ?? table[c] ?? '=').split(' ')] as const)
  return { rule, fits: fitter(rule), endings }
}

const compileChange = ([from, to]: readonly [string, string]) => [new RegExp(`${from}$`, 'iu'), to] as const

const compileGuess = (guess: GenderGuess): CompiledGuess => ({
  kinds: guess.kind.split(' '),
  gender: guess.gender,
  fits: fitter(guess),
})

type Fitted = Pick<Rule, 'ends' | 'words' | 'except'>

function fitter({ ends, words, except }: Fitted): (lower: string) => boolean {
  const never = () => false
  const fits = ends === undefined ? never : end(ends)
  const not = except === undefined ? never : end(except)
  const known = new Set(words)
  return lower => known.has(lower) || (fits(lower) && !not(lower))
}
