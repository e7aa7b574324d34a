import {
  type Compiled,
  isGivenName,
  type Judgement,
  match,
  type Naming,
  type PartMatch,
  type Spelling,
} from '../glossary/index.ts'
import { fold } from '../normalize/index.ts'
import { basesOf } from './bases.ts'
import type { Bitext, Side } from './pair.ts'
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

const known = new WeakMap<Side, readonly Named[]>()

/** The glossary's names on a side, in order; those that stand in an excepted phrase are left out. */
export function namesOn(side: Side, { glossary, chooser }: Bitext): readonly Named[] {
  const found = known.get(side) ?? findNames(side, glossary, chooser)
  known.set(side, found)
  return found
}

function findNames(side: Side, glossary: Compiled, chooser: Bitext['chooser']): Named[] {
  if (side.language === 'other') return []
  const style = chooser.style?.id
  return match(glossary, side.prose, { language: side.language, ...(style !== undefined && { style }) }).flatMap(
    mention => {
      const naming = mention.namings.find(n => n.lang === side.language) ?? mention.namings[0]
      if (!naming || isAnothers(side, mention.start, naming, glossary)) return []
      const parts = naming.parts.map((part): NamePart => {
        const spelling = glossary.spellings[part.spelling]!
        return { part, spelling, judgement: chooser.judge(spelling) }
      })
      const concepts = [...new Set(mention.namings.map(n => n.concept))]
      return [{ start: mention.start, end: mention.end, concept: naming.concept, naming, parts, concepts }]
    },
  )
}

/** A family name behind a given name that is not its own is somebody else's. */
function isAnothers({ prose, language }: Side, start: number, { parts }: Naming, glossary: Compiled): boolean {
  if (parts.length > 1 || parts[0]!.part !== 'family') return false
  const before = /(?<![\p{L}\p{M}])\p{Lu}\p{Ll}+(?=\s$)/u.exec(prose.slice(Math.max(0, start - 40), start))?.[0]
  if (before === undefined) return false
  const bases = language === 'uk' || language === 'ru' ? basesOf(before, language) : [before]
  return bases.some(base => isGivenName(glossary, fold(base)))
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
