import type { Side } from './pair.ts'
import type { Stretch } from './stretch.ts'

/** A time of twelve hours with its half of the day: 5:30 p.m., 5:30 вечора. */
interface HalfTime extends Stretch {
  readonly clock: string
  readonly half: 'a' | 'p'
}

const time =
  /(?<![\p{L}\d:.])(\d{1,2})(?:[:.](\d{2}))?[\s\u00a0]?(?:([ap])\.?[\s\u00a0]?m(?!\p{L})|(?:год(?:ин[аиу])?\.?|час(?:а|ов)?)?[\s\u00a0]?(ранку|утра|ночі|ночи|дня|вечора|вечера|пополудні|пополудни)(?!\p{L}))/giu

/** Times of the target that the source has only in the other half of the day, each with the source's. O(n) in the texts. */
export function inOtherHalf(source: Side, target: Side): (readonly [found: Stretch, wanted: Stretch])[] {
  const wanted = halfTimes(source)
  if (wanted.length === 0) return []
  return halfTimes(target).flatMap(found => {
    const alike = wanted.filter(({ clock }) => clock === found.clock)
    return alike.length > 0 && alike.every(({ half }) => half !== found.half) ? [[found, alike[0]!] as const] : []
  })
}

const halfTimes = ({ prose }: Side): HalfTime[] =>
  Array.from(prose.matchAll(time)).flatMap(({ 0: all, 1: hour, 2: minute, 3: latin, 4: word, index }) => {
    const half = (latin?.toLowerCase() as 'a' | 'p' | undefined) ?? halfOf(word!.toLowerCase(), Number(hour))
    return half ? [{ start: index, end: index + all.length, clock: `${Number(hour)}:${minute ?? '00'}`, half }] : []
  })

/** Of the night only the hours about midnight are sure. */
function halfOf(word: string, hour: number): 'a' | 'p' | undefined {
  if (/^ноч/u.test(word)) return hour === 12 || hour < 5 ? 'a' : hour > 9 ? 'p' : undefined
  return /^(?:ранку|утра)$/u.test(word) ? 'a' : 'p'
}
