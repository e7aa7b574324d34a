import { candidates, clusterForms, type NameSpan, nameSpans, slavicness, spellings } from '../names/index.ts'
import { basesOf } from './bases.ts'
import { namesOn } from './names.ts'
import type { Bitext, Side } from './pair.ts'
import { perSide } from './per-side.ts'
import { type Stretch, stretchesOf } from './stretch.ts'
import { wordsOn } from './words.ts'

/** A name in no glossary. */
export interface Unlisted extends Stretch {
  /** The forms that it may have in a dictionary, the likeliest first; one in English. */
  readonly bases: readonly string[]
  /** False of a word that may well be none: a guess needs more than this. */
  readonly isSure: boolean
  /** The text says that it is a person's; of English this is not asked. */
  readonly isPerson?: boolean
}

/** A capitalised English word of so much likeness to a romanized Slavic name is one for sure; below the second number it is left alone. */
const [surely, hardly] = [0.9, 0.02]

/** The names that running text shows, whatever the glossary; none of a language that is not read. */
export const spansOn = perSide(({ prose, language }): readonly NameSpan[] =>
  language === 'other' ? [] : nameSpans(prose, language),
)

/** The single names of a side that no glossary has. */
export const unlistedOn = perSide(findUnlisted)

/** Behind a particle of the languages of the West and of Arabic stands a name that is spelled by their rules: von der Leyen. */
const particle =
  /(?<![\p{L}\p{M}])(?:v[oa]n|de[nrs]?|d[aiu]|l[ae]|[ae]l|bin|ibn|фон|ван|де[нрс]?|д[аіиую]|л[аея]|[аеэ]ль|б[іи]н|[іи]бн)[\s-]$/u

const isBehindParticle = (text: string, { start }: Stretch): boolean =>
  particle.test(text.slice(Math.max(0, start - 6), start))

function findUnlisted(side: Side, bitext: Bitext): readonly Unlisted[] {
  return singleNames(side, bitext).filter(name => !isBehindParticle(side.prose, name))
}

function singleNames(side: Side, bitext: Bitext): Unlisted[] {
  const { prose, language } = side
  const listed = namesOn(side, bitext)
  const isFree = ({ start, end }: Stretch) => !listed.some(name => name.start < end && start < name.end)
  if (language === 'other') return []
  if (language === 'en') {
    return candidates(prose, (word, span) => isFree(span) && word !== word.toUpperCase())
      .filter(({ slavic, titled, before, first }) => slavic >= hardly && (!first || titled || before !== undefined))
      .map(({ text, span, slavic }) => ({ start: span.start, end: span.end, bases: [text], isSure: slavic >= surely }))
  }
  const spans = spansOn(side).filter(isFree)
  const people = new Set(spans.filter(({ kind }) => kind === 'person').map(({ start }) => start))
  const found = clusterForms(prose, spans, language).flatMap(({ base, forms }) => {
    const [first] = forms.flatMap(form => form.spans)
    return first ? wordByWord(prose, first, base, language, people.has(first.start)) : []
  })
  return [...found, ...untagged(side, spans, bitext)]
}

/** Capitalised words within a sentence that look like Slavic names, where nothing else says so: за словами слідчого Бойка. */
function untagged(side: Side, spans: readonly Stretch[], bitext: Bitext): Unlisted[] {
  return wordsOn(side, bitext)
    .filter(word => !word.isFirst && !spans.some(({ start, end }) => start < word.end && word.start < end))
    .filter(({ bases }) => slavicness(spellings(bases[0]!, { limit: 1 })[0]?.text ?? '') >= surely)
    .map(({ start, end, bases }) => ({ start, end, bases, isSure: false }))
}

/** The words of a name, each with its own base forms. */
function wordByWord(
  text: string,
  { start, end }: Stretch,
  base: string,
  language: 'uk' | 'ru',
  isPerson: boolean,
): Unlisted[] {
  const written = stretchesOf(text.slice(start, end), /\S+/gu)
  const bases = base.split(' ')
  if (bases.length !== written.length) return []
  return written.map((place, i) => ({
    start: start + place.start,
    end: start + place.end,
    bases: basesOf(bases[i]!, language),
    isSure: true,
    isPerson,
  }))
}
