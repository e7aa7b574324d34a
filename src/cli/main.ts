import { CommanderError } from 'commander'
import { type Catalog, chooseLanguage, isUiLanguage, openCatalog } from '../i18n/index.ts'
import { loadCommand } from './load.ts'
import { buildProgram, type Request } from './program.ts'
import { openSession } from './session.ts'
import { paintFor, type Terminal, wantsColor } from './terminal.ts'
import { usageSentence } from './usage-error.ts'

/**
 * Runs one command line and gives its exit status: 0 nothing at or above `--fail-on`, 1 something, 2 an input or option
 * could not be used. Everything that goes wrong is one sentence on standard error.
 */
export async function main(args: readonly string[], terminal: Terminal, version: string): Promise<number> {
  const words = await openCatalog(chooseLanguage(askedLanguage(args), terminal.environment))
  terminal.onInterrupt?.(() => terminal.err(`${lineStart(terminal)}${words.message('interrupted')}\n`))
  terminal.onFullOutput?.(error => complain(failureSentence(error, words), terminal, words))
  const request = await parse(args, terminal, words, version)
  if (typeof request === 'number') return request
  try {
    const run = await loadCommand(request.command.id ?? request.command.name)
    return await run(request.args, request.options, openSession(terminal, words, request.options, version))
  } catch (error) {
    return complain(failureSentence(error, words), terminal, words)
  }
}

/** Takes a bar of progress, or the `^C` of the terminal, off the line. */
const lineStart = ({ errIsTerminal }: Terminal): string => (errIsTerminal ? '\r\u001b[K' : '')

async function parse(
  args: readonly string[],
  terminal: Terminal,
  words: Catalog,
  version: string,
): Promise<Request | number> {
  let request: Request | undefined
  const streams = { columns: terminal.columns || 80, out: (text: string) => terminal.out(text) }
  const program = buildProgram(args, words, version, streams, chosen => {
    request = chosen
  })
  if (args.length === 0) {
    terminal.err(program.helpInformation())
    return 2
  }
  try {
    await program.parseAsync([...args], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return 0
    if (error.code === 'commander.help') return unknownHelp(program.args, terminal, words)
    return complain(usageSentence(error, args, words), terminal, words)
  }
  return request ?? 2
}

/** `help` of a command that is not there. */
const unknownHelp = (args: readonly string[], terminal: Terminal, words: Catalog): number =>
  complain(words.message('usage.unknown-command', { token: args[1] ?? args[0] ?? '' }), terminal, words)

function complain(sentence: string, terminal: Terminal, words: Catalog): number {
  const { error } = paintFor(wantsColor(terminal, terminal.errIsTerminal))
  terminal.err(`${error(words.message('severity.error'))}: ${sentence}\n`)
  return 2
}

/** What the operating system said, in words; anything else is a fault of ours and says so. */
function failureSentence(error: unknown, words: Catalog): string {
  const { code, path = '', message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return words.message('failure.missing', { path })
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return words.message('failure.denied', { path })
  if (code === 'EISDIR') return words.message('failure.is-folder', { path })
  if (code === 'EEXIST' || code === 'ENOTDIR') return words.message('failure.is-file', { path })
  if (code === 'ENOSPC') return path ? words.message('failure.full', { path }) : words.message('failure.full-output')
  return words.message('failure.internal', { text: message ?? String(error) })
}

/** Needed before the arguments are parsed, since the parser itself speaks it; a wrong value is for the parser to refuse. */
function askedLanguage(args: readonly string[]): string | undefined {
  const end = args.indexOf('--')
  const options = end < 0 ? args : args.slice(0, end)
  const at = options.findIndex(arg => arg === '--ui-language' || arg.startsWith('--ui-language='))
  const value = options[at]?.split('=')[1] ?? options[at + 1]
  return at >= 0 && value !== undefined && isUiLanguage(value) ? value : undefined
}
