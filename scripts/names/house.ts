import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Weights } from './weights.ts'

/** The names floor and its benchmark with other weights, in a folder for a while; the other floors are as they are. */
export function copyHouse(weights: Weights): string {
  const root = join(import.meta.dirname, '../..')
  const house = mkdtempSync(join(tmpdir(), 'names-'))
  mkdirSync(join(house, 'src'))
  for (const floor of readdirSync(join(root, 'src')))
    if (floor !== 'names') symlinkSync(join(root, 'src', floor), join(house, 'src', floor))
  cpSync(join(root, 'src/names'), join(house, 'src/names'), { recursive: true })
  cpSync(join(root, 'test/bench/names.ts'), join(house, 'test/bench/names.ts'))
  writeFileSync(join(house, 'package.json'), '{ "type": "module" }\n')
  for (const [file, value] of Object.entries(weights))
    writeFileSync(join(house, `src/names/${file}.json`), JSON.stringify(value))
  return house
}
