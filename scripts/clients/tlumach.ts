import { main } from '../../src/cli/main.ts'

/** Runs one of our commands in a folder, from source. Throws what it says where it refuses. */
export async function tlumach(cwd: string, ...args: readonly string[]): Promise<{ out: string; err: string }> {
  let out = ''
  let err = ''
  const decoder = new TextDecoder()
  const terminal = {
    cwd,
    environment: {},
    platform: process.platform,
    outIsTerminal: false,
    errIsTerminal: false,
    input: async () => new Uint8Array(),
    whole: <T>(work: () => Promise<T>) => work(),
    out(data: string | Uint8Array) {
      out += typeof data === 'string' ? data : decoder.decode(data)
    },
    err(text: string) {
      err += text
    },
  }
  const status = await main(args, terminal, '')
  if (status === 2) throw new Error(`tlumach ${args.join(' ')}: ${err}`)
  return { out, err }
}
