import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { sentences } from '../../src/segment/index.ts'

interface Row {
  readonly id: string
  readonly src?: string
  readonly text: string
}

const ownFigures: ReadonlySet<string> = new Set(['', '.marked', '.all'])

const languages = ['en', 'uk', 'ru'] as const

/**
 * F1 of sentence boundaries. `data` holds, at any depth, files `tok_LANGUAGE….jsonl`, a sentence a line in the order of the
 * texts; the consecutive sentences of one document (an id but for its last number) are joined by spaces. `LANGUAGE.f1.all` is
 * over all documents, `LANGUAGE.f1` over those in which at least half of the sentences end with a sentence's mark, `LANGUAGE.f1.marked`
 * over those in which nine of ten do: where verse, headings and chats have none, nothing in the text tells. `--by-source` adds figures for each source, `--errors` shows what was
 * missed (-) and invented (+).
 */
export async function run({
  data,
  flags,
}: {
  readonly data: string | undefined
  readonly flags: ReadonlySet<string>
}): Promise<Record<string, number | string>> {
  if (!data || !existsSync(data)) return { skipped: 'no data folder: give one with --data DIR' }
  const figures: Record<string, number | string> = {}
  const texts: { language: string; text: string }[] = []
  for (const language of languages) {
    const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter(file => {
      return basename(file).startsWith(`tok_${language}`) && file.endsWith('.jsonl')
    })
    const rows = files.flatMap(file => readRows(join(data, file)))
    if (rows.length === 0) continue
    const documents = joinDocuments(rows)
    texts.push(...documents.map(({ text }) => ({ language, text })))
    const total = new Map<string, Count>()
    for (const document of documents) {
      const names = [
        ...(document.marked >= 0.5 ? [''] : []),
        ...(document.marked >= 0.9 ? ['.marked'] : []),
        ...['.all', `.${document.source}`],
      ]
      for (const name of names) if (!total.has(name)) total.set(name, newCount())
      compare(
        document,
        language,
        names.map(name => total.get(name)!),
        flags.has('--errors'),
      )
    }
    for (const [name, count] of total) {
      if (ownFigures.has(name) || flags.has('--by-source')) figures[`${language}.f1${name}`] = f1(count)
    }
  }
  figures.MBps = speed(texts)
  return figures
}

function readRows(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Row)
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

function compare({ text, ends }: Joined, language: string, counts: readonly Count[], show: boolean): void {
  const found = new Set([...sentences(text, { language })].map(({ end }) => end).filter(end => end < text.length))
  const right = [...found].filter(end => ends.has(end)).length
  for (const count of counts) {
    count.found += found.size
    count.given += ends.size
    count.right += right
  }
  if (!show) return
  for (const end of [...new Set([...found, ...ends])].sort((a, b) => a - b)) {
    if (found.has(end) === ends.has(end)) continue
    const place = `${text.slice(Math.max(0, end - 50), end)}⏎${text.slice(end, end + 40)}`
    process.stdout.write(`${language} ${found.has(end) ? '+' : '-'} ${place.replaceAll('\n', '\\n')}\n`)
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
