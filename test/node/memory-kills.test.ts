import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lookup, type Store } from '../../src/memory/index.ts'
import { openMemory } from '../../src/node/index.ts'

/** How often a writer is killed; TLUMACH_KILLS=200 is the full count. */
const kills = Number(process.env.TLUMACH_KILLS ?? 15)
const batch = 100

const root = resolve(import.meta.dirname, '../..')
/** Puts batch after batch and says the number of each that is in. */
const writer = `
import { openMemory } from './src/node/index.ts'
const [path, name] = process.argv.slice(2)
const store = await openMemory(path)
for (let n = 0; ; n++) {
  await store.put(Array.from({ length: ${batch} }, (_, i) => ({
    sourceLanguage: 'en', targetLanguage: 'uk', source: [\`\${name} wrote batch\${n} number\${i} of these\`], target: ['Так'],
  })))
  process.stdout.write(n + '\\n')
}`

let folder = ''
let script = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tlumach-kills-'))
  script = join(folder, 'writer.mjs')
  await build({
    stdin: { contents: writer, resolveDir: root },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: script,
    banner: { js: "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);" },
    plugins: [
      {
        name: 'native',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^libsql$/ }, () => ({
            path: join(root, 'node_modules/libsql/index.js'),
            external: true,
          })),
      },
    ],
  })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Starts a writer and kills it so many milliseconds after its first batch; gives the number of batches that it said are in. */
function writeAndDie(path: string, name: string, after: number): Promise<number> {
  return new Promise(done => {
    const child = spawn(process.execPath, [script, path, name], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', chunk => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), after)
      said += chunk
    })
    child.on('close', () => done(said.split('\n').length - 1))
  })
}

async function count(store: Store, name: string): Promise<number> {
  let entries = 0
  for await (const { entry } of store.all()) if (`${entry.source[0]}`.startsWith(`${name} `)) entries++
  return entries
}

describe('a memory whose writers are killed', () => {
  it(`is whole and has every batch that was said to be in (${kills} times)`, { timeout: 900_000 }, async () => {
    const path = join(folder, 'memory.sqlite')
    for (let round = 0; round < kills; round += 2) {
      const names = [`left${round}`, `right${round}`]
      const said = await Promise.all(names.map((name, i) => writeAndDie(path, name, 5 + ((round * 37 + i * 61) % 120))))
      const store = await openMemory(path)
      for (const [i, name] of names.entries()) {
        const entries = await count(store, name)
        expect(entries % batch).toBe(0)
        expect(entries / batch).toBeGreaterThanOrEqual(said[i]!)
        const source = [`${name} wrote batch0 number7 of them`]
        const [found] = await lookup(store, { sourceLanguage: 'en', targetLanguage: 'uk', source }, { most: 1 })
        expect(found?.entry.source).toEqual([`${name} wrote batch0 number7 of these`])
      }
      store.close()
    }
    const { default: Database } = await import('libsql')
    const database = new Database(path)
    expect(database.prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' })
    database.close()
  })
})
