import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** What an area's benchmark exports. It reads only from `data`, prints nothing, and returns figures by key. */
export interface Bench {
  run(options: {
    readonly data: string | undefined
    readonly flags: ReadonlySet<string>
  }): Promise<Record<string, number | string>>
}

/** npm run bench -- AREA [--data DIR] [--json]: areas are the files beside this one. */
async function main(args: readonly string[]): Promise<number> {
  const area = args.find(arg => !arg.startsWith('-'))
  const given = args.includes('--data') ? args[args.indexOf('--data') + 1] : undefined
  const file = new URL(`./${area}.ts`, import.meta.url)
  if (!area || area === 'run' || !existsSync(file)) {
    process.stderr.write(`bench: no such area: ${area ?? '(none given)'}\n`)
    return 2
  }
  const bench = (await import(file.href)) as Bench
  const figures = await bench.run({
    data: given === undefined ? undefined : within(given),
    flags: new Set(args.filter(a => a.startsWith('--'))),
  })
  if (Object.keys(figures).length === 0) {
    process.stderr.write(`bench: nothing to measure in ${given}\n`)
    return 2
  }
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify({ area, figures })}\n`)
  else for (const [key, value] of Object.entries(figures)) process.stdout.write(`${key.padEnd(36)} ${value}\n`)
  return 0
}

/** The folder itself, or the folder `data` where there is nothing else in it but words about it. */
function within(folder: string): string {
  const names = existsSync(folder) ? readdirSync(folder).filter(name => !/^(?:README|\.)/i.test(name)) : []
  return names.length === 1 && names[0] === 'data' ? join(folder, 'data') : folder
}

process.exitCode = await main(process.argv.slice(2))
