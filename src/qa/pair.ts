import type { Block } from '../content/index.ts'
import type { Chooser, Compiled } from '../glossary/index.ts'
import type { Language } from '../language/index.ts'
import type { Problem, Span } from '../text/index.ts'
import type { Code } from './codes.ts'
import type { Placeholder } from './placeholders.ts'
import type { Stretch } from './stretch.ts'

/** How far a translation has come: the states of XLIFF 2. */
export type State = 'initial' | 'translated' | 'reviewed' | 'final'

/** A segment and its translation, as a bilingual file holds them. Their spans count in that file. */
export interface BilingualSegment {
  /** As the file names it. */
  readonly id: string
  /** Place among the segments of the file, from 1. */
  readonly number: number
  /** What tells equal texts apart: a message's key or context. */
  readonly context?: string
  readonly source: Block
  readonly target?: Block
  /** Other texts that the target may follow as well: for one form of a plural the message's plural. Given for each form. */
  readonly alternatives?: readonly Block[]
  /** Of a form of a plural that stands for more numbers than one: what a program fills in is as in the alternatives. */
  readonly form?: 'many'
  /** Of a form of a plural: the only number that it stands for, which it may say in words or digits. */
  readonly onlyFor?: number
  /** Where a problem of a missing target stands. */
  readonly place: Span
  /** Absent where the file says nothing of it. */
  readonly state?: State
  /** White space at the rim is only the file's layout. */
  readonly loose?: boolean
}

export type SideLanguage = Language | 'other'

/** One side of a pair: the decoded text and what stands in it that is no prose. */
export interface Side {
  readonly block: Block
  readonly text: string
  readonly language: SideLanguage
  readonly codes: readonly Code[]
  /** In order, without overlap. */
  readonly placeholders: readonly Placeholder[]
  readonly addresses: readonly Stretch[]
  /** The text with codes, placeholders and addresses blanked out (U+FFFC), unit by unit. */
  readonly prose: string
  /** The place of a stretch of the text in the file. */
  readonly span: (start: number, end: number) => Span
}

export interface Pair {
  readonly segment: BilingualSegment
  readonly source: Side
  readonly target?: Side
  readonly alternatives: readonly Side[]
}

/** A pair whose target says something. */
export interface Translated extends Pair {
  readonly target: Side
}

/** A bilingual file, ready for the rules. */
export interface Bitext {
  readonly pairs: readonly Pair[]
  readonly glossary: Compiled
  readonly chooser: Chooser
}

export const isFilled = (pair: Pair): pair is Translated => pair.target !== undefined && pair.target.text.trim() !== ''

export const isTranslated = (pair: Pair): pair is Translated => isFilled(pair) && pair.target.text !== pair.source.text

/** The texts one of which the target has to follow in what a program fills in. */
export const followed = ({ segment, source, alternatives }: Pair): readonly [Side, ...Side[]] =>
  segment.form === 'many' && alternatives.length > 0 ? (alternatives as [Side]) : [source, ...alternatives]

/** What a problem of a pair says besides its code. */
export type Told = Omit<Problem, 'code' | 'span' | 'related'> & {
  /** What of the source it is about. */
  readonly of?: Stretch
}

/** A problem at a stretch of the target. Its data have the segment's number, and the text at its place. */
export function problemAt(
  pair: Translated,
  code: string,
  { start, end }: Stretch,
  { of, ...told }: Told = {},
): Problem {
  const text = pair.target.text.slice(start, end)
  return {
    ...told,
    code,
    span: pair.target.span(start, end),
    data: { text, segment: pair.segment.number, ...told.data },
    ...(of && { related: [{ span: pair.source.span(of.start, of.end), role: 'source' }] }),
  }
}

/** The whole of a side without the white space at its rim: where something is missing. */
export function wholeOf({ text }: Side): Stretch {
  const start = text.length - text.trimStart().length
  return { start, end: Math.max(start, text.trimEnd().length) }
}
