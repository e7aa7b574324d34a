import type { Rule } from '../../check/index.ts'
import { isGivenName } from '../../glossary/index.ts'
import { clusterForms, nameSpans } from '../../names/index.ts'
import { fold } from '../../normalize/index.ts'
import type { Problem, Span } from '../../text/index.ts'
import type { Subject } from '../subject.ts'
import { unlistedNames } from '../unlisted.ts'

/** A name that no glossary has and that a text uses often: an entry would hold it to one spelling. */
export const glossarySuggestion: Rule<Subject> = {
  code: 'glossary-suggestion',
  severity: 'info',
  off: true,
  options: { uses: { default: 3 } },
  *check(subject, { uses }) {
    for (const [key, spans] of placesByName(subject)) {
      if (spans.length < (uses as number)) continue
      const text = key.slice(key.indexOf(' ') + 1)
      const related = spans.slice(1).map(span => ({ span, role: 'same-name' }))
      yield {
        code: 'glossary-suggestion',
        span: spans[0]!,
        data: { text, count: spans.length },
        ...(related.length > 0 && { related }),
      } satisfies Problem
    }
  },
}

/** Below this likeness to a romanized Slavic name a capitalised English word is not suggested. */
const likely = 0.5

const latin = /\p{Script=Latin}/u

/** By language and base form, in the order of the text. */
function placesByName(subject: Subject): ReadonlyMap<string, readonly Span[]> {
  const places = new Map<string, Span[]>()
  const add = (name: string, span: Span) => {
    const known = places.get(name)
    if (known) known.push(span)
    else places.set(name, [span])
  }
  for (const { text, slavic, block, span } of unlistedNames(subject))
    if (slavic >= likely && !isGivenName(subject.glossary, fold(text)))
      add(`en ${text}`, subject.span(block, span.start, span.end))
  for (const passage of subject.passages) {
    const { text, language, block } = passage
    if (language !== 'uk' && language !== 'ru') continue
    const spans = nameSpans(text, language).filter(
      ({ start, end }) => passage.isFree(start, end) && !latin.test(text.slice(start, end)),
    )
    for (const { base, forms } of clusterForms(text, spans, language))
      for (const { start, end } of forms.flatMap(form => form.spans).sort((a, b) => a.start - b.start))
        add(`${language} ${base}`, subject.span(block, start, end))
  }
  return places
}
