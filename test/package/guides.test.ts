import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Built, build, root } from './built.ts'

/**
 * The guides are followed line by line, each in a folder with the examples: blocks of YAML and Markdown that name a file are written,
 * and what stands behind `$` is run. A command may find something; it may not refuse what the guide tells it.
 */

const guides = readdirSync(join(root, 'docs/guides')).filter(guide => stepsOf(guide).length > 0)

let built: Built
beforeAll(() => {
  built = build()
  const installed = join(dirname(built.program), '..')
  cpSync(join(root, 'docs/rules'), join(installed, 'docs/rules'), { recursive: true })
  // The memory's package is looked for beside the program.
  symlinkSync(join(root, 'node_modules'), join(installed, 'node_modules'))
})
afterAll(() => built.remove())

interface Step {
  readonly file?: string
  readonly text: string
}

function stepsOf(guide: string): readonly Step[] {
  const page = readFileSync(join(root, 'docs/guides', guide), 'utf8')
  return [...page.matchAll(/^```(\S+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].flatMap(([, kind, file, text = '']): Step[] => {
    if (file !== undefined) return [{ file, text }]
    if (kind !== 'console') return []
    return [...text.matchAll(/^\$ (.*)$/gm)].map(match => ({ text: match[1]! }))
  })
}

it.each(guides)('%s can be followed', guide => {
  const folder = mkdtempSync(join(tmpdir(), 'tlumach-guide-'))
  try {
    cpSync(join(root, 'examples'), folder, { recursive: true })
    const shell = `tlumach() { "${process.execPath}" "${built.program}" "$@"; }; export -f tlumach;`
    for (const { file, text } of stepsOf(guide)) {
      if (file !== undefined) {
        mkdirSync(dirname(join(folder, file)), { recursive: true })
        writeFileSync(join(folder, file), text)
        continue
      }
      const env = { ...process.env, LC_ALL: 'C.UTF-8', TLUMACH_CACHE: built.cache }
      const { status, stderr } = spawnSync('bash', ['-c', `${shell} ${text}`], { cwd: folder, env, encoding: 'utf8' })
      expect({ text, status, stderr }).toMatchObject({
        text,
        status: expect.toSatisfy(code => code === 0 || code === 1),
      })
      expect(stderr).not.toMatch(/^error/m)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
