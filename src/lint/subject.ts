import { type Block, type Document, enclosing, objectCharacter, runsText, sourceSpans } from '../content/index.ts'
import type { Chooser, Compiled } from '../glossary/index.ts'
import type { Language } from '../language/index.ts'
import type { Span } from '../text/index.ts'
import type { Archive } from './archive.ts'
import { erasOf } from './eras.ts'
import { blockLanguages } from './languages.ts'
import { openOthers } from './memory.ts'
import { type Named, openNamed } from './named.ts'
import type { Uses } from './others.ts'
import { Passage } from './passage.ts'
import { isMostlySaid } from './quotes.ts'
import type { Rendering } from './renderings.ts'
import { type Rereading, readerOf } from './rereading.ts'
import type { Place, Sighted, Treatment } from './sighted.ts'

export interface LintSettings {
  readonly language?: Language
  readonly fallback?: Language
  readonly style?: string
  /** ISO 8601 date of the text. */
  readonly date?: string
  readonly places: Readonly<Record<Exclude<Place, 'body'>, Treatment>>
  /** Names are looked for in front matter and attributes, too, which go to translators but are no prose. */
  readonly withData?: boolean
}

/** One text, ready for the rules. */
export interface Subject {
  readonly document: Document
  readonly passages: readonly Passage[]
  /** By the indexes of passages. */
  readonly named: Named
  readonly glossary: Compiled
  readonly chooser: Chooser
  readonly date: string | undefined
  /** The source span of a stretch of a block's text. */
  readonly span: (block: Block, start: number, end: number) => Span
  /** How the other texts of the run spell their names, where that is asked for. */
  readonly archive?: Archive
  /** The same story in other languages, where they are read beside it. */
  readonly renderings?: readonly Rendering[]
  /** Filled when first asked for. */
  uses?: Uses
}

/** Reads a document as the rules see it. O(n) in its text. `last`: what was found when it was last read, and is now. */
export function openSubject(
  document: Document,
  glossary: Compiled,
  chooser: Chooser,
  settings: LintSettings,
  last?: Rereading,
): Subject {
  const reader = readerOf(last, glossary, chooser, settings.places)
  const clues = document.blocks.map(block => reader.clues(proseOf(block)))
  const languages = blockLanguages(document, clues, settings)
  const quoted = inQuotations(document.blocks)
  const texts = clues.map(({ text }) => text)
  const eras = erasOf(document.blocks, texts)
  const isAllSaid = isMostlySaid(texts)
  const reads = document.blocks.flatMap((block, i): [Block, Sighted][] => {
    const language = languages[i]!
    if (language === 'other' || (isData(block) && !settings.withData)) return []
    const { text, letters } = clues[i]!
    const options = {
      text,
      letters,
      language,
      next: texts[i + 1],
      quoted: quoted[i]!,
      era: eras[i],
      isAllSaid,
      glossary,
      style: chooser.style?.id,
      places: settings.places,
    }
    return [[block, reader.read(block, options)]]
  })
  reader.keep()
  const date = document.date ?? settings.date
  const sighted = reads.map(([, names]) => names)
  const named = openNamed(sighted)
  const others = openOthers(sighted, named, glossary)
  const passages = reads.map(([block, names], i) => new Passage(block, names, i, others, chooser))
  return { document, passages, named, glossary, chooser, date, span: spanner() }
}

/** The block's text. The number of a note that is set high or low (Kharkov<sup>1</sup>) is an object, no part of the word before it. */
function proseOf({ runs }: Block): string {
  if (!runs.some(run => run.kind === 'open' && raised.test(run.label))) return runsText(runs)
  let text = ''
  let until: string | undefined
  for (const run of runs) {
    const shown = runsText([run])
    text += until === undefined ? shown : shown.replace(/\d/gu, objectCharacter)
    if (run.kind === 'open' && raised.test(run.label)) until ??= run.id
    else if (run.kind === 'close' && run.id === until) until = undefined
  }
  return text
}

const raised = /^<su[bp]\b/i

const isData = ({ scope }: Block): boolean => scope === 'attribute'

/** For each block whether it is a quotation or stands in one. */
function inQuotations(blocks: readonly Block[]): boolean[] {
  const outer = enclosing(blocks)
  const quoted: boolean[] = []
  blocks.forEach((block, i) => {
    const around = outer[i]
    quoted.push(block.scope === 'quotation' || (around !== undefined && quoted[around]!))
  })
  return quoted
}

/** Source spans of stretches of blocks; a block's map is sorted once. */
function spanner(): Subject['span'] {
  const known = new Map<Block, (start: number, end: number) => Span>()
  return (block, start, end) => {
    const spans = known.get(block) ?? sourceSpans(block)
    known.set(block, spans)
    return spans(start, end)
  }
}
