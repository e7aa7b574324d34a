import type { Rule } from '../../check/index.ts'
import { type Named, type NamePart, namesOn } from '../names.ts'
import { type Bitext, isTranslated, problemAt, type Translated } from '../pair.ts'
import { replacement, wantedFor } from '../rendering.ts'
import { unlistedInconsistencies } from '../unlisted-consistency.ts'

/**
 * A name that a file renders in several ways. Of the accepted spellings of a listed name the preferred one wins, else the more
 * frequent one; of an unlisted name the more frequent one does.
 */
export const nameConsistency: Rule<Bitext> = {
  code: 'name-consistency',
  severity: 'warning',
  *check(bitext) {
    for (const uses of usesIn(bitext).values()) {
      const spellings = new Map<string, Use[]>()
      for (const use of uses) spellings.set(textOf(use), [...(spellings.get(textOf(use)) ?? []), use])
      if (spellings.size < 2) continue
      const winner = winnerOf([...spellings.values()])
      for (const [text, list] of spellings)
        if (text !== textOf(winner)) for (const use of list) yield problemOf(bitext, use, winner)
    }
    yield* unlistedInconsistencies(bitext)
  },
}

interface Use {
  readonly pair: Translated
  readonly name: Named
  readonly part: NamePart
}

const textOf = ({ part }: Use): string => part.spelling.text

/** The accepted spellings of names that both sides have, by concept and part. */
function usesIn(bitext: Bitext): Map<string, Use[]> {
  const uses = new Map<string, Use[]>()
  for (const pair of bitext.pairs.filter(isTranslated)) {
    const inSource = new Set(namesOn(pair.source, bitext).map(({ concept }) => concept))
    for (const name of namesOn(pair.target, bitext)) {
      if (!inSource.has(name.concept) || name.concepts.length > 1) continue
      for (const part of name.parts) {
        const { status } = part.judgement
        if (part.spelling.lang !== pair.target.language || (status !== 'preferred' && status !== 'admitted')) continue
        const key = `${name.concept} ${part.spelling.part}`
        uses.set(key, [...(uses.get(key) ?? []), { pair, name, part }])
      }
    }
  }
  return uses
}

function winnerOf(spellings: readonly (readonly Use[])[]): Use {
  const preferred = spellings.find(([use]) => use!.part.judgement.status === 'preferred')
  return (preferred ?? spellings.reduce((a, b) => (b.length > a.length ? b : a)))[0]!
}

function problemOf(bitext: Bitext, { pair, name, part }: Use, winner: Use) {
  const { language } = pair.target
  const wanted = language === 'other' ? undefined : wantedFor(bitext, name, part, pair.target.text, language)
  const own = winner.part.judgement.status === 'preferred' ? wanted?.text : undefined
  const data = { preferred: own ?? winner.part.spelling.text, segments: winner.pair.segment.number }
  const related = [{ span: winner.pair.target.span(winner.part.part.start, winner.part.part.end), role: 'other' }]
  const fixes = own === undefined ? {} : { fixes: [replacement(pair, part.part, own, 'unsafe')] }
  return { ...problemAt(pair, 'name-consistency', part.part, { data, ...fixes }), related }
}
