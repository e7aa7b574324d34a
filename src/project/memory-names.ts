import {
  type Chooser,
  type Compiled,
  casesIn,
  match,
  type Naming,
  paradigmOf,
  type Spelling,
} from '../glossary/index.ts'
import type { AdaptNames } from '../memory/index.ts'
import { applyEdits, type Edit } from '../text/index.ts'

/** A name that can be read in one way only. */
interface Named {
  readonly start: number
  readonly end: number
  readonly naming: Naming
}

/**
 * Puts the glossary's names of one text into a translation of another that differs in them: in the translation they take the case of the
 * names that they replace. Undefined where a name is not certain, names of different kinds or genders would change places (the words
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
  const rendering = (concept: number, { concept: old, parts, mask }: Naming): string | undefined => {
    // Of places only a subject has verbs that agree with it.
    if (genderOf(old) !== genderOf(concept) && declines && casesIn(mask).includes('nom')) return undefined
    const words = parts.map(({ part }) => chooser.preferred(concept, part, to))
    return words.every(word => word !== undefined) ? inCase(words, mask) : undefined
  }
  const inCase = (words: readonly Spelling[], mask: number): string | undefined => {
    const paradigms = words.map(word => paradigmOf(word, glossary.concepts[word.concept]!))
    if (paradigms.every(paradigm => paradigm === undefined)) return words.map(({ text }) => text).join(' ')
    const forms = new Set(casesIn(mask).map(c => paradigms.map(paradigm => paradigm?.[c]?.[0]).join(' ')))
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
    const renamed = inTarget.map(({ start, end, naming }) => ({
      span: { start, end },
      insert: rendering(exchanged.get(naming.concept)!, naming),
    }))
    if (!renamed.every((edit): edit is Edit => edit.insert !== undefined)) return undefined
    return { source: applyEdits(source, edits), target: applyEdits(target, renamed) }
  }
}

const sortedIds = (ids: readonly number[]): string => [...ids].sort((a, b) => a - b).join(' ')
