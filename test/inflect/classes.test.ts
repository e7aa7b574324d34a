import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Case, decline, type Gender, type InflectedLanguage, type Kind } from '../../src/inflect/index.ts'

type Expected = readonly (readonly [Case, string])[]

interface Row {
  readonly kind: Kind
  readonly gender: Gender | undefined
  readonly name: string
  readonly expected: Expected
}

const head = /^(?<kind>[a-z]+)(?: (?<gender>[mfnp]))?: (?<ends>.+)$/u

/**
 * A file holds classes of names (`# a class`). After a line `family m: gen -3ця, ins -3цем` come names whose genitive has `ця` for the last
 * three letters of the name; `+а` is put to the name, `=` is the name. After `place: gen, dat, ins` come names with these forms, one a line.
 */
function classesOf(language: InflectedLanguage): ReadonlyMap<string, readonly Row[]> {
  const classes = new Map<string, Row[]>()
  let title = ''
  let whose = { kind: 'place' as Kind, gender: undefined as Gender | undefined, ends: [] as readonly string[] }
  const file = new URL(`../fixtures/names-by-class.${language}.txt`, import.meta.url)
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const groups = head.exec(line)?.groups
    if (line.startsWith('# ')) title = line.slice(2)
    else if (groups)
      whose = { kind: groups.kind as Kind, gender: groups.gender as Gender, ends: groups.ends!.split(', ') }
    else classes.set(title, [...(classes.get(title) ?? []), ...rowsOf(line, whose)])
  }
  return classes
}

function rowsOf(
  line: string,
  { kind, gender, ends }: Omit<Row, 'name' | 'expected'> & { ends: readonly string[] },
): Row[] {
  const [name, forms] = line.split(' → ')
  if (forms)
    return [{ kind, gender, name: name!, expected: forms.split(', ').map((form, i) => [ends[i] as Case, form]) }]
  return line.split(' ').map(one => ({ kind, gender, name: one, expected: ends.map(end => formOf(one, end)) }))
}

function formOf(name: string, end: string): readonly [Case, string] {
  const [which, change] = end.split(' ') as [Case, string]
  const cut = /^-(\d+)/u.exec(change)
  return [which, name.slice(0, name.length - Number(cut?.[1] ?? 0)) + change.replace(/^(-\d+|\+|=)/u, '')]
}

for (const language of ['uk', 'ru'] as const) {
  describe(`first answers for names of ${language}`, () => {
    it.each([...classesOf(language)])('%s', (_, rows) => {
      const wrong = rows.flatMap(({ name, kind, gender, expected }) => {
        const paradigm = decline(name, { language, kind, gender })
        return expected
          .filter(([which, form]) => paradigm[which]?.[0] !== form)
          .map(([which, form]) => `${name}: ${which} ${paradigm[which]?.[0]}, not ${form}`)
      })
      expect(rows.length).toBeGreaterThan(0)
      expect(wrong).toEqual([])
    })
  })
}
