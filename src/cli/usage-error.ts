import type { CommanderError } from 'commander'
import type { Catalog, MessageId } from '../i18n/index.ts'
import { allCommands, commands, everywhere } from './commands.ts'
import type { CommandSpec, OptionSpec } from './spec.ts'

/** Commander's codes and our words for them; `token` is what its sentence quotes first. */
const known: Readonly<Record<string, MessageId>> = {
  'commander.unknownOption': 'usage.unknown-option',
  'commander.unknownCommand': 'usage.unknown-command',
  'commander.missingArgument': 'usage.missing-argument',
  'commander.optionMissingArgument': 'usage.option-missing-argument',
  'commander.excessArguments': 'usage.excess-arguments',
  'commander.invalidArgument': 'usage.invalid-argument',
}

/** One sentence for an error of the arguments, in the user's language. */
export function usageSentence(error: CommanderError, args: readonly string[], words: Catalog): string {
  const id = known[error.code]
  if (!id) return words.message('usage.other', { text: error.message.replace(/^error: /, '') })
  const [, token = ''] = /'([^']*)'/.exec(error.message) ?? []
  const command = commandIn(args)
  const elsewhere = error.code === 'commander.unknownOption' ? commandsWith(token) : []
  if (command && elsewhere.length > 0)
    return words.message('usage.option-elsewhere', { token, command: command.name, others: elsewhere.join(', ') })
  const choices = (optionsOf(command).find(option => option.flags === token)?.choices ?? []).join(', ')
  const data = { token: plainToken(token, error.code), value: valueIn(error.message), choices }
  const near = nearest(data.token, error.code, command)
  return words.message(id, data) + (near ? ` ${words.message('usage.did-you-mean', { near })}` : '')
}

/** The command that the arguments name, within a group if they name one. */
function commandIn(args: readonly string[]): CommandSpec | undefined {
  let found: CommandSpec | undefined
  for (const arg of args) found = (found?.commands ?? (found ? [] : commands)).find(({ name }) => name === arg) ?? found
  return found
}

const optionsOf = (command: CommandSpec | undefined): readonly OptionSpec[] => [
  ...everywhere,
  ...(command ? command.options : allCommands.flatMap(({ options }) => options)),
]

const longOf = ({ flags }: OptionSpec): string => /--[a-z-]+/.exec(flags)?.[0] ?? flags

/** The commands that have an option of just that name. */
const commandsWith = (option: string): readonly string[] =>
  allCommands.filter(({ options }) => options.some(each => longOf(each) === option)).map(({ name }) => name)

/** `-g, --glossary <file>` is shown as `--glossary`. */
const plainToken = (token: string, code: string): string =>
  code === 'commander.unknownOption' ? token : (/--[a-z-]+/.exec(token)?.[0] ?? token)

const valueIn = (message: string): string => /argument '([^']*)' is invalid/.exec(message)?.[1] ?? ''

function nearest(token: string, code: string, command: CommandSpec | undefined): string | undefined {
  if (code === 'commander.unknownCommand')
    return closest(
      token,
      allCommands.map(({ name }) => name),
    )
  return code === 'commander.unknownOption' ? closest(token, optionsOf(command).map(longOf)) : undefined
}

/** The name of the same letters, or else at the smallest edit distance, if that is less than half of the name. */
export function closest(token: string, names: readonly string[]): string | undefined {
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const name of new Set(names)) {
    const far = lettersOf(token) === lettersOf(name) ? 0 : distance(token, name)
    if (far < least && far * 2 < name.replace(/^--/, '').length) [best, least] = [name, far]
  }
  return best
}

const lettersOf = (name: string): string => [...name].sort().join('')

/** Levenshtein; O(a × b), of short words only. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return row[b.length]!
}
