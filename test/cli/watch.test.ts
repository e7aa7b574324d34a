import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Built, build } from '../package/built.ts'

let built: Built
let folder: string
beforeAll(async () => {
  built = build()
  folder = await mkdtemp(join(tmpdir(), 'tlumach-watch-'))
})
afterAll(async () => {
  built.remove()
  await rm(folder, { recursive: true, force: true })
})

/** Resolves when so many rounds are over, with all that was printed. */
async function rounds(child: ChildProcess, out: { text: string; rounds: number }, count: number): Promise<string> {
  while (out.rounds < count) await once(child.stderr!, 'data')
  return out.text
}

it('lint --watch tells again what has changed, and ends with 0 when it is interrupted', async () => {
  await writeFile(join(folder, 'a.md'), 'Kiev.\n')
  await writeFile(join(folder, 'b.md'), 'Kharkov.\n')
  const child = spawn(process.execPath, [built.program, 'lint', '--watch', '--format', 'concise', '.'], {
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C', TLUMACH_CACHE: join(folder, '.cache') },
  })
  const out = { text: '', rounds: 0 }
  child.stdout.on('data', chunk => {
    out.text += chunk
  })
  child.stderr.on('data', chunk => {
    out.rounds += String(chunk).split('Waiting for changes').length - 1
  })
  const first = await rounds(child, out, 1)
  expect([first.includes('a.md:1:1'), first.includes('b.md:1:1')]).toEqual([true, true])
  await writeFile(join(folder, 'b.md'), '\nOdessa.\n')
  const second = (await rounds(child, out, 2)).slice(first.length)
  expect([second.includes('a.md'), second.includes('b.md:2:1')]).toEqual([false, true])
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([0, null])
})
