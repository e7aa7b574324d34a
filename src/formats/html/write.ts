import type { Block, Changes, Document, SpellBlock } from '../../content/index.ts'
import type { Edit } from '../../text/index.ts'
import { carefulEdits } from '../careful.ts'
import { lineEnd } from '../line-end.ts'
import { type Part, partsOf } from '../markup/parts.ts'
import { type Care, escapeParts, type Spelling } from './escape.ts'

const cares: readonly Care[] = ['plain', 'rims', 'all']

/** Writes blocks back; what is written is read again and must say what was meant. */
export function htmlEdits(
  source: string,
  document: Document,
  changes: Changes,
  read: (source: string) => Document,
): readonly Edit[] {
  const style = { newLine: lineEnd(source), namesSpaces: source.includes('&nbsp;') }
  const spell =
    (level: number): SpellBlock =>
    (block, runs, copy) => {
      const care = cares[level]!
      const parts = partsOf(runs, copy, { texts: care !== 'all', spaces: care === 'plain' })
      return isAttribute(source, block)
        ? spellAttribute(source[block.span.start]!, parts, { ...style, care })
        : escapeParts(parts, { ...style, care, place: 'text' })
    }
  return carefulEdits(source, document, changes, { read, spell, cares: cares.length })
}

/** True for a block that is an attribute's value: its span holds the quotes, or stands after an equals sign. */
function isAttribute(source: string, { kind, span, runs: [first] }: Block): boolean {
  if (kind !== 'alt-text' && kind !== 'title' && kind !== 'data') return false
  const start = first?.kind === 'text' ? first.map[0]?.start : first?.span.start
  return start !== span.start || /=\s*$/.test(source.slice(Math.max(0, span.start - 20), span.start))
}

/** A value keeps its quotes; one without gets some where HTML Standard §13.1.2.3 wants them. */
function spellAttribute(first: string, parts: readonly Part[], style: Omit<Spelling, 'place'>): string {
  const isQuoted = first === '"' || first === "'"
  const value = escapeParts(parts, { ...style, place: first === "'" ? "'" : '"' })
  if (isQuoted) return first + value + first
  return /^[^\s"'`=<>]*[^\s"'`=<>/]$/.test(value) ? value : `"${value}"`
}
