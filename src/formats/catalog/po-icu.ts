import type { Changes, CodeRun, Run } from '../../content/index.ts'
import type { Decoded } from '../lift.ts'
import { lowerRuns } from '../lower.ts'
import { hasChoice } from './detect.ts'
import { parseIcu } from './icu-parse.ts'
import { placesIn, textAt, withPath } from './icu-texts.ts'
import { type Place, placesOf } from './icu-tree.ts'
import { writeIcu } from './icu-write.ts'
import type { Entry } from './po-entries.ts'
import { decodeField } from './po-text.ts'

/** A message of PO that is ICU, as a language needs it. */
export interface PoIcu {
  readonly decoded: Decoded
  readonly root: Place
  readonly tagged: boolean
  readonly texts: readonly PoIcuText[]
}

/** One of its texts, with the translation that it has; its codes are those of the message. */
export interface PoIcuText {
  readonly place: Place
  readonly runs: readonly Run[]
  readonly translation: readonly Run[]
}

/** True of a catalog that has ICU messages (LinguiJS, Symfony): one of its messages chooses between texts. */
export const holdsIcu = (source: string, entries: readonly Entry[]): boolean =>
  entries.some(({ id, plural, flags }) => !plural && !hasFormat(flags) && hasChoice(decodeField(source, id).text))

/** Placeholders of another kind are no ICU. */
const hasFormat = (flags: readonly string[]): boolean =>
  flags.some(flag => flag.endsWith('-format') && flag !== 'icu-format' && !flag.startsWith('no-'))

/** A message of such a catalog; undefined where it is none of ICU. */
export function icuOf(source: string, { id, plural, flags, translations }: Entry, language: string): PoIcu | undefined {
  if (plural || hasFormat(flags)) return undefined
  const decoded = decodeField(source, id)
  const parsed = parseIcu(decoded.text)
  if ('fault' in parsed) return undefined
  const { fragment, tagged } = parsed
  const root = placesOf(fragment, language)
  const field = translations.get(0)
  const there = field ? translated(decodeField(source, field), language) : new Map<string, Run[]>()
  const texts = [...placesIn(root)].flatMap((place): PoIcuText[] => {
    const runs = textAt(place, decoded)
    return runs ? [{ place, runs, translation: withCodesOf(runs, there.get(place.path) ?? []) }] : []
  })
  return { decoded, root, tagged, texts }
}

/** The texts of a translation by their paths. */
function translated(decoded: Decoded, language: string): Map<string, Run[]> {
  const parsed = parseIcu(decoded.text)
  if ('fault' in parsed) return new Map()
  const places = [...placesIn(placesOf(parsed.fragment, language))].filter(({ branch }) => !branch?.isMissing)
  return new Map(places.flatMap(place => [[place.path, textAt(place, decoded) ?? []] as const]))
}

/** A translation with the codes of its message; none where it has a code that the message has not. */
function withCodesOf(runs: readonly Run[], translation: readonly Run[]): readonly Run[] {
  const free = runs.filter(run => run.kind !== 'text')
  const out: Run[] = []
  for (const run of translation) {
    const at = run.kind === 'text' ? -1 : free.findIndex(code => code.kind === run.kind && keyOf(code) === keyOf(run))
    if (run.kind !== 'text' && at < 0) return []
    out.push(run.kind === 'text' ? run : free.splice(at, 1)[0]!)
  }
  return out
}

/** A choice is known by its argument, whatever its branches. */
const keyOf = ({ label }: CodeRun): string =>
  /^\{\s*([^,{}]+?)\s*,\s*(?:plural|select|selectordinal)\b/.exec(label)?.[1] ?? label

/**
 * The translation with its texts changed, what is not translated as it is in the message; undefined where nothing changes. `keeps`: what
 * is translated stays.
 */
export function icuText(icu: PoIcu, id: string, changes: Changes, keeps: boolean): string | undefined {
  const { decoded, root, tagged, texts } = icu
  if (!texts.some(({ place }) => changes.has(withPath(id, place)))) return undefined
  const runs = new Map<string, readonly Run[]>()
  for (const { place, translation } of texts) {
    const now = changes.get(withPath(id, place)) ?? (keeps ? translation : [])
    if (now.length > 0) runs.set(place.path, lowerRuns(now, decoded))
  }
  return writeIcu(decoded.text, root, tagged, runs)
}
