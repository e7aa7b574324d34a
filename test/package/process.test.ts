import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Built, build, type RunOptions, run } from './built.ts'

let built: Built
let folder: string
let env: Record<string, string>
beforeAll(async () => {
  built = build()
  folder = await mkdtemp(join(tmpdir(), 'tlumach-process-'))
  env = { TLUMACH_CACHE: join(folder, 'cache') }
})
afterAll(async () => {
  built.remove()
  await rm(folder, { recursive: true, force: true })
})

describe('the built program', () => {
  it('helps, and says its version', async () => {
    expect(await run(built.program, ['--help'])).toMatchObject({ code: 0, err: '' })
    expect((await run(built.program, ['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect((await run(built.program, ['--help'], { env: { LC_ALL: 'uk_UA.UTF-8' } })).out).toMatch(/^Використання/)
  })

  it('lints with the shipped glossaries, twice the same: compiled, and from the cache', async () => {
    const file = join(folder, 'a.md')
    await writeFile(file, 'Mykhailo Podoliyak in Kiev.\n')
    const [first, second] = [
      await run(built.program, ['lint', '--format', 'json', file], { env }),
      await run(built.program, ['lint', '--format', 'json', file], { env }),
    ]
    expect(first).toMatchObject({ code: 1, err: '' })
    expect(second).toEqual(first)
    await Promise.all(
      (await readdir(env.TLUMACH_CACHE!)).map(name => writeFile(join(env.TLUMACH_CACHE!, name), 'torn')),
    )
    expect(await run(built.program, ['lint', '--format', 'json', file], { env })).toEqual(first)
  })

  it('works without a place for a cache', async () => {
    const file = join(folder, 'b.md')
    await writeFile(file, 'Kiev.\n')
    expect((await run(built.program, ['lint', file], { env: { TLUMACH_CACHE: file } })).code).toBe(1)
  })

  it('never runs the kept code of another source', async () => {
    const program = join(dirname(built.program), 'cli/program.cjs')
    const source = await readFile(program, 'utf8')
    const version = async () => (await run(built.program, ['--version'])).out
    const before = await version()
    await writeFile(program, source.replaceAll(`"${before.trim()}"`, '"7.7.7"'))
    expect([before.length, await version(), await version()]).toEqual([6, '7.7.7\n', '7.7.7\n'])
    await writeFile(program, source)
    expect(await version()).toBe(before)
  })

  it('drops kept code that is old', async () => {
    const cache = join(folder, 'old')
    await mkdir(cache)
    for (const name of ['code-v1', 'code-v2']) await writeFile(join(cache, name), '')
    await utimes(join(cache, 'code-v1'), 0, 0)
    expect(await run(built.program, ['--version'], { env: { TLUMACH_CACHE: cache } })).toMatchObject({ code: 0 })
    const names = (await readdir(cache)).sort()
    expect([names[0], names.some(name => name.endsWith('program.cjs'))]).toEqual(['code-v2', true])
  })

  it('keeps code that the next run takes, after many texts as well', async () => {
    const [cache, texts] = [join(folder, 'many-cache'), join(folder, 'many')]
    await mkdir(texts)
    for (let i = 0; i < 70; i++) await writeFile(join(texts, `${i}.txt`), 'Nothing.\n')
    const args = ['lint', '--threads', '1', '--no-default-glossary', texts]
    const kept = async () => {
      expect(await run(built.program, args, { env: { TLUMACH_CACHE: cache } })).toMatchObject({ code: 0, err: '' })
      const names = (await readdir(cache)).filter(name => name.startsWith('code-'))
      return await Promise.all(names.sort().map(async name => [name, (await stat(join(cache, name))).mtimeMs] as const))
    }
    const first = await kept()
    expect(first.map(([name]) => name).filter(name => name.endsWith('program.cjs'))).toHaveLength(1)
    expect(await kept()).toEqual(first)
  })

  it('is quiet where the reader goes away', async () => {
    const file = join(folder, 'long.md')
    await writeFile(file, 'Kiev and Kharkov.\n\n'.repeat(20_000))
    const child = spawn(process.execPath, [built.program, 'lint', '--format', 'concise', file], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let err = ''
    child.stderr.on('data', chunk => {
      err += chunk
    })
    child.stdout.once('data', () => child.stdout.destroy())
    await new Promise(done => child.on('close', done))
    expect(err).toBe('')
  })

  it('says in a sentence that the output is full', async () => {
    const file = join(folder, 'full.md')
    await writeFile(file, 'Kiev.\n')
    const { code, err } = await runShell(`"$0" "$1" lint "$2" > /dev/full`, file)
    expect([code, err]).toEqual([2, 'error: There is no space left for the output.\n'])
  })

  it('reads a sidecar and proposes names, for which it loads a package late', async () => {
    const file = join(folder, 'c.txt')
    await writeFile(file, 'Kiev. Petro Kovalchuk spoke. Later Petro Kovaltchouk agreed.\n')
    await writeFile(`${file}.tlumach.yaml`, 'ignore:\n  - text: Kiev\n')
    const options = ['--format', 'concise', file]
    expect((await run(built.program, ['lint', ...options], { env })).out).not.toContain('Kiev')
    const { out, err } = await run(built.program, ['names', '--propose', file], { env })
    expect([out.startsWith('- id: kovalchuk'), err]).toEqual([true, ''])
  })

  it('writes names in bash completion that bash can read', async () => {
    const { out } = await run(built.program, ['completion', 'bash'])
    const script = `${out}\nCOMP_WORDS=(tlumach lint --fo); COMP_CWORD=2; _tlumach; echo "\${COMPREPLY[@]}"\nCOMP_WORDS=(tlumach no); COMP_CWORD=1; _tlumach; echo "\${COMPREPLY[@]}"`
    const child = spawn('bash', ['-c', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', chunk => {
      said += chunk
    })
    await new Promise(done => child.on('close', done))
    expect(said).toBe('--format\nnormalize\n')
  })
})

/** Runs a line of the shell, in which $0 is Node.js and $1 the program. */
async function runShell(line: string, ...args: string[]): Promise<{ code: number | null; err: string }> {
  const child = spawn('sh', ['-c', line, process.execPath, built.program, ...args], {
    env: { ...process.env, LC_ALL: 'C', ...env },
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  let err = ''
  child.stderr!.on('data', chunk => {
    err += chunk
  })
  const [code] = await once(child, 'close')
  return { code, err }
}

/** How often the program is killed; TLUMACH_KILLS=200 is the full count. */
const kills = Number(process.env.TLUMACH_KILLS ?? 15)

const names = Array.from({ length: 12 }, (_, i) => `article-${i}.txt`)
const oldText = (i: number) => `Report ${i}.\n\n${'Talks in Kiev, not in Kharkov.\n'.repeat(40)}`
const newText = (i: number) => oldText(i).replaceAll('Kiev', 'Kyiv').replaceAll('Kharkov', 'Kharkiv')

/** Ends `normalize --write` by a signal, so many times, at moments spread over its run; how often that was between two files. */
async function check(place: string, signal: NodeJS.Signals, times: number): Promise<number> {
  const reset = () => Promise.all(names.map((name, i) => writeFile(join(place, name), oldText(i))))
  const read = () => Promise.all(names.map(name => readFile(join(place, name), 'utf8')))
  const temporary = async () => (await readdir(place)).filter(name => name.endsWith('.tmp'))
  const write = (options: RunOptions) =>
    run(built.program, ['normalize', '--write', '-q', ...names], { cwd: place, env, ...options })

  await mkdir(place)
  await reset()
  const started = performance.now()
  expect(await write({})).toMatchObject({ code: 0, err: '' })
  const whole = performance.now() - started
  expect(await read()).toEqual(names.map((_, i) => newText(i)))

  let between = 0
  for (let round = 0; round < times; round++) {
    await reset()
    const ended = await write({ signal, killAfter: whole * (0.3 + 0.8 * ((round * 0.618) % 1)) })
    if (signal === 'SIGINT' && ended.code !== null)
      expect([
        [0, ''],
        [130, 'Interrupted. No file is half-written.\n'],
      ]).toContainEqual([ended.code, ended.err])
    const now = await read()
    for (const [i, text] of now.entries()) expect([oldText(i), newText(i)]).toContain(text)
    if (new Set(now.map((text, i) => text === newText(i))).size > 1) between++
    if (signal !== 'SIGKILL') expect(await temporary()).toEqual([])
    await run(built.program, ['undo', '-q'], { cwd: place, env })
    expect(await read()).toEqual(names.map((_, i) => oldText(i)))
    expect(await temporary()).toEqual([])
  }
  return between
}

describe('normalize --write, ended at any moment', () => {
  it(`leaves the old file or the new one when killed (${kills} times), and undo gives the old ones back`, {
    timeout: 900_000,
  }, async () => {
    const between = await check(join(folder, 'kills'), 'SIGKILL', kills)
    process.stdout.write(`killed ${kills} times, ${between} times between two files\n`)
  })

  it('ends with the file at hand when interrupted, and leaves nothing behind', async () => {
    await check(join(folder, 'interrupts'), 'SIGINT', 5)
  })
})
