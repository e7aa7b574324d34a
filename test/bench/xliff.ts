import { execFileSync } from 'node:child_process'
import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readXliffChunks, units, unitsOf, xliffValidator } from '../../src/xliff/index.ts'

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

const chunksOf = (path: string): AsyncIterable<string> =>
  createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 })

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
    JSON.stringify({ count, seconds, cpu: (user + system) / 1e6, rss: process.resourceUsage().maxRSS / 1024 }),
  )
}

function inOwnProcess(
  part: string,
  path: string,
  count: number,
): { count: number; seconds: number; cpu: number; rss: number } {
  const args = [...process.execArgv, fileURLToPath(import.meta.url), '--part', part, path, String(count)]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 20 }))
}

/** `--quick`: a tenth of the size. Needs no data: it writes its files itself, into a temporary folder. */
export async function run({ flags }: { data: string | undefined; flags: ReadonlySet<string> }) {
  const folder = mkdtempSync(join(tmpdir(), 'xliff-bench-'))
  const figures: Record<string, number | string> = {}
  const most = flags.has('--quick') ? 20000 : 200000
  try {
    for (const count of [most / 100, most / 10, most]) {
      const path = join(folder, `${count}.xlf`)
      const megabytes = generate(path, count) / 1e6
      figures[`${count}.MB`] = Math.round(megabytes * 10) / 10
      for (const part of Object.keys(parts)) {
        const result = inOwnProcess(part, path, count)
        figures[`${count}.${part}CpuSeconds`] = Math.round(result.cpu * 100) / 100
        if (result.count !== count) throw new Error(`${part}: ${result.count} of ${count} units`)
        figures[`${count}.${part}Seconds`] = Math.round(result.seconds * 100) / 100
        const speed = Math.round((megabytes / result.seconds) * 10) / 10
        figures[`${count}.${part}MBps`] = speed
        if (count !== most) continue
        figures[`${part}MBps`] = speed
        figures[`${part}RssMB`] = Math.round(result.rss)
      }
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return figures
}

const at = process.argv.indexOf('--part')
if (at > 0) await measure(process.argv[at + 1]!, process.argv[at + 2]!, Number(process.argv[at + 3]))
