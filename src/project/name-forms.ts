import { type Compiled, isGivenName } from '../glossary/index.ts'
import { officeBefore, type Passage, type Seen, type Subject } from '../lint/index.ts'
import { clusterForms, languageByGiven, nameSpans } from '../names/index.ts'
import { fold } from '../normalize/index.ts'
import type { Span } from '../text/index.ts'
import { bearersOf, hasInitials, inFull } from './bearers.ts'
import { withoutCaseForms } from './case-forms.ts'
import type { Placer } from './names.ts'
import { respelledTogether } from './respelled-forms.ts'
import type { NameEntry, NamePlace, NameSpelling } from './verbs.ts'

/** A passage with the glossary's names in it. */
export interface Named {
  readonly passage: Passage
  /** Of its names that no glossary has; none of other languages are here. */
  readonly language: Cyrillic | undefined
  /** Those that are the glossary's, as far as their own words tell. */
  readonly mentions: readonly Seen[]
  /** Family names of the glossary that stand beside somebody else's given name. */
  readonly others: readonly Seen[]
  /** Unlisted names of a Ukrainian or Russian passage, with all case forms. */
  readonly spelled: readonly Spelled[]
}

/** A name of a Ukrainian or Russian passage, all its case forms. */
export interface Spelled {
  readonly base: string
  readonly kind: string | undefined
  readonly language: Cyrillic
  readonly spans: readonly Span[]
}

export type Cyrillic = 'uk' | 'ru'

/** What the glossary has in a passage, and what it has not. */
export function namedIn(subject: Subject, passage: Passage): Named {
  const language = cyrillicOf(passage)
  const { mentions } = passage
  if (!language) return { passage, language, mentions, others: [], spelled: [] }
  const all = nameSpans(passage.text, language)
  const shared = familiesWithin(passage, all)
  const spans = all.filter(span => shared.has(span) || passage.isUnlisted(span.start, span.end))
  const others = new Set<Seen>()
  const spelled = clusterForms(passage.text, spans, language).flatMap(({ base, kind, forms }): Spelled[] => {
    const found = forms.flatMap(form => form.spans)
    const own = found.filter(span => !shared.has(span) || hasOtherGiven(subject, shared.get(span)!, base))
    for (const span of own) for (const seen of shared.get(span) ?? []) others.add(seen)
    return own.length > 0 ? [{ base, kind, language, spans: own }] : []
  })
  return { passage, language, mentions: mentions.filter(seen => !others.has(seen)), others: [...others], spelled }
}

/** A short text may have no letter that only one language has: its given names tell. */
function cyrillicOf({ language, letters, text }: Passage): Cyrillic | undefined {
  if (language === 'uk' || language === 'ru') return language
  return language === 'und' && letters.cyrillic > 0 ? languageByGiven(text) : undefined
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

/** One name in all its cases, wherever it stands. */
export interface NameForm {
  base: string
  readonly language: Cyrillic
  readonly kind: string | undefined
  readonly places: NamePlace[]
  /** What has stood right before it: министр, депутат. */
  readonly offices: Set<string>
  /** The glossary's concept that is called so: it wins. */
  readonly concept?: number
}

/** The Ukrainian and Russian names that no glossary has, all case forms of one under its base form. */
export class NameForms {
  readonly #glossary: Compiled
  readonly #forms = new Map<string, NameForm>()
  readonly #listed = new Map<string, NameForm>()

  constructor(glossary: Compiled) {
    this.#glossary = glossary
  }

  /** `own`: the glossary's names; `strange`: family names of the glossary that are meant for somebody else. */
  add(
    subject: Subject,
    { passage, language, spelled }: Named,
    own: readonly Seen[],
    strange: readonly Seen[],
    place: Placer,
  ): void {
    if (language) for (const seen of own) this.#addListed(seen, language)
    const bare = strange.flatMap(({ mention }): Spelled[] => {
      const base = language && familyOf(subject, mention, language)
      return base ? [{ base, kind: 'person', language, spans: [mention] }] : []
    })
    const found = [...spelled, ...bare].flatMap(name => name.spans.map(span => [span, this.#formOf(name)] as const))
    for (const [{ start, end }, form] of found.sort(([a], [b]) => a.start - b.start)) {
      form.places.push(place(subject.span(passage.block, start, end)))
      const office = language && officeBefore(passage.text, start, language)
      if (office !== undefined) form.offices.add(office)
    }
  }

  /** A person of the glossary, in full and by the family name, with the offices it stands behind. */
  #addListed({ mention: { namings, start }, text }: Seen, language: Cyrillic): void {
    const { concept } = namings[0]!
    const { family, given } = this.#glossary.concepts[concept]!.names[language] ?? {}
    if (family === undefined) return
    const office = officeBefore(text, start, language)
    for (const base of given === undefined ? [family] : [family, `${given} ${family}`]) {
      const key = `${language} ${concept} ${base}`
      const form = this.#listed.get(key) ?? { base, language, kind: 'person', places: [], offices: new Set(), concept }
      this.#listed.set(key, form)
      if (office !== undefined) form.offices.add(office)
    }
  }

  /** Of spellings with ё and with е the one with ё tells more. */
  #formOf({ base, kind, language }: Spelled): NameForm {
    const key = `${language} ${fold(base).replaceAll('ё', 'е')}`
    const form = this.#forms.get(key) ?? { base, language, kind, places: [], offices: new Set() }
    if (/ё/iu.test(base)) form.base = base
    this.#forms.set(key, form)
    return form
  }

  readonly #isGiven = (word: string): boolean => isGivenName(this.#glossary, fold(word))

  /** Names in two spellings together; what seems a spelling of a person of the glossary is that concept's. */
  entries(): { readonly unlisted: readonly NameEntry[]; readonly ofConcepts: ReadonlyMap<number, NameSpelling[]> } {
    const unlisted: NameEntry[] = []
    const ofConcepts = new Map<number, NameSpelling[]>()
    const named = withoutInitials(withoutCaseForms([...this.#forms.values()], this.#isGiven))
    const all = [...this.#listed.values(), ...named]
    for (const group of respelledTogether(all, this.#isGiven)) {
      const concepts = new Set(group.flatMap(({ concept }) => concept ?? []))
      const forms = group.filter(({ concept }) => concept === undefined)
      if (forms.length === 0) continue
      const spellings = forms.map(spellingOf)
      const [concept] = concepts
      if (concept !== undefined && concepts.size === 1)
        ofConcepts.set(concept, [...(ofConcepts.get(concept) ?? []), ...spellings])
      else {
        const { kind } = forms[0]!
        unlisted.push({ ...(kind && { kind }), ...(forms.length > 1 && { relation: 'spelling' }), spellings })
      }
    }
    return { unlisted, ofConcepts }
  }
}

/** Names with initials are counted as the full name that they can only mean, in whatever text that stands. */
function withoutInitials(forms: readonly NameForm[]): readonly NameForm[] {
  const byBase = new Map(forms.map(form => [`${form.language} ${form.base}`, form]))
  const bearers = { uk: bearersIn(forms, 'uk'), ru: bearersIn(forms, 'ru') }
  return forms.filter(({ base, language, places }) => {
    const full = hasInitials(base) ? inFull(base, bearers[language]) : undefined
    if (full === undefined) return true
    byBase.get(`${language} ${full}`)!.places.push(...places)
    return false
  })
}

const bearersIn = (forms: readonly NameForm[], language: Cyrillic) =>
  bearersOf(forms.filter(form => form.language === language && form.kind !== 'place').map(({ base }) => base))

const spellingOf = ({ base, language, places }: NameForm): NameSpelling => ({
  text: base,
  language,
  status: 'unlisted',
  places,
})

/** The family name of a glossary's person in the nominative. */
const familyOf = ({ glossary }: Subject, { namings }: Seen['mention'], language: Cyrillic): string | undefined =>
  glossary.concepts[namings[0]!.concept]!.names[language]?.family
