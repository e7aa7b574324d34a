import { fold } from '../normalize/index.ts'
import type { Problem } from '../text/index.ts'
import { unlistedRendering } from './guess.ts'
import { type Bitext, isTranslated, problemAt, type Translated } from './pair.ts'
import { type Unlisted, unlistedOn } from './unlisted.ts'

/** A rendering of a name, where it stands. */
interface Use {
  readonly pair: Translated
  readonly at: Unlisted
}

/** Uses that may be forms of one name. */
interface Group {
  readonly uses: Use[]
  /** The base forms that all of them may have. */
  bases: readonly string[]
}

/** Names of no glossary that a file renders in ways that cannot be forms of one; the more frequent way is right. */
export function* unlistedInconsistencies(bitext: Bitext): Generator<Problem> {
  const groups = new Map<string, Group[]>()
  for (const pair of bitext.pairs.filter(isTranslated)) {
    if ((pair.source.language === 'en') === (pair.target.language === 'en')) continue
    for (const name of unlistedOn(pair.source, bitext).filter(({ isSure }) => isSure)) {
      const at = unlistedRendering(name, pair.target, bitext)
      if (at) add(groups, fold(name.bases[0]!), { pair, at })
    }
  }
  for (const found of groups.values()) {
    const [winner, ...others] = [...found].sort((a, b) => b.uses.length - a.uses.length)
    for (const use of others.flatMap(({ uses }) => uses)) yield problemOf(use, winner!.uses[0]!)
  }
}

function add(groups: Map<string, Group[]>, key: string, use: Use): void {
  const known = groups.get(key) ?? []
  groups.set(key, known)
  const bases = use.at.bases.map(fold)
  const same = known.find(group => group.bases.some(base => bases.includes(base)))
  if (!same) known.push({ uses: [use], bases })
  else {
    same.uses.push(use)
    same.bases = same.bases.filter(base => bases.includes(base))
  }
}

function problemOf({ pair, at }: Use, winner: Use): Problem {
  const { target, segment } = winner.pair
  const preferred = target.text.slice(winner.at.start, winner.at.end)
  const related = [{ span: target.span(winner.at.start, winner.at.end), role: 'other' }]
  const data = { preferred, segments: segment.number }
  return { ...problemAt(pair, 'name-consistency', at, { data }), related }
}
