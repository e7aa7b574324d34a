import { type Compiled, isGivenName, isWordOf, match } from '../glossary/index.ts'
import type { Language } from '../language/index.ts'
import { type Respelling, respelled, respellings } from '../names/index.ts'
import { fold } from '../normalize/index.ts'
import type { FullUse } from './full-uses.ts'
import { remembered } from './remembered.ts'

/** A family name, one slip of the pen away from that of a person of the glossary with the same given name. */
export interface Slip {
  readonly use: FullUse
  readonly change: Respelling
  readonly concept: number
  /** The family name, in the case of the use. */
  readonly preferred: string
}

type Found = Pick<Slip, 'change' | 'concept' | 'preferred'>

const known = new WeakMap<Compiled, (name: string) => Found | null>()

/** Family names of the uses that the glossary does not have and that are slips for what it has: «Артем Довбік», Volodymyr Zelenksy. */
export function slips(glossary: Compiled, uses: readonly FullUse[], language: Language): readonly Slip[] {
  const meant = known.get(glossary) ?? remembered(name => meantBy(glossary, ...(name.split('\n') as Name)))
  known.set(glossary, meant)
  return uses.flatMap(use => {
    const { passage, given, family, givenText, familyText } = use
    if (familyText.length < shortest || !passage.isFree(given.start, family.end)) return []
    const found = meant(`${language}\n${givenText}\n${familyText}`)
    return found ? [{ use, ...found }] : []
  })
}

type Name = [language: Language, given: string, family: string]

/** Shorter family names are a letter away from too many. */
const shortest = 4

function meantBy(glossary: Compiled, language: Language, given: string, family: string): Found | null {
  const isKnown = language === 'en' ? isGivenName : isWordOf
  if (!isKnown(glossary, fold(given))) return null
  for (const change of respellings(family, language)) {
    const preferred = respelled(family, change)
    const name = `${given} ${preferred}`
    const [mention] = match(glossary, name, { language })
    if (mention?.start !== 0 || mention.end !== name.length) continue
    const naming = mention.namings.find(({ lang, parts }) => lang === language && parts.length > 1)
    if (naming) return { change, concept: naming.concept, preferred }
  }
  return null
}
