import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Built, build, run } from './built.ts'

let built: Built
let folder: string

beforeAll(() => {
  built = build()
  folder = mkdtempSync(join(tmpdir(), 'tlumach-threads-'))
  mkdirSync(join(folder, 'texts'))
  for (let i = 0; i < 60; i++) writeFileSync(join(folder, 'texts', `${i}.md`), textOf(i))
  writeFileSync(join(folder, 'texts', 'torn.md'), new Uint8Array([0x41, 0xff, 0x42]))
})
afterAll(() => {
  built.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** Some texts have nothing to report, and their lengths differ, so that threads end out of order. */
const textOf = (i: number) =>
  `# ${i}\n\n${'Mayor Klitschko spoke in Kyiv. '.repeat((i * 37) % 200)}${i % 3 ? 'Kiev.' : ''}\n`

const lint = (...args: string[]) =>
  run(built.program, ['lint', ...args, 'texts'], { cwd: folder, env: { TLUMACH_CACHE: join(folder, 'cache') } })

it.each(['pretty', 'concise', 'jsonl', 'json'])('threads say the same in the same order: %s', async format => {
  const [alone, shared] = await Promise.all([
    lint('--threads', '1', '--format', format),
    lint('--threads', '3', '--format', format),
  ])
  expect(alone.out).toContain('Kiev')
  expect(shared).toEqual(alone)
})

it('what threads find is remembered', async () => {
  const first = await lint('--threads', '2', '--cache', '--format', 'concise')
  const second = await lint('--cache', '--format', 'concise')
  expect(second.out).toBe(first.out)
})
