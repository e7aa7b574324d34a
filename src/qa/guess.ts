import { decline, lemmas } from '../inflect/index.ts'
import type { Language } from '../language/index.ts'
import { originalsOf, score, spellings, threshold } from '../names/index.ts'
import { fold } from '../normalize/index.ts'
import { basesOf, nominativesOf } from './bases.ts'
import { likenessOfCyrillic, respelled, scoreOfCyrillic } from './cyrillic-names.ts'
import { namesOn } from './names.ts'
import type { Bitext, Side } from './pair.ts'
import { resemblance } from './resemblance.ts'
import { type Stretch, stretchesOf } from './stretch.ts'
import type { Unlisted } from './unlisted.ts'

/** A word of the target that is meant for a name of the source and cannot be a rendering of it. */
export interface Slip extends Stretch {
  /** What should stand there, in the same case. */
  readonly likely: string
}

/** The target's word beside the name, each in the base forms that fit best; `score` is how sure it is that they are one name, 0 to 1. */
interface Rated extends Stretch {
  readonly score: number
  readonly form: string
  readonly base: string
  readonly name: string
}

const cyrillicWord =
  /(?<![\p{L}\p{M}\p{N}])(?=\p{Lu})[\p{Script=Cyrillic}\p{M}’'ʼ]{3,}(?<!(?:ськ|зьк|цьк|ск|цк)\p{L}{1,3})(?![\p{L}\p{M}\p{N}-])/gu
const latinWord = /(?<![\p{L}\p{M}\p{N}])(?=\p{Lu})[\p{Script=Latin}\p{M}’'ʼ]{3,}(?![\p{L}\p{M}\p{N}-])/gu

/** Two spellings of which more letters differ are of two names; the letters of one script tell more. */
const alike = { latin: 0.6, cyrillic: 0.65 }

/** What is less likely a rendering, though the letters allow it, is a slip: Левучк for Levchuk. */
const surely = 0.85

/** The slip in a name of the source, if the target has no rendering of it, but a word that looks like one. */
export function slipIn(name: Unlisted, target: Side, bitext: Bitext): Slip | undefined {
  const { language } = target
  const rated = ratedIn(name, target, bitext)
  if (language === 'other' || rated.length === 0) return undefined
  const rendered = rated.filter(one => one.score >= surely)
  if (rendered.length > 0)
    return language === 'en' || isCyrillic(name.bases[0]!) ? undefined : spelledByLetters(rendered)
  const nearby = rated.map(one => ({ one, value: likenessOf(one, language) })).sort((a, b) => b.value - a.value)[0]!
  const least = language !== 'en' && isCyrillic(nearby.one.name) ? alike.cyrillic : alike.latin
  const likely = nearby.value < least ? undefined : likelyForm(nearby.one, language)
  return likely === undefined ? undefined : { start: nearby.one.start, end: nearby.one.end, likely }
}

/** No Slavic name ends so: -iak and -iuk are -як and -юк (Подоліак, Дациук). */
const byLetters = /(?<=[бвгґджзклмнпрстфхцчшщ])[іи]([ау])(?=к(?:\p{L}{1,3})?$)/u

/** A rendering whose Latin letters were exchanged one by one, if there is no better one. */
function spelledByLetters(rendered: readonly Rated[]): Slip | undefined {
  const [first] = rendered
  if (!first || !rendered.every(({ base }) => byLetters.test(base))) return undefined
  const likely = first.form.replace(byLetters, (_, vowel: string) => (vowel === 'а' ? 'я' : 'ю'))
  return { start: first.start, end: first.end, likely }
}

/** The word of the target that renders a name of the source, with every name of which it may be a form. */
export function unlistedRendering(name: Unlisted, target: Side, bitext: Bitext): Unlisted | undefined {
  const { language } = target
  const best = ratedIn(name, target, bitext).reduce<Rated | undefined>(
    (a, b) => (b.score >= (a?.score ?? threshold) ? b : a),
    undefined,
  )
  if (!best || language === 'other') return undefined
  const { start, end, form } = best
  return { start, end, bases: language === 'en' ? [form] : basesOf(form, language) }
}

const known = new WeakMap<Unlisted, readonly Rated[]>()

/** The words of the target that may be a name, as renderings of one. */
function ratedIn(name: Unlisted, target: Side, bitext: Bitext): readonly Rated[] {
  const { language, prose } = target
  if (language === 'other') return []
  const listed = namesOn(target, bitext)
  const rated =
    known.get(name) ??
    stretchesOf(prose, language === 'en' ? latinWord : cyrillicWord)
      .filter(({ start, end }) => !listed.some(one => one.start < end && start < one.end))
      .map(place => rate(name.bases, place, prose.slice(place.start, place.end), language))
  known.set(name, rated)
  return rated
}

const isCyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text)

function scoreOf(name: string, base: string): number {
  if (!isCyrillic(base)) return score(name, base)
  return isCyrillic(name) ? scoreOfCyrillic(name, base) : score(base, name)
}

/** The base forms of the word and of the name that fit one another best. */
function rate(names: readonly string[], place: Stretch, form: string, language: Language): Rated {
  if (language !== 'en' && isCyrillic(names[0]!)) return { ...place, form, ...ratedBetween(names[0]!, form, language) }
  const bases = language === 'en' ? [form] : basesOf(form, language)
  const all = names.flatMap(name => bases.map(base => ({ name, base, score: scoreOf(name, base) })))
  return { ...place, form, ...all.reduce((a, b) => (b.score > a.score ? b : a)) }
}

/** As `rate`, between Ukrainian and Russian; of base forms that do not fit those that look most alike. */
function ratedBetween(name: string, form: string, language: 'uk' | 'ru') {
  const bases = nominativesOf(form, language)
  const all = nominativesOf(name, language === 'uk' ? 'ru' : 'uk').flatMap(name =>
    bases.map(base => ({ name, base, score: scoreOfCyrillic(name, base), likeness: likenessOfCyrillic(name, base) })),
  )
  const best = all.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score >= threshold ? best : all.reduce((a, b) => (b.likeness > a.likeness ? b : a))
}

/** How alike the letters of a Cyrillic and a Latin spelling are, by the likeliest romanizations. */
function likenessOf({ name, base }: Rated, language: Language): number {
  if (isCyrillic(name) && isCyrillic(base)) return likenessOfCyrillic(name, base)
  const [cyrillic, latin] = language === 'en' ? [name, base] : [base, name]
  return Math.max(
    0,
    ...spellings(cyrillic, { limit: 6, language: 'en' }).map(({ text }) => resemblance(fold(text), fold(latin))),
  )
}

/** The name in the target's letters and in the written word's case; of the likeliest spellings the one nearest to what is written. */
function likelyForm({ name, form, base }: Rated, language: Language): string | undefined {
  if (language === 'en') {
    const all = spellings(name, { limit: 8, language })
    return nearest(
      base,
      all.filter(one => one.probability > all[0]!.probability / 20).map(({ text }) => text),
    )
  }
  const original = isCyrillic(name) ? respelled(name, language) : likelyOriginal(name, base, language)
  if (original === undefined) return undefined
  const capital = original.charAt(0).toUpperCase() + original.slice(1)
  const found = lemmas(form, { language, kind: 'family' }).find(({ lemma }) => lemma === base)
  const [first] = found?.cases ?? []
  return first ? decline(capital, { language, kind: 'family', gender: found!.gender })[first]?.[0] : capital
}

/** Of the likeliest originals of a Latin spelling the one nearest to what is written. */
function likelyOriginal(name: string, base: string, language: 'uk' | 'ru'): string | undefined {
  const foreign = language === 'uk' ? /[ёъыэ]/u : /[ґєії]/u
  const all = originalsOf(name, 8).filter(({ text }) => !foreign.test(text))
  return nearest(
    base,
    all.filter(({ log }) => log > all[0]!.log - 3).map(({ text }) => text),
  )
}

/** The likelier of two that are equally near. */
function nearest(written: string, likely: readonly string[]): string | undefined {
  const rated = likely.map(text => ({ text, value: resemblance(fold(text), fold(written)) }))
  return rated.reduce<(typeof rated)[number] | undefined>((a, b) => (a && a.value >= b.value ? a : b), undefined)?.text
}
