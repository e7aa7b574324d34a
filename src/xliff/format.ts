import { type Block, type Changes, type CodeRun, type Run, type TextFormat, textFormat } from '../content/index.ts'
import { compareSpans, type Edit } from '../text/index.ts'
import { xmlComments } from '../xml/index.ts'
import { type XliffChange, xliffEdits } from './edit.ts'
import { xliffExtensions } from './extensions.ts'
import { type Content, type InlineCode, type InlineRun, type Segment, type Unit, unitsOf } from './model.ts'
import { readXliff } from './read.ts'
import { prefix1 } from './states.ts'

/**
 * XLIFF as a text of blocks: of each segment that is to be translated its source, which is not edited, and its target. The
 * target of a segment that a tool has locked or a person has confirmed there is not edited either. A target that is not yet
 * there has no runs, and is written where it belongs.
 */
export const xliffFormat: TextFormat = textFormat({
  id: 'xliff',
  extensions: xliffExtensions,
  read(source) {
    const { pairs, problems } = readPairs(source)
    const blocks = pairs.flatMap(pair => [sourceBlock(pair), ...(pair.targetLanguage ? [targetBlock(pair)] : [])])
    return { value: { parts: [], blocks, embedded: [], comments: xmlComments(source) }, problems }
  },
  edits: (source, _, changes) => pairEdits(source, changes),
})

/** A segment with what its file says of it. */
interface Pair {
  readonly id: string
  readonly unit: Unit
  readonly segment: Segment
  readonly sourceLanguage: string | undefined
  readonly targetLanguage: string | undefined
}

function readPairs(text: string) {
  const { value: document, problems } = readXliff(text)
  const pairs = document.files.flatMap((file, f) =>
    [...unitsOf(file)].flatMap((unit, u) =>
      unit.segments.map(
        (segment, s): Pair => ({
          id: `${f + 1}.${u + 1}.${s + 1}`,
          unit,
          segment,
          sourceLanguage: file.sourceLanguage ?? document.sourceLanguage,
          targetLanguage: segment.target?.language ?? file.targetLanguage ?? document.targetLanguage,
        }),
      ),
    ),
  )
  return {
    document,
    pairs: pairs.filter(({ unit, segment }) => unit.translate && segment.kind === 'segment'),
    problems,
  }
}

const idOf = (pair: Pair, side: 'source' | 'target') => `${pair.id}.${side}`

function sourceBlock(pair: Pair): Block {
  const { unit, segment } = pair
  const language = segment.source.language ?? pair.sourceLanguage
  const notes = unit.notes.map(({ category, text }) => ({ ...(category !== undefined && { category }), text }))
  return {
    ...blockOf(idOf(pair, 'source'), segment.source, unit),
    isKey: true,
    ...(language !== undefined && { language }),
    ...(notes.length > 0 && { notes }),
  }
}

function targetBlock(pair: Pair): Block {
  const { unit, segment } = pair
  const at = (unit.whole?.segmented ?? segment.source).span.end
  const absent = { runs: [], span: { start: at, openEnd: at, closeStart: at, end: at }, preserve: false }
  const characters = characterLimit(unit)
  return {
    ...blockOf(idOf(pair, 'target'), segment.target ?? absent, unit),
    translates: idOf(pair, 'source'),
    language: pair.targetLanguage!,
    ...(characters !== undefined && { limits: { characters } }),
    ...(segment.target && segment.subState?.startsWith(`${prefix1}needs-`) && { unconfirmed: true }),
    ...(isSettled(pair) && { isKey: true }),
  }
}

const isSettled = ({ unit, segment }: Pair) => unit.locked === true || segment.locked === true

function blockOf(id: string, { runs, span }: Content, unit: Unit): Block {
  return {
    id,
    kind: 'paragraph',
    scope: 'body',
    span: { start: span.openEnd, end: span.closeStart },
    runs,
    name: unit.name ?? unit.id,
    ...keptIn(runs),
  }
}

/** What a marker keeps from translation is of no language that is checked: ISO 639 has a code for it. */
function keptIn(runs: readonly InlineRun[]): Pick<Block, 'languages'> {
  if (!runs.some(isKept)) return {}
  const open = new Map<string, number>()
  const languages: { start: number; end: number; language: string }[] = []
  let at = 0
  for (const run of runs) {
    if (run.kind === 'text') at += run.text.length
    else if (run.kind === 'code') at++
    else if (isKept(run)) open.set(run.id, at)
    else if (run.kind === 'close' && open.has(run.id))
      languages.push({ start: open.get(run.id)!, end: at, language: 'zxx' })
  }
  return { languages }
}

/** XLIFF 2.1 §4.7.3.1.1, Translate Annotation; in 1.2 the `mtype` is `protected`. */
const isKept = (run: InlineRun): boolean =>
  run.kind === 'open' && (run.attributes.translate === 'no' || run.attributes.mtype === 'protected')

/** Characters at most: `maxwidth` of 1.2, `slr:sizeRestriction` of 2.x (a number, or a range that ends in one). */
export function characterLimit({ attributes }: Unit): number | undefined {
  const width = attributes['size-unit'] === 'char' ? attributes.maxwidth : undefined
  const restriction = Object.entries(attributes).find(([name]) => /(?:^|:)sizeRestriction$/.test(name))?.[1]
  const most = /(\d+)$/.exec(width ?? restriction ?? '')?.[1]
  return most === undefined ? undefined : Number(most)
}

function pairEdits(source: string, changes: Changes): Edit[] {
  const { document, pairs } = readPairs(source)
  const list = pairs.flatMap((pair): XliffChange[] => {
    const { unit, segment } = pair
    const runs = changes.get(idOf(pair, 'target'))
    return runs && !isSettled(pair) ? [{ unit, segment, target: inlineRuns(runs, segment) }] : []
  })
  const edits = xliffEdits(source, document, list, { copies: true }).value
  return edits
    .filter(({ span, insert }) => insert !== source.slice(span.start, span.end))
    .sort((a, b) => compareSpans(a.span, b.span))
}

/** Codes by what stands at their place in the file. */
function inlineRuns(runs: readonly Run[], { source, target }: Segment): InlineRun[] {
  const known = new Map<string, InlineCode>()
  for (const run of [...source.runs, ...(target?.runs ?? [])]) if (run.kind !== 'text') known.set(placeOf(run), run)
  return runs.map(run =>
    run.kind === 'text' ? run : (known.get(placeOf(run)) ?? { ...run, element: '', attributes: {} }),
  )
}

const placeOf = ({ kind, span }: CodeRun) => `${kind} ${span.start} ${span.end}`
