import type { Rule } from '../../check/index.ts'
import { fold, redressed } from '../../normalize/index.ts'
import type { Problem } from '../../text/index.ts'
import { spellingsWithDiacritics } from '../diacritics.ts'
import { editsTo } from '../inconsistency.ts'
import type { Passage } from '../passage.ts'
import type { Subject } from '../subject.ts'

/** A name whose preferred Latin spelling has diacritics, written without them in English text. */
export const missingDiacritic: Rule<Subject> = {
  code: 'missing-diacritic',
  severity: 'warning',
  off: true,
  *check(subject) {
    const spellings = spellingsWithDiacritics(subject.glossary, subject.chooser)
    if (spellings.size === 0) return
    const longest = Math.max(...[...spellings.keys()].map(text => text.split(separator).length))
    for (const passage of subject.passages)
      if (passage.language === 'en') yield* inPassage(subject, passage, spellings, longest)
  },
}

const separator = /[ -]/u
const words = /(?<![\p{L}\p{M}\p{N}])\p{L}[\p{L}\p{M}]*(?:['’ʼ]\p{L}{2,})*/gu

/** Longest first, without overlap. */
function* inPassage(
  subject: Subject,
  passage: Passage,
  spellings: ReturnType<typeof spellingsWithDiacritics>,
  longest: number,
): Generator<Problem> {
  const { text } = passage
  const found = [...text.matchAll(words)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }))
  for (let i = 0; i < found.length; i++) {
    const { start } = found[i]!
    if (!/\p{Lu}/u.test(text[start]!)) continue
    for (let count = Math.min(longest, found.length - i); count > 0; count--) {
      const { end } = found[i + count - 1]!
      const spelling = spellings.get(fold(text.slice(start, end)))
      if (!spelling || !passage.isFree(start, end)) continue
      yield problemOf(subject, passage, { start, end, wanted: spelling.text, concept: spelling.concept })
      i += count - 1
      break
    }
  }
}

interface Found {
  readonly start: number
  readonly end: number
  readonly wanted: string
  readonly concept: number
}

function problemOf(subject: Subject, passage: Passage, { start, end, wanted, concept }: Found): Problem {
  const { text, block } = passage
  const written = text.slice(start, end)
  const place = passage.placeAt(start, end)
  const edits = editsTo(subject, block, start, written, wanted)
  return {
    code: 'missing-diacritic',
    span: subject.span(block, start, end),
    ...(place === 'quotation' && { severity: 'info' as const }),
    data: {
      text: written,
      preferred: redressed(written, wanted),
      concept: subject.glossary.concepts[concept]!.id,
      place,
    },
    fixes: [{ kind: 'unsafe', edits }],
  }
}
