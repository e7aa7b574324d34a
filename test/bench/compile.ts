import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from '../package/built.ts'
import { syntheticConcepts } from '../support/synthetic-glossary.ts'

const sizes = [10_000, 100_000]
const seed = 20261122

/**
 * Invented glossaries of two sizes compiled, stored and read back by the built library: seconds, peak memory of a process that does
 * nothing else (the concepts and Node itself included), bytes, milliseconds in a fresh process. `--small` leaves out the larger.
 */
export async function run({ flags }: { readonly flags: ReadonlySet<string> }): Promise<Record<string, number>> {
  const built = build()
  const folder = mkdtempSync(join(tmpdir(), 'tlumach-compile-'))
  const door = join(dirname(built.program), 'glossary.js')
  try {
    const figures: Record<string, number> = {}
    for (const size of flags.has('--small') ? sizes.slice(0, 1) : sizes) {
      const source = join(folder, 'concepts.json')
      const stored = join(folder, 'stored')
      writeFileSync(source, JSON.stringify(syntheticConcepts(size, seed)))
      Object.assign(figures, keyed(size, measure(door, 'compile', source, stored)))
      Object.assign(figures, keyed(size, measure(door, 'load', stored)))
    }
    return figures
  } finally {
    built.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

function measure(door: string, ...args: readonly string[]): Record<string, number> {
  const script = join(import.meta.dirname, 'measure-compile.mjs')
  return JSON.parse(execFileSync(process.execPath, [script, door, ...args], { encoding: 'utf8' }))
}

const keyed = (size: number, figures: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(figures).map(([key, value]) => [`${size}.${key}`, value]))
