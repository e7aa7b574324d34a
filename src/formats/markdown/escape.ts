import { readReference } from '../entities.ts'

/** A stretch of a block to be written: source that is copied, or text that must mean itself. */
export type Part =
  | { readonly kind: 'source'; readonly text: string; readonly isCode: boolean }
  | { readonly kind: 'text'; readonly text: string }

/** Where the parts will stand. */
export interface Place {
  readonly kind: 'lines' | 'heading' | 'cell' | 'description' | 'title'
  /** What a line of the block begins with after its first (quote marks, indentation), the line end before it. */
  readonly newLine: string
  /** The mark around a title. */
  readonly quote?: string
  /** Labels that would make `[label]` a reference. */
  isLabel(label: string): boolean
}

/**
 * How careful the spelling is. `plain`: only what would be read as a mark where it stands. `all`: every ASCII punctuation
 * sign. `rims`: besides, characters beside a code are written as numbers, so that `**` opens and closes beside anything.
 * `runs`: as `plain`, but a `*` of the text beside the `*` of a code stays bare, since the code's effect may hang on it.
 */
export type Care = 'plain' | 'all' | 'rims' | 'runs'

const punctuation = /[!-/:-@[-`{-~]/
const wordCharacter = /[\p{L}\p{N}\p{M}]/u

/** The Markdown of the parts. Linear in their length. */
export function spellParts(parts: readonly Part[], place: Place, care: Care): string {
  const whole = parts.map(part => part.text).join('')
  const isLight = care === 'plain' || care === 'runs'
  const marks = isLight ? dangerous(parts, whole, place, care) : undefined
  const lost = place.kind === 'title' ? new Set<number>() : lostSpaces(parts, whole)
  let out = ''
  let at = 0
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'source') {
      out += part.text
      at += part.text.length
      continue
    }
    const rims = {
      start: care === 'rims' && isCode(parts[index - 1]),
      end: care === 'rims' && isCode(parts[index + 1]),
    }
    for (let i = 0; i < part.text.length; i++) {
      const isRim = (i === 0 && rims.start) || (i === part.text.length - 1 && rims.end)
      out += isRim ? number(part.text, i) : spellUnit(part.text[i]!, at + i, { whole, place, marks, lost })
    }
    at += part.text.length
  }
  return out
}

const isCode = (part: Part | undefined): boolean => part?.kind === 'source' && part.isCode

/** A character as a number; half of a pair stays as it is. */
function number(text: string, i: number): string {
  const unit = text.charCodeAt(i)
  return unit >= 0xd800 && unit < 0xe000 ? text[i]! : `&#${unit};`
}

interface Spelling {
  readonly whole: string
  readonly place: Place
  /** The signs to escape; undefined: every one. */
  readonly marks: ReadonlySet<number> | undefined
  readonly lost: ReadonlySet<number>
}

function spellUnit(char: string, at: number, { whole, place, marks, lost }: Spelling): string {
  if (char === '\n') return spellNewLine(at, whole, place, marks !== undefined)
  if (char === '\r') return '&#13;'
  if (char === ' ' || char === '\t') return lost.has(at) ? `&#${char.charCodeAt(0)};` : char
  const isMark = marks ? marks.has(at) : punctuation.test(char)
  return isMark ? (char === '&' ? '&amp;' : `\\${char}`) : char
}

/** A line break that can stand as one: within lines, between two that are not empty. */
function spellNewLine(at: number, whole: string, place: Place, isLight: boolean): string {
  const between = at > 0 && at < whole.length - 1 && whole[at - 1] !== '\n' && whole[at + 1] !== '\n'
  return place.kind === 'lines' && between && isLight ? place.newLine : '&#10;'
}

/** White space at the rim of a block or a line, which is no text to Markdown. */
function lostSpaces(parts: readonly Part[], whole: string): Set<number> {
  const lost = new Set<number>()
  const add = (start: number, length: number) => {
    for (let i = start; i < start + length; i++) lost.add(i)
  }
  for (const match of whole.matchAll(/^[ \t]+|(?<![ \t])[ \t]+$/gm)) add(match.index, match[0].length)
  let at = 0
  for (const [i, part] of parts.entries()) {
    if (part.kind === 'text' && /\n[ \t>]*$/.test(parts[i - 1]?.text ?? ''))
      add(at, /^[ \t]*/.exec(part.text)![0].length)
    at += part.text.length
  }
  return lost
}

/** Offsets in `whole` of the signs of new text that would be read as marks. */
function dangerous(parts: readonly Part[], whole: string, place: Place, care: Care): Set<number> {
  const marks = new Set<number>()
  const isNew = newUnits(parts, whole.length)
  const mark = (at: number) => {
    if (isNew[at]) marks.add(at)
  }
  if (place.kind === 'title') {
    markTitle(whole, place, mark)
    return marks
  }
  if (place.kind === 'lines') markLineStarts(whole, isNew, mark)
  if (place.kind === 'heading') markClosingHashes(whole, mark)
  markInline(whole, place, care === 'runs' ? isNew : undefined, mark)
  markBrackets(parts, whole, place, mark)
  return marks
}

function newUnits(parts: readonly Part[], length: number): Uint8Array {
  const isNew = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    if (part.kind === 'text') isNew.fill(1, at, at + part.text.length)
    at += part.text.length
  }
  return isNew
}

/** CommonMark 0.31 §6.3: a title ends at its mark. */
function markTitle(whole: string, place: Place, mark: (at: number) => void): void {
  for (let i = 0; i < whole.length; i++) {
    const char = whole[i]!
    const isQuote = char === place.quote || (place.quote === '(' && char === ')')
    const next = whole[i + 1]
    if (isQuote || (char === '\\' && (next === undefined || punctuation.test(next)))) mark(i)
    else if (char === '&' && readReference(whole, i)) mark(i)
  }
}

const blockStarts: readonly RegExp[] = [
  /(?=#{1,6}(?:[ \t\n]|$))/y, // heading
  /(?=[-+*](?:[ \t\n]|$))/y, // bullet
  /\d{1,9}(?=[.)](?:[ \t\n]|$))/y, // number
  /(?=>)/y, // quotation
  /(?=(?:=+|-+)[ \t]*(?:\n|$))/y, // underline of a heading
  /(?=([*_-])[ \t]*(?:\1[ \t]*){2,}(?:\n|$))/y, // thematic break
  /(?=`{3}|~{3})/y, // fence
  /(?=\[\^?[^\]\n]+\]:)/y, // definition
  /(?=\[[ xX]\][ \t])/y, // task
  /(?=[|:-][|: \t-]*(?:\n|$))/y, // delimiter row of a table
  /(?=\+\+\+[ \t]*(?:\n|$))/y, // TOML
]

/** CommonMark 0.31 §4 and §5: what opens a block at the start of a line. */
function markLineStarts(whole: string, isNew: Uint8Array, mark: (at: number) => void): void {
  for (let start = 0; start >= 0 && start < whole.length; ) {
    let at = start
    // The marks of containers that a copied line break brings along.
    if (start > 0) while (/[ \t]/.test(whole[at] ?? '') || (whole[at] === '>' && !isNew[at])) at++
    for (const pattern of blockStarts) {
      pattern.lastIndex = at
      if (pattern.test(whole)) mark(pattern.lastIndex)
    }
    const next = whole.indexOf('\n', start)
    start = next < 0 ? -1 : next + 1
  }
}

/** CommonMark 0.31 §4.2: number signs at the end of a heading are its closing. */
function markClosingHashes(whole: string, mark: (at: number) => void): void {
  const match = /(?:^|[ \t])(#+)$/.exec(whole)
  if (match) mark(whole.length - 1)
}

/** CommonMark 0.31 §2.4, §2.5, §6 and GFM §6.5, §6.9: marks inside a line. */
function markInline(whole: string, place: Place, isNew: Uint8Array | undefined, mark: (at: number) => void): void {
  // A mark that opens needs one that closes.
  const isPaired = (char: string) => whole.indexOf(char) !== whole.lastIndexOf(char)
  const paired = { '`': isPaired('`'), '~': isPaired('~'), '*': isPaired('*'), _: isPaired('_') }
  for (let i = 0; i < whole.length; i++) {
    const char = whole[i]!
    const next = whole[i + 1]
    switch (char) {
      case '\\':
        if (next === undefined || next === '\n' || punctuation.test(next)) mark(i)
        break
      case '*':
      case '_':
        if (paired[char]) i = markRun(whole, i, char, isNew, mark)
        break
      case '`':
      case '~':
        if (paired[char]) mark(i)
        break
      case '<':
        if (next !== undefined && /[A-Za-z/!?]/.test(next)) mark(i)
        break
      case '&':
        if (readReference(whole, i)) mark(i)
        break
      case '|':
        if (place.kind === 'cell') mark(i)
        break
      case '!':
        if (next === '[') mark(i)
        break
      case '@':
        if (/[\w.+-]/.test(whole[i - 1] ?? '') && /[\w-]/.test(next ?? '')) mark(i)
        break
      case ':':
        if (/(?:https?|mailto|xmpp)$/i.test(whole.slice(Math.max(0, i - 6), i)) && /\S/.test(next ?? '')) mark(i)
        break
      case '.':
        if (/(?:^|[^\p{L}\p{N}])www$/iu.test(whole.slice(Math.max(0, i - 4), i)) && /[\w-]/.test(next ?? '')) mark(i)
    }
  }
}

/** A run of * or _ (with `isNew`, one of text alone): no mark between spaces, and no underscore inside a word. Returns the offset of its last sign. */
function markRun(
  whole: string,
  start: number,
  char: string,
  isNew: Uint8Array | undefined,
  mark: (at: number) => void,
): number {
  let end = start
  while (whole[end] === char) end++
  const before = whole[start - 1] ?? ' '
  const after = whole[end] ?? ' '
  const alone = /\s/.test(before) && /\s/.test(after)
  const insideWord = char === '_' && wordCharacter.test(before) && wordCharacter.test(after)
  const hasCode = isNew?.subarray(start, end).includes(0) ?? false
  if (!alone && !insideWord && !hasCode) for (let i = start; i < end; i++) mark(i)
  return end - 1
}

/** Brackets that would make a link, or that stand alone where links are open. */
function markBrackets(parts: readonly Part[], whole: string, place: Place, mark: (at: number) => void): void {
  const hasCodes = place.kind === 'description' || parts.some(part => isCode(part) && /[[\]]/.test(part.text))
  let open: number[] = []
  let at = 0
  for (const part of parts) {
    if (isCode(part)) {
      if (hasCodes) open.forEach(mark)
      open = []
    } else {
      for (let i = at; i < at + part.text.length; i++) {
        if (whole[i] === '[') open.push(i)
        else if (whole[i] === ']') closeBracket(whole, i, open.pop(), hasCodes, place, mark)
      }
    }
    at += part.text.length
  }
  if (hasCodes) open.forEach(mark)
}

function closeBracket(
  whole: string,
  at: number,
  open: number | undefined,
  hasCodes: boolean,
  place: Place,
  mark: (at: number) => void,
): void {
  if (open === undefined) {
    if (hasCodes) mark(at)
    return
  }
  const label = whole.slice(open + 1, at)
  if (/[([]/.test(whole[at + 1] ?? '') || place.isLabel(label)) {
    mark(open)
    mark(at)
  }
}
