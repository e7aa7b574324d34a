import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Case, decline, type Gender, type InflectedLanguage, type Kind } from '../../src/inflect/index.ts'

interface Row {
  readonly name: string
  readonly kind: Kind
  readonly gender: Gender | undefined
  /** The best form of each case after the nominative, as many as are listed; none where the name does not decline. */
  readonly forms: readonly string[]
}

const oblique: readonly Case[] = ['gen', 'dat', 'acc', 'ins', 'loc', 'voc']
const shape = /^(?<kind>[a-z]+) (?:(?<gender>[mfnp]) )?(?<name>[^:]+): (?<forms>.+)$/u

function rows(language: InflectedLanguage): readonly Row[] {
  const file = new URL(`../fixtures/names-in-cases.${language}.txt`, import.meta.url)
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => {
      const { kind, gender, name, forms } = shape.exec(line)!.groups!
      return {
        kind: kind as Kind,
        gender: gender as Gender | undefined,
        name: name!,
        forms: forms === '-' ? [] : forms!.split(', '),
      }
    })
}

function check(language: InflectedLanguage, { name, kind, gender, forms }: Row): void {
  const paradigm = decline(name, { language, kind, gender })
  const best = oblique.flatMap(c => paradigm[c]?.[0] ?? [])
  expect(forms.length === 0 ? best : best.slice(0, forms.length)).toEqual(
    forms.length === 0 ? best.map(() => name) : forms,
  )
}

for (const language of ['uk', 'ru'] as const) {
  describe(`names of ${language} as texts have them`, () => {
    it.each(rows(language).map(row => [row.name, row] as const))('%s', (_, row) => check(language, row))
  })
}
