import { readReference } from '../entities.ts'
import { type Care, isCode, type Part, type Place, punctuation, wordCharacter } from './parts.ts'

/** Offsets in `whole` of the signs of new text that would be read as marks. */
export function dangerous(parts: readonly Part[], whole: string, place: Place, care: Care): Set<number> {
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
