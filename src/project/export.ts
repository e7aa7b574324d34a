import { type Block, blockText, isIn } from '../content/index.ts'
import { casesIn, paradigmOf, type Spelling } from '../glossary/index.ts'
import { declensions } from '../inflect/index.ts'
import type { Language } from '../language/index.ts'
import { documentLanguage, type Passage, type Subject } from '../lint/index.ts'
import type { Concept } from '../termbase/index.ts'
import type { ExportTerm, ExportUnit } from '../xliff/index.ts'
import { composeXliff, exportModel } from '../xliff/index.ts'
import { exportName } from './file-names.ts'
import { leverage, leverageOf } from './memory.ts'
import type { Project } from './open.ts'
import { profileOf } from './profiles.ts'
import { isRefused, type Read, readSource, refused, shownOf, subjectOf } from './read.ts'
import { sentenceFinder } from './sentence-rules.ts'
import { translatableOf } from './translatable.ts'
import type { Exported, ExportOptions, Settings, Source } from './verbs.ts'

/** The text as XLIFF, one file a target language, with the glossary's names as terms; none for a text without a letter whose language nobody says. */
export async function exportDocument(
  project: Project,
  source: Source,
  settings: Settings,
  options: ExportOptions,
): Promise<Exported> {
  const read = await readSource(source, settings)
  if (isRefused(read)) return { ...read, files: [] }
  const { document } = translatableOf(read.document)
  const texts = document.blocks.map(blockText)
  const from = options.from ?? documentLanguage(document, texts, settings)
  if (from === undefined && !texts.some(text => hasLetters.test(text))) {
    return { path: source.path, ...shownOf(read), problems: [], unusable: false, files: [] }
  }
  if (from === undefined) {
    const problem = { code: 'language-undetermined', severity: 'error' as const, span: { start: 0, end: 0 } }
    return { ...refused(source, read.text, [problem]), files: [] }
  }
  const same = options.to.includes(from)
  if (same) {
    const problem = {
      code: 'language-same',
      severity: 'error' as const,
      span: { start: 0, end: 0 },
      data: { language: from },
    }
    return { ...refused(source, read.text, [problem]), files: [] }
  }
  const subjectFor = (read: Read) => subjectToExport(project, read, settings, settings.language ?? from)
  const shared = read.forTarget ? undefined : subjectFor(read)
  const files: Exported['files'][number][] = []
  for (const to of options.to) {
    const target = read.forTarget?.(to) ?? read
    const subject = shared ?? subjectFor(target)
    files.push(await exportTo(project, subject, target, source, from, to, options, sentencesBy(settings, from)))
  }
  const problems = read.problems.map(p => ({ ...p, severity: p.severity ?? ('warning' as const) }))
  return { path: source.path, ...shownOf(read), problems, unusable: false, files }
}

/** What goes to translators, as the glossary sees it: titles and descriptions have names, too. */
export const subjectToExport = (project: Project, read: Read, settings: Settings, language: Language): Subject =>
  subjectOf(project, { ...read, ...translatableOf(read.document) }, { ...settings, language, withData: true })

/** Where the sentences of a block are; undefined where the language's rules are to find them. */
export type SegmentsOf = (block: Block) => ExportUnit['segments'] | undefined

/** By the rules of the settings; what is translated as one has none. */
export function sentencesBy({ sentenceRules }: Settings, language: Language): SegmentsOf {
  const find = sentenceFinder(sentenceRules, language)
  return block => (isWhole(block) ? undefined : find(block))
}

/** One target language of `exportDocument`; `blocks` are those that the file's units are made of, in their order. */
export async function exportTo(
  project: Project,
  subject: Subject,
  read: Read,
  source: Source,
  from: Language,
  to: Language,
  options: ExportOptions,
  segmentsOf: SegmentsOf,
) {
  const profile = profileOf(options.profile)
  const stretchesOf: SegmentsOf = profile?.whole ? block => [whole(blockText(block))] : segmentsOf
  const passages = new Map(subject.passages.map(passage => [passage.block, passage]))
  const { translations } = translatableOf(read.document)
  const units = subject.document.blocks.flatMap(block =>
    unitOf(subject, block, passages.get(block), from, to, translations.get(block.id), stretchesOf),
  )
  const original = options.original ?? source.name ?? source.path
  const matches =
    options.memory &&
    profile?.matches !== false &&
    (await leverage(leverageOf(project, options.memory, subject.chooser, from, to), units))
  const version = options.version ?? profile?.xliff
  const model = exportModel({
    ...(version && { version }),
    ...(profile && { profile: profile.id, copySource: profile.copySource === true, marks: profile.marks === true }),
    sourceLanguage: localeOf(from, options),
    targetLanguage: localeOf(to, options),
    original,
    sourceHash: project.host.hash(source.bytes),
    format: read.format,
    ...(options.embed && { embedded: read.whole }),
    units: matches ? units.map((unit, i) => ({ ...unit, matches: matches[i]! })) : units,
    markup: (code, { part }) => read.markup({ ...code.span, ...(part !== undefined && { part }) }),
  })
  const segments = units.reduce((sum, unit) => sum + unit.segments.length, 0)
  return {
    language: to,
    name:
      exportName(source.name ?? source.path, to, options.fullNames?.includes(to)) +
      (options.extension ?? profile?.extension ?? '.xlf'),
    text: composeXliff(model, version ?? model.version),
    model,
    units: units.length,
    segments,
    blocks: units.map(({ block }) => block),
  }
}

/** The tag that the options have for a language, else the language itself. */
const localeOf = (language: Language, { locales, profile }: ExportOptions): string =>
  (locales ?? profileOf(profile)?.locales ?? []).find(tag => tag.toLowerCase().split('-')[0] === language) ?? language

const hasLetters = /\p{L}/u
/** Anything but codes: quotation marks around a value are translated, too. */
const hasSigns = /[^\s\ufffc]/u

/** What of a block a translator is asked for; nothing of what is in another language. */
export const askedOf = (block: Block, from: Language): ExportUnit['segments'] =>
  isInOther(block, from) ? [] : sentencesOf(block, from)

/** What of a block is translated apart: its sentences, those of a message or subtitle as one; `given` where they are known. */
export function sentencesOf(block: Block, language: Language, given?: ExportUnit['segments']): ExportUnit['segments'] {
  const text = blockText(block)
  const says = isWhole(block) ? hasSigns : hasLetters
  if (!says.test(text)) return []
  const found = given ?? (isWhole(block) ? [whole(text)] : sentenceFinder(undefined, language)(block))
  return found.filter(one => says.test(text.slice(one.start, one.end)))
}

function unitOf(
  subject: Subject,
  block: Block,
  passage: Passage | undefined,
  from: Language,
  to: Language,
  translation: Block | undefined,
  segmentsOf: SegmentsOf,
): ExportUnit[] {
  const isOther = isInOther(block, from)
  const terms = passage && !isOther ? termsOf(subject, passage, from, to) : []
  const segments = sentencesOf(block, from, isOther ? [whole(blockText(block))] : segmentsOf(block))
  if (segments.length === 0) return []
  const notes = [
    ...(block.scope === 'body' ? [] : [{ category: 'context', text: contextOf(block) }]),
    ...(block.notes ?? []),
  ]
  const target = translation && targetOf(translation, to)
  return [{ block, segments, terms, notes, ...(target && { target }), ...(isOther && { translate: false as const }) }]
}

/** What the source says to be in a third language (a French motto) is left as it is; `und`, `zxx` and `mul` name no language. */
function isInOther({ language }: Block, from: Language): boolean {
  if (language === undefined || language === '' || isIn(language, from)) return false
  return !['und', 'zxx', 'mul'].some(none => isIn(language, none))
}

/** Of an attribute its kind tells more than its scope. */
const contextOf = ({ scope, kind }: Block): string => (scope === 'attribute' ? kind : scope)

const whole = (text: string) => ({ start: 0, end: text.length })

/** A message of a catalog and a subtitle are translated as one, whatever sentences they hold. */
const isWhole = (block: Block): boolean => block.name !== undefined || block.limits !== undefined

/** A translation that there is, unless it is into another language. */
function targetOf({ runs, language, unconfirmed }: Block, to: Language): ExportUnit['target'] {
  const isOther = language !== undefined && language.toLowerCase().split('-')[0] !== to
  return isOther || runs.length === 0 ? undefined : { runs, unconfirmed: unconfirmed === true }
}

/** The glossary names of a passage with what the target language writes for them. */
function termsOf(subject: Subject, passage: Passage, from: Language, to: Language): ExportTerm[] {
  return passage.mentions.flatMap(({ mention, doubt }): ExportTerm[] => {
    const naming = mention.namings.find(n => n.lang === from)
    if (!naming || doubt) return []
    const concept = subject.glossary.concepts[naming.concept]!
    const wanted = naming.parts.map(part => subject.chooser.preferred(naming.concept, part.part, to))
    if (wanted.some(s => s === undefined)) return []
    const spelled = wanted as Spelling[]
    const source = naming.parts.map(part => subject.glossary.spellings[part.spelling]!.text).join(' ')
    const term: ExportTerm = {
      start: mention.start,
      end: mention.end,
      concept: concept.id,
      source,
      translations: [spelled.map(s => s.text).join(' ')],
      ...(concept.note && { definition: concept.note }),
    }
    return [{ ...term, ...inflectionOf(concept, spelled) }]
  })
}

/** How the name declines, and what it is in every case, its parts agreed, without repetition; the nominative is the term itself. */
function inflectionOf(concept: Concept, spelled: readonly Spelling[]): Pick<ExportTerm, 'forms' | 'declension'> {
  const paradigms = spelled.flatMap(spelling => paradigmOf(spelling, concept) ?? [])
  if (paradigms.length < spelled.length) return {}
  const cases = casesIn(-1).filter(c => paradigms.every(paradigm => paradigm[c]?.[0] !== undefined))
  const forms = [...new Set(cases.map(c => paradigms.map(paradigm => paradigm[c]![0]).join(' ')))].slice(1)
  return { declension: paradigms.flatMap(declensions), ...(forms.length > 0 && { forms }) }
}
