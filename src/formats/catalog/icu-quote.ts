import type { Run, TextRun } from '../../content/index.ts'
import { isClosed } from './icu-parse.ts'

/** Where new text is to stand. */
export interface QuotePlace {
  readonly isPlural: boolean
  /** Not inside braces: a closing brace is text, and an apostrophe may end the message. */
  readonly isTop: boolean
  readonly tagged: boolean
  /** Plain apostrophes are doubled, as older ICU wants it. */
  readonly doubles: boolean
}

/** A character of the text, with what stands for it in the message where it is not new. */
interface Unit {
  readonly text: string
  readonly source?: string
}

/**
 * Runs as an ICU message. `code` gives what a code stands for. An apostrophe is doubled, and what has a meaning is quoted, wherever the
 * neighbours ask for it: `'` begins a quotation before `{}<>` and, in a plural, `#`; one quotation right after another would read as
 * an apostrophe, so they are joined. Linear.
 */
export function quoteIcu(
  runs: readonly Run[],
  message: string,
  place: QuotePlace,
  code: (start: number, end: number) => string,
): string {
  const out: string[] = []
  let closes = false
  const put = (text: string, quotes: boolean) => {
    if (quotes && closes) out[out.length - 1] = out.at(-1)!.slice(0, -1) + text.slice(1)
    else out.push(text)
    // an apostrophe after a quotation is read as one inside it
    closes = quotes || (closes && text === "''")
  }
  for (const [index, run] of runs.entries()) {
    if (run.kind !== 'text') {
      put(code(run.span.start, run.span.end), false)
      continue
    }
    const units = unitsOf(run, message)
    const after = firstSign(runs[index + 1], place.isTop)
    for (const [i, unit] of units.entries()) {
      const spelled = spell(unit, units[i + 1]?.text[0] ?? after, out.at(-1)?.at(-1) ?? '', place)
      put(spelled, isQuotation(spelled))
    }
  }
  return out.join('')
}

/** What comes after a text: a letter of the next one, else what begins a code or ends a branch. */
function firstSign(run: Run | undefined, isTop: boolean): string {
  if (run?.kind === 'text' && run.text !== '') return run.text[0]!
  return run || !isTop ? '{' : ''
}

const isQuotation = (spelled: string) => spelled.length > 2 && spelled.startsWith("'") && isClosed(spelled)

function spell({ text, source }: Unit, next: string, before: string, place: QuotePlace): string {
  if (source !== undefined && source !== text) {
    // a quotation that nobody closed ends with the message
    return isClosed(source) || next === '' ? source : `'${text.replaceAll("'", "''")}'`
  }
  if (text === "'") {
    const isNew = source === undefined
    const isRisky = /['{}<>]/.test(next) || (next === '#' && place.isPlural)
    return before === "'" || isRisky || (isNew && place.doubles) ? "''" : "'"
  }
  if (text === '<') {
    return /[A-Za-z/]/.test(next) && (source === undefined || place.tagged) ? "'<'" : '<'
  }
  const isSpecial =
    text === '{' || (text === '}' && !(place.isTop && source !== undefined)) || (text === '#' && place.isPlural)
  return isSpecial ? `'${text}'` : text
}

function unitsOf(run: TextRun, message: string): Unit[] {
  const units: Unit[] = []
  let at = 0
  const addNew = (end: number) => {
    for (; at < end; at++) units.push({ text: run.text[at]! })
  }
  for (const piece of run.map) {
    addNew(piece.at)
    const end = piece.at + piece.length
    if (piece.length === piece.end - piece.start) {
      for (; at < end; at++) units.push({ text: run.text[at]!, source: run.text[at]! })
    } else units.push({ text: run.text.slice(at, end), source: message.slice(piece.start, piece.end) })
    at = end
  }
  addNew(run.text.length)
  return units
}
