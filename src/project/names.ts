import type { Seen, Subject } from '../lint/index.ts'
import { lines, type Span } from '../text/index.ts'
import { withBearers } from './bearers.ts'
import { type Named, NameForms, namedIn } from './name-forms.ts'
import type { Project } from './open.ts'
import { isRefused, type Read, readSource, subjectOf } from './read.ts'
import { RomanizedNames } from './romanized-names.ts'
import type { Checked, NameEntry, NamePlace, NameSpelling, Settings, Source } from './verbs.ts'

export interface Inventory {
  readonly entries: readonly NameEntry[]
  /** Files that could not be used. */
  readonly unusable: readonly Checked[]
}

type Mutable = Omit<NameSpelling, 'differs' | 'places'> & { readonly places: NamePlace[] }
export type Placer = (span: Span) => NamePlace

/** Places of a file; its lines are counted once. */
function placer(path: string, { text, shown = span => span }: Read): Placer {
  const at = lines(text)
  return span => ({ path, ...span, ...at.at(shown(span).start) })
}

/** The names of one text or of many: of the glossary, and those that stand in none. In the order of concepts, then of first places. */
export async function names(
  project: Project,
  sources: Iterable<Source>,
  settings: (path: string) => Settings,
): Promise<Inventory> {
  const listed = new Map<number, Map<string, Mutable>>()
  const romanized = new RomanizedNames(project.glossary)
  const forms = new NameForms(project.glossary)
  const unusable: Checked[] = []
  for (const source of sources) {
    const own = settings(source.path)
    const read = await readSource(source, own)
    if (isRefused(read)) {
      unusable.push(read)
      continue
    }
    const subject = subjectOf(project, read, own)
    const place = placer(source.path, read)
    const found = withBearers(
      subject.passages.map(passage => namedIn(subject, passage)),
      project.glossary,
    )
    const isNamesakes = namesakes(found)
    const namesakesHere: Seen[] = []
    for (const named of found) {
      const [strange, listedHere] = parted(named.mentions, isNamesakes)
      for (const seen of listedHere) add(listed, subject, seen, place)
      forms.add(subject, named, listedHere, strange, place)
      namesakesHere.push(...strange)
    }
    romanized.add(subject, namesakesHere, place)
  }
  const { unlisted, ofConcepts } = forms.entries()
  const known = [...listed].map(([concept, spellings]) =>
    entryOf(project, concept, [...spellings.values(), ...(ofConcepts.get(concept) ?? [])]),
  )
  return { entries: [...known, ...romanized.entries(), ...unlisted], unusable }
}

/**
 * Whether a bare family name is meant for somebody whom no glossary has: the text names a namesake in full, and the glossary's
 * person never.
 */
function namesakes(found: readonly Named[]): (seen: Seen) => boolean {
  const conceptOf = ({ mention }: Seen) => mention.namings[0]!.concept
  const isBare = ({ mention }: Seen) =>
    mention.initials === undefined && mention.namings.every(({ parts }) => parts.every(({ part }) => part === 'family'))
  const own = new Set(found.flatMap(({ mentions }) => mentions.filter(seen => !isBare(seen)).map(conceptOf)))
  const others = new Set(found.flatMap(({ others }) => others.map(conceptOf)))
  return seen =>
    isBare(seen) && !own.has(conceptOf(seen)) && (seen.doubt === 'other-person' || others.has(conceptOf(seen)))
}

function parted<T>(list: readonly T[], test: (item: T) => boolean): [yes: T[], no: T[]] {
  const parts: [T[], T[]] = [[], []]
  for (const item of list) parts[test(item) ? 0 : 1].push(item)
  return parts
}

function add(listed: Map<number, Map<string, Mutable>>, subject: Subject, seen: Seen, place: Placer): void {
  const naming = seen.mention.namings.find(n => n.lang === seen.language) ?? seen.mention.namings[0]
  if (!naming) return
  const parts = naming.parts.map(p => subject.glossary.spellings[p.spelling]!)
  const text = parts.map(s => s.text).join(' ')
  const statuses = parts.map(s => subject.chooser.judge(s).status)
  const status = (['deprecated', 'superseded', 'admitted'] as const).find(s => statuses.includes(s)) ?? 'preferred'
  const spellings = listed.get(naming.concept) ?? new Map<string, Mutable>()
  listed.set(naming.concept, spellings)
  const within = parts.map(({ lang }) => strangerIn(seen.language, lang)).find(language => language !== undefined)
  const key = `${naming.lang} ${within ?? ''} ${text}`
  const spelling = spellings.get(key) ?? { text, language: naming.lang, status, ...(within && { within }), places: [] }
  spellings.set(key, spelling)
  spelling.places.push(place(subject.span(seen.block, seen.mention.start, seen.mention.end)))
}

/** The language of a text in which a name, or a part of it, stands in the form of the other of the two. */
function strangerIn(text: Seen['language'], form: string): 'uk' | 'ru' | undefined {
  if (text === 'uk') return form === 'ru' ? 'uk' : undefined
  return text === 'ru' && form === 'uk' ? 'ru' : undefined
}

function entryOf(project: Project, index: number, spellings: readonly NameSpelling[]): NameEntry {
  const concept = project.glossary.concepts[index]!
  const chooser = project.chooserOf(undefined)
  const whole = ['given', 'family', 'name', 'full'].flatMap(
    part => chooser.preferred(index, part as 'name', 'en')?.text ?? [],
  )
  return { concept: concept.id, kind: concept.kind, ...(whole.length > 0 && { preferred: whole.join(' ') }), spellings }
}
