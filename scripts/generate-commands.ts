import { commands } from '../src/cli/commands.ts'
import { main } from '../src/cli/main.ts'

/** The page about the commands: what `tlumach help COMMAND` says of each. */
export async function generated(): Promise<ReadonlyMap<string, string>> {
  const pages = ['# Commands\n', `\`\`\`\n${await help(['--help'])}\`\`\`\n`]
  for (const spec of commands) {
    pages.push(`## ${spec.name}\n`, `\`\`\`\n${await help([spec.name, '--help'])}\`\`\`\n`)
    for (const { name } of spec.commands ?? [])
      pages.push(`### ${spec.name} ${name}\n`, `\`\`\`\n${await help([spec.name, name, '--help'])}\`\`\`\n`)
  }
  return new Map([['docs/commands.md', pages.join('\n')]])
}

async function help(line: readonly string[]): Promise<string> {
  let text = ''
  const terminal = {
    cwd: '/',
    environment: {},
    platform: 'linux' as const,
    outIsTerminal: false,
    errIsTerminal: false,
    input: async () => new Uint8Array(),
    whole: <T>(work: () => Promise<T>) => work(),
    out: (data: string | Uint8Array) => {
      text += String(data)
    },
    err() {},
  }
  await main(line, terminal, '')
  return text
}
