import { newText } from '../content/index.ts'
import { type Content, type InlineCode, type InlineRun, isAside, isMarker, type Unit } from '../xliff/index.ts'
import { splitForbidden } from '../xml/index.ts'

/** A stretch of a cell: text, or what stands for a code. */
export interface Shown {
  readonly text: string
  readonly isCode: boolean
}

/** How the codes of a unit are shown to people without a translation program: ⟨b⟩…⟨/b⟩, ⟨br/⟩. */
export interface CodeNames {
  shown(content: Content): Shown[]
  /** The runs of what stands in a cell; `at` is the place of the cell. A name that no code has becomes a code that is unknown. */
  runs(cell: string, at: number): InlineRun[]
}

/** Of labels no more is shown. */
const longest = 24

const names = /⟨[^⟨⟩]*⟩/gu

/** The sources and targets of a unit, which share their codes. */
export const contentsOf = ({ segments }: Unit): Content[] =>
  segments.flatMap(({ source, target }) => (target ? [source, target] : [source]))

/** The names of codes: each its own, and none that the text has anyway. */
export function codeNames(contents: readonly Content[]): CodeNames {
  const texts = contents.map(({ runs }) => runs.map(run => (run.kind === 'text' ? run.text : '')).join('')).join('\n')
  const literal = new Set(texts.match(names))
  const byKey = new Map<string, string>()
  const byName = new Map<string, InlineRun>()
  const taken = new Set<string>()
  const free = (make: (n: string) => readonly string[]): readonly string[] => {
    for (let n = 1; ; n++) {
      const made = make(n === 1 ? '' : ` ${n}`)
      if (made.every(name => !taken.has(folded(name)) && !literal.has(name))) return made
    }
  }
  for (const code of contents.flatMap(codesOf)) {
    if (byKey.has(keyOf(code))) continue
    const label = readable(code.label)
    const isPair = code.kind !== 'code'
    const [open = '', close = ''] = free(n => (isPair ? [`⟨${label}${n}⟩`, `⟨/${label}${n}⟩`] : [`⟨${label}${n}/⟩`]))
    byKey.set(`${isPair ? 'open' : 'code'} ${code.id}`, open)
    if (isPair) byKey.set(`close ${code.id}`, close)
    taken.add(folded(open)).add(folded(close))
  }
  for (const code of contents.flatMap(codesOf)) byName.set(folded(byKey.get(keyOf(code))!), code)
  for (const sign of new Set(splitForbidden(texts).filter((_, i) => i % 2 === 1))) {
    const name = signName(sign)
    if (!literal.has(name)) byName.set(folded(name), newText(sign))
  }
  return {
    shown: ({ runs }) => runs.flatMap(run => (run.kind === 'text' ? shownText(run.text) : shownCode(run, byKey))),
    runs: (cell, at) => read(cell, at, byName, literal),
  }
}

const codesOf = ({ runs }: Content): InlineCode[] =>
  runs.filter((run): run is InlineCode => run.kind !== 'text' && !isMarker(run) && !isAside(run))

const keyOf = ({ kind, id }: InlineCode): string => `${kind} ${id}`

/** Nobody should lose a code by a space or a capital letter. */
const folded = (name: string): string => name.toLowerCase().replace(/\s+/g, '')

/** The name of a tag; of other codes what they look like. */
function readable(label: string): string {
  const tag = /^<\/?\s*([\p{L}][\p{L}\p{N}:_-]*)/u.exec(label)?.[1]
  const plain = (tag ?? label).replace(/[⟨⟩\s]+/gu, ' ').trim()
  return plain.length > longest ? `${plain.slice(0, longest - 1)}…` : plain || '•'
}

/** What XML cannot hold. */
const signName = (sign: string): string => `⟨U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`

const shownText = (text: string): Shown[] =>
  splitForbidden(text)
    .map((piece, i) => (i % 2 === 1 ? { text: signName(piece), isCode: true } : { text: piece, isCode: false }))
    .filter(piece => piece.text !== '')

function shownCode(code: InlineCode, byKey: ReadonlyMap<string, string>): Shown[] {
  const name = byKey.get(keyOf(code))
  return name === undefined ? [] : [{ text: name, isCode: true }]
}

function read(
  cell: string,
  at: number,
  byName: ReadonlyMap<string, InlineRun>,
  literal: ReadonlySet<string>,
): InlineRun[] {
  const runs: InlineRun[] = []
  let text = ''
  let done = 0
  const flush = () => {
    if (text !== '') runs.push(newText(text))
    text = ''
  }
  for (const { 0: name, index } of cell.matchAll(names)) {
    text += cell.slice(done, index)
    done = index + name.length
    const found = byName.get(folded(name))
    if (!found && literal.has(name)) text += name
    else if (found?.kind === 'text') text += found.text
    else {
      flush()
      const span = { start: at + index, end: at + done }
      runs.push(found ? { ...found, span } : unknown(name, span))
    }
  }
  text += cell.slice(done)
  flush()
  return runs
}

const unknown = (name: string, span: InlineCode['span']): InlineCode => ({
  ...{ kind: 'code', id: name, label: name, span },
  ...{ element: 'ph', attributes: {} },
})
