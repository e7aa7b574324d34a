import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Run, runs } from '../../src/names/tagger/chains.ts'
import { tagCount } from '../../src/names/tagger/crf.ts'
import { featuresOf, mostFeatures, templates } from '../../src/names/tagger/features.ts'
import { bit } from '../../src/names/tagger/lexicon.ts'
import { standing } from '../../src/names/tagger/places.ts'
import { shape, tokenize } from '../../src/names/tagger/tokens.ts'
import { type TaggedLanguage, type View, view } from '../../src/names/tagger/view.ts'

/** A text with names in UTF-16 offsets. `open`: other capitalised words may or may not belong to names of other kinds. */
export interface Row {
  readonly id: string
  readonly source: string
  readonly text: string
  readonly spans: readonly (readonly [start: number, end: number, kind: 'PER' | 'LOC' | 'other'])[]
  readonly open: boolean
}

/** A run to learn from: features of each token, and the tags it may have, as bits. */
export interface Lesson {
  readonly features: readonly Int32Array[]
  readonly templates: readonly Uint8Array[]
  readonly allowed: Uint8Array
}

const records = (path: string): Record<string, unknown>[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))

/** Where each code point begins in UTF-16 units: the data count code points. */
export function unitOffsets(text: string): number[] {
  const offsets = [0]
  for (const point of text) offsets.push(offsets.at(-1)! + point.length)
  return offsets
}

/** Rows with spans; of names within names the outermost stays, and a place that is also a government is a place. */
export function spanRows(path: string, sources: readonly string[]): Row[] {
  return records(path)
    .filter(row => sources.includes(row.src as string))
    .map(row => {
      const text = row.text as string
      const units = unitOffsets(text)
      const all = (row.spans as [number, number, string][]).map(
        ([start, end, kind]) =>
          [units[start]!, units[end]!, kind === 'PER' || kind === 'LOC' ? kind : 'other'] as const,
      )
      return { id: row.id as string, source: row.src as string, text, spans: outermost(all), open: false }
    })
}

const rank = { LOC: 0, PER: 1, other: 2 } as const

function outermost(spans: Row['spans']): Row['spans'] {
  const sorted = [...spans].sort((a, b) => b[1] - b[0] - (a[1] - a[0]) || rank[a[2]] - rank[b[2]])
  const kept: Row['spans'][number][] = []
  for (const span of sorted) if (kept.every(k => span[1] <= k[0] || span[0] >= k[1])) kept.push(span)
  return kept.sort((a, b) => a[0] - b[0])
}

/** Rows with tokens of known kinds: names of persons side by side are one name. */
export function tokenRows(path: string, sources: readonly string[]): Row[] {
  return records(path)
    .filter(row => sources.includes(row.src as string))
    .map(row => {
      const text = row.text as string
      const units = unitOffsets(text)
      const spans: [number, number, 'PER' | 'LOC' | 'other'][] = []
      for (const [, start, end, , kind] of row.tokens as [string, number, number, unknown, string | null][]) {
        if (!kind) continue
        const name = kind === 'geo' ? 'LOC' : kind === 'inan' ? 'other' : 'PER'
        const last = spans.at(-1)
        const joins = last && last[2] === name && name === 'PER' && /^[ -]?$/.test(text.slice(last[1], units[start]))
        if (joins) last[1] = units[end]!
        else spans.push([units[start]!, units[end]!, name])
      }
      return { id: row.id as string, source: row.src as string, text, spans, open: true }
    })
}

const marks = { '{': 'PER', '[': 'LOC', '<': 'other' } as const

/** Sentences of our own, one a line, with {persons}, [places] and <other names> marked. Ten make a document. */
export function markedRows(path: string | URL, source: string): Row[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line, i) => {
      const spans: [number, number, 'PER' | 'LOC' | 'other'][] = []
      let text = ''
      let from = 0
      for (const unit of line) {
        if (unit in marks) from = text.length
        else if (/[}\]>]/.test(unit))
          spans.push([from, text.length, marks[{ '}': '{', ']': '[', '>': '<' }[unit] as '{']])
        else text += unit
      }
      return { id: `${source}/${Math.floor(i / 10)}.${i}`, source, text, spans, open: false }
    })
}

/**
 * Pages of the help of GNOME (Mallard) with hardly a name of a person or a place, but capitals of menus, keys and programs: each
 * fourth page from `first` on. What markup holds the names of authors is left out.
 */
export function helpRows(folder: string, language: TaggedLanguage, first: number): Row[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.page'))
    .sort()
    .filter((_, i) => i % 4 === first)
    .map(name => ({
      id: `help-${language}/${name}`,
      source: `help-${language}`,
      text: readFileSync(join(folder, name), 'utf8')
        .replace(/<(info|credit|comment)\b[\s\S]*?<\/\1>/gu, '')
        .replace(/<[^>]*>/gu, '')
        .replace(/&(?:[a-z]+|#\d+);/gu, ' ')
        .replace(/[ \t]+/gu, ' '),
      spans: [],
      open: true,
    }))
}

const everyTag = (1 << tagCount) - 1
const otherTags = 0b1100001

/** The runs of a row with what is known of them. */
export function lessonsOf(row: Row, language: TaggedLanguage): Lesson[] {
  const v = view(tokenize(row.text), language)
  return [...runs(v)].map(run => ({ ...featuresIn(v, run), allowed: allowedIn(v, run, row) }))
}

const buffer = new Int32Array(mostFeatures)

function featuresIn(v: View, { from, to }: Run): Pick<Lesson, 'features' | 'templates'> {
  const features: Int32Array[] = []
  const kinds: Uint8Array[] = []
  for (let i = from; i < to; i++) {
    const count = featuresOf(v, i, buffer)
    features.push(buffer.slice(0, count))
    kinds.push(templates.slice(0, count))
  }
  return { features, templates: kinds }
}

const begins = { PER: 1, LOC: 3, other: 5 } as const

function allowedIn(v: View, { from, to }: Run, row: Row): Uint8Array {
  const { start, end, shape: shapes } = v.tokens
  const allowed = new Uint8Array(to - from)
  for (let i = from; i < to; i++) {
    const span = row.spans.find(s => s[0] < end[i]! && s[1] > start[i]!)
    const at = i - from
    if (!span) {
      const small = shapes[i] === shape.lower
      const certain = !row.open || small || (v.place[i]! & standing.first && v.kinds[i]! & bit.common)
      allowed[at] = certain ? 1 : otherTags
    } else if (start[i]! < span[0] || end[i]! > span[1]) allowed[at] = everyTag
    else {
      const begin = begins[span[2]]
      const inner = i > from && start[i - 1]! >= span[0]
      allowed[at] = start[i] === span[0] ? 1 << begin : inner ? 1 << (begin + 1) : (1 << begin) | (1 << (begin + 1)) | 1
    }
    if (shapes[i] === shape.lower) allowed[at]! &= 0b1010101
    if (i === from) allowed[at]! &= 0b0101011
    if (allowed[at] === 0) allowed[at] = i === from ? 0b0101011 : everyTag
  }
  loosen(allowed)
  return allowed
}

/** An inside whose name did not begin in the run cannot be: such tokens are left open. */
function loosen(allowed: Uint8Array): void {
  for (let at = 1; at < allowed.length; at++) {
    const inside = allowed[at]!
    for (const begin of [1, 3, 5])
      if (inside === 1 << (begin + 1) && !(allowed[at - 1]! & ((1 << begin) | (1 << (begin + 1)))))
        allowed[at] = everyTag
  }
}
