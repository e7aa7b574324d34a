import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client, Row } from './client.ts'
import { clients } from './clients.ts'
import { samples } from './samples.ts'

/**
 * npm run clients [-- NAME…] [--quick]: exported files are opened, filled and saved by the real programs that translators use, where
 * they are installed, and merged; the documents must be those that the same translations give when merged at once. Exit status 1
 * where one is not. `--quick` leaves out the generated documents.
 */

async function main(args: readonly string[]): Promise<number> {
  const asked = args.filter(arg => !arg.startsWith('-'))
  const unknown = asked.filter(name => !(name in clients))
  if (unknown.length > 0) {
    process.stderr.write(
      `clients: no such client: ${unknown.join(', ')}; the clients are ${Object.keys(clients).join(', ')}\n`,
    )
    return 2
  }
  const rows: Row[] = []
  for (const name of asked.length > 0 ? asked : Object.keys(clients)) {
    const client = clients[name]!
    const absent = client.absent()
    if (absent === undefined) rows.push(...(await tried(client, args.includes('--quick') ? 0 : 5)))
    else process.stdout.write(`${client.name}: skipped, ${absent}.\n`)
  }
  process.stdout.write(rows.map(lineOf).join(''))
  return rows.some(({ faults }) => faults.length > 0) ? 1 : 0
}

async function tried(client: Client, generated: number): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tlumach-client-'))
  try {
    return await client.run(samples(generated), folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function lineOf({ client, format, profile, count, faults }: Row): string {
  const said = faults.length === 0 ? 'ok' : `${count - faults.length} of ${count} ok\n    ${faults.join('\n    ')}`
  return `${client.padEnd(20)} ${format.padEnd(8)} ${profile.padEnd(20)} ${String(count).padStart(3)}  ${said}\n`
}

process.exitCode = await main(process.argv.slice(2))
