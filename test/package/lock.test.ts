import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './built.ts'

interface Locked {
  readonly version?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const text = readFileSync(join(root, 'package-lock.json'), 'utf8')
const packages = Object.entries((JSON.parse(text) as { packages: Record<string, Locked> }).packages).slice(1)

describe('the lock file', () => {
  it('has an entry for every optional package: npm ci refuses a lock without those of other platforms', () => {
    const wanted = packages.flatMap(([, { optionalDependencies = {} }]) => Object.keys(optionalDependencies))
    const missing = wanted.filter(name => !packages.some(([path]) => path.endsWith(`node_modules/${name}`)))
    expect(missing).toEqual([])
    expect(packages.filter(([, { version }]) => !version).map(([path]) => path)).toEqual([])
  })

  it('holds no download addresses', () => {
    expect(text).not.toContain('"resolved"')
  })
})
