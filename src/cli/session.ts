import type { Catalog, MessageId } from '../i18n/index.ts'
import { concise, messageOf, noPaint, type Paint, type ReportFile } from '../report/index.ts'
import type { Problem } from '../text/index.ts'
import type { Options } from './spec.ts'
import { paintFor, type Terminal, wantsColor, widthOf } from './terminal.ts'

/** What the commands share while one runs. */
export interface Session {
  readonly terminal: Terminal
  readonly words: Catalog
  readonly version: string
  /** For standard output and for standard error. */
  readonly paint: Paint
  readonly errPaint: Paint
  readonly quiet: boolean
  /** The absolute paths of the results of this run: none of them is written twice. */
  readonly written: Set<string>
  /** A note on standard error; silent under `--quiet`. */
  note(id: MessageId, data?: Readonly<Record<string, string | number>>): void
  /** An error on standard error, and exit status 2 at the end. */
  refuse(id: MessageId, data?: Readonly<Record<string, string | number>>): void
  /** Problems of a file that is no text to check (a configuration, a glossary), on standard error. */
  refuseFile(path: string, text: string, problems: readonly Problem[]): void
  /** 2 after `refuse`, else the given status. */
  status(otherwise: number): number
}

export function openSession(terminal: Terminal, words: Catalog, options: Options, version: string): Session {
  const errPaint = paintFor(wantsColor(terminal, terminal.errIsTerminal))
  let refused = false
  return {
    terminal,
    words,
    version,
    paint: paintFor(wantsColor(terminal, terminal.outIsTerminal), widthOf(terminal)),
    errPaint,
    quiet: options.quiet === true,
    written: new Set(),
    note(id, data) {
      if (!options.quiet) terminal.err(`${words.message(id, data)}\n`)
    },
    refuse(id, data) {
      refused = true
      terminal.err(`${errPaint.error(words.message('severity.error'))}: ${words.message(id, data)}\n`)
    },
    refuseFile(path, text, problems) {
      refused = true
      if (text === '') {
        const [first] = problems
        if (first)
          terminal.err(`${errPaint.error(words.message('severity.error'))}: ${path}: ${messageOf(first, words)}\n`)
        return
      }
      const shown = problems.map(problem => ({ ...problem, severity: problem.severity ?? ('error' as const) }))
      terminal.err(concise([{ path, text, problems: shown }], words, noPaint))
    },
    status: otherwise => (refused ? 2 : otherwise),
  }
}

/** A text that could not be read, with the reasons, on standard error. */
export function refuseUnusable(file: ReportFile, session: Session): void {
  session.refuseFile(file.path, file.text, file.problems)
}
