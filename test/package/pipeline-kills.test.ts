import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Built, build, root, run } from './built.ts'

let built: Built
let folder: string
beforeAll(async () => {
  built = build()
  // the memory's native package is not bundled
  await symlink(join(root, 'node_modules'), resolve(built.program, '../../node_modules'))
  folder = await mkdtemp(join(tmpdir(), 'tlumach-pipeline-'))
})
afterAll(async () => {
  built.remove()
  await rm(folder, { recursive: true, force: true })
})

/** How often the program is killed, all commands together; TLUMACH_KILLS=200 is the full count. */
const kills = Number(process.env.TLUMACH_KILLS ?? 8)

const program = (place: string, args: readonly string[], killAfter?: number) =>
  run(built.program, [...args], {
    cwd: place,
    env: { TLUMACH_CACHE: join(folder, 'cache') },
    ...(killAfter !== undefined && { killAfter }),
  })

/** What lies in a folder, by name and but for the time of day; a killed run may leave its temporary file. */
async function filesIn(place: string): Promise<Map<string, string>> {
  const names = (await readdir(place)).filter(name => !name.endsWith('.tmp') && !name.startsWith('.'))
  return new Map(
    await Promise.all(
      names.map(
        async name => [name, (await readFile(join(place, name), 'latin1')).replace(/\d{8}T\d{6}Z/g, '')] as const,
      ),
    ),
  )
}

type Files = ReadonlyMap<string, string>

/**
 * Kills a command at moments spread over its run. Each time every file is as it was or as the whole run leaves it; `also` says what
 * else holds. What was killed is then run again, to the same end as a whole run.
 */
async function check(
  name: string,
  prepare: (place: string) => Promise<void>,
  args: readonly string[],
  also: (place: string, now: Files, after: Files) => Promise<void> = async () => {},
  isBinary = (_file: string) => false,
): Promise<void> {
  const start = join(folder, `${name}-start`)
  await mkdir(start)
  await prepare(start)
  const before = await filesIn(start)
  const fresh = async (place: string) => {
    await rm(place, { recursive: true, force: true })
    await cp(start, place, { recursive: true })
  }
  const whole = join(folder, `${name}-whole`)
  // the first run of all compiles the glossaries
  await fresh(whole)
  await program(whole, args)
  await fresh(whole)
  const begun = performance.now()
  expect(await program(whole, args)).toMatchObject({ code: 0 })
  const length = performance.now() - begun
  const after = await filesIn(whole)
  let between = 0
  const place = join(folder, `${name}-killed`)
  for (let round = 0; round < kills / 4; round++) {
    await fresh(place)
    await program(place, args, length * (0.5 + 0.55 * ((round * 0.618) % 1)))
    const now = await filesIn(place)
    for (const [file, content] of now) {
      if (!isBinary(file)) expect([before.get(file), after.get(file)], file).toContain(content)
    }
    for (const file of before.keys()) expect([...now.keys()]).toContain(file)
    const done = changed(before, after).filter(file => now.get(file) === after.get(file)).length
    if (done > 0 && done < changed(before, after).length) between++
    await also(place, now, after)
  }
  process.stdout.write(`${name}: killed ${Math.ceil(kills / 4)} times, ${between} times between two files\n`)
}

const changed = (before: Files, after: Files) => [...after.keys()].filter(name => before.get(name) !== after.get(name))

const many = 12
const article = (i: number, more = '') =>
  `# Report ${i}\n\n${Array.from({ length: 80 }, (_, n) => `Paragraph ${n} of report ${i} tells of the talks. They went on.`).join('\n\n')}\n\n${more}\n`
const filled = (xliff: string) =>
  xliff.replace(
    /(<segment\b[^>]*)>(\s*<source[^>]*>)([\s\S]*?)(<\/source>)/g,
    '$1 state="final">$2$3$4<target>Тут $3</target>',
  )

/** Articles, and their translations where they are asked for. */
async function articles(place: string, isTranslated: boolean): Promise<void> {
  for (let i = 0; i < many; i++) await writeFile(join(place, `a${i}.md`), article(i, 'This one goes away.'))
  if (!isTranslated) return
  expect(await program(place, ['export', '-q', '--from', 'en', '--to', 'uk', '.'])).toMatchObject({ code: 0 })
  for (let i = 0; i < many; i++) {
    const path = join(place, `a${i}.uk.xlf`)
    await writeFile(path, filled(await readFile(path, 'utf8')))
  }
}

const timeout = 1_200_000

describe('a killed command of the pipeline', () => {
  it('export: every file is whole or not there', { timeout }, () =>
    check('export', place => articles(place, false), ['export', '-q', '--from', 'en', '--to', 'uk', '.']),
  )

  it('merge: every file is whole or not there', { timeout }, () =>
    check('merge', place => articles(place, true), ['merge', '-q', '.']),
  )

  it('update: every file is the old one or the new one, and what has no place any more is kept first', {
    timeout,
  }, async () => {
    const files = Array.from({ length: many }, (_, i) => `b${i}.uk.xlf`)
    const prepare = async (place: string) => {
      await articles(place, true)
      for (const [i, name] of files.entries()) {
        await cp(join(place, 'a0.uk.xlf'), join(place, name))
        if (i > 0) for (const end of ['.md', '.uk.xlf']) await rm(join(place, `a${i}${end}`))
      }
      await writeFile(join(place, 'a0.md'), article(0))
    }
    await check('update', prepare, ['update', '-q', 'a0.md', ...files], async (place, now, after) => {
      for (const name of files) {
        if (now.get(name) !== after.get(name)) continue
        const kept = Buffer.from(now.get(name.replace('.xlf', '.removed.tmx')) ?? '', 'latin1').toString()
        expect(kept).toContain('Тут This one goes away.')
      }
      await program(place, ['undo', '-q'])
      for (const name of files) expect(await readFile(join(place, name), 'latin1')).toBe(now.get('a0.uk.xlf'))
    })
  })

  it('memory import: what is in is whole, and the next run brings the rest', { timeout }, async () => {
    // more than one transaction
    const count = 40_000
    const unit = (n: number) =>
      `<tu><tuv xml:lang="en"><seg>Sentence ${n} of the talks in room ${n % 97}.</seg></tuv><tuv xml:lang="uk"><seg>Речення ${n} про розмови в кімнаті ${n % 97}.</seg></tuv></tu>`
    const tmx = `<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="en"/><body>\n${Array.from({ length: count }, (_, n) => unit(n)).join('\n')}\n</body></tmx>`
    const units = (text: string) => (text.match(/<seg>[^<]*/g) ?? []).map(seg => seg.slice(5))
    const all = new Set(units(tmx))
    const line = ['--memory', 'm.sqlite']
    const entries = async (place: string) => {
      const out = join(folder, 'all.tmx')
      const { code } = await program(place, ['memory', 'export', '-q', ...line, '--force', '-o', out])
      expect(code).toBe(0)
      return units(await readFile(out, 'utf8'))
    }
    const isBinary = (name: string) => name.startsWith('m.sqlite')
    let partly = 0
    let round = 0
    await check(
      'memory import',
      place => writeFile(join(place, 'old.tmx'), tmx),
      ['memory', 'import', '-q', 'old.tmx', ...line],
      async (place, now) => {
        if (!now.has('m.sqlite')) return
        const found = await entries(place)
        expect(found.every(text => all.has(text))).toBe(true)
        expect(new Set(found).size).toBe(found.length)
        expect(found.length % 2).toBe(0)
        if (found.length > 0 && found.length < all.size) partly++
        if (round++ % 10 > 0) return
        expect(await program(place, ['memory', 'import', '-q', 'old.tmx', ...line])).toMatchObject({ code: 0, err: '' })
        expect((await entries(place)).length).toBe(all.size)
      },
      isBinary,
    )
    process.stdout.write(`memory import: ${partly} times a part was in\n`)
  })
})
