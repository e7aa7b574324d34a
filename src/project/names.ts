import { isGivenName } from '../glossary/index.ts'
import { type Passage, type Seen, type Subject, type Unlisted, unlistedAndOthers } from '../lint/index.ts'
import { clusterForms, differences, explain, findInconsistent, nameSpans } from '../names/index.ts'
import { fold } from '../normalize/index.ts'
import { lines, type Span } from '../text/index.ts'
import type { Project } from './open.ts'
import { isRefused, type Read, readSource, subjectOf } from './read.ts'
import type { Checked, NameEntry, NamePlace, NameSpelling, Settings, Source } from './verbs.ts'

export interface Inventory {
  readonly entries: readonly NameEntry[]
  /** Files that could not be used. */
  readonly unusable: readonly Checked[]
}

type Mutable = { text: string; language: string; status: NameSpelling['status']; places: NamePlace[] }
type Placer = (span: Span) => NamePlace

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
  const unlisted: Found[] = []
  const forms = new Map<string, NameForm>()
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
    for (const passage of subject.passages) {
      const spelled = formsIn(subject, passage)
      const others = spelled.flatMap(({ isOthers, spans }) => (isOthers ? spans : []))
      const isOthers = ({ mention }: Seen) =>
        others.some(span => span.start <= mention.start && mention.end <= span.end)
      for (const seen of passage.mentions) if (!isOthers(seen)) add(listed, subject, seen, place)
      addForms(forms, subject, passage, spelled, place)
    }
    for (const name of unlistedAndOthers(subject)) {
      if (name.slavic < likely) continue
      unlisted.push({ name, place: place(subject.span(name.block, name.span.start, name.span.end)) })
    }
  }
  const known = [...listed].map(([concept, spellings]) => entryOf(project, concept, [...spellings.values()]))
  return { entries: [...known, ...unlistedEntries(unlisted), ...[...forms.values()].map(formEntry)], unusable }
}

interface NameForm {
  /** Of spellings with ё and with е the one with ё: it tells more. */
  base: string
  readonly language: string
  readonly kind: string | undefined
  readonly places: NamePlace[]
}

/** A name of a Ukrainian or Russian passage, all its case forms. */
interface Spelled {
  readonly base: string
  readonly kind: string | undefined
  readonly spans: readonly Span[]
  /** A person whose family name the glossary has, but with another given name. */
  readonly isOthers: boolean
}

function formsIn(subject: Subject, passage: Passage): readonly Spelled[] {
  const { text, language } = passage
  if (language !== 'uk' && language !== 'ru') return []
  const all = nameSpans(text, language)
  const shared = familiesWithin(passage, all)
  const spans = all.filter(span => shared.has(span) || passage.isUnlisted(span.start, span.end))
  return clusterForms(text, spans, language).flatMap(({ base, kind, forms }): Spelled[] => {
    const own = forms.flatMap(form => form.spans)
    const free = own.filter(span => !shared.has(span))
    const others = own.filter(span => hasOtherGiven(subject, shared.get(span) ?? [], base))
    return [
      { base, kind, spans: others, isOthers: true },
      { base, kind, spans: free, isOthers: false },
    ].filter(({ spans }) => spans.length > 0)
  })
}

/** The glossary's family names, without given names of theirs, within longer names. Names and spans in order. O(n). */
function familiesWithin({ mentions }: Passage, spans: readonly Span[]): ReadonlyMap<Span, readonly Seen[]> {
  const alone = mentions.filter(
    ({ mention: { initials, namings } }) =>
      initials === undefined && namings.every(({ parts }) => parts.length === 1 && parts[0]!.part === 'family'),
  )
  let at = 0
  return new Map(
    spans.flatMap(span => {
      const from = at
      while (at < alone.length && alone[at]!.mention.end <= span.end) at++
      const found = alone.slice(from, at).filter(({ mention }) => isPart(mention, span))
      return found.length > 0 ? [[span, found] as const] : []
    }),
  )
}

const isPart = (part: Span, { start, end }: Span): boolean =>
  start <= part.start && part.end <= end && part.end - part.start < end - start

/** Is one of the words beside the family name a given name, and none that of its bearers in the glossary? */
function hasOtherGiven({ glossary }: Subject, families: readonly Seen[], base: string): boolean {
  const bearers = families
    .flatMap(({ mention }) => mention.namings)
    .flatMap(({ concept }) => Object.values(glossary.concepts[concept]!.names))
  const foldedOf = (part: 'given' | 'family') => new Set(bearers.flatMap(name => (name[part] ? fold(name[part]) : [])))
  const [own, family] = [foldedOf('given'), foldedOf('family')]
  const given = base
    .split(' ')
    .map(fold)
    .filter(word => !family.has(word) && isGivenName(glossary, word))
  return bearers.length > 0 && given.length > 0 && !given.some(word => own.has(word))
}

/** The names that the glossary does not have, all case forms of one under its base form. */
function addForms(
  forms: Map<string, NameForm>,
  subject: Subject,
  { block, language }: Passage,
  spelled: readonly Spelled[],
  place: Placer,
): void {
  for (const { base, kind, spans } of spelled) {
    const key = `${language} ${base.replaceAll('ё', 'е').replaceAll('Ё', 'Е')}`
    const form = forms.get(key) ?? { base, language, kind, places: [] }
    if (/ё/iu.test(base)) form.base = base
    forms.set(key, form)
    for (const { start, end } of spans) form.places.push(place(subject.span(block, start, end)))
  }
}

function formEntry({ base, language, kind, places }: NameForm): NameEntry {
  return { ...(kind && { kind }), spellings: [{ text: base, language, status: 'unlisted', places }] }
}

/** Below this likeness to a romanized Slavic name a capitalised word is not listed. */
const likely = 0.5

interface Found {
  readonly name: Unlisted
  readonly place: NamePlace
}

/** Names that no glossary has: those in several spellings with their original, then the others, by their first places. */
function unlistedEntries(found: readonly Found[]): NameEntry[] {
  const places = new Map(found.map(({ name, place }) => [name, place]))
  const spelled = (text: string, list: readonly Unlisted[]): NameSpelling => ({
    text,
    language: 'en',
    status: 'unlisted',
    places: list.map(name => places.get(name)!),
  })
  const groups = findInconsistent(places.keys())
  const grouped = new Set(groups.flatMap(group => group.mentions.flat()))
  const single = new Map<string, Unlisted[]>()
  for (const { name } of found) {
    if (grouped.has(name)) continue
    const list = single.get(name.text)
    if (list) list.push(name)
    else single.set(name.text, [name])
  }
  return [
    ...groups.map(({ cluster, confidence, mentions }): NameEntry => {
      const { original, members } = cluster
      const spellings = mentions.map((list, i) => {
        const differs = original && i > 0 ? differences(explain(original, members[i]!.text, members[0]!.text)) : ''
        return { ...spelled(members[i]!.text, list), ...(differs && { differs }) }
      })
      return { confidence, ...(original && { original }), spellings }
    }),
    ...[...single].map(([text, list]): NameEntry => ({ spellings: [spelled(text, list)] })),
  ]
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
  const key = `${naming.lang} ${text}`
  const spelling = spellings.get(key) ?? { text, language: naming.lang, status, places: [] }
  spellings.set(key, spelling)
  spelling.places.push(place(subject.span(seen.block, seen.mention.start, seen.mention.end)))
}

function entryOf(project: Project, index: number, spellings: readonly Mutable[]): NameEntry {
  const concept = project.glossary.concepts[index]!
  const chooser = project.chooserOf(undefined)
  const whole = ['given', 'family', 'name', 'full'].flatMap(
    part => chooser.preferred(index, part as 'name', 'en')?.text ?? [],
  )
  return { concept: concept.id, kind: concept.kind, ...(whole.length > 0 && { preferred: whole.join(' ') }), spellings }
}
