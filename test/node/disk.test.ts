import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  cacheFolder,
  contentKey,
  diskHost,
  findConfig,
  findInputs,
  openCache,
  openFindingsCache,
  openJournal,
  undoLastRun,
} from '../../src/node/index.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tlumach-node-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const at = (...names: string[]): string => join(folder, ...names)
const bytes = (text: string): Uint8Array => Buffer.from(text)
const text = (...names: string[]): Promise<string> => readFile(at(...names), 'utf8')

async function lay(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(at(path), '..'), { recursive: true })
    await writeFile(at(path), content)
  }
}

describe('the disk', () => {
  it('tells what is where', async () => {
    await lay({ 'a.md': 'Київ', 'b/c.md': '' })
    expect(await diskHost.stat(at('a.md'))).toMatchObject({ kind: 'file', size: 8 })
    expect(await diskHost.stat(at('b'))).toMatchObject({ kind: 'folder' })
    expect(await diskHost.stat(at('a.md', 'x'))).toBeUndefined()
    expect(await diskHost.read(at('nothing'))).toBeUndefined()
    expect(await diskHost.list(folder)).toEqual(['a.md', 'b/'])
    expect(await diskHost.list(at('nothing'))).toEqual([])
    await expect(diskHost.read(at('b'))).rejects.toThrow()
  })

  it('replaces a file, keeping mode and links, and leaves nothing behind', async () => {
    await lay({ 'real/a.md': 'old' })
    await chmod(at('real/a.md'), 0o640)
    await symlink(at('real/a.md'), at('link.md'))
    await diskHost.replace(at('link.md'), [bytes('n'), bytes('ew')])
    expect(await text('real/a.md')).toBe('new')
    expect((await stat(at('real/a.md'))).mode & 0o777).toBe(0o640)
    expect((await lstat(at('link.md'))).isSymbolicLink()).toBe(true)
    expect(await readdir(at('real'))).toEqual(['a.md'])
  })

  it('makes folders for a new file, and writes through a link to nothing', async () => {
    await diskHost.replace(at('x/y/z.md'), [bytes('z')])
    expect(await text('x/y/z.md')).toBe('z')
    await symlink('later.md', at('link.md'))
    await diskHost.replace(at('link.md'), [bytes('l')])
    expect(await text('later.md')).toBe('l')
  })

  it('names the file that was meant where it cannot be written', async () => {
    const path = at(`${'n'.repeat(250)}.md`)
    await expect(diskHost.replace(path, [bytes('x')])).rejects.toMatchObject({ code: 'ENAMETOOLONG', path })
  })

  it('keeps the old file where the new one cannot be made', async () => {
    await lay({ 'a.md': 'old' })
    const failing = (async function* () {
      yield bytes('half')
      throw new Error('no more')
    })()
    await expect(diskHost.replace(at('a.md'), failing)).rejects.toThrow('no more')
    expect(await text('a.md')).toBe('old')
    expect(await readdir(folder)).toEqual(['a.md'])
  })
})

describe('undo', () => {
  const write = async (run: string, changes: Readonly<Record<string, string>>) => {
    const journal = openJournal(folder, run)
    for (const [path, after] of Object.entries(changes)) {
      await journal.replace(at(path), (await diskHost.read(at(path)))!, bytes(after))
    }
  }

  it('takes the last run back, once', async () => {
    await lay({ 'a.md': 'a0', 'b/b.md': 'b0' })
    await write('1', { 'a.md': 'a1' })
    await write('2', { 'a.md': 'a2', 'b/b.md': 'b2' })
    expect(await undoLastRun(folder)).toEqual({ found: true, restored: [at('a.md'), at('b/b.md')], refused: [] })
    expect([await text('a.md'), await text('b/b.md')]).toEqual(['a1', 'b0'])
    expect((await undoLastRun(folder)).found).toBe(false)
  })

  it('leaves a file alone that has changed or gone since, and restores the others', async () => {
    await lay({ 'a.md': 'a0', 'b.md': 'b0', 'c.md': 'c0' })
    await write('1', { 'a.md': 'a1', 'b.md': 'b1', 'c.md': 'c1' })
    await writeFile(at('a.md'), 'mine')
    await rm(at('c.md'))
    expect(await undoLastRun(folder)).toEqual({
      found: true,
      restored: [at('b.md')],
      refused: [at('a.md'), at('c.md')],
    })
    expect([await text('a.md'), await text('b.md')]).toEqual(['mine', 'b0'])
  })

  it('takes back a file that one run wrote twice', async () => {
    await lay({ 'a.md': 'a0' })
    const journal = openJournal(folder, '1')
    await journal.replace(at('a.md'), bytes('a0'), bytes('a1'))
    await journal.replace(at('a.md'), bytes('a1'), bytes('a2'))
    await undoLastRun(folder)
    expect(await text('a.md')).toBe('a0')
  })

  it('keeps its state out of version control', async () => {
    await lay({ 'a.md': 'a0' })
    await write('1', { 'a.md': 'a1' })
    expect(await text('.tlumach/undo/.gitignore')).toBe('*\n')
  })

  it('reads a journal that a crash cut in the middle of a line', async () => {
    await lay({ 'a.md': 'a0' })
    await write('1', { 'a.md': 'a1' })
    await writeFile(at('.tlumach/undo/1/entries.jsonl'), `${await text('.tlumach/undo/1/entries.jsonl')}{"path":"b`)
    expect((await undoLastRun(folder)).restored).toEqual([at('a.md')])
  })
})

describe('inputs', () => {
  const check = async (patterns: readonly string[], files: readonly string[], ignore: readonly string[] = []) => {
    const found = await findInputs(patterns, { cwd: folder, root: folder, ignore, extensions: ['.md', '.txt'] })
    expect(found.files).toEqual(files)
    return found
  }

  it('takes files, folders and globs, each file once', async () => {
    await lay({
      'b/x.md': '',
      'b/y.txt': '',
      'b/z.png': '',
      'a.md': '',
      'b/.hidden/h.md': '',
      'b/node_modules/n.md': '',
    })
    await check(['a.md', 'b', 'a.md'], ['a.md', 'b/x.md', 'b/y.txt'])
    await check(['**/*.md'], ['a.md', 'b/x.md'])
    await check(['**/*.md', '!b/**'], ['a.md'])
    await check(['.'], ['a.md', 'b/x.md', 'b/y.txt'])
    await check(['b/z.png'], ['b/z.png'])
  })

  it('heeds ignore files in every folder, and the configuration', async () => {
    await lay({ 'a.md': '', 'old/b.md': '', 'new/c.md': '', 'new/d.md': '', 'new/keep.md': '' })
    await lay({ '.tlumachignore': 'old/\n', 'new/.tlumachignore': '# ours\n*.md\n!keep.md\n' })
    await check(['.'], ['a.md', 'new/keep.md'])
    await check(['.'], ['new/keep.md'], ['/a.md'])
    const { ignored } = await check(['old/b.md', 'a.md'], ['a.md'])
    expect(ignored).toEqual(['old/b.md'])
  })

  it('says what cannot be used', async () => {
    await mkdir(at('empty'))
    await lay({ 'a.md': '', 'file[1].md': '' })
    const { unusable } = await check(['nothing.md', 'empty', '*.rst', 'a.md', 'file[1].md'], ['a.md', 'file[1].md'])
    expect(unusable).toEqual([
      { path: 'nothing.md', reason: 'missing' },
      { path: 'empty', reason: 'empty-folder' },
      { path: '*.rst', reason: 'no-match' },
    ])
  })

  it('survives links in circles', async () => {
    await lay({ 'a/b.md': '' })
    await symlink(at('a'), at('a/again'))
    await symlink(at('a/b.md'), at('a/c.md'))
    await check(['a'], ['a/b.md', 'a/c.md'])
  })
})

describe('the configuration', () => {
  const check = async (cwd: string, want: string | undefined) =>
    expect((await findConfig(at(cwd)))?.path).toBe(want === undefined ? undefined : at(want))

  it('is the nearest upwards', async () => {
    await lay({ 'tlumach.config.yaml': '', 'a/b/x': '', 'c/tlumach.config.json': '{}', 'c/d/x': '' })
    await check('a/b', 'tlumach.config.yaml')
    await check('c/d', 'c/tlumach.config.json')
  })

  it('may be a field of package.json; one without it, or a broken one, does not count', async () => {
    await lay({ 'package.json': '{"tlumach":{"style":"official"}}', 'a/package.json': '{}', 'b/package.json': '{' })
    await check('a', 'package.json')
    await check('b', 'package.json')
    expect((await findConfig(at('a')))?.key).toBe('tlumach')
  })
})

describe('the cache', () => {
  it('gives back what it was given, and nothing where that is damaged', async () => {
    const cache = openCache(at('cache'))
    expect(await cache.get('k')).toBeUndefined()
    await cache.put('k', bytes('value'))
    expect(Buffer.from((await cache.get('k'))!).toString()).toBe('value')
    expect((await cache.get('k'))!.slice(1, 2).buffer.byteLength).toBe(1)
    const stored = await readFile(at('cache/k'))
    stored[stored.length - 1]! ^= 1
    await writeFile(at('cache/k'), stored)
    expect(await cache.get('k')).toBeUndefined()
    await writeFile(at('cache/k'), 'short')
    expect(await cache.get('k')).toBeUndefined()
  })

  it('does without a place to write', async () => {
    await lay({ file: '' })
    await openCache(at('file/cache')).put('k', bytes('v'))
    expect(await openCache(at('file/cache')).get('k')).toBeUndefined()
  })

  it('lies where the system keeps caches', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/c' }, 'linux')).toBe(join('/c', 'tlumach'))
    expect(cacheFolder({ TLUMACH_CACHE: '/t' }, 'darwin')).toBe('/t')
  })
})

describe('the findings of earlier runs', () => {
  const open = () => openFindingsCache(at('cache'), '/project')
  const keys = ['a', 'b', 'c'].map(name => contentKey(name))

  it('are there in the next run, the unused ones, too', async () => {
    const first = await open()
    first.put(keys[0]!, { said: 'а\n' })
    first.put(keys[1]!, [1])
    await first.save()
    const second = await open()
    expect([second.get(keys[0]!), second.get(keys[2]!)]).toEqual([{ said: 'а\n' }, undefined])
    second.put(keys[2]!, 3)
    await second.save()
    const third = await open()
    expect(keys.map(key => third.get(key))).toEqual([{ said: 'а\n' }, [1], 3])
    expect((await openFindingsCache(at('cache'), '/other')).get(keys[0]!)).toBeUndefined()
  })

  it('are bounded: what has not been used goes first', async () => {
    const big = 'x'.repeat(17_000_000)
    const first = await open()
    first.put(keys[0]!, big)
    await first.save()
    const second = await open()
    second.put(keys[1]!, big)
    await second.save()
    const third = await open()
    expect([third.get(keys[0]!), third.get(keys[1]!) === big]).toEqual([undefined, true])
  })

  it('have keys that tell the parts apart', () => {
    expect(contentKey('ab', 'c')).not.toBe(contentKey('a', 'bc'))
  })
})
