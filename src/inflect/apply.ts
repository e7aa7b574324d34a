import type { Compiled, CompiledGuess, CompiledRule } from './compile.ts'
import type { Case, Gender, Kind, Paradigm } from './paradigm.ts'
import { unchanging } from './paradigm.ts'
import type { Rule } from './rules.ts'

/** A word's paradigm and what it was taken for. */
export interface Declined {
  readonly paradigm: Paradigm
  readonly gender: Gender
  /** The rule that gave it; undefined where none fits, and the word does not decline. */
  readonly rule: string | undefined
}

const apostrophes = /['’ʼ‘`´]/gu
/** As the rules' patterns are written: lower case, one apostrophe; the length is kept. */
export const fold = (word: string) => word.toLowerCase().replace(apostrophes, "'")

/** All in capitals; one letter alone is no evidence. */
export const isShouted = (word: string): boolean => word.length > 1 && word === word.toUpperCase()

/** Declines one word. O(rules of its kind), each an anchored test of the word's end. */
export function declineWord(
  word: string,
  language: Compiled,
  kind: Kind,
  given: Gender | undefined,
  strict: boolean,
): Declined {
  const lower = fold(word)
  const gender = given ?? guessWordGender(lower, language, kind)
  const rule = language.byUse.get(`${kind} ${gender}`)?.find(r => r.fits(lower) && !(strict && r.rule.table === 'none'))
  if (!rule) return { paradigm: unchanging(word, language.data.cases), gender, rule: undefined }
  const paradigm = applyRule(word, rule, language)
  const addressed = language.data.addressedAsNamed.includes(kind) ? addressedAsNamed(word, paradigm) : paradigm
  return { paradigm: addressed, gender, rule: rule.rule.rule }
}

function addressedAsNamed(word: string, paradigm: Paradigm): Paradigm {
  const { voc } = paradigm
  return voc === undefined || voc.includes(word) ? paradigm : { ...paradigm, voc: [...voc, word] }
}

/** What a word's end shows of its gender; masculine where it shows nothing. */
export function guessWordGender(lower: string, language: Compiled, kind: Kind): Gender {
  const fits = (g: CompiledGuess) => g.kinds.includes(kind) && g.fits(lower)
  return (language.persons.find(fits) ?? language.genders.find(fits))?.gender ?? 'm'
}

export function applyRule(word: string, { rule, endings }: CompiledRule, language: Compiled): Paradigm {
  const finish = finisher(word)
  const stem = stemOf(word, rule, language)
  const forms: Partial<Record<Case, readonly string[]>> = {}
  for (const [name, variants] of endings) {
    const made: string[] = []
    for (const ending of variants) {
      const sameAs = ending.startsWith('@') ? forms[ending.slice(1) as Case] : undefined
      const add = (form: string) => made.includes(form) || made.push(form)
      if (sameAs) sameAs.forEach(add)
      else add(finish(form(word, stem, ending, language)))
    }
    forms[name] = made
  }
  return forms as Paradigm
}

/** Endings are written in small letters and with '; a name in capitals, or with another apostrophe, keeps its own. */
function finisher(word: string): (form: string) => string {
  const own = word.includes("'") ? "'" : (word.match(apostrophes)?.[0] ?? "'")
  const marked = (form: string) => (own === "'" ? form : form.replaceAll("'", own))
  return isShouted(word) ? form => marked(form).toUpperCase() : marked
}

function stemOf(word: string, { cut = 0, add = '', change }: Rule, language: Compiled): string {
  const stem = word.slice(0, word.length - cut) + add
  return change ? alternate(stem, language.alternations.get(change) ?? []) : stem
}

function form(word: string, stem: string, ending: string, language: Compiled): string {
  if (ending === '=') return word
  if (ending === '-') return stem
  const changes = language.alternations.get(ending[0]!)
  return changes ? alternate(stem, changes) + ending.slice(1) : stem + ending
}

/** The stem after the first alternation that fits its end; letters that stay keep their capitals. */
function alternate(stem: string, changes: readonly (readonly [RegExp, string])[]): string {
  const change = changes.find(([from]) => from.test(stem))
  return change ? stem.replace(change[0], change[1]) : stem
}
