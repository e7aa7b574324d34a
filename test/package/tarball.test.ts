import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from './built.ts'

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const doors = Object.keys(manifest.exports).filter(door => door !== './package.json')

function run(command: string, args: readonly string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  return { status, stdout, stderr }
}

describe('the packed tarball', () => {
  let folder: string
  let packed: { readonly filename: string; readonly files: readonly { readonly path: string }[] }

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tlumach-tarball-'))
    expect(run(process.execPath, ['scripts/build.mjs'], root)).toMatchObject({ status: 0 })
    const pack = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root)
    packed = JSON.parse(pack.stdout)[0]
    writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}')
    // Nothing but the tarball is needed, so no network is.
    const options = ['--offline', '--omit=optional', '--no-audit', '--no-fund']
    const install = run('npm', ['install', ...options, `./${packed.filename}`], folder)
    expect(install).toMatchObject({ status: 0 })
  }, 240_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('holds what a user needs and nothing else', () => {
    const top = new Set(packed.files.map(({ path }) => path.split('/')[0]))
    expect([...top].sort()).toEqual(
      [
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'dist',
        'docs',
        'examples',
        'glossaries',
        'package.json',
        'schemas',
      ].sort(),
    )
    const strange = packed.files.filter(({ path }) => !/\.(c?js|d\.ts|yaml|json|md|txt)$|^LICENSE$/.test(path))
    expect(strange).toEqual([])
  })

  it('installs alone, with a program that works', () => {
    expect(readdirSync(join(folder, 'node_modules')).filter(name => !name.startsWith('.'))).toEqual(['tlumach'])
    writeFileSync(join(folder, 'a.md'), 'Talks in Kiev.\n')
    const env = { TLUMACH_CACHE: join(folder, 'cache') }
    const normalized = spawnSync(join(folder, 'node_modules/.bin/tlumach'), ['normalize', 'a.md'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ...env },
    })
    expect(normalized).toMatchObject({ status: 0, stdout: 'Talks in Kyiv.\n' })
  })

  it('has a translation memory where SQLite is, and says what is missing where it is not', () => {
    const memory = '<tmx version="1.4"><header srclang="en"/><body></body></tmx>'
    writeFileSync(join(folder, 'memory.tmx'), memory)
    const program = join(folder, 'node_modules/.bin/tlumach')
    const bare = run(program, ['memory', 'import', 'memory.tmx'], folder)
    const hasOwn = process.getBuiltinModule?.('node:sqlite') !== undefined
    expect(bare.status).toBe(hasOwn ? 0 : 2)
    if (!hasOwn) expect(bare.stderr).toMatch(/^\S+: .*SQLite.*\n$/)
    for (const name of ['libsql', '@libsql', '@neon-rs'])
      cpSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), { recursive: true })
    expect(run(program, ['memory', 'import', 'memory.tmx'], folder)).toMatchObject({ status: 0 })
  })

  it('opens every door', () => {
    const script = doors.map(door => `console.log(Object.keys(await import('tlumach/${door.slice(2)}')).length > 0)`)
    writeFileSync(join(folder, 'doors.mjs'), script.join('\n'))
    const { stdout, stderr } = run(process.execPath, ['doors.mjs'], folder)
    expect({ stdout, stderr }).toEqual({ stdout: 'true\n'.repeat(doors.length), stderr: '' })
  })

  it('is typed for a strict TypeScript project that has nothing else installed', () => {
    const compilerOptions = {
      strict: true,
      module: 'nodenext',
      target: 'es2023',
      noEmit: true,
      types: [],
      skipLibCheck: false,
    }
    const names = doors.map((_, i) => `door${i}`)
    const imports = doors.map((door, i) => `import * as ${names[i]} from 'tlumach/${door.slice(2)}'`)
    const use = `import { romanize, findScheme } from 'tlumach/romanize'\nexport const name: string = romanize('Київ', findScheme('kmu-2010')!)`
    writeFileSync(join(folder, 'use.ts'), `${imports.join('\n')}\nexport const doors = [${names.join(', ')}]\n${use}\n`)
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }))
    const { status, stdout } = run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.'], folder)
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
  })
})
