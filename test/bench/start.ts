import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../package/built.ts'

/** Medians of this many whole processes, each beside a `node -e 0` of the same moment. */
const rounds = 20

/** How long the built program takes over an empty Node process, in milliseconds. */
export async function run(): Promise<Record<string, number>> {
  const built = build()
  const folder = mkdtempSync(join(tmpdir(), 'tlumach-start-'))
  const article = join(folder, 'article.md')
  writeFileSync(article, articleOf(3072))
  const env = { ...process.env, TLUMACH_CACHE: join(folder, 'cache') }
  try {
    const help = [built.program, '--help']
    const lint = [built.program, 'lint', article]
    spawnSync(process.execPath, lint, { env })
    return {
      'node.medianMs': median(times(['-e', '0'], env)),
      'help.overNodeMs': overNode(help, env),
      'lint.overNodeMs': overNode(lint, env),
    }
  } finally {
    built.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Ordinary prose with names in several spellings, about a name every hundred characters. */
function articleOf(length: number): string {
  const paragraph =
    'The delegations met for three hours near the border. Mykhailo Podoliak said that both sides would speak again; ' +
    'Vladimir Medinski, who led the other delegation, said the same. In Kiev the president, Volodymyr Zelensky, ' +
    'told reporters that work on the corridors would go on, and that Kharkov and Mariupol would be the first.\n\n'
  return `# After the talks\n\n${paragraph.repeat(Math.ceil(length / paragraph.length))}`.slice(0, length)
}

const once = (args: readonly string[], env: NodeJS.ProcessEnv): number => {
  const started = performance.now()
  spawnSync(process.execPath, args, { env })
  return performance.now() - started
}

const times = (args: readonly string[], env: NodeJS.ProcessEnv): number[] =>
  Array.from({ length: rounds }, () => once(args, env))

/** Taken in pairs, so that what else the machine does weighs on both. */
function overNode(args: readonly string[], env: NodeJS.ProcessEnv): number {
  const pairs = Array.from({ length: rounds }, () => [once(['-e', '0'], env), once(args, env)] as const)
  return median(pairs.map(([, whole]) => whole)) - median(pairs.map(([node]) => node))
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
}
