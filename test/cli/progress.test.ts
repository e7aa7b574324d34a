import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openProgress } from '../../src/cli/progress.ts'
import { openSession } from '../../src/cli/session.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import { openCatalog } from '../../src/i18n/index.ts'

const words = await openCatalog('uk')

/** What is written to standard error while so many things are done, `pace` milliseconds each. */
function check(total: number, pace: number, { isTerminal = true, quiet = false } = {}): string {
  let err = ''
  const terminal: Terminal = {
    cwd: '/',
    environment: {},
    platform: 'linux',
    outIsTerminal: false,
    errIsTerminal: isTerminal,
    input: async () => Buffer.alloc(0),
    whole: work => work(),
    out() {},
    err: text => {
      err += text
    },
  }
  const progress = openProgress(total, openSession(terminal, words, { quiet }, '0'))
  for (let i = 0; i < total; i++) {
    vi.advanceTimersByTime(pace)
    progress.step()
  }
  progress.end()
  return err
}

describe('the progress bar', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('appears on long work, in the language of the user, and goes away', () => {
    const shown = check(20, 100)
    expect(shown).toContain('10 з 20')
    expect(shown).toContain('█'.repeat(12) + '░'.repeat(12))
    expect(shown.endsWith('\r\u001b[K')).toBe(true)
  })

  it('does not appear on short work, on one file, without a terminal, or where quiet is asked for', () => {
    expect(check(10, 10)).toBe('')
    expect(check(1, 5000)).toBe('')
    expect(check(20, 100, { isTerminal: false })).toBe('')
    expect(check(20, 100, { quiet: true })).toBe('')
  })
})
