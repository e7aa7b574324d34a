import { type Block, blockText, type CodeRun, type Run, runsText, sliceRuns, sourceSpan } from '../content/index.ts'
import type { Language } from '../language/index.ts'
import { documentLanguage, type Passage } from '../lint/index.ts'
import { type Alignable, alignTexts } from '../memory/index.ts'
import { spellingKeys } from '../names/index.ts'
import { words } from '../segment/index.ts'
import {
  type InlineCode,
  type InlineRun,
  isAside,
  isMarker,
  needsReview,
  readXliff,
  type Segment,
  unitsOf,
  writeXliff,
  type XliffChange,
} from '../xliff/index.ts'
import { exportTo } from './export.ts'
import { targetName } from './file-names.ts'
import type { Project } from './open.ts'
import { isRefused, type Read, readSource, refused, subjectOf } from './read.ts'
import { sentenceFinder } from './sentence-rules.ts'
import type { Checked, Finding, Settings, Source } from './verbs.ts'

/** Two renderings of one text, paired sentence by sentence. `problems` tell of what only the rendering says. */
export interface Aligned extends Checked {
  /** Absent where one of them could not be used. */
  readonly result?: {
    readonly language: Language
    /** Suggested file name, without folder. */
    readonly name: string
    readonly text: string
    readonly pairs: number
    /** Pairs that a person should look at: they need review and have a note, the others are `final`. */
    readonly uncertain: number
    /** Sentences of the source that have no counterpart. */
    readonly unpaired: number
    /** Sentences of the rendering that have none: they are in no pair. */
    readonly added: number
  }
}

/** Below this probability a pair is uncertain. */
const certain = 0.9

/**
 * Pairs a published rendering with the text it renders, as XLIFF: paragraphs by structure, length, numbers and names, then the
 * sentences in them. `problems` count in the rendering.
 */
export async function align(
  project: Project,
  source: Source,
  rendering: Source,
  settings: (path: string) => Settings,
): Promise<Aligned> {
  const left = await open(project, source, settings(source.path))
  const right = await open(project, rendering, settings(rendering.path))
  if ('unusable' in left) return left
  if ('unusable' in right) return right
  if (left.language === right.language) {
    const data = { language: left.language }
    return refused(rendering, right.read.text, [{ code: 'language-same', severity: 'error', span: nowhere, data }])
  }
  const pairs = new Map<Block, readonly Pair[]>()
  const paired = pairTexts(left, right)
  for (const pair of paired.pairs) pairs.set(pair.block, [...(pairs.get(pair.block) ?? []), pair])
  const exported = await exportTo(
    project,
    left.subject,
    left.read,
    source,
    left.language,
    right.language,
    { to: [right.language] },
    block => pairs.get(block),
  )
  const changes: XliffChange[] = []
  const xliff = readXliff(exported.text).value
  const queue = exported.blocks.map(block => pairs.get(block) ?? [])
  let uncertain = 0
  for (const [i, unit] of [...unitsOf(xliff)].entries()) {
    const segments = unit.segments.filter(({ kind }) => kind === 'segment')
    for (const [j, segment] of segments.entries()) {
      const pair = queue[i]?.[j]
      if (!pair || pair.target.length === 0) continue
      const translated = withCodes(pair.target, segment)
      const sure = pair.confidence >= certain && translated?.complete === true
      const states = sure ? ({ state: 'final' } as const) : ({ state: 'translated', subState: needsReview } as const)
      if (translated) changes.push({ unit, segment, target: translated.runs, ...states })
      if (sure) continue
      uncertain++
      // A rendering without a code that must stay is no target, but it is not lost.
      const rest = translated ? '' : `: ${runsText(pair.target.filter(run => run.kind === 'text'))}`
      const text = `${segment.id ?? ''} ${pair.confidence.toFixed(2)}${rest}`
      changes.push({ unit, note: { category: 'alignment', text: text.trim() } })
    }
  }
  const written = writeXliff(exported.text, xliff, changes, { targetLanguage: right.language })
  const count = changes.filter(change => 'segment' in change).length
  return {
    path: rendering.path,
    text: right.read.text,
    problems: paired.alone.map(sentence => addedIn(right.read, sentence)),
    unusable: false,
    result: {
      language: right.language,
      name: `${targetName(source.name ?? source.path, right.language).base}.xlf`,
      text: written.value,
      pairs: count,
      uncertain,
      unpaired: exported.segments - count,
      added: paired.alone.length,
    },
  }
}

function addedIn({ shown }: Read, { block, start, end }: Sentence): Finding {
  const span = sourceSpan(block, start, end)
  const text = blockText(block).slice(start, end)
  return { code: 'align-added', severity: 'info', span: shown ? shown(span) : span, data: { text } }
}

const nowhere = { start: 0, end: 0 }

interface Side {
  readonly read: Read
  readonly language: Language
  readonly subject: ReturnType<typeof subjectOf>
  readonly find: ReturnType<typeof sentenceFinder>
  readonly passages: ReadonlyMap<Block, Passage>
}

async function open(project: Project, source: Source, settings: Settings): Promise<Side | Checked> {
  const read = await readSource(source, settings)
  if (isRefused(read)) return read
  const language = documentLanguage(read.document, read.document.blocks.map(blockText), settings)
  if (language === undefined) {
    return refused(source, read.text, [{ code: 'language-undetermined', severity: 'error', span: nowhere }])
  }
  const subject = subjectOf(project, read, { ...settings, language, withData: true })
  const find = sentenceFinder(settings.sentenceRules, language)
  return { read, language, subject, find, passages: new Map(subject.passages.map(passage => [passage.block, passage])) }
}

/** A stretch of a block of the source with what renders it. */
interface Pair {
  readonly block: Block
  readonly start: number
  readonly end: number
  target: Run[]
  confidence: number
}

interface Sentence extends Alignable {
  readonly block: Block
  readonly start: number
  readonly end: number
}

interface Paired {
  /** Every sentence of the source in one of them, in order. */
  readonly pairs: readonly Pair[]
  /** Sentences of the rendering that are in none. */
  readonly alone: readonly Sentence[]
}

function pairTexts(left: Side, right: Side): Paired {
  const lefts = blocksOf(left)
  const rights = blocksOf(right)
  const parts = alignTexts(lefts, rights).map(bead => {
    const a = lefts.slice(...bead.left).flatMap(({ block }) => sentencesOf(block, left))
    const b = rights.slice(...bead.right).flatMap(({ block }) => sentencesOf(block, right))
    return pairSentences(a, b, bead.confidence)
  })
  return { pairs: parts.flatMap(({ pairs }) => pairs), alone: parts.flatMap(({ alone }) => alone) }
}

function pairSentences(left: readonly Sentence[], right: readonly Sentence[], confidence: number): Paired {
  const pairs: Pair[] = []
  const alone: Sentence[] = []
  for (const bead of alignTexts(left, right)) {
    const own = left.slice(...bead.left)
    const rendered = right.slice(...bead.right)
    const target = rendered.flatMap((sentence, i) => targetRuns(sentence, i > 0))
    const [first] = own
    const last = pairs.at(-1)
    if (!first) {
      // What only the rendering says goes to the sentence before, for a person to look at.
      if (last && target.length > 0) {
        last.target = [...last.target, ...spaced(target, last.target.length > 0)]
        last.confidence = 0
      } else alone.push(...rendered)
      continue
    }
    const inBlock = own.filter(({ block }) => block === first.block)
    const share = bead.confidence * confidence
    pairs.push({
      block: first.block,
      start: first.start,
      end: inBlock.at(-1)!.end,
      target,
      confidence: inBlock.length < own.length ? 0 : share,
    })
    for (const { block, start, end } of own.slice(inBlock.length))
      pairs.push({ block, start, end, target: [], confidence: 0 })
  }
  return { pairs, alone }
}

const targetRuns = ({ block, start, end }: Sentence, more: boolean): Run[] =>
  spaced(sliceRuns(block.runs, start, end, { atStart: true, atEnd: true }), more)

const spaced = (runs: readonly Run[], more: boolean): Run[] =>
  more ? [{ kind: 'text', text: ' ', map: [] }, ...runs] : [...runs]

const hasLetters = /\p{L}/u

function blocksOf(side: Side): (Alignable & { readonly block: Block })[] {
  return side.read.document.blocks
    .map(block => ({ block, text: blockText(block) }))
    .filter(({ text }) => hasLetters.test(text))
    .map(({ block, text }) => ({
      block,
      length: text.length,
      anchors: anchorsOf(side, block, text, 0, text.length),
      kind: `${block.kind} ${block.scope}`,
    }))
}

function sentencesOf(block: Block, side: Side): Sentence[] {
  const text = blockText(block)
  return side
    .find(block)
    .filter(({ start, end }) => hasLetters.test(text.slice(start, end)))
    .map(({ start, end }) => ({
      block,
      start,
      end,
      length: end - start,
      anchors: anchorsOf(side, block, text, start, end),
    }))
}

/** Numbers, names of the glossary, and the consonants of other capitalised words: what a translation keeps. */
function anchorsOf({ passages }: Side, block: Block, text: string, start: number, end: number): string[] {
  const anchors: string[] = []
  for (const { mention } of passages.get(block)?.mentions ?? []) {
    if (mention.start < start || mention.start >= end) continue
    for (const { concept } of mention.namings.slice(0, 1)) anchors.push(`concept ${concept}`)
  }
  const part = text.slice(start, end)
  for (const word of words(part)) {
    const written = part.slice(word.start, word.end)
    if (/\d/.test(written)) anchors.push(written.replace(/\D/g, ''))
    else if (/^\p{Lu}\p{L}{3}/u.test(written)) anchors.push(...spellingKeys(written))
  }
  return anchors
}

/**
 * The runs of a rendering with the codes of its source in place of its own, paired by what they look like, then by their kind in
 * order. `complete` where each side has a counterpart for all of the other's. Undefined where one that must stay has none.
 */
function withCodes(target: readonly Run[], segment: Segment): { runs: InlineRun[]; complete: boolean } | undefined {
  const own = segment.source.runs.filter(run => run.kind !== 'text' && !isMarker(run) && !isAside(run)) as InlineCode[]
  const codes = target.filter(run => run.kind !== 'text')
  const found = new Map<Run, InlineCode>()
  const pairUp = (alike: (a: CodeRun, b: InlineCode) => boolean) => {
    for (const code of codes) {
      if (found.has(code)) continue
      const free = own.filter(each => ![...found.values()].includes(each))
      const same = free.find(each => each.kind === code.kind && alike(code, each))
      if (same) found.set(code, same)
    }
  }
  pairUp((a, b) => a.label === b.label)
  pairUp((a, b) => a.label[0] === b.label[0])
  pairUp(({ kind }) => kind === 'code')
  const missing = own.filter(each => ![...found.values()].includes(each))
  if (missing.some(({ attributes }) => attributes.canDelete === 'no')) return undefined
  const runs = target.flatMap((run): InlineRun[] =>
    run.kind === 'text'
      ? [{ kind: 'text', text: run.text.replace(/\s+/g, ' '), map: [] }]
      : found.has(run)
        ? [found.get(run)!]
        : [],
  )
  const complete = missing.length === 0 && found.size === codes.length
  return nested(runs) ? { runs, complete } : undefined
}

function nested(runs: readonly InlineRun[]): boolean {
  const open: string[] = []
  for (const run of runs) {
    if (run.kind === 'open') open.push(run.id)
    else if (run.kind === 'close' && open.pop() !== run.id) return false
  }
  return open.length === 0
}
