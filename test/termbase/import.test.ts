import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import '../support/properties.ts'
import { importTerms } from '../../src/project/index.ts'
import { type Concept, contradictions, readGlossary } from '../../src/termbase/index.ts'
import { bare, concepts } from './arbitrary.ts'

const read = (yaml: string) => {
  const { value, problems } = readGlossary(yaml)
  expect(problems).toEqual([])
  return bare(value.concepts)
}

const folder = new URL('../../glossaries/', import.meta.url)

describe('an import', () => {
  it('into an empty file is what was imported', () => {
    fc.assert(
      fc.property(concepts, list => {
        fc.pre(contradictions(list).length === 0)
        const { text, conflicts } = importTerms('', list)
        // What is the same name twice is one entry, so only lists without such say all.
        fc.pre(importTerms(text, list).unchanged === list.length && conflicts.length === 0)
        expect(read(text)).toEqual(list)
      }),
    )
  })

  it.each(['people', 'places', 'institutions'])(
    'of %s.yaml into itself changes nothing, into an empty file all',
    file => {
      const yaml = readFileSync(new URL(`${file}.yaml`, folder), 'utf8')
      const list = read(yaml)
      expect(importTerms(yaml, list)).toMatchObject({ text: yaml, added: [], changed: [], conflicts: [] })
      expect(read(importTerms('', list).text)).toEqual(list)
    },
  )

  it('keeps all that stands in a file, and leaves it readable', () => {
    const yaml = readFileSync(new URL('places.yaml', folder), 'utf8').slice(0, 6000)
    const before = yaml.slice(0, yaml.lastIndexOf('\n- id:') + 1)
    fc.assert(
      fc.property(concepts, fc.nat(20), (list, n) => {
        const known = readGlossary(before).value.concepts
        const one = known[n % known.length]!
        const also = list.slice(0, 1).map((concept): Concept => ({ ...concept, id: one.id, kind: one.kind }))
        const { text, problems } = importTerms(before, [...list.slice(1), ...also])
        expect(problems).toEqual([])
        expect(readGlossary(text).problems).toEqual([])
        const lines = text.split('\n')
        let at = 0
        for (const line of before.split('\n')) {
          const start = line.replace(/[\]}]+$/, '').trimEnd()
          while (at < lines.length && !lines[at]!.startsWith(start)) at++
          expect(at, line).toBeLessThan(lines.length)
          at++
        }
      }),
      { numRuns: 50 },
    )
  })
})
