import type { Rule } from '../../check/index.ts'
import type { Problem } from '../../text/index.ts'
import { inEmphasis } from '../emphasis.ts'
import { wordBefore, wordBehind } from '../neighbours.ts'
import type { Passage, Seen } from '../passage.ts'
import { readings, spellingProblem, wantedForm } from '../spelled.ts'
import type { Subject } from '../subject.ts'

/**
 * A name of the glossary in Latin letters in Ukrainian or Russian text, or in Cyrillic ones in English text, where it stands alone:
 * not in brackets, quotation marks or emphasis, nor in a longer stretch of the same script. Information, unless the text itself
 * writes the name in its own script elsewhere.
 */
export const nameInWrongScript: Rule<Subject> = {
  code: 'name-in-wrong-script',
  severity: 'warning',
  off: true,
  *check(subject) {
    const own = conceptsInOwnScript(subject)
    for (const passage of subject.passages) {
      const emphasised = inEmphasis(passage.block)
      for (const seen of passage.mentions) {
        if (!isForeign(seen) || emphasised(seen.mention.start) || !isPlain(passage, seen)) continue
        const problem = problemOf(subject, seen, own)
        if (problem) yield problem
      }
    }
  },
}

const scripts = { en: /\p{Script=Cyrillic}/u, uk: /\p{Script=Latin}/u, ru: /\p{Script=Latin}/u } as const

const written = ({ text, mention }: Seen) => text.slice(mention.start, mention.end)

const isForeign = (seen: Seen): boolean => seen.language !== 'und' && scripts[seen.language].test(written(seen))

const conceptsInOwnScript = (subject: Subject): ReadonlySet<number> =>
  new Set(
    subject.passages.flatMap(({ mentions }) =>
      mentions
        .filter(seen => seen.language !== 'und' && !isForeign(seen))
        .flatMap(seen => seen.mention.namings.map(({ concept }) => concept)),
    ),
  )

function isPlain({ text }: Passage, seen: Seen): boolean {
  const { start, end } = seen.mention
  if (seen.language === 'und' || seen.doubt || seen.place === 'quotation' || seen.place === 'handle') return false
  const script = scripts[seen.language]
  const beside = [wordBefore(text, start, () => true), wordBehind(text, end)]
  if (beside.some(word => word && script.test(text.slice(word.start, word.end)))) return false
  return (
    !/[([][^)\]]*$/u.test(text.slice(Math.max(0, start - 80), start)) && !/^\s*[(/]/u.test(text.slice(end, end + 2))
  )
}

const isAmiss = (parts: readonly { readonly wanted: ReturnType<typeof wantedForm> }[], script: RegExp): boolean =>
  parts.some(({ wanted }) => wanted === undefined || script.test(wanted.text))

function problemOf(subject: Subject, seen: Seen, own: ReadonlySet<number>): Problem | undefined {
  const wants = readings(subject, seen).map(reading => ({
    reading,
    parts: reading.parts.map(judged => {
      const preferred = subject.chooser.preferred(reading.naming.concept, judged.spelling.part, seen.language)
      return { judged, wanted: wantedForm(subject, seen, reading, judged, preferred) }
    }),
  }))
  const first = wants[0]
  // ICC is ICC in Russian, too.
  if (!first || seen.language === 'und' || isAmiss(first.parts, scripts[seen.language])) return undefined
  const texts = new Set(wants.map(({ parts }) => parts.map(({ wanted }) => wanted?.text).join(' ')))
  return spellingProblem(subject, {
    code: 'name-in-wrong-script',
    seen,
    ...first,
    data: { script: seen.language === 'en' ? 'cyrillic' : 'latin' },
    ambiguous: texts.size > 1,
    fix: 'unsafe',
    ...(!own.has(first.reading.naming.concept) && { severity: 'info' as const }),
  })
}
