import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { root } from './built.ts'

/** The code blocks of a page that are TypeScript. */
const snippetsOf = (page: string) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(match => match[1]!)

const pages = ['README.md', ...readdirSync(join(root, 'docs/guides')).map(name => `docs/guides/${name}`)].filter(
  page => snippetsOf(page).length > 0,
)

/** Their comments say what they print. */
const toldOutput = (snippet: string) =>
  [...snippet.matchAll(/^(?:console\.log\(.*\) )?\/\/ (.*)$/gm)].map(match => `${match[1]}\n`).join('')

/** The doors of the package as the folders of the source. */
const fromSource = (snippet: string) =>
  snippet.replace(
    /from 'tlumach\/([a-z]+)'/g,
    (_, door: string) => `from '${pathToFileURL(join(root, 'src', door, 'index.ts')).href}'`,
  )

describe.each(pages)('%s', page => {
  it.each(snippetsOf(page).map((snippet, i) => [i + 1, snippet] as const))(
    'snippet %i does what it says',
    (_, snippet) => {
      const folder = mkdtempSync(join(tmpdir(), 'tlumach-snippet-'))
      try {
        const file = join(folder, 'snippet.mts')
        writeFileSync(file, fromSource(snippet))
        const { stdout, stderr, status } = spawnSync(process.execPath, ['--import', 'tsx', file], {
          cwd: root,
          encoding: 'utf8',
        })
        expect(status, stderr).toBe(0)
        expect(lines(stdout)).toEqual(lines(toldOutput(snippet)))
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
  )
})

const lines = (text: string) => text.split('\n').filter(line => line !== '')
