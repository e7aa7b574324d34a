import type { Language } from '../../language/index.ts'
import type { Problem } from '../../text/index.ts'
import { mayBeSame, type Named, type NamePart, namesOn } from '../names.ts'
import { type Bitext, problemAt, type Translated, wholeOf } from '../pair.ts'
import { quotesIn } from '../quote-marks.ts'
import { faultOf, renderingOf, replacement, wantedFor } from '../rendering.ts'
import { pairRule } from '../rule.ts'

/**
 * Each name of the glossary in the source has an accepted rendering in the target, in whatever case, or a word derived from it. A name
 * that is only left out (a pronoun or a title stands for it) is information.
 */
export const nameRendering = pairRule({ code: 'name-rendering', severity: 'warning' }, function* (pair, bitext) {
  const { language } = pair.target
  if (language === 'other') return
  const inSource = namesOn(pair.source, bitext)
  for (const name of namesOn(pair.target, bitext)) {
    const source = inSource.find(one => mayBeSame(one, name))
    yield* misspelled(bitext, pair, name, source, language)
  }
  for (const [i, name] of inSource.entries()) {
    const isFirst = inSource.findIndex(one => mayBeSame(one, name)) === i
    if (isFirst && !isTerm(bitext, name)) yield* unrendered(bitext, pair, name, language)
  }
})

const isTerm = ({ glossary }: Bitext, { concept }: Named): boolean => glossary.concepts[concept]!.kind === 'term'

/** What the sentence says to write. */
const advised = (preferred: string | undefined) => ({
  advice: preferred === undefined ? 'none' : 'replace',
  preferred: preferred ?? '',
})

/** Parts of a name in the target that the glossary does not accept. */
function* misspelled(
  bitext: Bitext,
  pair: Translated,
  name: Named,
  source: Named | undefined,
  language: Language,
): Generator<Problem> {
  for (const part of name.parts) {
    const fault = faultOf(part, language, source, bitext.chooser.style !== undefined)
    // Without the source's word for it, only what the glossary itself lists is surely the name.
    if (!fault || (!source && part.spelling.basis !== 'entry')) continue
    const wanted = wantedFor(bitext, name, part, pair.target.text, language)
    const certain = wanted?.certain && source && fault !== 'style' && isPlain(pair, name, part)
    const data = { change: fault, name: bitext.glossary.concepts[name.concept]!.id, ...advised(wanted?.text) }
    const fixes = wanted ? [replacement(pair, part.part, wanted.text, certain ? 'safe' : 'unsafe')] : []
    const of = source && { of: source }
    yield problemAt(pair, 'name-rendering', part.part, { data, ...of, ...(fixes.length > 0 && { fixes }) })
  }
}

/** No former name, none of several, and not in quotation marks, where another language may be meant. */
function isPlain({ target }: Translated, name: Named, { spelling }: NamePart): boolean {
  const isQuoted = quotesIn(target).pairs.some(({ start, end }) => start < name.start && name.end < end)
  return name.concepts.length === 1 && spelling.basis !== 'former' && !isQuoted
}

/** A name of the source that the target does not have. */
function* unrendered(bitext: Bitext, pair: Translated, name: Named, language: Language): Generator<Problem> {
  const rendering = renderingOf(bitext, pair, name, language)
  const text = pair.source.text.slice(name.start, name.end)
  if (rendering.kind === 'wrong') {
    const { at, wanted } = rendering
    const fixes = wanted === undefined ? {} : { fixes: [replacement(pair, at, wanted, 'unsafe')] }
    const data = { change: 'other', name: text, ...advised(wanted) }
    yield problemAt(pair, 'name-rendering', at, { of: name, data, ...fixes })
  } else if (rendering.kind === 'omitted') {
    const data = { change: 'omitted', name: text, ...advised(undefined) }
    yield problemAt(pair, 'name-rendering', wholeOf(pair.target), { severity: 'info', of: name, data })
  }
}
