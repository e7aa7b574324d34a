import { type Block, blockText, editRuns, type Run, runsText } from '../../../src/content/index.ts'
import { type Chooser, type Compiled, formsIn, match } from '../../../src/glossary/index.ts'
import type { BilingualSegment } from '../../../src/qa/index.ts'

/** What seeding needs to know beside the segment. */
export interface Ground {
  readonly language: 'uk' | 'ru'
  readonly glossary: Compiled
  readonly chooser: Chooser
  /** True of a word that is no name, whatever its capital. */
  readonly isWord: (word: string) => boolean
  /** A whole number below `limit`, the next of a fixed sequence. */
  readonly pick: (limit: number) => number
}

/** A kind of error: how it is made (undefined where a segment has nothing to make it from), and the rule that is to find it. */
export interface Kind {
  readonly name: string
  readonly code: string
  /** Rules that have to be silent of the segment beside that one. */
  readonly beside?: readonly string[]
  seed(segment: BilingualSegment, ground: Ground): BilingualSegment | undefined
}

type Target = BilingualSegment & { readonly target: Block }

/** A kind that is made by replacing one of the stretches of the target that a pattern finds. */
function byPattern(
  name: string,
  code: string,
  pattern: (ground: Ground) => RegExp,
  replace: (found: string, ground: Ground) => string,
  fits: (segment: Target) => boolean = () => true,
): Kind {
  return {
    name,
    code,
    seed(segment, ground) {
      const { target } = segment
      if (!target || !fits(segment as Target)) return undefined
      const places = [...blockText(target).matchAll(pattern(ground))]
      const place = places[ground.pick(places.length)]
      if (!place) return undefined
      const span = { start: place.index, end: place.index + place[0].length }
      const runs = editRuns(target.runs, [{ span, insert: replace(place[0], ground) }])
      return runsText(runs).trim() === '' ? undefined : withRuns(segment, runs)
    },
  }
}

const withRuns = (segment: BilingualSegment, runs: readonly Run[]): BilingualSegment => ({
  ...segment,
  target: { ...segment.target!, runs },
})

const latin: Readonly<Record<string, string>> = { а: 'a', е: 'e', і: 'i', о: 'o', р: 'p', с: 'c', х: 'x' }

/** The same mark, behind words that are no abbreviation: “etc.” loses another point than the sentence's. */
const sameEnd = ({ source, target }: Target): boolean => {
  const [a, b] = [source, target].map(block => /(?<=[\p{L}\p{N}»”"')\]])[.:!?]$/u.exec(blockText(block))?.[0])
  return a !== undefined && a === b && !/\b(?:etc|e\.g|i\.e|[ap]\.m)\.$/u.test(blockText(source))
}

const withoutGaps = ({ source }: Target): boolean => !/ {2}|\t/u.test(blockText(source))

/** One quotation, or none: a mark alone is spoken of. */
const fewQuotes = ({ source, target }: Target): boolean =>
  [source, target].every(block => [0, 2].includes(blockText(block).split(/["«»]/u).length - 1))

export const kinds: readonly Kind[] = [
  {
    name: 'code-deleted',
    code: 'missing-code',
    beside: ['extra-code'],
    seed: (segment, { pick }) => overCodes(segment, pick, run => [[], run]),
  },
  {
    name: 'code-doubled',
    code: 'extra-code',
    beside: ['missing-code'],
    seed: (segment, { pick }) => overCodes(segment, pick, run => [[run, run], run]),
  },
  { name: 'code-misnested', code: 'misnested-code', seed: exchanged },
  byPattern(
    'placeholder-dropped',
    'placeholder',
    // C's, Qt's, Boost's, Python's, Ruby's, shell's, .NET's …
    () =>
      /(?<!%)%\d+\$[a-z]|(?<!%)%(?:'d|zu|r|[sdiu])(?!\p{L})|%\(\w+\)[sd]|%\{\w+\}|(?<![%\d])%L?[1-9]%?(?![\w%$.])|%PRODUCTNAME|\$?\{\w*(?::\w+)?\}|\$(?:[a-z_]\w+|\([A-Z]\w+\))|<\/?(?:b|i|tt|a|span)\b[^>]*>/gu,
    () => '',
    // a form of a plural for one number alone may do without
    ({ onlyFor }) => onlyFor === undefined,
  ),
  byPattern(
    'number-changed',
    'number',
    // no part of a placeholder, an identifier or an address
    () => /(?<![%\d{$#*.]|%\(|PRI[a-zA-Z]*|%[-+#0\d.]*|@\S*|\p{L}[\p{L}\d_]*)\d(?![\d$.]*[\p{L}$>]|\S*@)/gu,
    digit => String((Number(digit) + 1) % 9),
    // no translators' signatures
    ({ source }) => !/^(?:translators?[-_]credits|Your (?:names|emails))$/u.test(blockText(source)),
  ),
  byPattern(
    'separators-copied',
    'number-format',
    () => /(?<![\d.,])[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?![\d.,])/gu,
    grouped => grouped.replace(/[^\d]/gu, ','),
    ({ source }) => /(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?![\d.,])/u.test(blockText(source)),
  ),
  { name: 'name-exchanged', code: 'name-rendering', seed: otherName },
  byPattern(
    'end-mark-dropped',
    'end-punctuation',
    () => /[.:!?]$/gu,
    () => '',
    sameEnd,
  ),
  byPattern(
    'space-doubled',
    'double-space',
    () => /(?<=\p{L}) (?=\p{L})/gu,
    () => '  ',
    withoutGaps,
  ),
  byPattern(
    'space-appended',
    'edge-space',
    () => /(?<=\S)$/gu,
    () => ' ',
  ),
  byPattern(
    'quote-dropped',
    'quotes',
    // of a text, not of a tag's attribute
    () => /(?<!<[^<>]*)[«»"]/gu,
    () => '',
    fewQuotes,
  ),
  byPattern(
    'quote-mistaken',
    'quotes',
    () => /»/gu,
    () => '“',
  ),
  byPattern(
    'homoglyph',
    'look-alike-letters',
    () => /(?<=[\u0430-\u0457])[аеорсх](?=[\u0430-\u0457])/gu,
    letter => latin[letter]!,
  ),
  byPattern(
    'foreign-letter',
    'wrong-script',
    () => /(?<=[\u0430-\u0457])[иеа](?=[\u0430-\u0457])/gu,
    (_, { language }) => (language === 'uk' ? 'ы' : 'ї'),
  ),
  byPattern(
    'apostrophe',
    'apostrophe',
    () => /(?<=[бвмпрБВМПР])['’ʼ](?=[яюєї])/gu,
    () => '`',
  ),
  byPattern(
    'address-changed',
    'url-email',
    () => /(?<=https?:\/\/[\w./-]*\w)\w(?=[\w/])/gu,
    letter => (letter === 'x' ? 'y' : 'x'),
  ),
  { name: 'untranslated', code: 'untranslated', seed: copied },
  {
    name: 'emptied',
    code: 'state',
    seed: segment =>
      blockText(segment.source).trim() === '' ? undefined : { ...withRuns(segment, []), state: 'translated' },
  },
  {
    name: 'too-long',
    code: 'length-limit',
    seed: ({ target, ...rest }) =>
      target && blockText(target).trim().length > 2
        ? { ...rest, target: { ...target, limits: { characters: blockText(target).length - 2 } } }
        : undefined,
  },
]

function overCodes(
  segment: BilingualSegment,
  pick: Ground['pick'],
  change: (run: Run) => readonly [readonly Run[], Run],
): BilingualSegment | undefined {
  const runs = segment.target?.runs ?? []
  const codes = runs.flatMap((run, i) => (run.kind === 'text' ? [] : [i]))
  const place = codes[pick(codes.length)]
  if (place === undefined) return undefined
  return withRuns(segment, [...runs.slice(0, place), ...change(runs[place]!)[0], ...runs.slice(place + 1)])
}

/** A beginning and its end change places. */
function exchanged(segment: BilingualSegment): BilingualSegment | undefined {
  const runs = [...(segment.target?.runs ?? [])]
  const first = runs.findIndex(run => run.kind === 'open')
  const open = runs[first]
  const second = runs.findIndex(run => run.kind === 'close' && open?.kind === 'open' && run.id === open.id)
  const close = runs[second]
  if (!open || !close) return undefined
  runs[first] = close
  runs[second] = open
  return withRuns(segment, runs)
}

/**
 * The source in place of a translation in Cyrillic. A source made of nothing but names and identifiers is no text that must be translated:
 * one of its words is also written with a small letter, here or in another source.
 */
function copied(segment: BilingualSegment, { isWord }: Ground): BilingualSegment | undefined {
  const { source, target } = segment
  if (!target || !/\p{Script=Cyrillic}{3}/u.test(blockText(target)) || !wordsIn(blockText(source)).some(isWord))
    return undefined
  return { ...segment, target: { ...target, runs: source.runs } }
}

/** Words of three letters and more that are no part of an identifier. */
const wordsIn = (text: string): readonly string[] =>
  text.match(/(?<![\p{L}\p{N}_/.\\@#$%&=-]|::)\p{L}\p{Ll}{2,}(?![\p{L}\p{N}_/\\(=&-]|[.:]\p{L}|::)/gu) ?? []

/** Tells the words that some source has with a small letter. */
export function isKnownAsWord(sources: readonly Block[]): (word: string) => boolean {
  const small = new Set(sources.flatMap(source => wordsIn(blockText(source)).filter(word => /^\p{Ll}/u.test(word))))
  return word => small.has(word.toLowerCase())
}

/** A name of the glossary that both sides have becomes another one, in the same case. */
function otherName(
  segment: BilingualSegment,
  { language, glossary, chooser, pick }: Ground,
): BilingualSegment | undefined {
  const { source, target } = segment
  if (!target) return undefined
  const inSource = new Set(
    match(glossary, blockText(source), { language: 'en' }).flatMap(m => m.namings.map(n => n.concept)),
  )
  const found = match(glossary, blockText(target), { language }).filter(
    m => m.namings.length === 1 && inSource.has(m.namings[0]!.concept),
  )
  const mention = found[pick(found.length)]
  // One mention of several is no missing name.
  if (!mention || found.filter(m => m.namings[0]!.concept === mention.namings[0]!.concept).length > 1) return undefined
  const { concept, mask, parts } = mention.namings[0]!
  const { kind } = glossary.concepts[concept]!
  const others = glossary.concepts.flatMap((one, i) => (one.kind === kind && !inSource.has(i) ? [i] : []))
  const other = others[pick(others.length)]!
  const part = parts.at(-1)!.part
  const preferred = chooser.preferred(other, part, language)
  const form = preferred && formsIn(preferred, glossary.concepts[other]!, mask)[0]
  // A word derived from the name renders it, too.
  const text = blockText(target).toLowerCase()
  const stem = text.slice(mention.start, mention.start + 4)
  if (!form || form.toLowerCase().startsWith(stem) || text.split(stem).length > 2) return undefined
  return withRuns(segment, editRuns(target.runs, [{ span: { start: mention.start, end: mention.end }, insert: form }]))
}
