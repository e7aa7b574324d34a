import { type Compiled, isGivenName, isWordOf, match } from '../glossary/index.ts'
import type { Language } from '../language/index.ts'
import { type Respelling, respellings } from '../names/index.ts'
import { fold } from '../normalize/index.ts'
import type { FullUse } from './full-uses.ts'

/** A family name, one slip of the pen away from that of a person of the glossary with the same given name. */
export interface Slip {
  readonly use: FullUse
  readonly change: Respelling
  readonly concept: number
  /** The family name, in the case of the use. */
  readonly preferred: string
}

type Found = Pick<Slip, 'change' | 'concept' | 'preferred'>

const known = new WeakMap<Compiled, Map<string, Found | null>>()

/** So many names are remembered at most, so that memory does not grow with the archive. */
const most = 50_000

/** Family names of the uses that the glossary does not have and that are slips for what it has: «Артем Довбік», Volodymyr Zelenksy. */
export function slips(glossary: Compiled, uses: readonly FullUse[], language: Language): readonly Slip[] {
  const memo = known.get(glossary) ?? new Map<string, Found | null>()
  known.set(glossary, memo)
  return uses.flatMap(use => {
    const { passage, given, family, givenText, familyText } = use
    if (familyText.length < shortest || !passage.isFree(given.start, family.end)) return []
    const key = `${language} ${givenText} ${familyText}`
    const before = memo.get(key)
    const found = before === undefined ? (meant(glossary, givenText, familyText, language) ?? null) : before
    if (memo.size >= most) memo.clear()
    memo.set(key, found)
    return found ? [{ use, ...found }] : []
  })
}

/** Shorter family names are a letter away from too many. */
const shortest = 4

function meant(glossary: Compiled, given: string, family: string, language: Language): Found | undefined {
  const isKnown = language === 'en' ? isGivenName : isWordOf
  if (!isKnown(glossary, fold(given))) return undefined
  for (const change of respellings(family, language)) {
    const preferred = family.slice(0, change.at) + change.insert + family.slice(change.at + change.length)
    const name = `${given} ${preferred}`
    const [mention] = match(glossary, name, { language })
    if (mention?.start !== 0 || mention.end !== name.length) continue
    const naming = mention.namings.find(({ lang, parts }) => lang === language && parts.length > 1)
    if (naming) return { change, concept: naming.concept, preferred }
  }
  return undefined
}
