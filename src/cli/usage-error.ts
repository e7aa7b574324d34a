import type { CommanderError } from 'commander'
import type { Catalog, MessageId } from '../i18n/index.ts'
import { allCommands, everywhere } from './commands.ts'

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
export function usageSentence(error: CommanderError, words: Catalog): string {
  const id = known[error.code]
  if (!id) return words.message('usage.other', { text: error.message.replace(/^error: /, '') })
  const [, token = ''] = /'([^']*)'/.exec(error.message) ?? []
  const data = { token: plainToken(token, error.code), value: valueIn(error.message), choices: choicesFor(token) }
  const near = nearest(data.token, error.code)
  return words.message(id, data) + (near ? ` ${words.message('usage.did-you-mean', { near })}` : '')
}

/** `-g, --glossary <file>` is shown as `--glossary`. */
const plainToken = (token: string, code: string): string =>
  code === 'commander.unknownOption' ? token : (/--[a-z-]+/.exec(token)?.[0] ?? token)

const valueIn = (message: string): string => /argument '([^']*)' is invalid/.exec(message)?.[1] ?? ''

function choicesFor(token: string): string {
  const options = [...everywhere, ...allCommands.flatMap(command => command.options)]
  return (options.find(option => option.flags === token)?.choices ?? []).join(', ')
}

function nearest(token: string, code: string): string | undefined {
  if (code === 'commander.unknownCommand')
    return closest(
      token,
      allCommands.map(command => command.name),
    )
  if (code !== 'commander.unknownOption') return undefined
  const options = [...everywhere, ...allCommands.flatMap(command => command.options)]
  return closest(
    token,
    options.flatMap(option => /--[a-z-]+/.exec(option.flags) ?? []),
  )
}

/** The name at the smallest edit distance, if that is less than half of the name. */
export function closest(token: string, names: readonly string[]): string | undefined {
  let best: string | undefined
  let least = Number.POSITIVE_INFINITY
  for (const name of new Set(names)) {
    const far = distance(token, name)
    if (far < least && far * 2 < name.replace(/^--/, '').length) [best, least] = [name, far]
  }
  return best
}

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
