import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { newText } from '../../src/content/index.ts'
import type { Problem } from '../../src/text/index.ts'
import {
  convertXliff,
  editXliffChunks,
  readXliff,
  respellXliff,
  type Unit,
  unitsOf,
  validateXliff,
  writeXliff,
  type XliffChange,
  xliffFormat,
} from '../../src/xliff/index.ts'
import { decodeXml } from '../../src/xml/index.ts'
import { files } from './documents.ts'

/** What went wrong with one input. */
export interface Fault {
  readonly number: number
  readonly what: string
  readonly input: Uint8Array
}

/** An input may take so long. */
const limitMs = 2000

const pieces = [
  '<',
  '>',
  '/>',
  '</',
  '"',
  "'",
  '&',
  '&#0;',
  '&#x10FFFF;',
  '&x;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?',
  '?>',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '<source>',
  '</target>',
  '<mrk mtype="seg" mid="1">',
  '<g id="1">',
  '<sub>',
  '<pc id="1">',
  '<ec startRef="1"/>',
  ' id="1"',
  ' xml:space="preserve"',
  ' xmlns="urn:x"',
  'version="2.2"',
  'urn:oasis:names:tc:xliff:document:2.2',
  '\0',
  '\u2028',
  '😀',
  '\ud83d',
  '\ufffe',
  '1e999',
  'ї'.repeat(2000),
]

/** A change of bytes: some are taken out, others or a stretch of the file itself put in. */
const change = fc.record({
  at: fc.nat(),
  length: fc.oneof(fc.constant(0), fc.nat({ max: 8 }), fc.nat({ max: 2000 })),
  insert: fc.oneof(
    fc.constant(new Uint8Array()),
    fc.constantFrom(...pieces).map(text => new TextEncoder().encode(text)),
    fc.uint8Array({ maxLength: 4 }),
    fc.record({ from: fc.nat(), length: fc.nat({ max: 400 }) }),
  ),
})

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

function changed(bytes: Uint8Array, { at, length, insert }: Change): Uint8Array {
  const start = at % (bytes.length + 1)
  const from = insert instanceof Uint8Array ? 0 : insert.from % (bytes.length + 1)
  const fresh = insert instanceof Uint8Array ? insert : bytes.subarray(from, from + insert.length)
  return Buffer.concat([bytes.subarray(0, start), fresh, bytes.subarray(start + length)])
}

const changesOf = (unit: Unit): XliffChange[] =>
  unit.segments.map(segment => ({ unit, segment, target: [newText('Я<'), ...segment.source.runs], state: 'final' }))

/** Reads, checks, edits and converts an input in every way there is; says what is wrong with the outcome. */
async function tried(input: Uint8Array): Promise<string | undefined> {
  const { text } = decodeXml(input).value
  const found: Problem[] = [...validateXliff(text).problems]
  const { value, problems } = readXliff(text)
  found.push(...problems, ...xliffFormat.read(text).problems)
  const changes = [...unitsOf(value)].flatMap(changesOf)
  const written = writeXliff(text, value, changes)
  found.push(...written.problems)
  const results = [written.value, respellXliff(text, value)]
  const editing = editXliffChunks([text.slice(0, 99), text.slice(99)], ({ unit }) => changesOf(unit))
  let streamed = ''
  for await (const piece of editing) streamed += piece
  if (streamed !== written.value) return 'the stream gives another text'
  for (const to of ['1.2', '2.0', '2.1', '2.2'] as const) {
    const converted = convertXliff(text, value, to)
    found.push(...converted.problems)
    results.push(converted.value)
  }
  if (found.some(({ span }) => span.start < 0 || span.end < span.start || span.end > text.length))
    return 'a problem stands outside the file'
  if (problems.length > 0) return undefined
  const broken = results.findIndex(result => readXliff(result).problems.length > 0)
  return broken < 0 ? undefined : `result ${broken} cannot be read`
}

/** Tries so many changed files, or as many as the time allows; the same seed gives the same inputs. */
export async function fuzz(
  given: ReadonlyMap<string, Uint8Array>,
  { count, seed, seconds = Number.POSITIVE_INFINITY }: { count: number; seed: number; seconds?: number },
): Promise<{ readonly tried: number; readonly slowestMs: number; readonly faults: readonly Fault[] }> {
  const originals = [...given.values()]
  const input = fc
    .tuple(fc.constantFrom(...originals), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([bytes, changes]) => changes.reduce(changed, bytes))
  const faults: Fault[] = []
  const began = performance.now()
  let slowestMs = 0
  let number = 0
  for (const bytes of batches(input, seed)) {
    if (number >= count || performance.now() - began > seconds * 1000) break
    number++
    const start = performance.now()
    const what = await tried(bytes).catch((error: unknown) => `thrown: ${error instanceof Error ? error.stack : error}`)
    const took = performance.now() - start
    slowestMs = Math.max(slowestMs, took)
    if (what !== undefined) faults.push({ number, what, input: bytes })
    else if (took > limitMs) faults.push({ number, what: `took ${Math.round(took)} ms`, input: bytes })
  }
  return { tried: number, slowestMs, faults }
}

/** Values without end, a thousand at a time. */
function* batches<T>(arbitrary: fc.Arbitrary<T>, seed: number): Generator<T> {
  for (let i = 0; ; i++) yield* fc.sample(arbitrary, { numRuns: 1000, seed: seed + i })
}

function filesIn(folder: string): [string, Uint8Array][] {
  return readdirSync(folder).flatMap((name): [string, Uint8Array][] => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return filesIn(path)
    return path.endsWith('.xlf') ? [[path, readFileSync(path)]] : []
  })
}

/** `npx tsx test/xliff/fuzz.ts [COUNT [FOLDER]]`: a folder's files are changed besides our own. */
async function main([count = '20000', folder]: readonly string[]): Promise<number> {
  const given = new Map([...files, ...(folder && existsSync(folder) ? filesIn(folder) : [])])
  const seed = Number(process.env.TLUMACH_SEED ?? 20261122)
  const { tried, slowestMs, faults } = await fuzz(given, { count: Number(count), seed })
  for (const { number, what, input } of faults.slice(0, 20)) {
    process.stdout.write(`input ${number}: ${what}\n${new TextDecoder().decode(input).slice(0, 2000)}\n\n`)
  }
  const crashes = faults.filter(({ what }) => !what.startsWith('took')).length
  const hangs = faults.length - crashes
  process.stdout.write(
    `${tried} inputs of ${given.size} files: ${crashes} crashes or wrong results, ${hangs} over ${limitMs} ms; the slowest took ${Math.round(slowestMs)} ms\n`,
  )
  return faults.length > 0 ? 1 : 0
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = await main(process.argv.slice(2))
