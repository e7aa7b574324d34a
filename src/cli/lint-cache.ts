import { readFile } from 'node:fs/promises'
import { cacheFolder, contentKey, openFindingsCache } from '../node/index.ts'
import type { Checked, Settings, Source } from '../project/index.ts'
import type { Counts } from '../report/index.ts'
import { decode, type Span } from '../text/index.ts'
import { glossaryPaths } from './glossaries.ts'
import type { Told } from './lint-report.ts'
import type { Teller } from './lint-teller.ts'
import type { Session } from './session.ts'
import type { Setup } from './setup.ts'
import { sourcesAhead } from './sources.ts'
import type { Options } from './spec.ts'

/** What is told of texts, remembered between runs. */
export interface RememberedTeller {
  readonly tell: Teller
  save(): Promise<void>
}

/** What beside a text decides what is told of it. */
interface Remembered {
  readonly setup: Setup
  readonly files: readonly string[]
  readonly variant: string
  readonly build: string
}

/**
 * A teller that asks another one only of what it has not told before: the key is the text with its settings and sidecar, the
 * glossaries, the program and the variant of the report.
 */
export async function rememberTelling(
  tell: Teller,
  { setup, files, variant, build }: Remembered,
  options: Options,
  session: Session,
): Promise<RememberedTeller> {
  const { cwd, environment, platform } = session.terminal
  const paths = await glossaryPaths(options, setup, cwd)
  const glossaries = await Promise.all(paths.map(path => readFile(path).catch(() => '')))
  const isTogether = options.across || options.parallel
  const others = isTogether ? await contentOf(files, options, session) : ''
  const manner = JSON.stringify([options.across === true, options.parallel === true])
  const run = contentKey(build, variant, manner, others, ...glossaries)
  const cache = await openFindingsCache(cacheFolder(environment, platform), setup.root)
  return {
    async tell(source) {
      const key = keyOf(source, run, setup)
      const known = cache.get(key) as Stored | undefined
      if (known) return fromStored(known, source)
      const told = await tell(source)
      if (told) cache.put(key, toStored(told, source))
      return told
    },
    save: cache.save,
  }
}

/** Names all texts of a run, where what is found in one follows from the others. */
async function contentOf(files: readonly string[], options: Options, session: Session): Promise<string> {
  const keys: string[] = []
  for await (const { path, bytes } of sourcesAhead(files, options, session)) keys.push(contentKey(path, bytes))
  return contentKey(...keys)
}

const keyOf = ({ path, name, bytes, sidecar }: Source, run: string, setup: Setup): string =>
  contentKey(JSON.stringify([run, path, name, nameOf(setup.settings(path))]), bytes, ...(sidecar ? [sidecar] : []))

const settingsNames = new WeakMap<Settings, string>()

/** Most texts of a run have the same settings. */
function nameOf(settings: Settings): string {
  const known = settingsNames.get(settings) ?? contentKey(JSON.stringify(settings))
  settingsNames.set(settings, known)
  return known
}

/** A file of which the source itself gives the text, or its text; of a package also where the spans stand in it. */
interface StoredFile {
  readonly problems: Checked['problems']
  readonly unusable: boolean
  /** Where the source is not in Unicode. */
  readonly text?: string
  readonly shown?: { readonly text: string; readonly places: readonly (readonly [Span, Span])[] }
}
type Stored =
  | { readonly counts: Counts; readonly said: string }
  | { readonly counts: Counts; readonly file: StoredFile }

function toStored(told: Told, source: Source): Stored {
  if ('said' in told) return told
  const { problems, unusable, text, shown } = told.checked
  const places = shown && problems.flatMap(spansOf).map(span => [span, shown(span)] as const)
  const own = places ? { shown: { text, places } } : unicodeOf(source) === text ? {} : { text }
  return { counts: told.counts, file: { problems, unusable, ...own } }
}

const unicodeOf = ({ bytes }: Source): string => decode(bytes).value.text

const spansOf = ({ span, related = [], fixes = [] }: Checked['problems'][number]): readonly Span[] => [
  span,
  ...related.map(other => other.span),
  ...fixes.flatMap(({ edits }) => edits.map(edit => edit.span)),
]

function fromStored(stored: Stored, source: Source): Told {
  if ('said' in stored) return stored
  const { shown, text: kept, ...file } = stored.file
  const text = shown?.text ?? kept ?? unicodeOf(source)
  return { counts: stored.counts, checked: { path: source.path, text, ...file, ...(shown && placed(shown.places)) } }
}

function placed(places: readonly (readonly [Span, Span])[]): Pick<Checked, 'shown'> {
  const placeOf = ({ part = '', start, end }: Span) => `${start} ${end} ${part}`
  const known = new Map(places.map(([span, place]) => [placeOf(span), place]))
  return { shown: span => known.get(placeOf(span)) ?? { start: 0, end: 0 } }
}
