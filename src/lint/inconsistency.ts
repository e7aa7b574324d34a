import type { Block } from '../content/index.ts'
import { redress } from '../normalize/index.ts'
import type { Edit, Problem, Related, Span } from '../text/index.ts'
import type { Place } from './sighted.ts'
import type { Subject } from './subject.ts'

/** The edits that make a stretch of a block, written so, what is wanted; its capitals and marks stay. */
export function editsTo(
  subject: Subject,
  block: Block,
  at: number,
  written: string,
  wanted: string,
  language?: string,
): Edit[] {
  return redress(written, wanted, language).map(({ start, end, insert }) => ({
    span: subject.span(block, at + start, at + end),
    insert,
  }))
}

/** A name of no glossary that is spelled otherwise elsewhere; `span` in the block's units. */
export interface Loser {
  readonly block: Block
  readonly span: Span
  readonly text: string
  readonly place: Place
}

export interface Grounds {
  /** Other than `none`: information only. */
  readonly doubt: 'none' | 'two-people' | 'twin' | 'word'
  readonly related: readonly Related[]
  readonly data: Problem['data']
}

/**
 * Nobody knows whether it is one name, so the fix is never safe; it is only shown where there may be two people, and
 * there is none for what two languages make of one.
 */
export function inconsistency(
  subject: Subject,
  { block, span, text, place }: Loser,
  preferred: string,
  { doubt, related, data }: Grounds,
  edits = editsTo(subject, block, span.start, text, preferred),
): Problem {
  return {
    code: 'inconsistent-name',
    span: subject.span(block, span.start, span.end),
    ...((doubt !== 'none' || place === 'quotation') && { severity: 'info' as const }),
    data: { text, preferred, place, advice: 'replace', doubt, ...data },
    related,
    fixes: doubt === 'twin' ? [] : [{ kind: doubt === 'none' ? 'unsafe' : 'display', edits }],
  }
}
