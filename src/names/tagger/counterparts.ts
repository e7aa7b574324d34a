import { once } from '../model.ts'
import list from './counterparts.json' with { type: 'json' }
import { fold, hashFolded, hashUnits } from './fold.ts'

/**
 * Ukrainian words read as the Russian words that stand in the same places, so that what was learned from Russian texts holds
 * for Ukrainian ones: function words and frequent words by a list, endings by rules. Only for the tagger's eyes.
 */
const unitsOf = (word: string): number[] => Array.from({ length: word.length }, (_, i) => word.charCodeAt(i))

const listed = once(
  () =>
    new Map(
      list.ukrainianRussian.map(pair => {
        const [ukrainian, russian] = pair.split(' ') as [string, string]
        return [hashFolded(fold(ukrainian)), unitsOf(fold(russian))] as const
      }),
    ),
)

/** Folded endings, the longest first; `small`: verbs, in words without a capital alone. */
const endings: readonly {
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly small: boolean
}[] = (
  [
    ['ивною', 'овнои'],
    ['ивна', 'овна'],
    ['ивни', 'овни'],
    ['ивну', 'овну'],
    ['скою', 'скои'],
    ['цкою', 'цкои'],
    ['ска', 'ская'],
    ['цка', 'цкая'],
    ['ске', 'ское'],
    ['цке', 'цкое'],
    ['ску', 'скую'],
    ['цку', 'цкую'],
    ['ски', 'ские'],
    ['цки', 'цкие'],
    ['ння', 'ние'],
    ['нню', 'нию'],
    ['ови', 'у'],
    ['еви', 'ю'],
    ['иив', 'иев'],
    ['ав', 'ал', 'small'],
    ['ив', 'ил', 'small'],
    ['ув', 'ул', 'small'],
    ['ати', 'ат', 'small'],
    ['ити', 'ит', 'small'],
    ['ути', 'ут', 'small'],
    ['ив', 'ов'],
    ['ою', 'ои'],
    ['ею', 'еи'],
  ] as const
).map(([from, to, small]) => ({ from: unitsOf(from), to: unitsOf(to), small: small === 'small' }))

const least = 3

/**
 * Rewrites the first `count` units of a folded Ukrainian word and returns how many there are now. `last` is the last unit as it
 * was written: a final і (locative, dative) is е in Russian, a final и is not.
 */
export function asRussian(units: Int32Array, count: number, small: boolean, last: number): number {
  const found = listed().get(hashUnits(units, 0, count))
  if (found) {
    units.set(found)
    return found.length
  }
  for (const { from, to, small: only } of endings) {
    if ((only && !small) || count - from.length < least - 1 || !endsIn(units, count, from)) continue
    units.set(to, count - from.length)
    return count - from.length + to.length
  }
  if (!small && (last === 0x456 || last === 0x406) && count > least && !vowels.has(units[count - 2]!))
    units[count - 1] = 0x435
  return count
}

const vowels = new Set(unitsOf('аеиоуюя'))

function endsIn(units: Int32Array, count: number, ending: readonly number[]): boolean {
  for (let k = 0; k < ending.length; k++) if (units[count - ending.length + k] !== ending[k]) return false
  return true
}
