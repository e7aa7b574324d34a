import { formsIn, paradigmOf, type Spelling } from '../glossary/index.ts'
import type { Language } from '../language/index.ts'
import { fold, redress } from '../normalize/index.ts'
import type { Edit, Fix } from '../text/index.ts'
import { rendersAsDerived } from './derived.ts'
import { mayBeSame, type Named, type NamePart, namesOn, strangersOn } from './names.ts'
import type { Bitext, Translated } from './pair.ts'
import { resemblance } from './resemblance.ts'
import type { Stretch } from './stretch.ts'

/** Why a part of a name is not what the glossary accepts in the target's language. */
export type Fault = 'deprecated' | 'language' | 'style'

/** What is wrong with a part's spelling; undefined where it is accepted. A name of other times is right where the source says it. */
export function faultOf(
  { spelling, judgement }: NamePart,
  language: Language,
  source: Named | undefined,
  styled: boolean,
): Fault | undefined {
  const { status } = judgement
  if (spelling.lang !== language) return 'language'
  if (status === 'deprecated') return 'deprecated'
  if (status === 'superseded')
    return source?.parts.some(part => part.judgement.status === 'superseded') ? undefined : 'deprecated'
  return styled && status === 'admitted' && judgement.preferred ? 'style' : undefined
}

/** What to write for a part, in the case that it stands in; `certain` where its form leaves no choice. */
export function wantedFor(
  { glossary, chooser }: Bitext,
  name: Named,
  { part, spelling }: NamePart,
  text: string,
  language: Language,
) {
  const preferred = chooser.preferred(name.concept, part.part, language)
  if (!preferred) return undefined
  const concept = glossary.concepts[name.concept]!
  const form = text.slice(part.start, part.end)
  const forms = formsIn(preferred, concept, name.naming.mask, { form, spelling })
  const first = forms[0]
  return first === undefined ? undefined : { text: first, certain: forms.every(one => one === first) }
}

/** Puts a spelling in a written one's place and keeps its capitals. */
export function replacement(pair: Translated, { start, end }: Stretch, wanted: string, kind: Fix['kind']): Fix {
  const written = pair.target.text.slice(start, end)
  const edits = redress(written, wanted).map(
    (change): Edit => ({ span: pair.target.span(start + change.start, start + change.end), insert: change.insert }),
  )
  return { kind, edits }
}

/** How the target treats a name of the source. */
export type Rendering =
  | { readonly kind: 'named'; readonly by: readonly Named[] }
  /** By a word derived from it, or as a name of somebody else's. */
  | { readonly kind: 'derived' }
  /** A word that is meant for the name and is none of its forms; `wanted` is what it should be. */
  | { readonly kind: 'wrong'; readonly at: Stretch; readonly wanted: string | undefined }
  | { readonly kind: 'omitted' }

/** Looks for a name of the source in the target. */
export function renderingOf(bitext: Bitext, pair: Translated, name: Named, language: Language): Rendering {
  const found = namesOn(pair.target, bitext)
  const by = found.filter(one => mayBeSame(one, name))
  if (by.length > 0) return { kind: 'named', by }
  if (rendersAsDerived(pair, name, bitext)) return { kind: 'derived' }
  return nearlyRight(bitext, pair, name, language) ?? another(bitext, pair, name, language) ?? { kind: 'omitted' }
}

/** How alike a word and a form must be for the word to be a slip in it. */
const alike = 0.6

/** The word of the target that is nearest to a form of the name. */
function nearlyRight(bitext: Bitext, pair: Translated, name: Named, language: Language): Rendering | undefined {
  const { prose } = pair.target
  const forms = acceptedForms(bitext, name.concept, language)
  let best: { at: Stretch; wanted: string; value: number } | undefined
  for (const at of wordsWithCapital(prose)) {
    if (namesOn(pair.target, bitext).some(one => one.start < at.end && at.start < one.end)) continue
    const word = fold(prose.slice(at.start, at.end))
    for (const form of forms) {
      const value = resemblance(word, fold(form))
      if (value >= alike && value > (best?.value ?? 0)) best = { at, wanted: form, value }
    }
  }
  if (best?.value === 1) return { kind: 'derived' }
  return best && { kind: 'wrong', at: best.at, wanted: best.wanted }
}

/** Another name in its place: one of the glossary that the source does not have, or more strangers than the source has. */
function another(bitext: Bitext, pair: Translated, name: Named, language: Language): Rendering | undefined {
  const inSource = namesOn(pair.source, bitext)
  const other = namesOn(pair.target, bitext).find(one => !inSource.some(source => mayBeSame(source, one)))
  if (other) {
    const preferred = bitext.chooser.preferred(name.concept, wholePart(name), language)
    const forms = preferred ? formsIn(preferred, bitext.glossary.concepts[name.concept]!, other.naming.mask) : []
    return { kind: 'wrong', at: other, wanted: forms[0] }
  }
  const strangers = strangersOn(pair.target, bitext)
  if (strangers.length <= strangersOn(pair.source, bitext).length) return undefined
  return { kind: 'wrong', at: strangers[0]!, wanted: undefined }
}

/** The part that stands for the whole: the family name of a person. */
const wholePart = ({ parts }: Named) => (parts.find(({ part }) => part.part === 'family') ?? parts.at(-1)!).part.part

const wordsWithCapital = (text: string): Stretch[] =>
  Array.from(text.matchAll(/(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}’'ʼ-]{2,}/gu), found => ({
    start: found.index,
    end: found.index + found[0].length,
  }))

/** Every form of every accepted spelling of a concept's main part. */
function acceptedForms({ glossary, chooser }: Bitext, index: number, language: Language): string[] {
  const concept = glossary.concepts[index]!
  const accepted = (['family', 'name', 'full'] as const).flatMap((part): Spelling[] => {
    const preferred = chooser.preferred(index, part, language)
    return preferred ? [preferred] : []
  })
  return accepted.flatMap(spelling => {
    const paradigm = paradigmOf(spelling, concept)
    return paradigm ? Object.values(paradigm).flat() : [spelling.text]
  })
}
