import { type Cased, cased } from './capitals.ts'
import { type Context, compileContext } from './context.ts'
import { type Scheme, type Spelling, spellingsOf } from './scheme.ts'

/** A sequence of Cyrillic letters, where it counts, and its spellings. */
export interface Entry {
  readonly letters: string
  readonly after: Context | undefined
  readonly before: Context | undefined
  readonly spellings: readonly Cased[]
}

/** By the code unit of an entry's first letter; the longest first, then in the order of the file. */
export type Table = ReadonlyMap<number, readonly Entry[]>

const compiled = new WeakMap<Scheme, Table>()

/** The scheme's table, made once for each scheme. */
export function tableOf(scheme: Scheme): Table {
  const known = compiled.get(scheme)
  if (known) return known
  const table = compile(scheme)
  compiled.set(scheme, table)
  return table
}

function compile(scheme: Scheme): Table {
  const table = new Map<number, Entry[]>()
  for (const entry of entriesOf(scheme)) {
    const first = entry.letters.charCodeAt(0)
    const row = table.get(first)
    if (row) row.push(entry)
    else table.set(first, [entry])
  }
  for (const row of table.values()) row.sort((a, b) => b.letters.length - a.letters.length)
  return table
}

/** All entries: the rules in their order, then the letters. */
function entriesOf(scheme: Scheme): readonly Entry[] {
  const entry = (letters: string, spelling: Spelling, after?: Context, before?: Context): Entry => ({
    letters,
    after,
    before,
    spellings: spellingsOf(spelling).map(one => cased(one, scheme.into)),
  })
  const ruled = (scheme.rules ?? []).flatMap(rule => {
    const after = compileContext(rule.after, scheme.sets)
    const before = compileContext(rule.before, scheme.sets)
    return Object.entries(rule.letters).map(([letters, spelling]) => entry(letters, spelling, after, before))
  })
  return [...ruled, ...Object.entries(scheme.letters).map(([letter, spelling]) => entry(letter, spelling))]
}
