import { execFileSync } from 'node:child_process'
import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { newText } from '../../src/content/index.ts'
import { editXliffChunks, readXliffChunks, units, unitsOf, xliffValidator } from '../../src/xliff/index.ts'

/** About 935 bytes a unit: two segments, inline codes, a note, Cyrillic targets. */
function unitText(n: number): string {
  const source = `Unit ${n}: the delegation of <pc id="1" dataRefStart="d1" dataRefEnd="d2">Ukraine</pc> arrived in Homel, said <ph id="2" equiv="name" dataRef="d3"/> &amp; others.`
  const target = `Одиниця ${n}: делегація <pc id="1" dataRefStart="d1" dataRefEnd="d2">України</pc> прибула до Гомеля, сказав <ph id="2" equiv="name" dataRef="d3"/> &amp; інші.`
  return `    <unit id="u${n}" name="paragraph ${n}">
      <notes>
        <note id="n1" category="context">Paragraph ${n}</note>
      </notes>
      <originalData>
        <data id="d1">&lt;b&gt;</data>
        <data id="d2">&lt;/b&gt;</data>
        <data id="d3">{{name}}</data>
      </originalData>
      <segment id="s1" state="translated">
        <source>${source}</source>
        <target>${target}</target>
      </segment>
      <ignorable>
        <source> </source>
      </ignorable>
      <segment id="s2">
        <source>The second round was in two days.</source>
      </segment>
    </unit>
`
}

/** Writes a file of so many units; returns its size in bytes. */
function generate(path: string, count: number): number {
  const file = openSync(path, 'w')
  writeSync(
    file,
    '<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="uk">\n  <file id="f1">\n',
  )
  for (let n = 0; n < count; n += 1000) {
    const last = Math.min(n + 1000, count)
    writeSync(file, Array.from({ length: last - n }, (_, i) => unitText(n + i)).join(''))
  }
  writeSync(file, '  </file>\n</xliff>\n')
  closeSync(file)
  return statSync(path).size
}

/** In pieces as the program reads them. */
const chunksOf = (path: string): AsyncIterable<string> => createReadStream(path, { encoding: 'utf8' })

async function size(chunks: AsyncIterable<string>): Promise<number> {
  let length = 0
  for await (const chunk of chunks) length += chunk.length
  return length
}

/** Parts that are measured in a process of their own, so that memory is theirs alone. */
const parts: Readonly<Record<string, (path: string, count: number) => Promise<number>>> = {
  /** The whole model in memory. */
  async model(path) {
    const { value } = await readXliffChunks(chunksOf(path))
    let count = 0
    for (const _ of unitsOf(value)) count++
    return count
  },
  /** One unit at a time. */
  async stream(path) {
    let count = 0
    for await (const _ of units(chunksOf(path))) count++
    return count
  },
  /** A new target and state for a segment of each unit, as a stream. */
  async edit(path) {
    const source = await size(chunksOf(path))
    let count = 0
    const edited = editXliffChunks(chunksOf(path), ({ unit }) => {
      const segment = unit.segments.at(-1)!
      count++
      return [{ unit, segment, target: [...segment.source.runs, newText(' <Ще>')], state: 'translated' }]
    })
    return (await size(edited)) > source ? count : 0
  },
  /** Every rule; nothing may be found in what was written. */
  async validate(path, count) {
    const validator = xliffValidator()
    for await (const chunk of chunksOf(path)) validator.write(chunk)
    return validator.end().problems.length === 0 ? count : 0
  },
}

async function measure(part: string, path: string, expected: number): Promise<void> {
  const began = performance.now()
  const count = await parts[part]!(path, expected)
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage()
  process.stdout.write(
    JSON.stringify({ count, seconds, cpu: (user + system) / 1e6, rss: (process.resourceUsage().maxRSS * 1024) / 1e6 }),
  )
}

/** Runs a part in plain Node, bundled as the product is: the loader that runs this file would count as its memory. */
function inOwnProcess(script: string, part: string, path: string, count: number): Result {
  const args = [script, '--part', part, path, String(count)]
  const result: Result = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 20 }))
  if (result.count !== count) throw new Error(`${part} of ${path}: ${result.count} of ${count} units`)
  return result
}

interface Result {
  readonly count: number
  readonly seconds: number
  readonly cpu: number
  readonly rss: number
}

async function bundled(folder: string): Promise<string> {
  const { build } = await import('esbuild')
  const outfile = join(folder, 'bench.mjs')
  const entryPoints = [fileURLToPath(import.meta.url)]
  await build({
    entryPoints,
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['esbuild'],
  })
  return outfile
}

const rounded = (value: number) => Math.round(value * 100) / 100

/** One unit with one text of so many megabytes. */
function generateText(path: string, megabytes: number): void {
  const file = openSync(path, 'w')
  writeSync(
    file,
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en"><file id="f1"><unit id="u1"><segment><source>',
  )
  for (let i = 0; i < megabytes; i++)
    writeSync(file, 'Ten bytes &amp; so on. '.repeat(43479).slice(0, 1e6 - (1e6 % 23)))
  writeSync(file, '</source></segment></unit></file></xliff>')
  closeSync(file)
}

/** `--quick`: a tenth of the size. Needs no data: it writes its files itself, into a temporary folder. */
export async function run({ flags }: { data: string | undefined; flags: ReadonlySet<string> }) {
  const folder = mkdtempSync(join(tmpdir(), 'xliff-bench-'))
  const figures: Record<string, number | string> = {}
  const most = flags.has('--quick') ? 20000 : 200000
  try {
    const script = await bundled(folder)
    const path = join(folder, 'file.xlf')
    for (const count of [most / 100, most / 10, most]) {
      const megabytes = generate(path, count) / 1e6
      figures[`${count}.MB`] = rounded(megabytes)
      for (const part of Object.keys(parts)) {
        const { seconds, cpu, rss } = inOwnProcess(script, part, path, count)
        figures[`${count}.${part}Seconds`] = rounded(seconds)
        figures[`${count}.${part}CpuSeconds`] = rounded(cpu)
        if (count !== most) continue
        figures[`${part}MBps`] = rounded(megabytes / seconds)
        figures[`${part}RssMB`] = Math.round(rss)
      }
    }
    for (const megabytes of flags.has('--quick') ? [1, 10] : [1, 10, 100, 200]) {
      generateText(path, megabytes)
      for (const part of Object.keys(parts)) {
        figures[`text${megabytes}MB.${part}Seconds`] = rounded(inOwnProcess(script, part, path, 1).seconds)
      }
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return figures
}

const at = process.argv.indexOf('--part')
if (at > 0) await measure(process.argv[at + 1]!, process.argv[at + 2]!, Number(process.argv[at + 3]))
