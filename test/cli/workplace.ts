import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { main } from '../../src/cli/main.ts'

export interface Ran {
  readonly status: number
  readonly out: string
  readonly err: string
}

export interface Workplace {
  /** Runs a command line in the folder; `input` is standard input. */
  run(
    line: readonly string[],
    also?: {
      readonly input?: string | Uint8Array
      readonly env?: Record<string, string>
      /** A person at the terminal. */
      readonly ask?: (question: string) => Promise<string | undefined>
      /** Standard output is a terminal of so many columns. */
      readonly columns?: number
    },
  ): Promise<Ran>
  lay(files: Readonly<Record<string, string | Uint8Array>>): Promise<void>
  text(path: string): Promise<string>
  path(...names: string[]): string
}

/** A fresh folder for each test, in which the program runs within this process; compiled glossaries are kept for the whole run. */
export function openWorkplace(): Workplace {
  let folder = ''
  const cache = join(process.env.TLUMACH_TEST_RUN!, 'cache')
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tlumach-cli-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  const path = (...names: string[]) => join(folder, ...names)
  return {
    path,
    text: name => readFile(path(name), 'utf8'),
    async lay(files) {
      for (const [name, content] of Object.entries(files)) {
        await mkdir(dirname(path(name)), { recursive: true })
        await writeFile(path(name), content)
      }
    },
    async run(line, { input, env, ask, columns } = {}) {
      const out: Uint8Array[] = []
      let err = ''
      const status = await main(
        line,
        {
          cwd: folder,
          environment: { TLUMACH_CACHE: cache, ...env },
          platform: 'linux',
          outIsTerminal: columns !== undefined,
          errIsTerminal: false,
          input: async () => Buffer.from(input ?? ''),
          ...(ask && { ask }),
          ...(columns !== undefined && { columns }),
          whole: work => work(),
          out: data => void out.push(Buffer.from(data as string)),
          err: text => {
            err += text
          },
        },
        '0.0.0-test',
      )
      return { status, out: Buffer.concat(out).toString(), err }
    },
  }
}
