import { existsSync } from 'node:fs'

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
  const data = args[args.indexOf('--data') + 1]
  const file = new URL(`./${area}.ts`, import.meta.url)
  if (!area || area === 'run' || !existsSync(file)) {
    process.stderr.write(`bench: no such area: ${area ?? '(none given)'}\n`)
    return 2
  }
  const bench = (await import(file.href)) as Bench
  const figures = await bench.run({
    data: args.includes('--data') ? data : undefined,
    flags: new Set(args.filter(a => a.startsWith('--'))),
  })
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify({ area, figures })}\n`)
  else for (const [key, value] of Object.entries(figures)) process.stdout.write(`${key.padEnd(36)} ${value}\n`)
  return 0
}

process.exitCode = await main(process.argv.slice(2))
