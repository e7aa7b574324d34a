import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { GFM, parser } from '@lezer/markdown'
import { markdown } from '../../src/formats/index.ts'

/** Milliseconds of the fastest of 15 runs of each, taken by turns so that a busy machine is busy for both. */
function times(...runs: readonly (() => unknown)[]): number[] {
  const fastest = runs.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < 15; round++) {
    for (const [i, run] of runs.entries()) {
      const start = performance.now()
      run()
      fastest[i] = Math.min(fastest[i]!, performance.now() - start)
    }
  }
  return fastest
}

/** Markdown reading against the parser alone, on the Markdown files below `data` (default: the installed packages). */
export async function run({ data }: { readonly data: string | undefined }): Promise<Record<string, number | string>> {
  const folder = data ?? fileURLToPath(new URL('../../node_modules', import.meta.url))
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => /\.md$/i.test(file))
  const texts = files.map(file => readFileSync(join(folder, file), 'utf8'))
  const text = texts
    .join('\n\n')
    .replaceAll('\r', '')
    .slice(0, 1 << 20)
  const reference = parser.configure(GFM)
  const [parsing, reading] = times(
    () => reference.parse(text),
    () => markdown.read(text),
  ) as [number, number]
  const megabytes = Buffer.byteLength(text) / 1e6
  return {
    files: files.length,
    megabytes: megabytes.toFixed(2),
    'parser.MBps': (megabytes / (parsing / 1000)).toFixed(1),
    'read.MBps': (megabytes / (reading / 1000)).toFixed(1),
    'read.share': (parsing / reading).toFixed(2),
  }
}
