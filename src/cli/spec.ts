import type { MessageId } from '../i18n/index.ts'
import type { Kind } from '../termbase/index.ts'
import type { Session } from './session.ts'

/** What a command line may set; commander fills it by the options' names. */
export interface Options {
  readonly glossary?: readonly string[]
  readonly defaultGlossary?: boolean
  readonly style?: string
  readonly language?: 'en' | 'uk' | 'ru'
  readonly date?: string
  readonly config?: string
  readonly stdinFilename?: string
  readonly readAs?: string
  readonly failOn?: 'error' | 'warning' | 'info' | 'never'
  readonly quiet?: boolean
  readonly verbose?: boolean
  readonly format?: string
  readonly write?: boolean
  readonly check?: boolean
  readonly diff?: boolean
  readonly trackChanges?: boolean
  readonly author?: string
  readonly across?: boolean
  readonly parallel?: boolean
  /** Languages for `export`, a version for `convert`. */
  readonly to?: readonly ('en' | 'uk' | 'ru')[] | '1.2' | '2.0' | '2.1' | '2.2'
  readonly from?: 'en' | 'uk' | 'ru'
  readonly source?: string
  readonly embed?: boolean
  /** The file, or true for the one beside the configuration. */
  readonly memory?: string | true
  readonly xliff?: '1.2' | '2.0' | '2.1' | '2.2'
  readonly locale?: readonly string[]
  readonly srx?: string
  readonly profile?: string
  readonly project?: string
  readonly table?: 'docx'
  readonly uncertain?: boolean
  readonly level?: 'error' | 'warning' | 'info'
  readonly fix?: boolean
  readonly unsafe?: boolean
  readonly cache?: boolean
  readonly threads?: string
  readonly watch?: boolean
  readonly interactive?: boolean
  /** A revision, or true for HEAD. */
  readonly changed?: string | true
  /** The file, or true for the one beside the configuration. */
  readonly baseline?: string | true
  readonly writeBaseline?: boolean
  readonly propose?: boolean
  readonly outDir?: string
  readonly output?: string
  readonly force?: boolean
  readonly strict?: boolean
  readonly scheme?: string
  readonly list?: boolean
  readonly yes?: boolean
  readonly into?: string
  readonly id?: string
  readonly uk?: string
  readonly ru?: string
  readonly en?: string
  readonly not?: readonly string[]
  readonly note?: string
  readonly as?: string
  readonly kind?: Kind
  readonly columns?: readonly string[]
  readonly dialect?: 'core' | 'min' | 'basic'
  readonly markup?: 'dca' | 'dct'
  readonly usable?: boolean
  readonly derived?: boolean
}

export interface OptionSpec {
  readonly flags: string
  readonly words: MessageId
  readonly choices?: readonly string[]
  /** May be given several times. */
  readonly repeat?: boolean
  /** Several values in one, with commas. */
  readonly commas?: boolean
}

export interface CommandSpec {
  readonly name: string
  /** Its name among all commands, where `name` is one only within a group. */
  readonly id?: string
  /** The commands of a group, which does nothing itself. */
  readonly commands?: readonly CommandSpec[]
  /** As commander writes arguments: `<files...>`. */
  readonly args?: string
  readonly words: MessageId
  readonly options: readonly OptionSpec[]
  readonly examples: readonly (readonly [line: string, words: MessageId])[]
}

/** Does the command's work and gives the exit status. */
export type Run = (args: readonly string[], options: Options, session: Session) => Promise<number>
