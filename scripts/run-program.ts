import { fileURLToPath } from 'node:url'
import { main } from '../src/cli/main.ts'

/** What the program prints on a colour terminal when it is run from source in a folder of this repository. */
export async function printed(line: readonly string[], folder: string): Promise<string> {
  let text = ''
  const decoder = new TextDecoder()
  const terminal = {
    cwd: fileURLToPath(new URL(`../${folder}`, import.meta.url)),
    environment: { FORCE_COLOR: '1' },
    platform: 'linux' as const,
    outIsTerminal: true,
    errIsTerminal: true,
    input: async () => new Uint8Array(),
    whole: <T>(work: () => Promise<T>) => work(),
    out(data: string | Uint8Array) {
      text += typeof data === 'string' ? data : decoder.decode(data)
    },
    err(said: string) {
      text += said
    },
  }
  const status = await main(line, terminal, '')
  if (status === 2) throw new Error(`tlumach ${line.join(' ')}: ${text}`)
  return text
}
