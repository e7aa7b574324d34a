import { decline, lemmas } from '../inflect/index.ts'
import type { Language } from '../language/index.ts'
import { candidates, clusterForms, nameSpans, originalsOf, score, spellings, threshold } from '../names/index.ts'
import { fold } from '../normalize/index.ts'
import { namesOn } from './names.ts'
import type { Bitext, Side } from './pair.ts'
import { resemblance } from './resemblance.ts'
import { type Stretch, stretchesOf } from './stretch.ts'

/** A name in no glossary, as the source writes it, in its base form. */
export interface Unlisted extends Stretch {
  readonly base: string
}

/** Below this likeness to a romanized Slavic name a capitalised English word is left alone. */
const likely = 0.9

/** The single names of a side that no glossary has. */
export function unlistedOn(side: Side, bitext: Bitext): Unlisted[] {
  const listed = namesOn(side, bitext)
  const isFree = ({ start, end }: Stretch) => !listed.some(name => name.start < end && start < name.end)
  if (side.language === 'en') {
    return candidates(side.prose, (_, span) => isFree(span))
      .filter(
        ({ text, slavic, titled, before, first }) =>
          slavic >= likely &&
          text !== text.toUpperCase() &&
          !text.includes('-') &&
          (!first || titled || before !== undefined),
      )
      .map(({ text, span }) => ({ start: span.start, end: span.end, base: text }))
  }
  if (side.language === 'other') return []
  const spans = nameSpans(side.prose, side.language).filter(isFree)
  return clusterForms(side.prose, spans, side.language).flatMap(({ base, forms }) => {
    const [first] = forms.flatMap(form => form.spans)
    return first ? wordByWord(side.prose, first, base) : []
  })
}

/** The words of a name beside those of its base form. */
function wordByWord(text: string, { start, end }: Stretch, base: string): Unlisted[] {
  const written = stretchesOf(text.slice(start, end), /\S+/gu)
  const bases = base.split(' ')
  if (bases.length !== written.length) return []
  return written.map((place, i) => ({ start: start + place.start, end: start + place.end, base: bases[i]! }))
}

/** What a word of the target is to a name of the source. */
export interface Counterpart extends Stretch {
  /** 0 to 1: how sure it is that the word is the name. */
  readonly score: number
  /** The base form that the word is taken for. */
  readonly base: string
  /** What should stand there, where the word is a slip. */
  readonly likely: string | undefined
}

const word = {
  en: /(?<![\p{L}\p{M}\p{N}])(?=\p{Lu})[\p{Script=Latin}\p{M}’'ʼ]{3,}(?![\p{L}\p{M}\p{N}-])/gu,
  uk: /(?<![\p{L}\p{M}\p{N}])(?=\p{Lu})[\p{Script=Cyrillic}\p{M}’'ʼ]{3,}(?![\p{L}\p{M}\p{N}-])/gu,
  ru: /(?<![\p{L}\p{M}\p{N}])(?=\p{Lu})[\p{Script=Cyrillic}\p{M}’'ʼ]{3,}(?![\p{L}\p{M}\p{N}-])/gu,
} as const

/** The word of the target that is, or is meant for, a name of the source; undefined where none looks like it. */
export function counterpartOf({ base }: Unlisted, target: Side, bitext: Bitext): Counterpart | undefined {
  const { language } = target
  if (language === 'other') return undefined
  const listed = namesOn(target, bitext)
  const words = stretchesOf(target.prose, word[language]).filter(
    ({ start, end }) => !listed.some(name => name.start < end && start < name.end),
  )
  const rated = words.map(place => rate(base, place, target.prose.slice(place.start, place.end), language))
  const best = rated.reduce<Rated | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined)
  if (!best || best.score >= threshold) return best && { ...best, likely: undefined }
  const slip = rated
    .map(one => ({ one, value: likenessOf(base, one.base, language) }))
    .sort((a, b) => b.value - a.value)[0]!
  return slip.value < alike ? undefined : { ...slip.one, likely: likelyForm(base, slip.one, language) }
}

/** Two spellings of which more letters differ are of two names. */
const alike = 0.6

interface Rated extends Stretch {
  readonly score: number
  readonly base: string
  readonly form: string
}

/** The base form of a word that best fits the name, or the word as it is. */
function rate(name: string, place: Stretch, form: string, language: Language): Rated {
  if (language === 'en') return { ...place, form, base: form, score: score(name, form) }
  const bases = new Set([
    form,
    ...lemmas(form, { language, kind: 'family' }).map(({ lemma }) => lemma),
    ...lemmas(form, { language, kind: 'given' }).map(({ lemma }) => lemma),
  ])
  const rated = [...bases].map(base => ({ base, score: score(base, name) }))
  const best = rated.reduce((a, b) => (b.score > a.score ? b : a))
  return { ...place, form, ...best }
}

/** How alike the letters of a Cyrillic and a Latin spelling are, by the likeliest romanizations. */
function likenessOf(name: string, base: string, language: Language): number {
  const [cyrillic, latin] = language === 'en' ? [name, base] : [base, name]
  return Math.max(0, ...spellings(cyrillic, { limit: 3 }).map(({ text }) => resemblance(fold(text), fold(latin))))
}

/** The name in the target's letters and in the written word's case; of the likeliest spellings the one nearest to what is written. */
function likelyForm(name: string, { form, base }: Rated, language: Language): string | undefined {
  if (language === 'en')
    return nearest(
      base,
      spellings(name, { limit: 8, language }).map(({ text }) => text),
    )
  const foreign = language === 'uk' ? /[ёъыэ]/u : /[ґєії]/u
  const originals = originalsOf(name, 8).map(({ text }) => text)
  const original = nearest(
    base,
    originals.filter(text => !foreign.test(text)),
  )
  if (original === undefined) return undefined
  const capital = original.charAt(0).toUpperCase() + original.slice(1)
  const found = lemmas(form, { language, kind: 'family' }).find(({ lemma }) => lemma === base)
  const [first] = found?.cases ?? []
  if (!first) return capital
  return decline(capital, { language, kind: 'family', gender: found!.gender })[first]?.[0] ?? capital
}

/** The likelier of two that are equally near. */
function nearest(written: string, likely: readonly string[]): string | undefined {
  const rated = likely.map(text => ({ text, value: resemblance(fold(text), fold(written)) }))
  return rated.reduce<(typeof rated)[number] | undefined>((a, b) => (a && a.value >= b.value ? a : b), undefined)?.text
}
