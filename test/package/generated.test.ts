import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { generated } from '../../scripts/generate.ts'
import { root } from './built.ts'

it('every generated file is as the generators write it', async () => {
  const stale = [...(await generated())].filter(([path, content]) => readFileSync(join(root, path), 'utf8') !== content)
  expect(stale.map(([path]) => path)).toEqual([])
})
