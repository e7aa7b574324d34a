import type { Scheme } from './scheme.ts'

/** Whether a neighbour (a lower-case letter, `^` or `$`) fits. */
export type Context = (neighbour: string) => boolean

/** The marks that stand for the borders of a word in contexts. */
export const wordStart = '^'
export const wordEnd = '$'

const setName = /[A-Z]/g

export function compileContext(written: string | undefined, sets: Scheme['sets']): Context | undefined {
  if (written === undefined) return undefined
  const negative = written.startsWith('!')
  const members = new Set((negative ? written.slice(1) : written).replace(setName, name => sets?.[name] ?? ''))
  return negative ? neighbour => !members.has(neighbour) : neighbour => members.has(neighbour)
}
