import { isLetter, isUpper } from '../language/index.ts'
import { admits } from './apply.ts'
import { type Entry, type Table, tableOf } from './compile.ts'
import { type Context, compileContext, wordEnd, wordStart } from './context.ts'
import { foldLatin } from './fold.ts'
import { type Scheme, spellingsOf } from './scheme.ts'

/**
 * The text with its Latin words put back into Cyrillic. A word gets the first reading for which the scheme admits that
 * spelling; readings are tried from the longest Latin sequences and, among equal ones, the scheme's `reading` first, canonical
 * spellings before alternatives, single letters before sequences, letters before rules, and last with letters that the scheme
 * leaves unwritten. So a reversible scheme gives the original back. With another, dropped letters mostly stay lost (Ukrainian ь
 * and the apostrophe under KMU 2010), and a Latin letter that stands for several is read as the first of them (KMU `i` as і),
 * unless the scheme's `reading` knows better (`-skyi` as -ський). Where no reading fits, or none is found within a fixed number
 * of steps, the word is read greedily. The apostrophe comes back as U+2019. Linear in the text; letters the scheme does not know stay.
 */
export function cyrillize(text: string, scheme: Scheme): string {
  const reader = readerOf(scheme)
  return text.replace(reader.word, (written: string, offset: number) => {
    const quoted = isQuote(text[offset - 1]) && isQuote(written.at(-1)) && written.length > 1
    const word = quoted ? written.slice(0, -1) : written
    return readWord(foldLatin(word), scheme, reader) + (quoted ? written.slice(-1) : '')
  })
}

const isQuote = (char: string | undefined): boolean => char !== undefined && /['’‘`"]/.test(char)

/** A Latin sequence read as Cyrillic letters, by an entry of the scheme's table or by its `reading`, whose contexts are Latin. */
interface Step {
  readonly latin: string
  readonly cyrillic: string
  readonly entry?: Entry
  readonly after?: Context | undefined
  readonly before?: Context | undefined
}

interface Reader {
  readonly word: RegExp
  readonly table: Table
  /** By the first letter: the longest first, then in the order of preference. */
  readonly steps: ReadonlyMap<string, readonly Step[]>
  /** Letters that the scheme may leave unwritten. */
  readonly silent: readonly Step[]
}

const readers = new WeakMap<Scheme, Reader>()

function readerOf(scheme: Scheme): Reader {
  const known = readers.get(scheme)
  if (known) return known
  const reader = compileReader(scheme)
  readers.set(scheme, reader)
  return reader
}

function compileReader(scheme: Scheme): Reader {
  const steps = new Map<string, Step[]>()
  const all = stepsOf(scheme)
  for (const step of [...readingsOf(scheme), ...all.filter(one => one.latin !== '')]) {
    const row = steps.get(step.latin[0]!)
    if (row) row.push(step)
    else steps.set(step.latin[0]!, [step])
  }
  for (const row of steps.values()) row.sort((a, b) => b.latin.length - a.latin.length)
  return { word: wordPattern(scheme), table: tableOf(scheme), steps, silent: all.filter(one => one.latin === '') }
}

function readingsOf(scheme: Scheme): readonly Step[] {
  return (scheme.reading ?? []).flatMap(rule => {
    const after = compileContext(rule.after, scheme.sets)
    const before = compileContext(rule.before, scheme.sets)
    return Object.entries(rule.letters).flatMap(([latin, read]) =>
      spellingsOf(read).map(cyrillic => ({ latin: foldLatin(latin), cyrillic, after, before })),
    )
  })
}

/** Canonical spellings before alternatives, single letters before sequences, what holds anywhere before what a rule says. */
function stepsOf(scheme: Scheme): readonly Step[] {
  const found = [...tableOf(scheme).values()]
    .flat()
    .flatMap(entry =>
      entry.spellings.map(({ lower }, rank) => ({ latin: foldLatin(lower), cyrillic: entry.letters, entry, rank })),
    )
  const order = new Map(Object.keys(scheme.letters).map((letter, i) => [letter, i]))
  const place = ({ cyrillic }: Step) => order.get(cyrillic[0]!) ?? order.size
  const ruled = ({ entry }: { readonly entry: Entry }) => (entry.after || entry.before ? 1 : 0)
  return found.sort(
    (a, b) => a.rank - b.rank || a.cyrillic.length - b.cyrillic.length || ruled(a) - ruled(b) || place(a) - place(b),
  )
}

/** A word begins with a Latin letter; the signs that the scheme writes belong to it where they follow. */
function wordPattern(scheme: Scheme): RegExp {
  const sources = [...(scheme.rules ?? []), { letters: scheme.letters }]
  const written = sources.flatMap(rule => Object.values(rule.letters).flatMap(spellingsOf)).join('')
  const signs = new Set(Array.from(foldLatin(written)).filter(char => !/[\p{Script=Latin}\p{M}]/u.test(char)))
  const forms = Array.from(signs, sign => sameSigns.find(same => same.includes(sign)) ?? sign).join('')
  const inside = `\\p{Script=Latin}\\p{M}\\u00ad${forms.replace(/[\\\]^-]/g, '\\$&')}`
  return new RegExp(`\\p{Script=Latin}[${inside}]*`, 'gu')
}

const sameSigns: readonly string[] = ["'’ʼ‘´", 'ʹ′', 'ʺ″']

/** Beyond this a word is no word, and is read greedily; so is one for which this many steps were tried. */
const longestWord = 60
const mostSteps = 500

function readWord(word: string, scheme: Scheme, reader: Reader): string {
  const lower = word.toLocaleLowerCase(scheme.into).normalize('NFC')
  if (lower.length !== word.length) return word
  const path = lower.length > longestWord ? undefined : search(lower, scheme, reader)
  return inCapitals(word, path ?? greedy(lower, reader)).replaceAll("'", '’')
}

function greedy(word: string, reader: Reader): readonly Step[] {
  const path: Step[] = []
  for (let at = 0; at < word.length; ) {
    const step = stepsAt(word, at, path, reader).find(one => one.latin !== '') ?? matching(word, at, reader)[0]!
    path.push(step)
    at += step.latin.length
  }
  return path
}

/** The first path through the word, in the order of preference, for which the scheme admits the word. */
function search(word: string, scheme: Scheme, reader: Reader): readonly Step[] | undefined {
  let left = mostSteps
  const path: Step[] = []
  const walk = (at: number): boolean => {
    if (at === word.length && admits(path.map(step => step.cyrillic).join(''), word, scheme)) return true
    for (const step of stepsAt(word, at, path, reader)) {
      if (left-- <= 0) return false
      path.push(step)
      if (walk(at + step.latin.length)) return true
      path.pop()
    }
    return false
  }
  return walk(0) ? path : undefined
}

/** What may be read at this place, after what has been read; last, letters that are not written. */
function stepsAt(word: string, at: number, path: readonly Step[], reader: Reader): readonly Step[] {
  const silent = path.length > 0 && path.at(-1)!.latin !== '' ? reader.silent : []
  return [...matching(word, at, reader), ...silent].filter(step =>
    step.entry ? fitsTable(step, step.entry, path, reader) : fitsLatin(step, word, at),
  )
}

/** The steps for what stands at this place, whatever their contexts; a unit that none begins with stays as it is. */
function matching(word: string, at: number, reader: Reader): readonly Step[] {
  if (at === word.length) return []
  const steps = reader.steps.get(word[at]!)?.filter(step => word.startsWith(step.latin, at)) ?? []
  return steps.length > 0 ? steps : [{ latin: word[at]!, cyrillic: word[at]! }]
}

function fitsLatin({ latin, after, before }: Step, word: string, at: number): boolean {
  return (!after || after(word[at - 1] ?? wordStart)) && (!before || before(word[at + latin.length] ?? wordEnd))
}

/** Whether the table would use this entry here, and, now that the next letters are known, the entry before. */
function fitsTable({ cyrillic }: Step, entry: Entry, path: readonly Step[], { table }: Reader): boolean {
  const last = path.at(-1)
  if (last?.entry && !isChosen(last.entry, table, path.at(-2)?.cyrillic.at(-1) ?? wordStart, cyrillic)) return false
  return isChosen(entry, table, last?.cyrillic.at(-1) ?? wordStart, '')
}

/** Whether the table, as far as these neighbours tell, has nothing for these letters that comes before this entry. */
function isChosen(entry: Entry, table: Table, previous: string, following: string): boolean {
  const text = entry.letters + following
  for (const rival of table.get(text.charCodeAt(0))!) {
    if (!text.startsWith(rival.letters) || (rival.after && !rival.after(previous))) continue
    const next = text[rival.letters.length]
    if (rival === entry) return next === undefined || !rival.before || rival.before(next)
    if (!rival.before || (next !== undefined && rival.before(next))) return false
  }
  return false
}

/** A sign without case, and the further letters of a sequence, follow their neighbours. */
function inCapitals(word: string, path: readonly Step[]): string {
  let at = 0
  let cyrillic = ''
  for (const step of path) {
    const end = at + step.latin.length
    cyrillic += inCase(step, word, at, end)
    at = end
  }
  return cyrillic
}

function inCase(step: Step, word: string, at: number, end: number): string {
  const { cyrillic } = step
  const first = isLetter(word.charCodeAt(at)) && isCased(word[at]!)
  if (first && !isUpper(word.charCodeAt(at))) return cyrillic
  const isAllCapitals = amongCapitals(word, first ? at + 1 : at, end)
  if (!first) return isAllCapitals ? cyrillic.toUpperCase() : cyrillic
  return isAllCapitals ? cyrillic.toUpperCase() : cyrillic[0]!.toUpperCase() + cyrillic.slice(1)
}

const isCased = (char: string): boolean => char.toLowerCase() !== char.toUpperCase()

/** Whether the next letter is a capital or, at the end of the word, the two before are. */
function amongCapitals(word: string, from: number, end: number): boolean {
  const cased = (at: number, step: 1 | -1): number => {
    let i = at
    while (i >= 0 && i < word.length && !isCased(word[i]!)) i += step
    return i
  }
  const isCapital = (at: number) => isUpper(word.charCodeAt(at))
  const next = cased(from, 1)
  if (next < word.length) return isCapital(next)
  const last = cased(Math.min(from, end) - 1, -1)
  const previous = cased(last - 1, -1)
  return last >= 0 && previous >= 0 && isCapital(last) && isCapital(previous)
}
