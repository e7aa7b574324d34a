import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
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
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`It ended with ${code}.`)))
  ended.catch(() => {})
  while (out.rounds < count) await Promise.race([once(child.stderr!, 'data'), ended])
  return out.text
}

/** Starts `lint --watch` in a folder of its own and gives what it prints, round by round. */
async function watching(name: string, files: Readonly<Record<string, string>>) {
  const cwd = join(folder, name)
  await mkdir(cwd)
  const lay = (file: string, text: string) => writeFile(join(cwd, file), text)
  for (const [file, text] of Object.entries(files)) await lay(file, text)
  const child = spawn(process.execPath, [built.program, 'lint', '--watch', '--format', 'concise', '.'], {
    cwd,
    env: { ...process.env, LC_ALL: 'C', TLUMACH_CACHE: join(folder, '.cache') },
  })
  const out = { text: '', rounds: 0 }
  let told = ''
  child.stdout.on('data', chunk => {
    out.text += chunk
  })
  child.stderr.on('data', chunk => {
    out.rounds += String(chunk).split('Waiting for changes').length - 1
  })
  return {
    lay,
    /** What a round printed, counted from 1. */
    async round(count: number) {
      const all = await rounds(child, out, count)
      const fresh = all.slice(told.length)
      told = all
      return fresh
    },
    async interrupt() {
      child.kill('SIGINT')
      return await once(child, 'exit')
    },
  }
}

it('lint --watch tells again what has changed, and ends with 0 when it is interrupted', async () => {
  const { lay, round, interrupt } = await watching('texts', { 'a.md': 'Kiev.\n', 'b.md': 'Kharkov.\n' })
  const first = await round(1)
  expect([first.includes('a.md:1:1'), first.includes('b.md:1:1')]).toEqual([true, true])
  await lay('b.md', '\nOdessa.\n')
  const second = await round(2)
  expect([second.includes('a.md'), second.includes('b.md:2:1')]).toEqual([false, true])
  expect(await interrupt()).toEqual([0, null])
})

it('lint --watch heeds a changed configuration and a changed glossary', async () => {
  const entry = (status: string) =>
    `- { id: desk, kind: organisation, en: [Desk, { text: Deskk, status: ${status} }] }\n`
  const { lay, round, interrupt } = await watching('settings', {
    'a.md': 'Kiev and the Deskk.\n',
    'names.yaml': entry('admitted'),
    'tlumach.config.yaml': 'glossaries: [names.yaml]\n',
  })
  expect(await round(1)).toMatch(/^a\.md:1:1: .*Kiev.*\n$/)
  await lay('names.yaml', entry('deprecated'))
  expect(await round(2)).toMatch(/^a\.md:1:1: .*Kiev.*\na\.md:1:14: .*Deskk.*\n$/)
  await lay('tlumach.config.yaml', 'glossaries: [names.yaml]\nrules: { deprecated-spelling: { except: [Kiev] } }\n')
  expect(await round(3)).toMatch(/^a\.md:1:14: .*Deskk.*\n$/)
  expect(await interrupt()).toEqual([0, null])
})
