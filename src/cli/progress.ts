import type { Session } from './session.ts'

export interface Progress {
  step(): void
  /** Takes the bar off the screen, until the next step. */
  end(): void
}

/** Milliseconds before a bar appears, and between its changes. */
const patience = 500
const pace = 80
const barWidth = 24

/** A bar on standard error for long work: only on a terminal, only where there are several things to do. */
export function openProgress(total: number, session: Session): Progress {
  const { terminal, words, quiet } = session
  if (!terminal.errIsTerminal || quiet || total < 2) return { step() {}, end() {} }
  const begun = Date.now()
  let shownAt = 0
  let done = 0
  return {
    step() {
      done++
      const now = Date.now()
      if (now - begun < patience || now - shownAt < pace) return
      shownAt = now
      const full = Math.round((barWidth * done) / total)
      const bar = '█'.repeat(full) + '░'.repeat(barWidth - full)
      terminal.err(`\r\u001b[K${bar} ${words.message('progress', { done, total })}`)
    },
    end() {
      if (shownAt > 0) terminal.err('\r\u001b[K')
      shownAt = 0
    },
  }
}
