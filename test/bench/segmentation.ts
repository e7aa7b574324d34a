import { existsSync } from 'node:fs'
import { sentences } from '../../src/segment/index.ts'
import type { Bench } from './run.ts'
import { type Row, sentenceRows } from './segmentation/texts.ts'

const ownFigures: ReadonlySet<string> = new Set(['', '.marked', '.all'])

const languages = ['en', 'uk', 'ru'] as const

/**
 * F1 of sentence boundaries. `data` holds, at any depth, files `tok_LANGUAGE….jsonl`, a sentence a line in the order of the
 * texts; the consecutive sentences of one document (an id but for its last number) are joined by spaces. `LANGUAGE.f1.all` is
 * over all documents, `LANGUAGE.f1` over those in which at least half of the sentences end with a sentence's mark, `LANGUAGE.f1.marked`
 * over those in which nine of ten do: where verse, headings and chats have none, nothing in the text tells. `--by-source` adds figures for each source, `--errors` shows what was
 * missed (-) and invented (+).
 */
export const run: Bench['run'] = async ({ data, flags }) => {
  if (!data || !existsSync(data)) return { skipped: 'no data folder: give one with --data DIR' }
  const figures: Record<string, number | string> = {}
  const texts: { language: string; text: string }[] = []
  for (const language of languages) {
    const rows = sentenceRows(data, language)
    if (rows.length === 0) continue
    const documents = joinDocuments(rows)
    texts.push(...documents.map(({ text }) => ({ language, text })))
    const total = new Map<string, Count>()
    const other = new Map<string, Count>()
    const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
    for (const document of documents) {
      const names = [
        ...(document.marked >= 0.5 ? [''] : []),
        ...(document.marked >= 0.9 ? ['.marked'] : []),
        ...['.all', `.${document.source}`],
      ]
      const found = [...sentences(document.text, { language })].map(({ end }) => end)
      add(total, names, document, found)
      add(other, names, document, segmentEnds(document.text, segmenter))
      if (flags.has('--errors')) show(document, new Set(found), language)
    }
    for (const [name, count] of total) {
      if (!ownFigures.has(name) && !flags.has('--by-source')) continue
      figures[`${language}.f1${name}`] = f1(count)
      figures[`${language}.intl${name}`] = f1(other.get(name)!)
    }
  }
  figures.MBps = speed(texts)
  return figures
}

interface Joined {
  readonly source: string
  readonly text: string
  /** Where sentences end, but for the last one. */
  readonly ends: ReadonlySet<number>
  /** The share of its sentences that end with a sentence's mark. */
  readonly marked: number
}

function joinDocuments(rows: readonly Row[]): Joined[] {
  const documents: { key: string; source: string; parts: string[] }[] = []
  for (const { id, src, text } of rows) {
    const name = id.split('/').at(-1)!
    const key = `${src} ${/[-_.]/.test(name) ? name.replace(/[-_.]?s?\d+$/, '') : ''}`
    const last = documents.at(-1)
    if (last?.key === key) last.parts.push(text.trim())
    else documents.push({ key, source: src ?? '', parts: [text.trim()] })
  }
  return documents.map(({ source, parts }) => {
    const ends = new Set<number>()
    let at = 0
    for (const part of parts.slice(0, -1)) {
      ends.add(at + part.length)
      at += part.length + 1
    }
    const marked = parts.filter(part => /[.!?…][^\p{L}\p{N}]*$/u.test(part)).length
    return { source, text: parts.join(' '), ends, marked: marked / parts.length }
  })
}

interface Count {
  found: number
  right: number
  given: number
}
const newCount = (): Count => ({ found: 0, right: 0, given: 0 })

/** Adds to the counts of some names which ends were found and which of them are right; the end of the text is none. */
function add(
  counts: Map<string, Count>,
  names: readonly string[],
  { text, ends }: Joined,
  all: readonly number[],
): void {
  const found = all.filter(end => end < text.length)
  const right = found.filter(end => ends.has(end)).length
  for (const name of names) {
    const count = counts.get(name) ?? newCount()
    counts.set(name, count)
    count.found += found.length
    count.given += ends.size
    count.right += right
  }
}

const segmentEnds = (text: string, segmenter: Intl.Segmenter): number[] =>
  [...segmenter.segment(text)].map(({ index, segment }) => index + segment.trimEnd().length)

function show({ text, ends, source }: Joined, found: ReadonlySet<number>, language: string): void {
  for (const end of [...new Set([...found, ...ends])].sort((a, b) => a - b)) {
    if (end >= text.length || found.has(end) === ends.has(end)) continue
    const place = `${text.slice(Math.max(0, end - 50), end)}⏎${text.slice(end, end + 40)}`
    process.stdout.write(`${language} ${source} ${found.has(end) ? '+' : '-'} ${place.replaceAll('\n', '\\n')}\n`)
  }
}

function f1({ found, right, given }: Count): string {
  const score = right === 0 ? 0 : (2 * right) / (found + given)
  return (score * 100).toFixed(2)
}

/** Megabytes (UTF-8) a second, the best of nine over all texts. */
function speed(texts: readonly { readonly language: string; readonly text: string }[]): string {
  const bytes = texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 9; round++) {
    const start = performance.now()
    for (const { text, language } of texts) for (const _ of sentences(text, { language }));
    best = Math.min(best, performance.now() - start)
  }
  return (bytes / 1e6 / (best / 1000)).toFixed(1)
}
