import { execFileSync } from 'node:child_process'
import { createReadStream, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { comparable, compare, type Entry, lookup, putAll, readTmx } from '../../src/memory/index.ts'
import { openMemory } from '../../src/node/index.ts'
import { random } from '../support/random.ts'
import { segments } from './memory-segments.ts'
import type { Bench } from './run.ts'

/** Segments that are looked up, and those of them that are held against every entry. */
const queries = 400
const judged = 40
const least = 75

interface Measured {
  readonly segments: number
  readonly seconds: number
  readonly cpu: number
  readonly rss: number
  readonly megabytes: number
  readonly p50: number
  readonly p95: number
  readonly recall: number
}

/**
 * Import and look-up: of made segments at 100,000 (with `--large` also at 1,000,000), or of the TMX files and the TSV files (source, target)
 * of a folder. Each size in a process of its own, so that memory is its own. Recall: of the entries at least 75 % like a segment, found by
 * comparing all, how many the look-up gives.
 */
export const run: Bench['run'] = async ({ data, flags }) => {
  const sizes = data !== undefined ? [0] : flags.has('--large') ? [100_000, 1_000_000] : [100_000]
  const figures: Record<string, number | string> = {}
  for (const size of sizes) {
    const { segments, ...measured } = inOwnProcess(size, data)
    for (const [key, value] of Object.entries(measured)) figures[`${segments} ${units[key] ?? key}`] = value
  }
  return figures
}

const units: Readonly<Record<string, string>> = {
  seconds: 'import, s',
  cpu: 'import, s of processor',
  rss: 'import, MB of memory',
  megabytes: 'file, MB',
  p50: 'query p50, ms',
  p95: 'query p95, ms',
  recall: `recall at ${least} %`,
}

function inOwnProcess(size: number, data: string | undefined): Measured {
  const args = ['--import', 'tsx', fileURLToPath(import.meta.url), '--measure', String(size), ...(data ? [data] : [])]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
}

async function measure(size: number, data: string | undefined): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'tlumach-bench-'))
  try {
    const path = join(folder, 'memory.sqlite')
    const store = await openMemory(path)
    const before = process.cpuUsage()
    const began = performance.now()
    const entries = () => (data === undefined ? segments(size, 1) : filesOf(data))
    const { added } = await putAll(store, entries())
    const seconds = (performance.now() - began) / 1000
    const { user, system } = process.cpuUsage(before)
    const rss = process.resourceUsage().maxRSS / 1024
    const asked = await someOf(entries(), added)
    const times: number[] = []
    for (const query of asked) {
      const from = performance.now()
      await lookup(store, query, { least })
      times.push(performance.now() - from)
    }
    const held = asked.slice(0, judged)
    const alike = await bruteForce(held, entries())
    let found = 0
    for (const [i, query] of held.entries()) {
      const matches = await lookup(store, query, { least, most: 50 })
      const texts = new Set(matches.map(({ entry }) => entry.source.join('')))
      found += [...alike[i]!].filter(text => texts.has(text)).length
    }
    const all = alike.reduce((sum, { size }) => sum + size, 0)
    store.close()
    times.sort((a, b) => a - b)
    const rounded = (value: number, digits = 2) => Number(value.toFixed(digits))
    return {
      segments: added,
      seconds: rounded(seconds, 1),
      cpu: rounded((user + system) / 1e6, 1),
      rss: rounded(rss, 0),
      megabytes: rounded(statSync(path).size / 1e6, 0),
      p50: rounded(times[times.length >> 1] ?? 0),
      p95: rounded(times[Math.floor(times.length * 0.95)] ?? 0),
      recall: all === 0 ? 1 : rounded(found / all, 4),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Entries spread over all of them, every other one with a word gone. */
async function someOf(entries: AsyncIterable<Entry> | Iterable<Entry>, count: number): Promise<Entry[]> {
  const next = random(5)
  const every = Math.max(1, Math.floor(count / queries))
  const out: Entry[] = []
  let n = 0
  for await (const entry of entries) {
    if (n++ % every !== 0) continue
    const words = entry.source.join('').split(' ')
    if (out.length % 2 === 0 && words.length > 4) words.splice(Math.floor(next() * words.length), 1)
    out.push({ ...entry, source: [words.join(' ')] })
  }
  return out
}

/** The texts alike to each query, at most so many that a look-up could give them all. */
async function bruteForce(
  asked: readonly Entry[],
  entries: AsyncIterable<Entry> | Iterable<Entry>,
): Promise<Set<string>[]> {
  const alike = asked.map(() => new Set<string>())
  const own = asked.map(({ source }) => comparable(source))
  for await (const { source } of entries) {
    const other = comparable(source)
    for (const [i, query] of own.entries()) if (compare(query, other, least) > 0) alike[i]!.add(source.join(''))
  }
  return alike.map(set => (set.size > 50 ? new Set() : set))
}

async function* filesOf(folder: string): AsyncGenerator<Entry> {
  if (!existsSync(folder)) throw new Error(`${folder}: no such folder`)
  for (const name of readdirSync(folder).sort()) {
    const path = join(resolve(folder), name)
    if (name.endsWith('.tmx')) yield* readTmx(createReadStream(path, { encoding: 'utf8' }))
    else if (name.endsWith('.tsv'))
      for await (const line of createInterface({ input: createReadStream(path) })) {
        const [source = '', target = ''] = line.split('\t')
        if (source && target) yield { sourceLanguage: 'und', targetLanguage: 'und', source: [source], target: [target] }
      }
  }
}

if (process.argv.includes('--measure')) {
  const [size = '0', data] = process.argv.slice(process.argv.indexOf('--measure') + 1)
  process.stdout.write(JSON.stringify(await measure(Number(size), data)))
}
