import {
  type Case,
  type Chooser,
  type Compiled,
  casesIn,
  match,
  type Naming,
  paradigmOf,
  type Spelling,
} from '../glossary/index.ts'
import { casesAllowed, prepositionEdit } from '../lint/index.ts'
import type { AdaptNames } from '../memory/index.ts'
import { applyEdits, type Edit } from '../text/index.ts'

/** A name that can be read in one way only. */
interface Named {
  readonly start: number
  readonly end: number
  readonly naming: Naming
}

interface Renaming extends Edit {
  readonly isName: boolean
}

/**
 * Puts the glossary's names of one text into a translation of another that differs in them: in the translation they take the case of the
 * names that they replace, and the prepositions before them the form that they ask for. Undefined where a name is not certain, names of different kinds or genders would change places (the words
 * around them agree with them), or a case is not certain and the forms differ.
 */
export function nameAdapter(glossary: Compiled, chooser: Chooser, from: string, to: string): AdaptNames {
  const style = chooser.style?.id
  const declines = to === 'uk' || to === 'ru'
  const namesIn = (text: string, language: string): Named[] | undefined => {
    const all = match(glossary, text, { language, ...(style !== undefined && { style }) })
    const named = all.map(({ start, end, namings }) => ({ start, end, own: namings.filter(n => n.lang === language) }))
    if (named.some(({ own }) => own.length !== 1)) return undefined
    return named.map(({ start, end, own }) => ({ start, end, naming: own[0]! }))
  }
  const [genderOf, kindOf] = [(c: number) => glossary.concepts[c]!.gender, (c: number) => glossary.concepts[c]!.kind]
  const isLike = (a: number, b: number) =>
    kindOf(a) === kindOf(b) && (kindOf(a) === 'place' || genderOf(a) === genderOf(b))
  const rendering = (concept: number, { concept: old, parts }: Naming, cases: readonly Case[]): string | undefined => {
    // Of places only a subject has verbs that agree with it.
    if (genderOf(old) !== genderOf(concept) && declines && cases.includes('nom')) return undefined
    const words = parts.map(({ part }) => chooser.preferred(concept, part, to))
    return words.every(word => word !== undefined) ? inCase(words, cases) : undefined
  }
  const inCase = (words: readonly Spelling[], cases: readonly Case[]): string | undefined => {
    const paradigms = words.map(word => paradigmOf(word, glossary.concepts[word.concept]!))
    if (paradigms.every(paradigm => paradigm === undefined)) return words.map(({ text }) => text).join(' ')
    const forms = new Set(cases.map(c => paradigms.map(paradigm => paradigm?.[c]?.[0]).join(' ')))
    const [form] = forms
    return forms.size === 1 && paradigms.every(paradigm => paradigm !== undefined) ? form : undefined
  }
  return ({ source, target }, wanted) => {
    const theirs = namesIn(source, from)
    const own = namesIn(wanted, from)
    if (!theirs || !own || theirs.length !== own.length) return undefined
    const exchanged = new Map<number, number>()
    const replaced: number[] = []
    const edits: Edit[] = []
    for (const [i, name] of theirs.entries()) {
      const other = own[i]!
      const text = wanted.slice(other.start, other.end)
      if (text === source.slice(name.start, name.end)) continue
      const [old, next] = [name.naming.concept, other.naming.concept]
      if (old === next || !isLike(old, next) || (exchanged.get(old) ?? next) !== next) return undefined
      exchanged.set(old, next)
      replaced.push(old)
      edits.push({ span: { start: name.start, end: name.end }, insert: text })
    }
    if (edits.length === 0) return undefined
    const inTarget = (namesIn(target, to) ?? []).filter(({ naming }) => exchanged.has(naming.concept))
    // Each name stands in the translation as often as in its source, or it is called something else there.
    if (sortedIds(inTarget.map(({ naming }) => naming.concept)) !== sortedIds(replaced)) return undefined
    const renamed = inTarget.flatMap(name => rename(target, name, exchanged.get(name.naming.concept)!) ?? [])
    if (renamed.filter(({ isName }) => isName).length !== inTarget.length) return undefined
    return { source: applyEdits(source, edits), target: applyEdits(target, renamed) }
  }

  /** The other name in the place of one, after a preposition in the form that it asks for; undefined where that cannot be said. */
  function rename(target: string, { start, end, naming }: Named, concept: number): readonly Renaming[] | undefined {
    const isDeclined = to === 'uk' || to === 'ru'
    const before = isDeclined ? casesAllowed(target, start, to) : undefined
    const possible = casesIn(naming.mask)
    const governed = possible.filter(one => before?.cases.includes(one) ?? true)
    const cases = governed.length > 0 ? governed : possible
    const now = rendering(concept, naming, cases)
    // which places take it is theirs to say: на Закарпатті, у Львові
    const isOwn =
      kindOf(concept) === 'place' && cases.includes('loc') && before?.preposition.word.toLowerCase() === 'на'
    if (now === undefined || isOwn) return undefined
    const renaming: Renaming = { span: { start, end }, insert: now, isName: true }
    if (!isDeclined) return [renaming]
    const edit = prepositionEdit(target, start, now, { language: to, isLocative: false })
    return edit ? [{ ...edit, isName: false }, renaming] : [renaming]
  }
}

const sortedIds = (ids: readonly number[]): string => [...ids].sort((a, b) => a - b).join(' ')
