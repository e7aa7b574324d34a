import { objectCharacter, type Run } from '../../content/index.ts'
import type { Stretch } from './white-space.ts'

/** A stretch of a block to be written: `written` source that is copied, or new text, and what of it shows. */
export interface Part {
  readonly written: string | undefined
  readonly shown: string
}

/** What is copied from the source: texts that have a map; white space that was dropped beside codes, which other text may show. */
interface Keep {
  readonly texts: boolean
  readonly spaces: boolean
}

/** The parts of runs. A line break counts as white space, a mark of emphasis as nothing. */
export function partsOf(runs: readonly Run[], copy: (start: number, end: number) => string, keep: Keep): Part[] {
  const parts: Part[] = []
  for (const run of runs) {
    if (run.kind !== 'text') {
      const code = copy(run.span.start, run.span.end)
      parts.push({ written: keep.spaces ? code : code.replace(outerSpace, ''), shown: shownOf(run.kind, run.label) })
      continue
    }
    let at = 0
    for (const piece of keep.texts ? run.map : []) {
      if (piece.at > at) parts.push({ written: undefined, shown: run.text.slice(at, piece.at) })
      at = piece.at + piece.length
      parts.push({ written: copy(piece.start, piece.end), shown: run.text.slice(piece.at, at) })
    }
    if (at < run.text.length) parts.push({ written: undefined, shown: run.text.slice(at) })
  }
  return parts
}

const outerSpace = /^[ \t\n\f\r]+|(?<![ \t\n\f\r])[ \t\n\f\r]+$/g

function shownOf(kind: 'open' | 'close' | 'code', label: string): string {
  if (kind !== 'code' || label.startsWith('<!--')) return ''
  return /^<br\b/i.test(label) ? '\n' : objectCharacter
}

/** The source of the parts. `spell` writes a unit of new text, which stands at an offset of the whole. Linear in their length. */
export function spellParts(
  parts: readonly Part[],
  spell: (whole: string, at: number, part: Stretch) => string,
): string {
  const whole = parts.map(part => part.shown).join('')
  let out = ''
  let at = 0
  for (const { written, shown } of parts) {
    const part = { start: at, end: at + shown.length }
    if (written !== undefined) out += written
    else for (let i = at; i < part.end; i++) out += spell(whole, i, part)
    at = part.end
  }
  return out
}
