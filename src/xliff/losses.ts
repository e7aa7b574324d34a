import type { Problem, Span } from '../text/index.ts'

/** What a conversion found no counterpart for: counted by what it is, with the first place. */
export interface Losses {
  add(what: string, span: Span): void
  problems(): Problem[]
}

export function losses(): Losses {
  const found = new Map<string, { span: Span; count: number }>()
  return {
    add(what, span) {
      const known = found.get(what)
      if (known) known.count++
      else found.set(what, { span, count: 1 })
    },
    problems: () =>
      [...found].map(([what, { span, count }]) => ({
        code: 'xliff-no-counterpart',
        severity: 'info',
        span,
        data: { what, count },
      })),
  }
}
