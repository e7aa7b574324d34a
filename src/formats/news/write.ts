import type { Block, Changes, Document, Languages, SpellBlock } from '../../content/index.ts'
import { compareSpans, type Edit, lastAtOrBefore, type Span } from '../../text/index.ts'
import { cdataSections, escapeAttribute, escapeText } from '../../xml/index.ts'
import { carefulEdits } from '../careful.ts'
import { lineEnd } from '../line-end.ts'
import { partsOf, spellParts } from '../markup/parts.ts'
import { isSpace } from '../markup/text.ts'
import { isLostSpace, type Stretch } from '../markup/white-space.ts'
import { heldBy } from './declaration.ts'
import { languageEdits } from './languages.ts'

/** `plain`: what is marked is escaped. `rims`: white space where new text begins and ends, too. `all`: nothing of the old text is copied. */
const cares = ['plain', 'rims', 'all'] as const

interface Spelling {
  readonly isCareful: boolean
  readonly newLine: string
  /** Whether the file's encoding has a character; others are written as references. */
  readonly holds: (character: string) => boolean
}

/** Writes blocks back; what is written is read again and must say what was meant. */
export function newsEdits(
  source: string,
  document: Document,
  { changes, languages }: { readonly changes: Changes; readonly languages: Languages | undefined },
  read: (source: string) => Document,
): readonly Edit[] {
  const isInSection = insideOf(cdataSections(source, 0))
  const style = { newLine: lineEnd(source), holds: heldBy(source) }
  const spell =
    (level: number): SpellBlock =>
    (block, runs, copy) => {
      const care = cares[level]!
      const parts = partsOf(runs, copy, { texts: care !== 'all', spaces: care === 'plain' })
      const spellUnit = isInSection(block) ? escapeInSection : block.kind === 'alt-text' ? escapeInValue : escapeInText
      return spellParts(parts, (whole, at, part) =>
        spellUnit(whole, at, part, { ...style, isCareful: care !== 'plain' }),
      )
    }
  const texts = carefulEdits(source, document, changes, { read, spell, cares: cares.length })
  const tags = languages ? languageEdits(source, document, changes, languages) : []
  return tags.length === 0 ? texts : [...texts, ...tags].sort((a, b) => compareSpans(a.span, b.span))
}

function insideOf(sections: readonly Span[]): (block: Block) => boolean {
  const starts = sections.map(({ start }) => start)
  return ({ span }) => {
    const section = starts.length > 0 ? sections[lastAtOrBefore(starts, span.start)] : undefined
    return section !== undefined && section.start < span.start && span.end < section.end
  }
}

function escapeInText(whole: string, at: number, part: Stretch, spelling: Spelling): string {
  const char = whole[at]!
  if (isSpace(char.charCodeAt(0))) {
    const isLost = isLostSpace(whole, at, part, spelling.isCareful)
    return isLost ? reference(char.charCodeAt(0)) : char === '\n' ? spelling.newLine : char
  }
  return characterAt(whole, at, spelling, escapeText)
}

const escapeInValue = (whole: string, at: number, _part: Stretch, spelling: Spelling): string =>
  whole[at] === "'" ? '&#39;' : characterAt(whole, at, spelling, escapeAttribute)

/** In a section nothing is a mark but its end, which is parted. */
function escapeInSection(whole: string, at: number): string {
  return whole[at] === '>' && whole.slice(Math.max(0, at - 2), at) === ']]' ? ']]><![CDATA[>' : whole[at]!
}

/** The character that begins at a unit; nothing for the second half of one. */
function characterAt(whole: string, at: number, { holds }: Spelling, spell: (text: string) => string): string {
  const isHalf = /[\udc00-\udfff]/.test(whole[at]!) && /[\ud800-\udbff]/.test(whole[at - 1] ?? '')
  if (isHalf) return ''
  const character = String.fromCodePoint(whole.codePointAt(at)!)
  return holds(character) ? spell(character) : reference(character.codePointAt(0)!)
}

const reference = (code: number): string => `&#${code};`

/** XML with references for what its encoding does not have. */
export const withReferences = (xml: string, holds: (character: string) => boolean): string =>
  xml.replace(/[\u0080-\u{10ffff}]/gu, char => (holds(char) ? char : reference(char.codePointAt(0)!)))
