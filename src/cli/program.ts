import { Command, InvalidArgumentError, Option } from 'commander'
import type { Catalog, MessageId } from '../i18n/index.ts'
import { commands, everywhere } from './commands.ts'
import type { CommandSpec, OptionSpec, Options } from './spec.ts'

/** What the arguments ask for. */
export interface Request {
  readonly command: CommandSpec
  readonly args: readonly string[]
  readonly options: Options
}

/** The one option of all commands that the first screen shows. */
const languageFlag = '--ui-language <language>'

interface Streams {
  readonly columns: number
  out(text: string): void
}

/**
 * Commander's parser with our words. `chosen` is told of the command whose arguments are right; parsing runs nothing. Of the
 * commands that `args` do not name only the first screen is made: the words of all of them would take longer than the rest.
 */
export function buildProgram(
  args: readonly string[],
  words: Catalog,
  version: string,
  streams: Streams,
  chosen: (request: Request) => void,
): Command {
  const root = dress(new Command('tlumach'), words, streams)
    .description(words.message('program.about'))
    .usage(words.message('program.usage'))
    .version(version, '-V, --version', words.message('option.version'))
    .commandsGroup(words.message('help.commands'))
    .addHelpText('after', () => `\n${words.message('program.after')}`)
    .helpCommand(`help [${words.message('argument.command')}]`, words.message('command.help'))
  for (const option of everywhere) root.addOption(toOption(option, words).hideHelp(option.flags !== languageFlag))
  for (const spec of commands) {
    const command = new Command(spec.name).description(words.message(spec.words))
    root.addCommand(args.includes(spec.name) ? toCommand(command, spec, words, streams, chosen) : command)
  }
  return root
}

function toCommand(
  bare: Command,
  spec: CommandSpec,
  words: Catalog,
  streams: Streams,
  chosen: (request: Request) => void,
): Command {
  const command = dress(bare, words, streams)
  if (spec.commands) return toGroup(command, spec, words, streams, chosen)
  command.usage(`[${words.message('help.options-word')}] ${spec.args ?? ''}`.trim())
  const args = spec.args?.split(' ') ?? []
  for (const arg of args) {
    const own = args.length > 1 ? `.${/\w+/.exec(arg)?.[0]}` : ''
    command.argument(arg, words.message(`argument.${spec.id ?? spec.name}${own}` as MessageId))
  }
  for (const option of [...spec.options, ...everywhere]) command.addOption(toOption(option, words))
  command.addHelpText('after', () => `\n${examples(spec, words)}`)
  return command.action((...given: unknown[]) => {
    const args = command.args
    chosen({ command: spec, args, options: (given.at(-1) as Command).optsWithGlobals() as Options })
  })
}

/** A command of commands; without one of them, or with one that is not there, it is an error. */
function toGroup(
  group: Command,
  spec: CommandSpec,
  words: Catalog,
  streams: Streams,
  chosen: (request: Request) => void,
): Command {
  group
    .usage(words.message('program.usage'))
    .commandsGroup(words.message('help.commands'))
    .helpCommand(false)
    .argument('[command]', words.message('argument.command'))
  for (const inner of spec.commands ?? []) {
    const command = new Command(inner.name).description(words.message(inner.words))
    group.addCommand(toCommand(command, inner, words, streams, chosen))
  }
  group.addHelpText('after', () => `\n${examples(spec, words)}`)
  return group.action(() => {
    const [name] = group.args
    if (name === undefined)
      group.error("error: missing required argument 'command'", { code: 'commander.missingArgument' })
    group.error(`error: unknown command '${name}'`, { code: 'commander.unknownCommand' })
  })
}

/** What every command shares: our words, no exit, and nothing printed on an error. */
function dress(command: Command, words: Catalog, streams: Streams): Command {
  const titles: Readonly<Record<string, MessageId>> = { 'Usage:': 'help.usage', 'Arguments:': 'help.arguments' }
  return command
    .exitOverride()
    .configureOutput({
      writeOut: streams.out,
      writeErr: () => {},
      outputError: () => {},
      getOutHelpWidth: () => streams.columns,
      getErrHelpWidth: () => streams.columns,
    })
    .addHelpOption(new Option('-h, --help', words.message('option.help')).helpGroup(words.message('help.options')))
    .optionsGroup(words.message('help.options'))
    .configureHelp({
      styleTitle: title => (titles[title] ? words.message(titles[title]) : title),
      optionDescription: option => option.description,
      subcommandTerm: command => command.name(),
    })
}

function toOption(spec: OptionSpec, words: Catalog): Option {
  const choices = spec.choices ? ` (${spec.choices.join(', ')})` : ''
  const option = new Option(spec.flags, words.message(spec.words) + choices)
  if (spec.repeat || spec.commas) {
    return option.argParser((value: string, before: readonly string[] | undefined) => [
      ...(before ?? []),
      ...(spec.commas ? value.split(',').map(part => part.trim()) : [value]).map(part => oneOf(part, spec.choices)),
    ])
  }
  return spec.choices ? option.choices([...spec.choices]) : option
}

function oneOf(value: string, choices: readonly string[] | undefined): string {
  if (choices && !choices.includes(value)) throw new InvalidArgumentError(choices.join(', '))
  return value
}

function examples(spec: CommandSpec, words: Catalog): string {
  const lines = spec.examples.map(([line, id]) => `  ${words.message(id)}\n    $ ${line}\n`)
  return `${words.message('help.examples')}\n${lines.join('')}\n${words.message('help.status')}`
}
