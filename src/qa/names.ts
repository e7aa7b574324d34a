import {
  type Compiled,
  isGivenName,
  type Judgement,
  match,
  type Naming,
  type PartMatch,
  type Spelling,
} from '../glossary/index.ts'
import { derivativesOf } from '../inflect/index.ts'
import type { Language } from '../language/index.ts'
import { fold } from '../normalize/index.ts'
import { basesOf } from './bases.ts'
import type { Bitext, Side } from './pair.ts'
import { perSide } from './per-side.ts'
import { type Stretch, stretchesOf } from './stretch.ts'

/** One part of a name with what the style makes of its spelling. */
export interface NamePart {
  readonly part: PartMatch
  readonly spelling: Spelling
  readonly judgement: Judgement
}

/** A name of the glossary on one side of a pair. */
export interface Named extends Stretch {
  readonly concept: number
  readonly naming: Naming
  readonly parts: readonly NamePart[]
  /** All that could be meant, `concept` among them. */
  readonly concepts: readonly number[]
}

/** True of two names that may be of one concept. */
export const mayBeSame = (a: Named, b: Named): boolean => a.concepts.some(concept => b.concepts.includes(concept))

/** The glossary's names on a side, in order; those that stand in an excepted phrase are left out. */
export const namesOn = perSide(findNames)

function findNames(side: Side, { glossary, chooser }: Bitext): readonly Named[] {
  if (side.language === 'other') return []
  const style = chooser.style?.id
  return match(glossary, side.prose, { language: side.language, ...(style !== undefined && { style }) }).flatMap(
    mention => {
      const naming = mention.namings.find(n => n.lang === side.language) ?? mention.namings[0]
      if (!naming || isAnothers(side, mention.start, naming, glossary)) return []
      if (isBareFamily(naming) && isPeople(side, mention, glossary)) return []
      const parts = naming.parts.map((part): NamePart => {
        const spelling = glossary.spellings[part.spelling]!
        return { part, spelling, judgement: chooser.judge(spelling) }
      })
      const concepts = [...new Set(mention.namings.map(n => n.concept))]
      return [{ start: mention.start, end: mention.end, concept: naming.concept, naming, parts, concepts }]
    },
  )
}

const isBareFamily = ({ parts }: Naming): boolean => parts.length === 1 && parts[0]!.part === 'family'

/** A family name behind a given name that is not its own is somebody else's. */
function isAnothers({ prose, language }: Side, start: number, naming: Naming, glossary: Compiled): boolean {
  if (!isBareFamily(naming)) return false
  const before = /(?<![\p{L}\p{M}])\p{Lu}\p{Ll}+(?=\s$)/u.exec(prose.slice(Math.max(0, start - 40), start))?.[0]
  if (before === undefined) return false
  const bases = language === 'uk' || language === 'ru' ? basesOf(before, language) : [before]
  return bases.some(base => isGivenName(glossary, fold(base)))
}

/** A word that begins a sentence and calls the people of a country: «Українці» is also a case of Леся Українка's name. */
function isPeople({ prose, language }: Side, { start, end }: Stretch, glossary: Compiled): boolean {
  if ((language !== 'uk' && language !== 'ru') || !beginsSentence(prose, start)) return false
  const word = fold(prose.slice(start, end))
  return countriesIn(glossary, language).some(isDerived => isDerived(word))
}

type Test = (word: string) => boolean

const countries = new WeakMap<Compiled, Partial<Record<Language, readonly Test[]>>>()

/** For each country of the glossary, what tells the words derived from its name. */
function countriesIn(glossary: Compiled, language: 'uk' | 'ru'): readonly Test[] {
  const tests = countries.get(glossary) ?? {}
  countries.set(glossary, tests)
  tests[language] ??= glossary.spellings
    .filter(one => one.lang === language && one.part === 'name' && glossary.concepts[one.concept]!.type === 'country')
    .map(({ text }) => derivativesOf(text, language))
  return tests[language]
}

const capitalised = /(?<![\p{L}\p{M}\p{N}_])\p{Lu}[\p{L}\p{M}’'ʼ-]*\p{Ll}[\p{L}\p{M}]*/gu

/** Words with a capital that no name of the glossary accounts for and no sentence begins with. */
export function strangersOn(side: Side, bitext: Bitext): Stretch[] {
  const names = namesOn(side, bitext)
  return stretchesOf(side.prose, capitalised).filter(
    word =>
      !names.some(name => name.start < word.end && word.start < name.end) && !beginsSentence(side.prose, word.start),
  )
}

function beginsSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 8), at).replace(/[\s"«„“‘'([*_#>•–—-]+$/u, '')
  return before === '' ? text.slice(0, at).trim().length < 4 : /[.!?:…\n]$/u.test(before)
}
