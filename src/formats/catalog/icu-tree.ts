import type { Branch, Choice, Fragment } from './icu-parse.ts'
import { categoriesOf, rank } from './plurals.ts'

/** A text of a message by its path: “” is the message itself, `count.few` a branch, `count.few/who.other` one inside it. */
export interface Place {
  readonly path: string
  readonly fragment: Fragment
  readonly choices: readonly PlacedChoice[]
  /** The branch that this one is. */
  readonly branch?: { readonly choice: Choice; readonly selector: string; readonly isMissing: boolean }
  /** Where it stands, or is to stand. */
  readonly at: { readonly start: number; readonly end: number }
}

export interface PlacedChoice {
  readonly choice: Choice
  /** In the order in which they are to stand. */
  readonly places: readonly Place[]
}

/** The texts of a message as a language (BCP 47) needs them; without one, as they are. */
export function placesOf(fragment: Fragment, language: string | undefined): Place {
  return placeOf({ path: '', fragment, at: fragment }, language)
}

function placeOf(own: Omit<Place, 'choices'>, language: string | undefined): Place {
  const seen = new Map<string, number>()
  const choices = own.fragment.choices.map((choice): PlacedChoice => {
    const nth = (seen.get(choice.argument) ?? 0) + 1
    seen.set(choice.argument, nth)
    const name = nth === 1 ? choice.argument : `${choice.argument}(${nth})`
    const places = branchesFor(choice, language).map(({ branch, selector, isMissing, at }) => {
      const path = `${own.path === '' ? '' : `${own.path}/`}${name}.${selector}`
      // what is inside a missing branch is missing, too
      const place = own.branch?.isMissing ? own.at : at
      return placeOf({ path, fragment: branch.fragment, branch: { choice, selector, isMissing }, at: place }, language)
    })
    return { choice, places }
  })
  return { ...own, choices }
}

interface Wanted {
  readonly branch: Branch
  readonly selector: string
  readonly isMissing: boolean
  readonly at: { readonly start: number; readonly end: number }
}

/** The branches for a language: explicit numbers stay, categories are those of the language; a missing one starts from `other`. */
function branchesFor({ type, branches }: Choice, language: string | undefined): Wanted[] {
  const there = (branch: Branch): Wanted => ({
    branch,
    selector: branch.selector,
    isMissing: false,
    at: branch.fragment,
  })
  const other = branches.find(branch => branch.selector === 'other')
  if (type === 'select' || language === undefined || !other) return branches.map(there)
  const wanted = categoriesOf(language, type)
  const kept = branches.filter(({ selector }) => rank(selector) < 0 || wanted.includes(selector)).map(there)
  for (const selector of wanted) {
    if (kept.some(form => form.selector === selector)) continue
    const after = kept.findLastIndex(form => rank(form.selector) >= 0 && rank(form.selector) < rank(selector))
    const before = kept.findIndex(form => rank(form.selector) > rank(selector))
    const index = after >= 0 ? after + 1 : before
    const place = after >= 0 ? endOf(kept[after]!) : kept[before]!.branch.start
    kept.splice(index, 0, { branch: other, selector, isMissing: true, at: { start: place, end: place } })
  }
  return kept
}

const endOf = ({ branch, isMissing, at }: Wanted) => (isMissing ? at.end : branch.end)
