import { commands, everywhere } from '../commands.ts'
import type { CommandSpec, OptionSpec, Run } from '../spec.ts'

export const run: Run = async ([shell = ''], _options, session) => {
  const script = { bash, zsh, fish }[shell]
  if (!script) {
    session.refuse('usage.shell-unknown', { shell })
    return 2
  }
  session.terminal.out(script())
  return 0
}

/** Of a group, those of all its commands; one that several have stands once. */
const optionsOf = ({ options, commands = [] }: CommandSpec): readonly OptionSpec[] => [
  ...new Map([...options, ...commands.flatMap(optionsOf)].map(option => [option.flags, option])).values(),
]

interface Flag {
  readonly long: string
  readonly short: string | undefined
  readonly choices: readonly string[]
  readonly value: 'file' | 'choice' | 'text' | 'none'
}

const flagsOf = (spec: CommandSpec): readonly Flag[] =>
  [...optionsOf(spec), ...everywhere, { flags: '-h, --help', words: 'option.help' } as OptionSpec].map(toFlag)

function toFlag({ flags, choices = [] }: OptionSpec): Flag {
  const long = /--[a-z-]+/.exec(flags)?.[0] ?? flags
  const short = /(?:^|\s)(-[A-Za-z])\b/.exec(flags)?.[1]
  const argument = /<(\w+)>/.exec(flags)?.[1]
  const value = choices.length > 0 ? 'choice' : !argument ? 'none' : /file|folder/.test(argument) ? 'file' : 'text'
  return { long, short, choices, value }
}

const spellings = (flag: Flag): readonly string[] => (flag.short ? [flag.short, flag.long] : [flag.long])
const shells = ['bash', 'zsh', 'fish']

/** What may stand as an argument: file names, the shells, the commands of a group, or nothing to complete. */
const argumentsOf = (spec: CommandSpec): 'files' | 'words' | 'none' =>
  wordsOf(spec).length > 0 ? 'words' : spec.args?.includes('file') ? 'files' : 'none'

const wordsOf = (spec: CommandSpec): readonly string[] =>
  spec.name === 'completion' ? shells : (spec.commands ?? []).map(({ name }) => name)

function bash(): string {
  const cases = commands.map(spec => {
    const flags = flagsOf(spec)
    const values = flags.filter(flag => flag.value === 'choice')
    const valueCases = values.map(
      flag =>
        `        ${spellings(flag).join('|')}) COMPREPLY=($(compgen -W "${flag.choices.join(' ')}" -- "$cur")); return ;;\n`,
    )
    const files = flags.filter(flag => flag.value === 'file').flatMap(spellings)
    const fileCase =
      files.length > 0 ? `        ${files.join('|')}) COMPREPLY=($(compgen -f -- "$cur")); return ;;\n` : ''
    const rest =
      argumentsOf(spec) === 'files'
        ? 'compgen -f -- "$cur"'
        : `compgen ${spec.commands ? '-f ' : ''}-W "${wordsOf(spec).join(' ')}" -- "$cur"`
    return (
      `    ${spec.name})\n      case "$prev" in\n${valueCases.join('')}${fileCase}      esac\n` +
      `      if [[ "$cur" == -* ]]; then COMPREPLY=($(compgen -W "${flags.flatMap(spellings).join(' ')}" -- "$cur"))\n` +
      `      else COMPREPLY=($(${rest})); fi ;;\n`
    )
  })
  return `# bash completion for tlumach
_tlumach() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" word command=""
  COMPREPLY=()
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in ${commands.map(({ name }) => name).join('|')}) command="$word"; break ;; esac
  done
  case "$command" in
    "") COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} help --help --version --ui-language" -- "$cur")) ;;
${cases.join('')}  esac
}
complete -o filenames -F _tlumach tlumach
`
}

function zsh(): string {
  const cases = commands.map(spec => {
    const specs = flagsOf(spec).flatMap(flag => {
      const action = { choice: `:value:(${flag.choices.join(' ')})`, file: ':file:_files', text: ':value: ', none: '' }
      return spellings(flag).map(name => `'*${name}${action[flag.value]}'`)
    })
    const words = `'1:word:(${wordsOf(spec).join(' ')})'${spec.commands ? ` '*:file:_files'` : ''}`
    const rest = { files: `'*:file:_files'`, words, none: '' }[argumentsOf(spec)]
    return `    ${spec.name}) _arguments ${[...specs, rest].filter(Boolean).join(' ')} ;;\n`
  })
  return `#compdef tlumach
_tlumach() {
  if (( CURRENT == 2 )); then
    compadd ${commands.map(({ name }) => name).join(' ')} help
    return
  fi
  local command="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join('')}  esac
}
if [ "$funcstack[1]" = "_tlumach" ]; then _tlumach "$@"; else compdef _tlumach tlumach; fi
`
}

function fish(): string {
  const names = commands.map(({ name }) => name).join(' ')
  const lines = commands.flatMap(spec => [
    `complete -c tlumach -n "not __fish_seen_subcommand_from ${names}" -f -a ${spec.name}`,
    ...flagsOf(spec).map(flag => {
      const short = flag.short ? ` -s ${flag.short.slice(1)}` : ''
      const value = { choice: ` -x -a "${flag.choices.join(' ')}"`, file: ' -r', text: ' -x', none: '' }[flag.value]
      return `complete -c tlumach -n "__fish_seen_subcommand_from ${spec.name}"${short} -l ${flag.long.slice(2)}${value}`
    }),
  ])
  const words = commands
    .filter(spec => wordsOf(spec).length > 0)
    .map(
      spec =>
        `complete -c tlumach -n "__fish_seen_subcommand_from ${spec.name}"${spec.commands ? '' : ' -f'} -a "${wordsOf(spec).join(' ')}"`,
    )
  return `# fish completion for tlumach\n${[...lines, ...words].join('\n')}\n`
}
