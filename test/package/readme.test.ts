import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openWorkplace } from '../cli/workplace.ts'
import { root } from './built.ts'

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const { lay, run } = openWorkplace()

describe('the README', () => {
  it('is one screen', () => expect(readme.split('\n').length).toBeLessThanOrEqual(61))

  it('leads to what is there', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(match => match[1]!)
    expect(links.filter(link => !existsSync(join(root, link)))).toEqual([])
    expect(links.length).toBeGreaterThan(10)
  })

  it('shows what the program prints, and commands that it has', async () => {
    const file = 'corridors.en.md'
    await lay({ [file]: readFileSync(join(root, 'examples', file)) })
    const [, shown = ''] = /^\$ tlumach lint corridors\.en\.md\n([\s\S]*?)\n\n/m.exec(readme) ?? []
    expect((await run(['lint', file])).out.startsWith(`${shown}\n`)).toBe(true)
    const lines = [...readme.matchAll(/^\$ tlumach ((?:normalize|export|merge) .*?)\s+#/gm)].map(match =>
      match[1]!.split(' '),
    )
    for (const line of lines) expect(await run(line)).toMatchObject({ status: 0 })
    expect(lines).toHaveLength(3)
  })
})
