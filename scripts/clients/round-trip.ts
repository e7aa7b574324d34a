import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Sample } from './client.ts'
import { difference } from './compare.ts'
import { tlumach } from './tlumach.ts'

export interface Exported {
  readonly sample: Sample
  /** Of the XLIFF file, as seen from the folder. */
  readonly path: string
  readonly xliff: string
}

/** Exports the samples from English into Ukrainian; `options` decide how and where to. */
export async function exportAll(
  samples: readonly Sample[],
  folder: string,
  options: readonly string[],
  pathOf: (name: string) => string,
): Promise<readonly Exported[]> {
  mkdirSync(folder, { recursive: true })
  for (const { name, bytes } of samples) writeFileSync(join(folder, name), bytes)
  await tlumach(folder, 'export', ...samples.map(({ name }) => name), '--from', 'en', '--to', 'uk', ...options)
  return samples.map(sample => {
    const path = pathOf(sample.name)
    return { sample, path, xliff: readFileSync(join(folder, path), 'utf8') }
  })
}

/** The name that `export` gives the XLIFF file of a sample. */
export const xliffName = (name: string, extension = '.xlf'): string => name.replace(/\.[^.]+$/, `.uk${extension}`)

/** Merges an XLIFF file into its source. */
export async function merged(folder: string, { name }: Sample, xliff: string): Promise<Uint8Array> {
  const place = join('merged', name)
  mkdirSync(join(folder, dirname(place)), { recursive: true })
  writeFileSync(join(folder, `${place}.xlf`), xliff)
  await tlumach(folder, 'merge', `${place}.xlf`, '--source', name, '-o', place, '--force')
  return readFileSync(join(folder, place))
}

/** How what is merged of one file differs from what is merged of another; undefined where it does not. */
export async function mergeFault(
  folder: string,
  sample: Sample,
  expected: string,
  got: string,
): Promise<string | undefined> {
  try {
    const wanted = await merged(folder, sample, expected)
    if (difference(sample.bytes, wanted) === undefined) return 'nothing in it was translated'
    return difference(wanted, await merged(folder, sample, got))
  } catch (error) {
    return error instanceof Error ? error.message.trim() : String(error)
  }
}
