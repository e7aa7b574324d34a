/** A stretch in quotation marks, marks included: UTF-16 units of the block's text. */
export interface Quote {
  readonly start: number
  readonly end: number
  /** A title or a name in quotation marks: a few words, all but the small ones capitalised, no sentence. */
  readonly title: boolean
}

const closers: Readonly<Record<string, readonly string[]>> = {
  '“': ['”', '“'],
  '„': ['“', '”', '„'],
  '«': ['»'],
  '»': ['«'],
  '‘': ['’'],
  '‹': ['›'],
  '"': ['"'],
  "'": ["'"],
}

const marks = /[“”„«»‘’‹›"']/g
const anyMark = /[“”„«»‘’‹›"']/

const none: readonly never[] = []
const speech = /^\s*[—–]\s/u
/** “— Шмигаль: …”: who speaks is the writer’s word. */
const speaker = /^\s*[—–]\s(?:\p{Lu}[\p{L}’'ʼ.-]*\s?){1,3}(?=:\s)/u

/** What is said on lines that begin with a dash; one that does not goes on with what is said before. */
function replies(text: string): Quote[] {
  const starts = [0, ...[...text.matchAll(/\n(?=\s*[—–]\s)/gu)].map(({ index }) => index + 1)]
  return starts.map((from, i) => {
    const end = starts[i + 1] ?? text.length
    return { start: from + (speaker.exec(text.slice(from, end))?.[0].length ?? 0), end, title: false }
  })
}

/**
 * The quotations of a block, in English, Ukrainian and Russian marks, nested ones too. A quotation that the block does not close
 * goes on if the next block opens one again (the English manner), else it ends where its block ends. A dash begins direct speech, unless
 * all of the document is said. O(n).
 */
export function quotesOf(text: string, next: string | undefined, isAllSaid = false): readonly Quote[] {
  const isSaid = !isAllSaid && speech.test(text)
  if (!anyMark.test(text) && !isSaid) return none
  const open: { mark: string; at: number }[] = []
  const found: Quote[] = []
  for (const { 0: char, index: i } of text.matchAll(marks)) {
    const closes = lastIndexThat(open, o => closers[o.mark]!.includes(char))
    if (closes >= 0 && canClose(text, i, open[closes]!)) {
      const from = open[closes]!.at
      found.push({ start: from, end: i + 1, title: isTitle(text.slice(from + 1, i)) })
      open.length = closes
    } else if (char in closers && canOpen(text, i)) open.push({ mark: char, at: i })
  }
  if (isSaid) found.push(...replies(text))
  const goesOn = opensQuote(next)
  for (const { mark, at } of open) {
    if (mark !== '‘' && mark !== "'" && (goesOn || at === text.search(/\S/u)))
      found.push({ start: at, end: text.length, title: false })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** An interview, or a dialogue: most of the text is said, and spelled by whoever wrote it down. */
export function isMostlySaid(texts: readonly string[]): boolean {
  const said = texts.filter(isSaid).flatMap(text => text.split(reply))
  const length = (list: readonly string[]) => list.reduce((sum, text) => sum + text.length, 0)
  return said.length >= severalReplies && length(said) * 2 > length(texts)
}
const reply = /\n(?=\s*[—–]\s)/u
const severalReplies = 3

/** A dash begins it. */
export const isSaid = (text: string): boolean => speech.test(text)

/** True of a block that begins with a mark of quotation. */
export const opensQuote = (text: string | undefined): boolean => text !== undefined && /^\s*["“«„]/u.test(text)

function lastIndexThat<T>(list: readonly T[], test: (item: T) => boolean): number {
  for (let i = list.length - 1; i >= 0; i--) if (test(list[i]!)) return i
  return -1
}

const letter = /[\p{L}\p{N}]/u
const opener = /[\s([{«„“"‘'—–\-/\ufffc]/u

/** Words that begin with an apostrophe: ’twas, ’em, the ’90s. */
const elided =
  /(?:twas|twere|twould|twill|tis|twixt|em|til|till|cause|cos|bout|round|neath|ere|n|\d\ds?)(?![\p{L}\p{N}])/iuy

/** An opening mark stands at the beginning or behind white space or another opening sign, and something follows it. */
function canOpen(text: string, i: number): boolean {
  const before = text[i - 1]
  const after = text[i + 1]
  if (after === undefined || /\s/u.test(after)) return false
  if (text[i] === "'" || text[i] === '‘') {
    elided.lastIndex = i + 1
    if (elided.test(text)) return false
  }
  return before === undefined || opener.test(before)
}

/** An apostrophe inside a word or behind a plural is no closing mark unless a quotation is open that it could end. */
function canClose(text: string, i: number, open: { mark: string; at: number }): boolean {
  const char = text[i]!
  const after = text[i + 1]
  if (i === open.at + 1 && char === open.mark) return false
  if (char === '’' || char === "'") return after === undefined || !letter.test(after)
  if (char === '"') return text[i - 1] !== undefined && !/\s/u.test(text[i - 1]!)
  return true
}

const small =
  /^(?:a|an|the|of|in|on|and|for|to|from|with|at|by|as|or|but|nor|into|onto|over|under|after|before|between|among|through|against|without|within|across|beyond|toward|towards|versus|vs|via|i|й|та|і|у|в|на|з|и|о|с|из|до|від|от)$/iu

export function isTitle(quoted: string): boolean {
  if (/[.!?,;:…]["”»’]?$/u.test(quoted) || quoted.length > 80) return false
  const words = quoted.split(/[\s\u00a0]+/u).filter(word => letter.test(word))
  if (words.length === 0) return false
  return words.every((word, i) => (i > 0 && small.test(word)) || /^[^\p{L}]*[\p{Lu}\p{N}]/u.test(word))
}
