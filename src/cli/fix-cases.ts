import { casesOf, type DeclineOptions, decline } from '../inflect/index.ts'
import type { Finding } from '../project/index.ts'

/** A part of a name in Cyrillic: its base form as it is written and as it is preferred, and how both are declined. */
interface DeclinedPart {
  readonly how: DeclineOptions
  readonly written: string
  readonly preferred: string
}

export type Declined = readonly DeclinedPart[]

/** How the name of a finding is declined; undefined where it has no cases. */
export const declinedIn = ({ data }: Pick<Finding, 'data'>): Declined | undefined =>
  typeof data?.declined === 'string' ? (JSON.parse(data.declined) as Declined) : undefined

export const baseForm = (declined: Declined, which: 'written' | 'preferred'): string =>
  declined.map(part => part[which]).join(' ')

/** True of a form that the preferred spelling has in some case, capitals aside. */
export const isFormOf = (form: string, declined: Declined): boolean => placesOf(form, declined).length > 0

/**
 * The form of another base form in the case in which `form` has the preferred one, and of variants (Подоляку, Подолякові) the like.
 * Undefined where `form` is none of the preferred spelling, or where the other one has not as many parts.
 */
export function inSameCase(form: string, other: string, declined: Declined): string | undefined {
  const place = placesOf(form, declined)[0]
  const bases = partsOf(other, declined)
  if (!place || bases.length !== declined.length) return undefined
  const forms = bases.map((base, i) => {
    const texts = casesOf(decline(base, declined[i]!.how)).find(([name]) => name === place.name)?.[1] ?? [base]
    return texts[place.variants[i]!] ?? texts[0]!
  })
  return forms.join(' ')
}

/** None where a person's name has another number of words; places and institutions may be called by any. */
function partsOf(text: string, declined: Declined): readonly string[] {
  const words = text.split(/\s+/u)
  if (declined.length !== 1) return words
  const { how, preferred } = declined[0]!
  const isAny = how.kind === 'place' || how.kind === 'organisation'
  return isAny || words.length === preferred.split(/\s+/u).length ? [text] : []
}

interface FormPlace {
  readonly name: string
  /** By part: which of the forms of the case it is. */
  readonly variants: readonly number[]
}

/** The cases in which the preferred spelling, part by part, has a form. */
function placesOf(form: string, declined: Declined): readonly FormPlace[] {
  const words = partsOf(form, declined)
  if (words.length !== declined.length) return []
  const paradigms = declined.map(({ how, preferred }) => casesOf(decline(preferred, how)))
  return paradigms[0]!.flatMap(([name]): FormPlace[] => {
    const variants = paradigms.map((paradigm, i) => {
      const texts = paradigm.find(([other]) => other === name)?.[1] ?? []
      return texts.findIndex(text => text.toLowerCase() === words[i]!.toLowerCase())
    })
    return variants.includes(-1) ? [] : [{ name, variants }]
  })
}
