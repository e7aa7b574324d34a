import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Built, build, run } from '../package/built.ts'

let built: Built
let folder: string
beforeAll(async () => {
  built = build()
  folder = await mkdtemp(join(tmpdir(), 'tlumach-findings-'))
  await writeFile(join(folder, 'a.md'), 'Kiev and Kharkov.\n')
  await writeFile(join(folder, 'b.md'), 'Nothing.\n')
  await writeFile(join(folder, 'c.md'), Uint8Array.of(0xff, 0xfe, 0x00))
  const page = '<meta charset=windows-1251>\n<p>In Kharkov \xab\xc4\xbb'
  await writeFile(join(folder, 'd.html'), page, 'latin1')
})
afterAll(async () => {
  built.remove()
  await rm(folder, { recursive: true, force: true })
})

const cache = () => join(folder, '.cache')
const lint = (...options: readonly string[]) =>
  run(built.program, ['lint', '.', ...options], { cwd: folder, env: { TLUMACH_CACHE: cache() } })

/** Runs something while the linter itself is gone: what it prints comes from the cache alone. */
async function withoutLinter<T>(work: () => Promise<T>): Promise<T> {
  const engine = join(dirname(built.program), 'cli/cli-lint-engine.cjs')
  await rename(engine, `${engine}.gone`)
  try {
    return await work()
  } finally {
    await rename(`${engine}.gone`, engine)
  }
}

describe('lint --cache', () => {
  it.each(['pretty', 'concise', 'json', 'sarif'])('tells the same without looking again: %s', async format => {
    const plain = await lint('--format', format)
    expect(plain.out).toContain('Kharkov')
    expect(await lint('--cache', '--format', format)).toEqual(plain)
    expect(await withoutLinter(() => lint('--cache', '--format', format))).toEqual(plain)
  })

  it('looks again where the text, the settings, a glossary or the whole run of --across is another', async () => {
    await lint('--cache')
    const own = join(folder, 'own.yaml')
    await writeFile(own, '- { id: own, kind: place, uk: { name: Київ } }\n')
    const others = [
      ['--style', 'official'],
      ['--date', '1980-01-01'],
      ['--no-default-glossary', '-g', own],
      ['--across'],
    ]
    for (const options of others) {
      expect((await withoutLinter(() => lint('--cache', ...options))).code).toBe(2)
      expect(await lint('--cache', ...options)).toEqual(await lint(...options))
    }
    await writeFile(join(folder, 'b.md'), 'Odessa.\n')
    expect((await lint('--cache', '--format', 'concise')).out).toContain('b.md:1:1')
  })

  it('is not troubled by a damaged cache', async () => {
    const plain = await lint('--cache')
    for (const name of await readdir(cache())) await writeFile(join(cache(), name), 'torn')
    expect(await lint('--cache')).toEqual(plain)
  })
})
